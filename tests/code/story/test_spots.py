"""What is told of a city and again of one spot in it is one incident; another act at the spot is its own."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record


def _reports(coder, title: str, text: str):
    article = article_from_record({"id": "spot", "title": title, "text": text, "published": "2015-07-25"})
    return coder.code(article).reports


@pytest.mark.parametrize(
    ("title", "text", "places"),
    [
        pytest.param(
            "غارات للتحالف على صنعاء",
            "شن طيران التحالف العربي أمس غارات على مواقع للحوثيين في العاصمة صنعاء.\n"
            "وأوضح شهود أن الغارات استهدفت معسكر الحفا وسمع دوي انفجارات عنيفة.",
            ["معسكر الحفا"],
            id="the_raids_hit_a_camp",
        ),
        pytest.param(
            "مقتل ستة جنود في تفجير بدياربكر",
            "قتل ستة جنود أتراك اليوم في انفجار سيارة مفخخة قرب مدينة دياربكر.\n"
            "وقال مكتب المحافظ إن السيارة المفخخة انفجرت في بلدة ليجي وقتل ستة من الجنود.",
            ["ليجي"],
            id="the_same_six_dead",
        ),
        pytest.param(
            "مقتل ستة جنود في تفجير بدياربكر",
            "قتل ستة جنود أتراك اليوم في انفجار سيارة مفخخة في مدينة دياربكر.\n"
            "وفي بلدة ليجي قتل ثلاثة جنود في انفجار عبوة ناسفة.",
            ["دياربكر", "ليجي"],
            id="other_dead",
        ),
        pytest.param(
            "الحوثيون يقصفون عدن",
            "دانت منظمة حقوقية الخميس قصف الحوثيين لمناطق سكنية في مدينة عدن.\n"
            "وقالت المنظمة إن قذائف الهاون سقطت على حي دار سعد في 19 تموز وقتلت عشرات المدنيين.",
            ["دار سعد"],
            id="condemned_on_another_day",
        ),
        pytest.param(
            "قصف على عدن",
            "قصف الحوثيون أمس مدينة عدن بالمدفعية.\nوسقطت قذائف هاون على حي دار سعد في 19 تموز.",
            ["عدن", "دار سعد"],
            id="told_of_two_days",
        ),
        pytest.param(
            "قصف على درعا",
            "قصفت قوات النظام أمس مدينة درعا بالمدفعية وقتل أربعة مدنيين.\n"
            "وفي بلدة النعيمة قتل مدنيان في قصف لقوات النظام.",
            ["درعا", "النعيمة"],
            id="a_village_beside_the_city",
        ),
        pytest.param(
            "اشتباكات في بنغازي",
            "قتل جنديان أمس في اشتباكات وسط مدينة بنغازي.\nوقصف سلاح الجو حي الصابري.",
            ["بنغازي", "الصابري"],
            id="a_fight_and_an_air_raid",
        ),
        pytest.param(
            "هجمات في حلب",
            "قتل سبعة مدنيين أمس بغارة جوية على مدينة حلب.\nوقتل ثلاثة مدنيين في غارة أخرى على حي الكلاسة.",
            ["حلب", "الكلاسة"],
            id="another_raid",
        ),
    ],
)
def test_spots(title, text, places, coder):
    assert [r.place.name for r in _reports(coder, title, text)] == places


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        pytest.param(
            "سيطرت المقاومة الشعبية أمس على مواقع للحوثيين غربي مأرب.\n"
            "وقال مصدر إن المقاومة شنت هجوما على الحوثيين في منطقة الفاو وسيطرت على خمسة مواقع فيها.",
            ["capture"],
            id="an_attack_and_what_it_took",
        ),
        pytest.param(
            "سيطرت المقاومة الشعبية على بلدة لودر أمس. وقصف الحوثيون بلدة لودر بالمدفعية بعد ذلك وقتل مدنيان.",
            ["capture", "shelling"],
            id="shelled_by_those_who_lost_it",
        ),
    ],
)
def test_attack_and_capture(text, acts, coder):
    assert [r.method for r in _reports(coder, "", text)] == acts


LISTED = (
    "وصل الوزير إلى العاصمة أمس.\nوعقد اجتماعا مع المحافظ.\n"
    "وشن طيران التحالف العربي أمس غارات على مواقع الحوثيين في محافظات مأرب وعمران وحجة. "
)


@pytest.mark.parametrize(
    ("then", "places"),
    [
        pytest.param(
            "واستهدفت الغارات تجمعات للحوثيين في مديرية حرف سفيان بمحافظة عمران.",
            ["مأرب", "حجة", "حرف سفيان"],
            id="the_raids_hit_a_district",
        ),
        pytest.param(
            "كما قصفت الطائرات معسكرا في مديرية حرض.", ["مأرب", "عمران", "حجة", "حرض"], id="and_another_was_shelled"
        ),
    ],
)
def test_spots_of_a_list_of_governorates(then, places, coder):
    assert [r.place.name for r in _reports(coder, "", LISTED + then)] == places
