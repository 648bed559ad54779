"""What was written is found again, by every spelling; what is no store is refused with what to do."""

import pickle
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer_places import place
from waqai.errors import GazetteerError
from waqai.gazetteer.build import write_store
from waqai.gazetteer.key import name_key
from waqai.gazetteer.place import Place
from waqai.gazetteer.source import Source
from waqai.gazetteer.store import DEFAULT, Gazetteer, open_gazetteer


def store(path, *places: Place) -> Gazetteer:
    write_store(path / "places.sqlite", places, [Source("test", "Test", "CC0", "2026")])
    return Gazetteer(path / "places.sqlite")


def test_a_place_comes_back_as_it_went_in(tmp_path):
    whole = place(
        pcode="C9001", population=812, ids=("test:1", "geonames:990001"), admin3="الدانا", latin=("Kefer Nedwa",)
    )
    assert store(tmp_path, whole).named("كفرندوة") == [whole]


@pytest.mark.parametrize("name", ["كفر ندوة", "كفرندوه", "Kafr Nadwa", "KAFR-NADWA", "Kefer Nedwa"])
def test_every_name_finds_it(tmp_path, name):
    assert [p.id for p in store(tmp_path, place(latin=("Kefer Nedwa",))).named(name)] == ["test:1"]


def test_a_name_that_sounds_alike_finds_it_in_either_script(tmp_path):
    gazetteer = store(tmp_path, place())
    assert gazetteer.find_like("كفر نضوة")[0].id == gazetteer.find_like("Kafr Naddwe")[0].id == "test:1"


def test_names_that_sound_alike_are_weighed_once(tmp_path, monkeypatch):
    gazetteer = store(tmp_path, place())
    least = 0.7
    weighed = gazetteer.alike("كفر نضوة", least)
    assert weighed[0][0].id == "test:1"
    assert all(least <= likeness <= 1 for _, likeness in weighed)
    monkeypatch.setattr(Gazetteer, "find_like", lambda *_: pytest.fail("asked the store again"))
    assert gazetteer.alike("كفر نضوة", least) is weighed


def test_the_most_prominent_namesake_comes_first(tmp_path):
    gazetteer = store(tmp_path, place(1, population=10), place(2, population=900), place(3))
    assert [p.id for p in gazetteer.named("كفر ندوة")] == ["test:2", "test:1", "test:3"]


@given(st.lists(st.text("ابتثجحدرسعفقكلمنهوي", min_size=3, max_size=8), min_size=1, max_size=30, unique=True))
def test_every_name_that_went_in_is_known_and_found(tmp_path_factory, names):
    folder = tmp_path_factory.mktemp("store")
    gazetteer = store(folder, *(place(n, names=(name,)) for n, name in enumerate(names)))
    for n, name in enumerate(names):
        assert gazetteer.knows(name_key(name))
        assert f"test:{n}" in {p.id for p in gazetteer.named(name)}


def test_an_unfinished_store_leaves_the_old_one(tmp_path):
    gazetteer = store(tmp_path, place())

    def failing():
        yield place(7)
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        write_store(tmp_path / "places.sqlite", failing(), [])
    assert Gazetteer(gazetteer.path).named("كفر ندوة")[0].id == "test:1"
    assert [p.name for p in tmp_path.iterdir()] == ["places.sqlite"]


def test_it_travels_to_another_process(tmp_path):
    assert pickle.loads(pickle.dumps(store(tmp_path, place()))).named("كفر ندوة")


def test_what_is_no_store_is_refused(tmp_path):
    with pytest.raises(GazetteerError, match="there is no gazetteer here"):
        Gazetteer(tmp_path / "gone.sqlite")
    (tmp_path / "text.sqlite").write_text("not a database" * 100, encoding="utf-8")
    with pytest.raises(GazetteerError, match="no gazetteer store"):
        Gazetteer(tmp_path / "text.sqlite")
    db = sqlite3.connect(tmp_path / "old.sqlite")
    db.executescript("CREATE TABLE meta (key TEXT, value); INSERT INTO meta VALUES ('format', '1')")
    db.close()
    with pytest.raises(GazetteerError, match="waqai gazetteer rebuild"):
        Gazetteer(tmp_path / "old.sqlite")


def test_the_default_ships_with_its_credits_and_governorates(tmp_path):
    gazetteer = open_gazetteer(tmp_path)
    assert gazetteer.path == DEFAULT
    assert {s.id for s in gazetteer.sources()} == {"waqai", "geonames"}
    assert all(s.licence and s.places for s in gazetteer.sources())
    idlib = gazetteer.governorate("SY", "Idlib")
    assert idlib is not None
    assert idlib.kind == "governorate"
    assert gazetteer.governorate("SY", "Nowhere") is None


def test_a_hamlet_is_found_and_not_reported(tmp_path):
    gazetteer = store(
        tmp_path,
        place(1, source="wof", names=("الجديدة",)),
        place(2, source="wof", names=("الندوة",), population=40_000),
        place(3, source="waqai", names=("السمر",), more=("الجديد",)),
    )
    for name, found, reported in (
        ("الجديدة", ["test:1"], []),
        ("الندوة", ["test:2"], ["test:2"]),
        ("السمر", ["test:3"], ["test:3"]),
        ("الجديد", ["test:3"], []),
    ):
        assert [p.id for p in gazetteer.find(name_key(name))] == found
        assert [p.id for p in gazetteer.reported(name_key(name))] == reported
