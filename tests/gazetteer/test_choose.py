"""The choice among namesakes, on a gazetteer of invented places: what decides, and how sure it is."""

import pytest

from gazetteer_places import place
from waqai.gazetteer.build import write_store
from waqai.gazetteer.choose import choose
from waqai.gazetteer.context import Context, read_context
from waqai.gazetteer.phrase import Container, PlacePhrase
from waqai.gazetteer.store import Gazetteer
from waqai.values.place import PlacePrecision

TOWN, GOVERNORATE = PlacePrecision.TOWN, PlacePrecision.GOVERNORATE
IDLIB = place(90, names=("إدلب",), name_en="Idlib", kind="governorate", precision=GOVERNORATE, lat=35.93, lon=36.63)
HAMA = place(
    91, names=("حماة",), name_en="Hama", kind="governorate", precision=GOVERNORATE, lat=35.13, lon=36.75, admin1="Hama"
)
NORTH = place(1, lat=36.2, lon=36.7)
SOUTH = place(2, lat=35.2, lon=36.9, admin1="Hama")
LONE = place(3, names=("عين السمر",), name_en="Ayn as-Samar", lat=35.8, lon=36.5)
SAMAR = place(4, names=("السمر",), name_en="As-Samar", lat=35.7, lon=36.4, population=60_000)


@pytest.fixture
def gazetteer(tmp_path):
    write_store(tmp_path / "places.sqlite", [IDLIB, HAMA, NORTH, SOUTH, LONE, SAMAR], [])
    return Gazetteer(tmp_path / "places.sqlite")


def phrase(name="كفر ندوه", kind="", precision=TOWN, containers=(), relation="in"):
    return PlacePhrase(0, 1, 0, 1, 0, 1, name, kind, precision, relation=relation, containers=containers)


def held_by(name, kind="", precision=GOVERNORATE):
    return Container(0, 1, 0, 1, name, kind, precision)


def pick(gazetteer, asked, admin1="", section=None):
    context = Context(gazetteer, {"SY": 1.0}, {("SY", admin1): 1.0} if admin1 else {})
    return choose(asked, context, text="", name=asked.name, section=section)


def test_the_governorate_that_the_text_names_decides(gazetteer):
    for container, chosen in (("ادلب", NORTH), ("حماه", SOUTH)):
        choice = pick(gazetteer, phrase(containers=(held_by(container),)))
        assert choice.place == chosen
        assert choice.probability > 0.67


def test_so_does_what_the_article_is_about(gazetteer):
    assert pick(gazetteer, phrase(), admin1="Hama").place == SOUTH


def test_the_place_beside_decides(gazetteer):
    choice = pick(gazetteer, phrase(containers=(held_by("السمر", precision=TOWN),)))
    assert choice.place == NORTH or choice.probability < 0.67


def test_without_any_sign_it_is_a_doubt_and_the_radius_says_so(gazetteer):
    choice = pick(gazetteer, phrase())
    assert choice.probability < 0.6
    assert (choice.value.radius_m or 0) >= 10_000
    assert len(choice.others) == 1


def test_the_less_is_said_the_less_sure_it_is(gazetteer):
    sure = pick(gazetteer, phrase("عين السمر", containers=(held_by("ادلب"),)))
    less = pick(gazetteer, phrase("عين السمر"))
    assert sure.place == less.place == LONE
    assert sure.probability >= less.probability > 0.67


def test_a_known_name_in_the_wrong_governorate_is_another_place(gazetteer):
    choice = pick(gazetteer, phrase("عين السمر"), admin1="Hama", section=HAMA)
    assert choice.place is None
    assert (choice.value.lat, choice.value.point_precision) == (HAMA.lat, GOVERNORATE)
    assert choice.rated, "the reasons against it are kept"


def test_an_unknown_name_takes_the_nearest_parents_point(gazetteer):
    holders = (held_by("السمر", precision=TOWN), held_by("ادلب"))
    choice = pick(gazetteer, phrase("تليل الندوه", containers=holders))
    assert (choice.place, choice.value.gazetteer_id) == (None, None)
    assert (choice.value.lat, choice.value.point_precision, choice.value.name) == (SAMAR.lat, TOWN, "تليل الندوه")
    assert "unknown to the gazetteer" in choice.because


def test_a_site_in_what_is_city_and_governorate_lies_in_the_city(tmp_path):
    city = place(92, names=("إدلب",), name_en="Idlib", kind="city", lat=35.94, lon=36.64, population=100_000)
    write_store(tmp_path / "places.sqlite", [IDLIB, city], [])
    gazetteer = Gazetteer(tmp_path / "places.sqlite")
    site = phrase("المنطقه الصناعيه", "area", PlacePrecision.SITE, containers=(held_by("ادلب"),))
    value = pick(gazetteer, site, "Idlib").value
    assert (value.lat, value.precision, value.point_precision) == (35.94, PlacePrecision.SITE, TOWN)
    around = phrase("المنطقه الصناعيه", "area", PlacePrecision.SITE, containers=(held_by("ادلب", "governorate"),))
    assert pick(gazetteer, around, "Idlib").value.point_precision is GOVERNORATE
    assert (
        pick(gazetteer, phrase("كفر خيال", containers=(held_by("ادلب"),)), "Idlib").value.point_precision is GOVERNORATE
    )


def test_an_unknown_name_with_no_parent_has_no_point(gazetteer):
    choice = pick(gazetteer, phrase("تليل الندوه"))
    assert (choice.value.lat, choice.probability) == (None, 0.0)


def test_another_spelling_is_found_and_less_sure(gazetteer):
    exact = pick(gazetteer, phrase("عين السمر"), admin1="Idlib")
    other = pick(gazetteer, phrase("عين الصمر"), admin1="Idlib")
    assert other.place == exact.place == LONE
    assert other.probability < exact.probability
    assert "written much like it" in other.because


def test_a_camp_is_not_the_town_it_is_named_after(gazetteer):
    choice = pick(gazetteer, phrase("عين السمر", kind="camp"), admin1="Idlib")
    assert choice.place is None
    assert (choice.value.lat, choice.value.radius_m) == (LONE.lat, 15_000)


def test_near_a_place_is_less_exact_than_in_it(gazetteer):
    inside = pick(gazetteer, phrase("السمر"), admin1="Idlib").value
    beside = pick(gazetteer, phrase("السمر", relation="near"), admin1="Idlib").value
    assert (beside.radius_m or 0) > (inside.radius_m or 0)


MARIB = place(
    20,
    names=("مأرب",),
    name_en="Marib",
    kind="governorate",
    precision=GOVERNORATE,
    lat=15.46,
    lon=45.33,
    admin1="Marib",
    country="YE",
)
SANAA = place(
    21,
    names=("صنعاء",),
    name_en="Sanaa",
    kind="governorate",
    precision=GOVERNORATE,
    lat=15.35,
    lon=44.2,
    admin1="Sanaa",
    country="YE",
)


@pytest.mark.parametrize(("side", "known"), [("شرق", True), ("غرب", False)])
def test_a_governorate_on_a_side_of_a_far_city_is_itself(tmp_path, side, known):
    write_store(tmp_path / "yemen.sqlite", [MARIB, SANAA], [])
    beside = Container(0, 1, 0, 1, "صنعاء", "", GOVERNORATE, side=side)
    context = Context(Gazetteer(tmp_path / "yemen.sqlite"), {"YE": 1.0}, {})
    choice = choose(phrase("مأرب", containers=(beside,)), context, text="", name="مأرب")
    assert (choice.place == MARIB) is known


def test_of_namesakes_the_one_that_is_spelt_so_is_meant(tmp_path):
    plain = place(5, names=("زهرا",), name_en="Zahra", lat=36.1, lon=36.7, population=9_000)
    with_article = place(6, names=("الزهراء",), name_en="Az-Zahra", lat=35.9, lon=36.8, population=3_000)
    write_store(tmp_path / "alike.sqlite", [IDLIB, plain, with_article], [])
    both = Gazetteer(tmp_path / "alike.sqlite")
    assert pick(both, phrase("الزهراء")).place == with_article
    assert pick(both, phrase("زهرا")).place == plain


def test_a_quarter_abroad_is_none_of_a_city_the_article_tells_of(tmp_path):
    quarter = place(7, names=("الياسمين",), kind="neighbourhood", precision=PlacePrecision.NEIGHBOURHOOD)
    write_store(tmp_path / "quarters.sqlite", [SANAA, quarter], [])
    both = Gazetteer(tmp_path / "quarters.sqlite")
    asked = phrase("الياسمين", "neighbourhood", PlacePrecision.NEIGHBOURHOOD)
    for actors, chosen in (("YE", None), ("SY", quarter)):
        context = read_context((), [phrase("صنعاء")] * (actors == "YE") + [asked], both, actors=[actors])
        assert choose(asked, context, text="", name="الياسمين").place == chosen
