"""An interrupted import goes on where it was, a second one of the same bytes is known, a new edition replaces the old."""

import pytest

from gazetteer_places import place
from waqai.errors import GazetteerError
from waqai.gazetteer import records as module
from waqai.gazetteer.importers.row import Alias, Passed, Skipped
from waqai.gazetteer.records import NAMED, Records, Tally
from waqai.gazetteer.source import Source

SOURCE = Source("test/a", "Test", "CC0", "2026", "a.csv", "digest-1")
ROWS = [place(1), Skipped("a:2", "no name"), Passed(), Alias("test:1", "تل الندى"), place(2), place(3)]


@pytest.fixture
def records(tmp_path):
    opened = Records(tmp_path / "records.sqlite")
    yield opened
    opened.close()


def test_a_whole_import_is_counted_line_by_line(records):
    *_, tally = records.take(SOURCE, 3, ROWS)
    assert tally == Tally(rows=6, places=3, aliases=1, skipped=1, passed=1)
    assert records.is_finished("test/a", "digest-1")
    assert not records.is_finished("test/a", "digest-2")
    (source,) = records.sources()
    assert (source.places, source.skipped) == (3, 1)
    assert records.skipped("test/a") == [Skipped("a:2", "no name")]


def test_an_interrupted_import_goes_on_and_counts_nothing_twice(records, monkeypatch):
    monkeypatch.setattr(module, "BATCH", 2)

    def cut():
        yield from ROWS[:5]
        raise OSError("power cut")

    with pytest.raises(OSError, match="power cut"):
        list(records.take(SOURCE, 3, cut()))
    assert records.sources() == [], "half a source is not used"
    written = []

    def watched():
        for row in ROWS:
            written.append(row)
            yield row

    *_, tally = records.take(SOURCE, 3, watched())
    assert tally == Tally(rows=6, places=3, aliases=1, skipped=1, passed=1)
    assert len(written) == 6
    assert len(list(records.places(["test/a"]))) == 3


def test_a_new_edition_replaces_the_old(records):
    list(records.take(SOURCE, 3, ROWS))
    list(records.take(Source("test/a", "Test", "CC0", "2027", "a.csv", "digest-2"), 3, [place(9)]))
    assert [p.id for p in records.places(["test/a"])] == ["test:9"]
    assert records.aliases(["test:1"]) == []


def test_parents_are_named_where_they_were_numbered(records):
    district = place(10, id="wof:900", kind="district", precision="district", names=("حارم",), ids=("wof:900",))
    rows = [place(1, admin2="#wof:900", admin3="#wof:901"), district]
    list(records.take(SOURCE, 3, rows))
    village = next(p for p in records.places(["test/a"]) if p.id == "test:1")
    assert (village.admin2, village.admin3) == ("حارم", "")


def test_malformed_lines_are_all_counted_and_a_thousand_named(records):
    *_, tally = records.take(SOURCE, 3, (Skipped(f"a:{n}", "no name") for n in range(NAMED + 5)))
    assert tally.skipped == NAMED + 5
    assert len(records.skipped("test/a")) == NAMED


def test_places_taught_one_by_one(records):
    desk = Source("team/desk", "Desk", "", "2026")
    for number in (1, 2, 1):
        records.put(place(number), desk, 0)
    assert [s.places for s in records.sources()] == [2]
    assert records.remove("team/desk")
    assert not records.remove("team/desk")


def test_another_file_is_refused(tmp_path):
    (tmp_path / "records.sqlite").write_text("no database" * 100, encoding="utf-8")
    with pytest.raises(GazetteerError, match="no file of gazetteer records"):
        Records(tmp_path / "records.sqlite")


def test_a_file_that_cannot_be_opened_is_not_called_another_kind_of_file(tmp_path):
    (tmp_path / "records.sqlite").mkdir()
    with pytest.raises(GazetteerError, match="cannot be opened or written to"):
        Records(tmp_path / "records.sqlite")
