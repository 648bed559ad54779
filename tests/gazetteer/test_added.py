"""The whole way of a source: added, merged with the default and the others, used, taken out again."""

import pytest

from gazetteer_places import place
from gazetteer_sources import ALIASES, GEONAMES, cod_csv, cod_xlsx, geonames_zip, team_csv, wof_tar
from waqai.errors import GazetteerError
from waqai.gazetteer import added as module
from waqai.gazetteer.added import Added
from waqai.gazetteer.store import DEFAULT, open_gazetteer


def silent(what: str, done: int, total: int) -> None:
    """Show nothing."""


@pytest.fixture
def team(tmp_path):
    return Added(tmp_path / "home")


def add(team: Added, *paths) -> None:
    for path in paths:
        team.add(str(path), silent)
    team.rebuild(silent)


def village(tmp_path, name="كفر ندوة"):
    return [p for p in open_gazetteer(tmp_path / "home").named(name) if p.admin1 == "Idlib"]


def test_one_place_from_four_sources_is_one_with_all_ids(team, tmp_path):
    add(
        team,
        wof_tar(tmp_path / "wof.tar.xz"),
        geonames_zip(tmp_path / "SY.zip", GEONAMES),
        cod_csv(tmp_path / "adm4.csv"),
        cod_xlsx(tmp_path / "adm.xlsx"),
    )
    (found,) = village(tmp_path)
    assert set(found.ids) == {"wof:1", "geonames:990001", "pcode:C9001"}
    assert found.pcode == "C9001"
    assert found.names == ("كفر ندوة", "كفرندوة")
    assert (found.lat, found.lon) == (36.21, 36.77), "Who's On First is trusted before GeoNames"
    assert village(tmp_path, "Kefer Nedwa") == [found]
    assert found.admin2 == "حارم"
    idlib = open_gazetteer(tmp_path / "home").governorate("SY", "Idlib")
    assert idlib is not None
    assert idlib.pcode == "SY07", "a table without points gives its codes to what is known"


def test_the_team_is_trusted_first(team, tmp_path):
    add(team, wof_tar(tmp_path / "wof.tar.xz"), team_csv(tmp_path / "mine.csv", "كفر ندوة,36.2,36.75,village,إدلب,SY"))
    (found,) = village(tmp_path)
    assert (found.lat, found.source) == (36.2, "team")


def test_names_apart_from_places_count_in_either_order(team, tmp_path):
    names = geonames_zip(tmp_path / "alternateNamesV2.zip", ALIASES, "alternateNamesV2.txt")
    add(team, names, geonames_zip(tmp_path / "SY.zip", GEONAMES))
    gazetteer = open_gazetteer(tmp_path / "home")
    (found,) = gazetteer.named("تل الندى العتيق")
    assert found.id == "geonames:990005"
    assert [p.id for p in gazetteer.named("Gire Nedwa")] == ["geonames:990005"]


def test_a_second_time_changes_nothing(team, tmp_path):
    source = wof_tar(tmp_path / "wof.tar.xz")
    first = team.add(str(source), silent)
    team.rebuild(silent)
    before = (team.store.read_bytes(), team.sources())
    again = team.add(str(source), silent)
    assert (first.changed, again.changed) == (True, False)
    assert again.tally == first.tally
    assert (team.store.read_bytes(), team.sources()) == before


def test_the_default_stays_and_is_credited(team, tmp_path):
    add(team, wof_tar(tmp_path / "wof.tar.xz"))
    gazetteer = open_gazetteer(tmp_path / "home")
    assert gazetteer.path != DEFAULT
    assert gazetteer.named("حلب")
    assert [s.id for s in gazetteer.sources()] == ["waqai", "geonames", "wof/wof.tar.xz"]


def test_what_was_taken_out_is_gone(team, tmp_path):
    add(team, wof_tar(tmp_path / "wof.tar.xz"))
    assert team.remove("wof/wof.tar.xz")
    team.rebuild(silent)
    assert open_gazetteer(tmp_path / "home").path == DEFAULT


def test_a_cut_source_is_refused_and_not_used(team, tmp_path):
    source = geonames_zip(tmp_path / "SY.zip", GEONAMES)
    whole = source.read_bytes()
    source.write_bytes(whole[:-20])
    with pytest.raises(GazetteerError, match="ends too early"):
        team.add(str(source), silent)
    assert team.sources() == []
    source.write_bytes(whole)
    assert team.add(str(source), silent).tally.places == 3


def test_a_source_with_nothing_in_it_is_refused(team, tmp_path):
    with pytest.raises(GazetteerError, match="no place that can be used"):
        team.add(str(geonames_zip(tmp_path / "XX.zip", ["1\tx", "2\ty"][:0] or [GEONAMES[2]])), silent)
    assert team.sources() == []


def test_malformed_lines_are_counted_and_named(team, tmp_path):
    outcome = team.add(str(geonames_zip(tmp_path / "SY.zip", GEONAMES)), silent)
    assert (outcome.tally.skipped, outcome.source.id) == (2, "geonames/SY.zip")
    assert [where for where, _ in team.skipped("geonames/SY.zip")] == ["SY.txt:4", "SY.txt:5"]


def test_a_place_taught_once_is_known(team, tmp_path):
    team.teach(place(77, id="team:desk-77", ids=("team:desk-77",), names=("عين الندى الفوقا",)))
    team.rebuild(silent)
    (found,) = village(tmp_path, "عين الندى الفوقا")
    assert found.source == "team"


def test_a_store_on_another_default_is_stale(team, tmp_path, monkeypatch):
    assert not team.is_stale()
    team.add(str(wof_tar(tmp_path / "wof.tar.xz")), silent)
    assert team.is_stale(), "not built yet"
    team.rebuild(silent)
    assert not team.is_stale()
    monkeypatch.setattr(module, "base_mark", lambda: "another")
    assert team.is_stale()


def test_a_store_that_a_source_was_added_to_and_not_written_is_stale(team, tmp_path):
    add(team, wof_tar(tmp_path / "wof.tar.xz"))
    team.add(str(geonames_zip(tmp_path / "SY.zip", GEONAMES)), silent)
    assert team.is_stale(), "killed before the store was written"
    team.rebuild(silent)
    assert not team.is_stale()
