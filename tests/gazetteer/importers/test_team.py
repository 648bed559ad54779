"""A team's own table: columns under several names, namesakes kept apart, malformed rows named."""

from gazetteer_sources import team_csv
from waqai.gazetteer.importers.row import Skipped
from waqai.gazetteer.importers.team import has_places, read
from waqai.gazetteer.place import Place


def test_rows_become_places(tmp_path):
    (place,) = read(team_csv(tmp_path / "a.csv", "كفر ندوة|كفرندوة,36.21,36.77,village,إدلب,SY"))
    assert isinstance(place, Place)
    assert place.names == ("كفر ندوة", "كفرندوة")
    assert (place.kind, place.admin1, place.source) == ("village", "Idlib", "team")


def test_arabic_headers_and_no_country(tmp_path):
    path = team_csv(tmp_path / "a.csv", "وادي الندى,15.41,44.02", header="الاسم,خط العرض,خط الطول")
    (place,) = read(path)
    assert isinstance(place, Place)
    assert (place.names, place.country) == (("وادي الندى",), "YE"), "the country follows from the point"


def test_namesakes_in_one_governorate_keep_ids_of_their_own(tmp_path):
    row = "الندوة,{},36.77,village,إدلب,SY"
    rows = list(read(team_csv(tmp_path / "a.csv", row.format("36.1"), row.format("35.7"))))
    assert len({r.id for r in rows if isinstance(r, Place)}) == 2


def test_malformed_rows_say_why(tmp_path):
    rows = read(team_csv(tmp_path / "a.csv", ",36.21,36.77,,,SY", "الندوة,north,36.7,,,SY", "الندوة,36.1,366.7,,,SY"))
    assert [r.why for r in rows if isinstance(r, Skipped)] == [
        "no name",
        "could not convert string to float: 'north'",
        "no point on Earth: 36.1, 366.7",
    ]


def test_its_columns_are_known_by_name():
    assert has_places({"name": "", "lat": "", "lon": ""})
    assert has_places({"الاسم": "", "خطالعرض": "", "خطالطول": ""})
    assert not has_places({"name": "", "lat": ""})
