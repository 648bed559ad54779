"""Acts set against each other: what a headline says was hit, and what the body says was shot down there."""

from __future__ import annotations

import pytest

from waqai.code.brief import brief
from waqai.read import article_from_record

DOWNED = "أعلن جهاز مكافحة الإرهاب في إقليم كردستان أن أنظمة الدفاع أسقطت طائرة مسيرة مفخخة فوق مطار أربيل فجر اليوم."


@pytest.mark.parametrize(
    ("title", "text", "methods"),
    [
        ("استهداف مطار أربيل بطائرة مسيرة مفخخة", DOWNED, ["interception"]),
        ("استهداف مطار السليمانية بطائرة مسيرة مفخخة", DOWNED, ["drone_strike", "interception"]),
        ("مقتل عاملين بقصف طائرة مسيرة على مطار أربيل", DOWNED, ["drone_strike", "interception"]),
    ],
)
def test_a_headlines_strike_is_the_downing_at_the_same_place_unless_it_hurt_someone(coder, title, text, methods):
    article = article_from_record({"id": "a", "title": title, "text": text, "published": "2024-01-20"})
    assert sorted(brief(r).split(":")[0] for r in coder.code(article).reports) == methods
