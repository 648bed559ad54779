"""Feeds out of a feed reader's list become sources that load."""

import pytest

from waqai.errors import SourcesError
from waqai.fetch.opml import tables_of_opml
from waqai.fetch.sources import load_sources

LIST = """<?xml version="1.0"?><opml version="2.0"><body><outline text="سوريا">
<outline type="rss" text='منبر "المثال"' xmlUrl="https://a.example/rss"/>
<outline type="rss" title='منبر "المثال"' xmlUrl="https://b.example/rss"/>
<outline type="rss" text="again" xmlUrl="https://a.example/rss"/>
<outline type="rss" xmlUrl="https://c.example/rss"/>
<outline type="rss" text="no address"/><outline type="rss" text="x" xmlUrl="javascript:x"/>
</outline></body></opml>"""


def test_feeds_become_sources_that_load(tmp_path):
    (tmp_path / "list.opml").write_text(LIST, encoding="utf-8")
    tables, count = tables_of_opml(tmp_path / "list.opml")
    (tmp_path / "sources.toml").write_text(tables, encoding="utf-8")
    found = load_sources(tmp_path / "sources.toml").sources
    assert count == len(found) == 3
    assert [s.name for s in found] == ['منبر "المثال"', 'منبر "المثال" 2', "https://c.example/rss"]
    assert [s.url for s in found] == [f"https://{x}.example/rss" for x in "abc"]
    with pytest.raises(SourcesError, match="no feed that is new"):
        tables_of_opml(tmp_path / "list.opml", found)


@pytest.mark.parametrize("text", ["", "no xml", "<opml><body/></opml>"])
def test_what_names_no_feed_is_told(tmp_path, text):
    (tmp_path / "list.opml").write_text(text, encoding="utf-8")
    with pytest.raises(SourcesError):
        tables_of_opml(tmp_path / "list.opml")
    with pytest.raises(SourcesError, match="cannot be opened"):
        tables_of_opml(tmp_path / "none.opml")
