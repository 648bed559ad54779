"""A sentence that says more closely where the act just told was tells no second act."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record

CLOSER = [
    (
        (
            "قتل 18 حوثيا في اشتباكات بين الحوثيين والمقاومة في مدينة الضالع أمس. "
            "واندلعت الاشتباكات في منطقة سناح إثر محاولة الحوثيين اقتحام مواقع المقاومة."
        ),
        {"سناح": 18},
    ),
    (
        "قتل أربعة جنود في انفجار عبوة ناسفة في مدينة رفح أمس. وانفجرت العبوة الناسفة في منطقة المهدية لدى مرور آلية.",
        {"المهدية": 4},
    ),
]
OTHER = [
    "قتل أربعة جنود في انفجار عبوة ناسفة في مدينة رفح أمس. كما انفجرت عبوة ناسفة في مدينة العريش.",
    "قتل ثلاثة مدنيين بقصف قوات النظام بلدة سرمين أمس. وطال القصف قرية النيرب.",
]


def _tolls(coder, text: str) -> dict[str, int]:
    article = article_from_record({"id": "closer", "title": "", "text": text, "published": "2022-06-15"})
    return {r.place.name: sum(h.min or 0 for h in r.harm) for r in coder.code(article).reports}


@pytest.mark.parametrize(("text", "tolls"), CLOSER)
def test_the_closer_place_is_the_act(coder, text: str, tolls: dict[str, int]):
    assert _tolls(coder, text) == tolls


@pytest.mark.parametrize("text", OTHER)
def test_another_place_is_another_act(coder, text: str):
    assert len(_tolls(coder, text)) == 2
