"""What stands on a command line is known by its form."""

import pytest

from waqai.errors import SourcesError
from waqai.fetch.given import given_sources
from waqai.fetch.sources import kind_of


def test_each_name_is_known_by_its_form(tmp_path):
    kinds = {
        "page.html": "folder",
        "lines.jsonl": "jsonl",
        "crawl.warc.gz": "warc",
        "result.json": "telegram",
        "messages3.html": "telegram",
    }
    for name in kinds:
        (tmp_path / name).touch()
    (tmp_path / "export").mkdir()
    (tmp_path / "export/result.json").touch()
    (tmp_path / "pages").mkdir()
    names = [*(str(tmp_path / n) for n in (*kinds, "export", "pages")), "https://news.example/1"]
    found = given_sources(names, tmp_path / "none.toml")
    assert [kind_of(s) for s in found.sources] == [*kinds.values(), "telegram", "folder", "url"]
    assert given_sources(names[:1] * 2, tmp_path).sources == found.sources[:1]


@pytest.mark.parametrize("name", ["nowhere.html", "ftp://news.example/1", "https://me:x@news.example/"])
def test_what_cannot_be_fetched_is_told(tmp_path, name):
    with pytest.raises(SourcesError):
        given_sources([name], tmp_path / "none.toml")


def test_a_sources_file_stands_alone_and_is_looked_for_when_nothing_is_given(tmp_path):
    file = tmp_path / "sources.toml"
    with pytest.raises(SourcesError, match="cannot be opened"):
        given_sources([], file)
    file.write_text('[[source]]\nname = "a"\nkind = "folder"\npath = "x"\n', encoding="utf-8")
    assert given_sources([], file) == given_sources([str(file)], tmp_path)
    with pytest.raises(SourcesError, match="stands alone"):
        given_sources([str(file), "https://news.example/"], file)
