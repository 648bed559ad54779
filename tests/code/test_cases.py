"""Our own written cases: who did what to whom with what harm, in the manner of many outlets."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.code.brief import brief
from waqai.code.cases import Case, written_cases
from waqai.read import article_from_record

CASES = written_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_written_case_gets_its_codes(coder, case: Case) -> None:
    article = article_from_record({"id": case.id, "title": "", "text": case.text, "published": str(case.published)})
    assert [brief(report) for report in coder.code(article).reports] == list(case.want)


def test_no_case_stands_twice_and_every_case_has_a_day():
    ids = [case.id for case in CASES]
    assert len(ids) == len(set(ids)) >= 55
    assert all(isinstance(case.published, date) for case in CASES)
