"""What a line hands to the item below it, and what "it happened before" takes from a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.code.coder import Coder
from waqai.read.record import read_article


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "الدرباسية:\nأصيب رجل اليوم بقصف مدفعي تركي.\nتل تمر:\nأصيبت امرأة اليوم بقصف مدفعي تركي.",
            ["الدرباسية", "تل تمر"],
        ),
        ("إدلب-سانا\nأصيب رجل اليوم بقصف مدفعي في بلدة جورين.", ["جورين"]),
        ("سبق أن قصفت قوات النظام بلدة تفتناز، كما استهدفت مدينة بنش.", []),
        ("سبق أن قصفت قوات النظام يوم الأحد الماضي بلدة تفتناز.", ["تفتناز"]),
    ],
)
def test_what_is_handed_down(coder: Coder, text: str, places: list[str]) -> None:
    coded = coder.code(read_article("a", "", text, published=date(2022, 6, 15)))
    assert [r.place.name for r in coded.reports] == places
