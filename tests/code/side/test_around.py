"""Whom an attacker belongs to, and who is said to have carried it out."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("نفذ الهجوم انتحاريان ينتميان إلى تنظيم داعش في مدينة بيروت أمس.", ["IS"]),
        (
            "قتل عشرون في انفجارين نفذتهما فتاتان يشتبه بأنهما عضوتان في جماعة بوكو حرام في مدينة مروة.",
            ["OTHER:بوكو حرام"],
        ),
        ("قتل 12 مدنيا في هجومين انتحاريين يشتبه أن جماعة بوكو حرام نفذتهما في بلدة فوتوكول.", ["OTHER:بوكو حرام"]),
        ("أوقفت الشرطة التركية رجلين ينتميان إلى حزب العمال الكردستاني في ماردين.", ["TUR_POLICE"]),
    ],
)
def test_the_group_of_who_did_it_did_it(coder, text, by):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-08-12"})
    assert [list(r.initiators) for r in coder.code(article).reports] == [by]
