"""Protests: left alone, broken up, fired on (codebook section 2 and ruling 27)."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("خرجت مظاهرة في مدينة منبج تطالب برحيل قسد.", ("Peaceful protest", ("PROTESTERS",), ("SDF",))),
        ("فرقت قسد مظاهرة في مدينة منبج.", ("Protest with intervention", ("SDF",), ("PROTESTERS",))),
        (
            "قتل متظاهر وأصيب ثلاثة برصاص قسد خلال مظاهرة في مدينة منبج.",
            ("Excessive force against protesters", ("SDF",), ("PROTESTERS",)),
        ),
    ],
)
def test_what_the_force_did_decides(coder, text: str, want: tuple[str, tuple[str, ...], tuple[str, ...]]):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2022-06-15"})
    assert [(r.sub_event_type, r.initiators, r.targets) for r in coder.code(article).reports] == [want]
