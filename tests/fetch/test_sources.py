"""The sources file: every fault is told at once, with its line and what was probably meant."""

import pytest

from waqai.errors import SourcesError
from waqai.fetch.sources import Feed, Manners, Sitemap, Telegram, kind_of, load_sources

WHOLE = """
[fetch]
contact = "desk@example.org"
per_host = 1
delay_s = 2
allow_hosts = ["intra.example"]

[[source]]
name = "a"
kind = "feed"
url = "https://news.example/rss"
outlet = "منبر"

[[source]]
name = "b"
kind = "sitemap"
url = "https://news.example/map.xml"
match = "/news/"
days = 3

[[source]]
name = "c"
kind = "telegram"
path = "export"
enabled = false
"""


def read(tmp_path, text: str):
    path = tmp_path / "sources.toml"
    path.write_text(text, encoding="utf-8")
    return load_sources(path)


def faults(tmp_path, text: str) -> list[str]:
    with pytest.raises(SourcesError) as told:
        read(tmp_path, text)
    return told.value.sentence.split("\n  ")


def test_a_whole_file(tmp_path):
    found = read(tmp_path, WHOLE)
    assert found.manners == Manners(contact="desk@example.org", per_host=1, delay_s=2, allow_hosts=("intra.example",))
    assert found.sources == (
        Feed(name="a", url="https://news.example/rss", outlet="منبر"),
        Sitemap(name="b", url="https://news.example/map.xml", match="/news/", days=3),
        Telegram(name="c", path="export", enabled=False),
    )
    assert [kind_of(s) for s in found.sources] == ["feed", "sitemap", "telegram"]
    assert found.base == tmp_path


def test_a_byte_order_mark_is_no_fault(tmp_path):
    assert read(tmp_path, "\ufeff" + WHOLE) == read(tmp_path, WHOLE)


def test_the_example_that_ships_is_right(root):
    found = load_sources(root / "samples/sources.toml")
    assert {kind_of(s) for s in found.sources} == {
        *("feed", "sitemap", "section", "url", "folder", "warc", "telegram", "jsonl")
    }
    text = (root / "samples/sources.toml").read_text(encoding="utf-8")
    assert [name for name in Manners.__struct_fields__ if f"{name} =" not in text] == []


def test_all_faults_are_listed_with_their_lines(tmp_path):
    found = faults(
        tmp_path,
        """
[fetch]
per_hots = 2
delay_s = -1
proxy = "socks://x"
[[source]]
name = "a"
kind = "feeed"
[[source]]
name = "a"
kind = "feed"
url = "ftp://news.example"
lmit = 3
[[source]]
kind = "section"
url = "https://news.example/"
name = ""
links = "("
[[source]]
name = "x"
kind = "url"
url = "https://me:secret@news.example/"
[[source]]
name = "y"
[[source]]
name = "z"
kind = "folder"
path = 3
[sauce]
""",
    )
    assert found == [
        "12 faults",
        '"sauce" is not known here; a sources file has [fetch] and [[source]]',
        '[fetch]: "delay_s" is not right: Expected float >= 0.0',
        '[fetch]: "per_hots" is not a key here; did you mean "per_host"?',
        '[fetch]: "proxy" must begin with http:// or https://: socks://x',
        'line 6: "feeed" is no kind; did you mean "feed"?',
        'line 9: "lmit" is not a key here; did you mean "limit"?',
        'line 9: "url" must begin with http:// or https://: ftp://news.example',
        'line 14: "name" is not right: Expected str of length >= 1',
        'line 14: "links" is no pattern: missing ), unterminated subpattern at position 0',
        'line 19: "url" holds a name or password, which the archive would keep',
        "line 23: has no kind; kinds are feed, sitemap, section, url, folder, warc, telegram, jsonl",
        'line 25: "path" is not right: Expected str, got int',
    ]


def test_two_sources_of_one_name_are_a_fault(tmp_path):
    one = '[[source]]\nname = "a"\nkind = "folder"\npath = "x"\n'
    assert faults(tmp_path, one + one)[1:] == ['line 5: a source before this one is called "a" too']


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[source]", "is no TOML"),
        ("source = 3", "a list of tables"),
        ("[[source]]\nname='a'\nname='b'", "is no TOML"),
        ("source = [3]", "has no kind"),
    ],
)
def test_what_is_no_sources_file_is_told(tmp_path, text, said):
    assert said in "".join(faults(tmp_path, text))


def test_files_that_cannot_be_read_are_told(tmp_path):
    with pytest.raises(SourcesError, match="cannot be opened"):
        load_sources(tmp_path / "none.toml")
    (tmp_path / "x.toml").write_bytes("# منبر".encode("windows-1256"))
    with pytest.raises(SourcesError, match="not UTF-8"):
        load_sources(tmp_path / "x.toml")


def test_an_empty_file_has_no_sources(tmp_path):
    assert read(tmp_path, "").sources == ()
