"""Whose men were arrested, where another sentence says it."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record

_HELD = "اعتقلت الشرطة المغربية أمس أربعة أشخاص في مدينتي الناظور وبركان. "


@pytest.mark.parametrize(
    "text",
    [
        _HELD + "وأضافت أن الخلية على صلة بتنظيم داعش.",
        _HELD + "وأضاف مسؤول أن أفراد الخلية أعدوا لهجمات باسم تنظيم داعش.",
        _HELD + "وضبطت معهم حواسيب. وذكر البيان أن هذه الخلية كانت مرتبطة بقياديين من تنظيم داعش.",
    ],
)
def test_the_cell_is_the_groups(coder, text):
    assert told(coder, text) == {"الناظور": ["IS"], "بركان": ["IS"]}


@pytest.mark.parametrize(
    ("text", "to"),
    [
        (
            "اعتقل الجيش التركي أمس ثلاثة من عناصر حزب العمال الكردستاني في ماردين. وفي سياق آخر قال والي إزمير إن خلية لتنظيم داعش تنشط في المدينة.",
            {"ماردين": ["PKK"]},
        ),
        (
            "اقتحم مسلحون أمس منزل طبيب في بلدة الراعي. وقال أحدهم إن الخلية على صلة بتنظيم داعش.",
            {"الراعي": ["CIVILIANS"]},
        ),
        (_HELD + "وأضافت أن الخلية على صلة بتنظيم داعش. وذكر شاهد أن الخلية على صلة ببوكو حرام.", {}),
    ],
)
def test_men_of_somebody_else_stay_his(coder, text, to):
    assert told(coder, text) == to


def told(coder, text):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2021-07-28"})
    return {r.place.name: list(r.targets) for r in coder.code(article).reports if r.place}
