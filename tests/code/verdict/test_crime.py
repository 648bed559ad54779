"""Arrests in countries at peace: police work, unless they are over an attack or at a protest; and what reads like war there."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("اعتقلت الشرطة ثلاثين محتجا في مدينة لندن أمس.", True),
        ("داهمت الشرطة بيتا في مدينة بروكسل أمس واعتقلت شقيق منفذ الهجوم.", True),
        ("اعتقلت الشرطة عشرة مشجعين في مدينة لندن أمس.", False),
        ("اعتقلت الشرطة خمسة تجار في مدينة بروكسل أمس.", False),
        ("ألقت الشرطة السعودية القبض على ثلاثة شبان في مدينة بريدة أمس.", False),
        ("اعتقلت الشرطة السعودية ثلاثة إرهابيين في مدينة بريدة أمس.", True),
        ("أوقفت السلطات المغربية ستة أعدوا لهجمات باسم تنظيم القاعدة في مدينة فاس أمس.", True),
        ("أوقفت السلطات الإماراتية رجلين في مدينة الشارقة أمس.", False),
        ("اعتقلت السلطات الأردنية ناشطا في مدينة إربد أمس.", True),
    ],
)
def test_which_arrests_are_told(coder, text, told):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2016-05-12"})
    assert [r.sub_event_type for r in coder.code(article).reports] == ["Arrests"] * told


@pytest.mark.parametrize(
    "text",
    [
        "طردت السلطات صحافيا من مدينة الدوحة أمس.",
        "سيطرت شركات السياحة على سوق السفر في مدينة جدة أمس.",
        "هوت قطعة من طائرة ركاب فوق مدينة باريس أمس وأصيب عامل.",
        "أفرجت الشرطة بكفالة عن سائق في مدينة باريس أمس.",
        "أطلق سراح عامل اشتبه بسرقته هاتفا في مدينة حائل أمس.",
    ],
)
def test_no_war_is_told_of_countries_at_peace(coder, text):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2016-05-12"})
    assert not coder.code(article).reports
