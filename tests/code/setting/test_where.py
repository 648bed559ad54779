"""Where the items of a round-up lie, though all of them stand on one line."""

from __future__ import annotations

import pytest

from waqai.code.coder import Coder
from waqai.read.record import article_from_record

ITEMS = (
    "حمص::قتل رجل برصاص مجهولين في حي الزهراء",
    "إدلب::قصفت قوات الأسد بلدة البارة بالمدفعية",
    "الرقة::انفجرت عبوة بسيارة لقسد في بلدة الكرامة",
)


@pytest.mark.parametrize("between", ["\n", ". ", "."])
def test_each_item_lies_in_the_governorate_of_its_header(coder: Coder, between: str) -> None:
    record = {"id": "1", "url": "https://example.org/1", "published": "2019-05-03", "text": between.join(ITEMS)}
    reports = coder.code(article_from_record(record)).reports
    assert [(r.place.name, r.place.admin1) for r in reports if r.place is not None] == [
        ("الزهراء", "Homs"),
        ("البارة", "Idlib"),
        ("الكرامة", "Ar-Raqqah"),
    ]


def test_a_text_may_end_with_a_countryside_of_nowhere(coder: Coder) -> None:
    text = "شهدت درعا فوضى أمنية. وقتل رجل في بلدة بالريف الغربي"
    record = {"id": "1", "url": "https://example.org/1", "published": "2019-05-03", "text": text}
    reports = coder.code(article_from_record(record)).reports
    assert list(reports) == []
