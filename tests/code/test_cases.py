"""Our own written cases: who did what to whom with what harm, in the manner of many outlets."""

from __future__ import annotations

import re
from datetime import date

import pytest

from waqai.code.brief import brief
from waqai.code.cases import Case, written_cases
from waqai.read import article_from_record
from waqai.text.fold import fold_key

CASES = written_cases()
UNREAL = {"unreal_this_day_in_history", "evasive_bar_in_a_name"}
"""What no such page has: words ahead of years at the start of lines, wide spaces within one word."""
FORMS = {
    "without hamzas and with other endings": lambda t: re.sub(
        r"ي\b", "ى", re.sub(r"ة\b", "ه", re.sub("[أإآ]", "ا", t))
    ),
    "drawn out": lambda t: re.sub(r"(?<=[بتسقفمنلع])(?=[\u0621-\u064a]{2})", "ـ", t, count=5),
    "widely spaced": lambda t: t.replace(" ", " \u200f\u00a0"),
    "with a sentence behind": lambda t: t + "\nوتشهد البلاد هذه الأيام موجة حر شديدة.",
    "with a hashtag behind": lambda t: t + "\n#أخبار",
    "with a picture ahead": lambda t: t if t[0] == "و" else "🔴 " + t,
    "as urgent": lambda t: t if t[0] == "و" else "عاجل | " + t,
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_written_case_gets_its_codes(coder, case: Case) -> None:
    article = article_from_record({"id": case.id, "title": "", "text": case.text, "published": str(case.published)})
    assert [brief(report) for report in coder.code(article).reports] == list(case.want)


def test_no_case_stands_twice_and_every_case_has_a_day():
    ids = [case.id for case in CASES]
    assert len(ids) == len(set(ids)) >= 55
    assert all(isinstance(case.published, date) for case in CASES)


@pytest.mark.parametrize("form", FORMS)
def test_every_case_gets_its_codes_in_another_form(coder, form: str) -> None:
    changed = [case.id for case in CASES if case.id not in UNREAL and not is_read(coder, case, FORMS[form](case.text))]
    assert changed == []


def is_read(coder, case: Case, text: str) -> bool:
    article = article_from_record({"id": case.id, "title": "", "text": text, "published": str(case.published)})
    return [fold_key(brief(report)) for report in coder.code(article).reports] == [fold_key(w) for w in case.want]
