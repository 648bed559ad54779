"""Whom raids and waves of arrests are after, where nobody who was arrested is said to be theirs."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record


@pytest.mark.parametrize(
    ("text", "to"),
    [
        (
            "شنت الشرطة التركية أمس حملة اعتقالات شملت تنظيم داعش وأنصار حزب العمال الكردستاني في إسطنبول.",
            ["IS", "PKK"],
        ),
        ("أطلقت السلطات التركية أمس عملية مداهمات واسعة في إسطنبول ضد ناشطين مفترضين من تنظيم داعش.", ["IS"]),
        (
            "داهمت الشرطة التركية منازل في إسطنبول أمس بحثا عن أعضاء في تنظيم داعش وفي حزب العمال الكردستاني.",
            ["IS", "PKK"],
        ),
        (
            "أوقفت قوات الأمن التركية أمس خمسة أشخاص ينتمون إلى الجناح الشبابي لحزب العمال الكردستاني في مدينة إسطنبول.",
            ["PKK"],
        ),
        ("أوقفت الشرطة التركية أمس ستة أشخاص في إسطنبول. ويقاتل تنظيم داعش على الحدود.", ["CIVILIANS"]),
        ("طالت حملة اعتقالات للشرطة التركية ثمانية أشخاص في إسطنبول أمس.", ["CIVILIANS"]),
    ],
)
def test_raids_are_aimed_at_whom_they_are_after(coder, text, to):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-07-28"})
    assert [(r.place.name if r.place else "", list(r.targets)) for r in coder.code(article).reports] == [
        ("إسطنبول", to)
    ]


def test_a_cells_men_say_whom_a_raid_is_after(coder):
    text = "فككت وحدات الحرس الوطني التونسي خلية من سبعة عناصر على صلة بتنظيم أنصار الشريعة في مدينة سيدي بوزيد أمس."
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-07-28"})
    assert [list(r.targets) for r in coder.code(article).reports] == [["OTHER:أنصار الشريعة"]]


def test_a_commander_in_the_field_is_no_new_story(coder):
    text = "قتل الجيش الليبي أمس قياديا ميدانيا في تنظيم داعش في مدينة درنة."
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-07-28"})
    assert [(list(r.initiators), list(r.targets)) for r in coder.code(article).reports] == [(["LNA"], ["IS"])]
