"""Who's On First in its three forms: the same places, the malformed named, a cut archive noticed."""

import pytest

from gazetteer_sources import wof_folder, wof_sqlite, wof_tar
from waqai.errors import GazetteerError
from waqai.gazetteer.importers.row import Passed, Skipped
from waqai.gazetteer.importers.whosonfirst import read
from waqai.gazetteer.place import Place


@pytest.mark.parametrize(
    ("write", "name"), [(wof_tar, "a.tar.xz"), (wof_folder, "a"), (wof_sqlite, "a.db")], ids=["tar", "folder", "sqlite"]
)
def test_all_forms_give_the_same_places(tmp_path, write, name):
    rows = list(read(write(tmp_path / name)))
    places = {r.id: r for r in rows if isinstance(r, Place)}
    assert places.keys() == {"wof:1", "wof:900"}
    village = places["wof:1"]
    assert (village.names, village.name_en, village.kind) == (("كفر ندوة",), "Kafr Nadwa", "town")
    assert village.latin == ("Kefer Nedwa",)
    assert (village.admin1, village.admin2) == ("Idlib", "#wof:900")
    assert village.ids == ("wof:1", "geonames:990001")
    assert (village.lat, village.lon) == (36.21, 36.77)
    assert sum(isinstance(r, Passed) for r in rows) == 1, "the superseded record"
    assert [r.why for r in rows if isinstance(r, Skipped)] == ["no place: KeyError 'wof:placetype'"]


def test_a_cut_archive_is_noticed(tmp_path):
    whole = wof_tar(tmp_path / "a.tar.xz", mode="w:xz")
    whole.write_bytes(whole.read_bytes()[:-40])
    with pytest.raises(GazetteerError, match="ends too early"):
        list(read(whole))


def test_a_tar_cut_between_two_records_is_noticed(tmp_path):
    whole = wof_tar(tmp_path / "a.tar", mode="w")
    whole.write_bytes(whole.read_bytes()[:1_024])
    with pytest.raises(GazetteerError, match="ends too early"):
        list(read(whole))


def test_a_database_of_something_else_is_refused(tmp_path):
    (tmp_path / "a.db").write_bytes(b"no database at all, but long enough to look at" * 30)
    with pytest.raises(GazetteerError, match="no Who's On First database"):
        list(read(tmp_path / "a.db"))
