"""Who shot down whose machine, in every order of words."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("أسقط سلاح الجو الإسرائيلي مسيرة إيرانية أمس فوق مدينة الحارة بريف درعا.", ["ISRAEL_MIL"], ["IRAN_MIL"]),
        ("مسيرة تركية أسقطتها قسد أمس في ريف عين عيسى الشمالي.", ["SDF"], ["TURKEY_MIL"]),
        ("أسقطت قسد طائرة مسيرة تركية أمس قرب بلدة تل تمر.", ["SDF"], ["TURKEY_MIL"]),
        ("إسقاط مسيرة اعترضتها قسد أمس قرب بلدة عين عيسى.", ["SDF"], ["UNKNOWN"]),
        ("أسقطت طائرة تركية أمس قرب بلدة تل تمر.", ["UNKNOWN"], ["TURKEY_MIL"]),
    ],
)
def test_machine_is_what_was_aimed_at(coder, text, by, to):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2025-06-20"})
    (report,) = coder.code(article).reports
    assert (list(report.initiators), list(report.targets)) == (by, to)
