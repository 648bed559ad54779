"""Israel's aggression against one place is a strike from the air; that against a land at war is none."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record


def told(coder, text: str) -> list[tuple[str, str]]:
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2023-06-15"})
    return [(report.sub_event_type, report.place.name) for report in coder.code(article).reports]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("جرح ثلاثة عمال في العدوان الإسرائيلي على بلدة السفيرة بريف حلب.", "السفيرة"),
        ("عدوان إسرائيلي على محيط بلدة الكسوة بريف دمشق.", "الكسوة"),
        ("العدوان الإسرائيلي على مصياف أدى إلى مقتل عاملين.", "مصياف"),
    ],
)
def test_aggression_on_a_place_is_a_strike(coder, text: str, place: str):
    assert told(coder, text) == [("Air/drone strike", place)]


@pytest.mark.parametrize(
    "text", ["جرائم العدوان الإسرائيلي في غزة مستمرة.", "أدانت الوزارة العدوان الإسرائيلي على قطاع غزة."]
)
def test_a_war_is_none(coder, text: str):
    assert told(coder, text) == []
