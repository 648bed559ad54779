"""Words found again in a text that changed."""

from __future__ import annotations

import pytest

from statement_factory import report
from waqai.model import Span
from waqai_desk.store.anchor import anchored

WAS = "غارة على الزر، ثم غارة على هجين"


@pytest.mark.parametrize(
    ("now", "start"),
    [(WAS, 18), ("عاجل: " + WAS, 24), ("غارة على الزر", 0), ("هدوء", None), ("", None)],
)
def test_words_are_pointed_at_where_they_stand_now(now, start):
    found = anchored(report(evidence={"event": (Span(18, 22),)}), WAS, now)
    assert found.evidence == ({} if start is None else {"event": (Span(start, start + 4),)})


def test_an_empty_stretch_points_at_nothing():
    assert anchored(report(evidence={"event": (Span(3, 3),)}), WAS, WAS).evidence == {}
