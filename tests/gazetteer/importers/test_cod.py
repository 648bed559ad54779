"""OCHA's p-code tables: the level of a row, its names by script, its parents, and what is malformed."""

from gazetteer_sources import NADWA, cod_csv, cod_shapefile, cod_xlsx
from waqai.gazetteer.importers.cod import read
from waqai.gazetteer.importers.row import Skipped
from waqai.gazetteer.place import Place


def test_a_settlement_of_the_fourth_level(tmp_path):
    (place,) = read(cod_csv(tmp_path / "adm4.csv"))
    assert isinstance(place, Place)
    assert (place.id, place.pcode, place.kind) == ("pcode:C9001", "C9001", "village")
    assert (place.names, place.name_en) == (("كفر ندوة",), "Kafr Nadwa")
    assert (place.country, place.admin1, place.admin2, place.admin3) == ("SY", "Idlib", "حارم", "الدانا")
    assert (place.lat, place.lon) == (36.2105, 36.7704)


def test_levels_without_points_are_given_without_one(tmp_path):
    rows = list(read(cod_xlsx(tmp_path / "a.xlsx")))
    places = [r for r in rows if isinstance(r, Place)]
    assert [(p.pcode, p.kind, p.admin1, p.has_point) for p in places] == [
        ("SY07", "governorate", "Idlib", False),
        ("SY0703", "district", "Idlib", False),
    ]
    assert [r.why for r in rows if isinstance(r, Skipped)] == ["SY0799 has no name"]


def test_a_shapefile_of_settlements_with_columns_of_their_own(tmp_path):
    (place,) = read(cod_shapefile(tmp_path / "a.shp"))
    assert isinstance(place, Place)
    assert (place.pcode, place.names, place.admin1) == ("C9001", ("كفر ندوة",), "Idlib")
    assert (place.lat, place.lon) == (36.2105, 36.7704)


def test_malformed_rows_say_why(tmp_path):
    rows = read(
        cod_csv(
            tmp_path / "a.csv",
            NADWA.replace("36.2105", "96.2"),
            NADWA.replace("SY,", "7,").replace("SY0", "0"),
            ",Idleb,إدلب,,Harem,حارم,,Dana,الدانا,,Kafr Nadwa,كفر ندوة,,36.2,36.7",
        )
    )
    assert [r.why for r in rows if isinstance(r, Skipped)] == [
        "no degrees: 96.2",
        "no p-code of 7, 07, 0703, 070302, C9001 begins with a country's two letters",
        "no p-code",
    ]
