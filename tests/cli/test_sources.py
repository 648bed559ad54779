"""``waqai sources`` as a user calls it."""

OPML = '<opml><body><outline text="a" xmlUrl="https://a.example/rss"/><outline text="b" xmlUrl="https://b.example/"/></body></opml>'


def test_the_example_that_ships_is_in_order(waqai, root, tmp_path):
    code, said, wrong = waqai.call(tmp_path, "sources", "check", str(root / "samples/sources.toml"))
    assert (code, wrong) == (0, "")
    assert "8 sources, 0 with something wrong" in said


def test_what_is_wrong_is_told_source_by_source(waqai, tmp_path):
    (tmp_path / "sources.toml").write_text('[[source]]\nname = "a"\nkind = "folder"\npath = "none"\n', encoding="utf-8")
    code, said, wrong = waqai.call(tmp_path, "sources", "check")
    assert code == 1
    assert "a (folder): none is not there" in wrong
    assert "without a contact" in wrong
    assert "1 sources, 1 with" in said


def test_feeds_are_imported_once(waqai, tmp_path):
    (tmp_path / "list.opml").write_text(OPML, encoding="utf-8")
    file = str(tmp_path / "sources.toml")
    code, out, _ = waqai.call(tmp_path, "sources", "import", str(tmp_path / "list.opml"))
    assert (code, out.count("[[source]]")) == (0, 2)
    code, _, said = waqai.call(tmp_path, "sources", "import", str(tmp_path / "list.opml"), "--to", file)
    assert (code, said) == (0, f"2 feeds added to {file}\n")
    code, said, _ = waqai.call(tmp_path, "sources", "check", file)
    assert "2 sources, 0 with something wrong" in said
    code, _, said = waqai.call(tmp_path, "sources", "import", str(tmp_path / "list.opml"), "--to", file)
    assert (code, "no feed that is new" in said) == (2, True)
