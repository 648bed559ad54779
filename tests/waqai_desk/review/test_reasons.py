"""Every sentence that the linker gives as a reason has its words in both languages."""

from __future__ import annotations

import re

from django.utils.translation import override

from waqai.link import grade
from waqai_desk.review.reasons import GRADED, why_graded, why_joined


def test_the_sentences_of_the_linker_are_all_known(root):
    source = (root / "src/waqai/link/grade.py").read_text(encoding="utf-8")
    given = re.findall(r'"(?:confirmed|contested|discounted|fair|weak)",\s+f?"([^"]+)"', source)
    assert len(given) == len(GRADED)
    filled = [re.sub(r"\{_count\([^)]*\)\}", "2 witnesses", text) for text in given]
    filled = [re.sub(r"\{[^}]*\}", "3", text) for text in filled]
    for text in filled:
        assert any(re.fullmatch(pattern, text) for pattern, _ in GRADED), text
    assert grade.grade_of.__doc__


def test_a_reason_is_told_in_the_readers_language():
    with override("ar"):
        said = why_graded("told by 2 witnesses that do not lean on each other, and by nobody denied")
    assert "2" in said
    assert "witness" not in said
    assert why_graded("something new") == "something new"


def test_the_strongest_comparison_comes_first_and_the_usual_case_is_left_out():
    reasons = [
        {"comparison": "prior", "bits": -8.0},
        {"comparison": "time", "bits": 3.0},
        {"comparison": "place", "bits": 7.0},
    ]
    with override("en"):
        assert why_joined(reasons) == "place +7; time +3"
