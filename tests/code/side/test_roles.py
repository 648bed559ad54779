"""A state that wages something does it with its forces; a man of its people who is hurt is a civilian."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record


def _sides(coder, text: str, day: str) -> list[tuple[list[str], list[str]]]:
    article = article_from_record({"id": "a", "title": "", "text": text, "published": day})
    return [(list(r.initiators), list(r.targets)) for r in coder.code(article).reports]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("شنت روسيا غارتين على أطراف بلدة بداما غربي إدلب اليوم.", ["RUSSIA_MIL"]),
        ("جددت تركيا قصفها المدفعي على قرية المحمودية بريف عين عيسى اليوم.", ["TURKEY_MIL"]),
        ("واستأنفت إسرائيل غاراتها على محيط بلدة الكسوة بريف دمشق اليوم.", ["ISRAEL_MIL"]),
        ("شهدت تركيا هجوما بقنبلة يدوية في مدينة أضنة اليوم.", ["UNKNOWN"]),
    ],
)
def test_state_wages(coder, text, by):
    assert [found for found, _ in _sides(coder, text, "2022-05-03")] == [by]


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("إصابة عراقية وابنتها بقذيفة سقطت على بلدة كفرنبودة اليوم.", ["UNKNOWN"], ["CIVILIANS"]),
        ("مقتل تركي بانفجار عبوة ناسفة في مدينة الراعي اليوم.", ["UNKNOWN"], ["CIVILIANS"]),
        ("مقتل جندي تركي بانفجار عبوة ناسفة في مدينة الراعي اليوم.", ["UNKNOWN"], ["TURKEY_MIL"]),
    ],
)
def test_one_of_a_people_is_a_civilian(coder, text, by, to):
    assert _sides(coder, text, "2022-05-03") == [(by, to)]


@pytest.mark.parametrize(("day", "by"), [("2025-10-04", ["SYR_TRANSITION"]), ("2022-10-04", ["SYR_GOV"])])
def test_ministry_is_that_of_the_day(coder, day, by):
    text = "أعلنت الداخلية السورية اعتقال مهربين اثنين في مدينة القصير اليوم."
    assert _sides(coder, text, day) == [(by, ["CIVILIANS"])]


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("قتل رجل يرجح انتماؤه إلى داعش بغارة لطائرة مسيرة للتحالف الدولي قرب بلدة صوران اليوم.", ["IS"]),
        ("مقتل مازن الحلبي وهو أحد القيادات الميدانية في حراس الدين بغارة للتحالف قرب بلدة حارم اليوم.", ["HURRAS"]),
        ("مقتل مازن الحلبي، وهو من أبرز قادة داعش، بغارة للتحالف قرب بلدة حارم اليوم.", ["IS"]),
    ],
)
def test_whose_man_he_was_said_to_be(coder, text, to):
    assert _sides(coder, text, "2022-05-03") == [(["COALITION"], to)]


def test_observatory_of_a_side_only_tells(coder):
    text = 'قال المرصد التابع للمعارضة عبر صفحته، إن "طائرة روسية استهدفت أطراف بلدة كللي شمالي إدلب" اليوم.'
    assert _sides(coder, text, "2022-05-03") == [(["RUSSIA_MIL"], ["CIVILIANS"])]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "ضرب الجيش التركي والفصائل المسلحة الموالية له اليوم قرى ريف أبو راسين، وقد تركز القصف التركي على قرية أسدية.",
            ["TURKEY_MIL", "SNA"],
        ),
        ("استهدفت القوات التركية اليوم قرية أم الكيف، وتركز القصف التركي على قرية أسدية.", ["TURKEY_MIL"]),
        ("استهدفت قوات النظام وروسيا اليوم مزرعة قرب الأتارب. وامتد القصف إلى قرية كفرعمة.", ["SYR_GOV", "RUSSIA_MIL"]),
    ],
)
def test_whoever_did_what_is_taken_up_did_this_too(coder, text, by):
    assert _sides(coder, text, "2022-05-03")[-1] == (by, ["CIVILIANS"])


def test_who_helped_to_arrest_does_not_set_free(coder):
    text = "أفرجت قسد اليوم عن رجل كانت قد اعتقلته قبل شهر في قرية الحصان برفقة دورية للتحالف."
    assert [by for by, _ in _sides(coder, text, "2022-05-03")] == [["SDF"]]


def test_demonstrators_who_are_shelled_are_civilians(coder):
    text = "قصف تركي استهدف المحتجين عند سد تشرين اليوم، ما أدى إلى إصابة ثلاثة مدنيين."
    assert _sides(coder, text, "2025-01-15") == [(["TURKEY_MIL"], ["CIVILIANS"])]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("استهدفت طائرة مسيرة مجهولة منزلا في بلدة الراعي بصاروخ أمريكي الصنع اليوم.", ["UNKNOWN"]),
        ("استهدفت طائرة مسيرة أمريكية منزلا في بلدة الراعي اليوم.", ["US_MIL"]),
        ("شنت مروحيات أميركية تابعة للتحالف غارة على قرية الطكيحي بريف دير الزور اليوم.", ["COALITION"]),
        (
            "تزامنت غارات الطيران الروسي مع قصف صاروخي من النظام طال قرية العنكاوي بسهل الغاب اليوم.",
            ["SYR_GOV"],
        ),
    ],
)
def test_whose_weapon_and_whose_act_it_was(coder, text, by):
    assert _sides(coder, text, "2022-05-03") == [(by, ["CIVILIANS"])]


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        (
            "وفاة مدني جراء استهداف الجيش التركي لناحية الشيراوا في قرية برج القاص بريف حلب اليوم.",
            ["TURKEY_MIL"],
            ["CIVILIANS"],
        ),
        ("إصابة مزارعين اثنين جراء استهداف قوات النظام بالهاون في بلدة تقاد اليوم.", ["SYR_GOV"], ["CIVILIANS"]),
        ("مقتل جندي جراء استهداف الجيش التركي بقذيفة في بلدة تقاد اليوم.", ["UNKNOWN"], ["TURKEY_MIL"]),
    ],
)
def test_whoever_hurt_civilians_by_targeting_was_not_the_target(coder, text, by, to):
    assert _sides(coder, text, "2022-05-03") == [(by, to)]
