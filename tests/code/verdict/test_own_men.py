"""Soldiers, policemen and patrols whom no force's name gives, met by a bomb: they are the state's own."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("انفجر لغم صباح اليوم في منطقة سمسات بمحافظة هكاري عند مرور آلية تقل جنودا.", ["TURKEY_MIL"]),
        ("استهدف تفجير بسيارة مفخخة قافلة عسكرية كانت تعبر بلدة الشيخ زويد، وفق مصدر أمني.", ["EGY_STATE"]),
        (
            "قالت الوكالة إن القنبلة التي انفجرت الأربعاء في قرية سترة البحرينية استهدفت رجال الشرطة.",
            ["POLICE_OTHER"],
        ),
        ("انفجرت عبوة أمام منزل ضابط في حي المساعيد بالعريش من دون أن توقع إصابات.", ["EGY_STATE"]),
        ("أعلنت الوزارة أن تفجيرا استهدف، الثلاثاء، دورية للشرطة في قرية سترة البحرينية.", ["POLICE_OTHER"]),
        ("انفجرت عبوة ناسفة لدى مرور قافلة عسكرية في مدينة إدلب.", ["UNKNOWN"]),
        ("انفجرت سيارة مفخخة قرب تجمع للمتسوقين في مدينة إسطنبول.", ["CIVILIANS"]),
    ],
)
def test_whose_men_the_bomb_met(coder, text, to):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-08-12"})
    assert [list(r.targets) for r in coder.code(article).reports] == [to]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("قررت الحكومة التونسية أمس فرض حظر تجول ليلي في محافظة القصرين.", ["TUN_STATE"]),
        ("صدر قرار بمد حظر التجول في مدينة العريش شهرا آخر.", ["EGY_STATE"]),
        ("فرض حظر التجول في مدينة الرقة منذ صباح أمس.", ["UNKNOWN"]),
    ],
)
def test_a_curfew_is_the_states_where_nobody_else_rules(coder, text, by):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-08-12"})
    assert [list(r.initiators) for r in coder.code(article).reports] == [by]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("قتل خمسة متشددين في غارة شنتها مروحيات الأباتشي جنوب العريش أمس.", ["EGY_STATE"]),
        ("تم أمس توقيف ستة أشخاص ينتمون إلى تنظيم داعش في مدينة سوسة التونسية.", ["TUN_STATE"]),
        ("تم أمس توقيف ستة أشخاص ينتمون إلى تنظيم داعش في مدينة الموصل.", ["UNKNOWN"]),
    ],
)
def test_air_raids_and_arrests_are_the_states_where_nobody_else_rules(coder, text, by):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-08-12"})
    assert [list(r.initiators) for r in coder.code(article).reports] == [by]
