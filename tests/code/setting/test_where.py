"""Where the items of a round-up lie, though all of them stand on one line."""

from __future__ import annotations

import pytest

from waqai.code.coder import Coder
from waqai.read.record import article_from_record

ITEMS = (
    "حمص::قتل رجل برصاص مجهولين في حي الزهراء",
    "إدلب::قصفت قوات الأسد بلدة البارة بالمدفعية",
    "الرقة::انفجرت عبوة بسيارة لقسد في بلدة الكرامة",
)


@pytest.mark.parametrize("between", ["\n", ". ", "."])
def test_each_item_lies_in_the_governorate_of_its_header(coder: Coder, between: str) -> None:
    record = {"id": "1", "url": "https://example.org/1", "published": "2019-05-03", "text": between.join(ITEMS)}
    reports = coder.code(article_from_record(record)).reports
    assert [(r.place.name, r.place.admin1) for r in reports if r.place is not None] == [
        ("الزهراء", "Homs"),
        ("البارة", "Idlib"),
        ("الكرامة", "Ar-Raqqah"),
    ]


def test_a_text_may_end_with_a_countryside_of_nowhere(coder: Coder) -> None:
    text = "شهدت درعا فوضى أمنية. وقتل رجل في بلدة بالريف الغربي"
    record = {"id": "1", "url": "https://example.org/1", "published": "2019-05-03", "text": text}
    reports = coder.code(article_from_record(record)).reports
    assert list(reports) == []


def lies(coder: Coder, text: str) -> list[tuple[str, str | None]]:
    record = {"id": "1", "url": "https://example.org/1", "published": "2023-05-03", "text": text}
    return [(r.place.name, r.place.admin1) for r in coder.code(article_from_record(record)).reports if r.place]


@pytest.mark.parametrize(
    "where",
    [
        "قرب مدينة إنخل",
        "القريبة من بلدة إنخل",
        "بالقرب من إنخل وجاسم",
        "المطلة على مدينة إنخل",
        "قرب إنخل وقرب قرية جاسم",
    ],
)
def test_a_village_lies_where_the_town_beside_it_does(coder: Coder, where: str) -> None:
    assert lies(coder, f"قصفت قوات النظام بالمدفعية قرية الزعفورة {where}.") == [("الزعفورة", "Daraa")]


def test_a_city_is_not_told_apart_by_a_village_beside_it(coder: Coder) -> None:
    assert lies(coder, "انفجرت سيارة مفخخة في مدينة حماة قرب بلدة إنخل.") == [("حماة", "Hama")]


def test_a_village_nobody_knows_lies_where_the_others_of_its_list_do(coder: Coder) -> None:
    text = "قصفت قوات النظام أمس أحياء مدينة إدلب. وطال القصف قرى كفرزيتا واللطامنة والزعفورة."
    assert ("الزعفورة", "Hama") in lies(coder, text)


def test_one_namesake_elsewhere_does_not_move_a_list(coder: Coder) -> None:
    text = "شهدت مدينة الحسكة وبلدة الشدادي توترا. وداهمت قسد أمس قرى تل الزعفورة وتل الخرنوبة والسكرية."
    assert ("تل الزعفورة", "Al-Hasakah") in lies(coder, text)


def test_a_quarter_lies_in_the_city_that_the_text_names(coder: Coder) -> None:
    assert lies(coder, "قصفت قوات النظام بالمدفعية حي باب النيرب بمدينة إدلب.") == [("باب النيرب", "Idlib")]


@pytest.mark.parametrize(("village", "admin1"), [("فريكة", "Idlib"), ("مركدة", "Al-Hasakah")])
def test_villages_of_a_border_lie_in_their_own_governorate(coder: Coder, village: str, admin1: str) -> None:
    assert lies(coder, f"قصفت قوات النظام بالمدفعية قرية {village} شمال سوريا.") == [(village, admin1)]


def test_a_village_lies_where_its_list_does_and_a_namesake_elsewhere_is_none(coder: Coder) -> None:
    text = "داهمت قسد أمس بلدات خنيز وحزيمة وتشرين والسلحبية واعتقلت شابا."
    assert ("تشرين", "Ar-Raqqah") in lies(coder, text)


def test_what_is_said_of_a_village_parts_it_from_no_land(coder: Coder) -> None:
    text = "استهدفت مسيرة أمس سيارة عند قرية الزاهرية السكنية جنوب مدينة منبج."
    assert lies(coder, text) == [("الزاهرية", "Aleppo")]


def set_in(coder: Coder, text: str) -> list[tuple[str, str | None]]:
    record = {"id": "1", "url": "https://example.org/1", "published": "2015-07-25", "text": text}
    return [(r.place.name, r.place.admin1) for r in coder.code(article_from_record(record)).reports if r.place]


AHEAD = "سيطرت المقاومة اليمنية أمس على بلدتي الحوطة والوهط في محافظة لحج.\n"


def test_a_common_name_lies_where_its_sentence_is_set(coder: Coder) -> None:
    ahead = "سيطرت المقاومة اليمنية أمس على مدينة عتق وبلدتي بيحان وحبان في محافظة شبوة. وفي محافظة شبوة قصف الطيران مدينة عتق.\n"
    text = "وفي مدينة تعز استمر القتال. وذكر شاهد أن المقاومة تقدمت في منطقة العين."
    assert ("العين", "Ta'izz") in set_in(coder, ahead + text)


def test_a_place_nobody_knows_lies_where_its_sentence_is_set(coder: Coder) -> None:
    text = "وفي محافظة إب قصف طيران التحالف معسكرا. وأضاف أن الطيران قصف قرية الندوى."
    assert ("الندوى", "Ibb") in set_in(coder, AHEAD + text)


def test_a_scene_ends_where_another_land_is_named(coder: Coder) -> None:
    text = "وفي محافظة إب ساد الهدوء. ووصلت قوات إلى محافظة لحج. وتقدمت المقاومة في منطقة صبر."
    assert ("صبر", "Lahij") in set_in(coder, AHEAD + text)
