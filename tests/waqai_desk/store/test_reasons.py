"""Why a report is in its incident, said as the linker says it."""

from __future__ import annotations

import pytest

from statement_factory import killed, statement, village
from waqai.link import Weights
from waqai_desk.store.reasons import reasons_of


def test_each_member_is_explained_by_the_one_it_matches_best():
    near = [
        statement("a", harm=(killed(3, 3),)),
        statement("b", harm=(killed(3, 3),)),
        statement("c", harm=(killed(9, 9),)),
    ]
    alone = [statement("d", place=village("هجين"))]
    founder, second, third = reasons_of([alone, near])[1]
    assert founder == (0.0, [])
    for (weight, reasons), member in ((second, near[1]), (third, near[2])):
        partner = next(s for s in near if s.id == reasons[0]["with"])
        said = Weights.load().explain(member, partner)
        assert [(r["comparison"], r["level"]) for r in reasons] == [(r.comparison, r.level) for r in said]
        assert weight == pytest.approx(sum(r.bits for r in said), abs=0.01)
    assert second[1][0]["with"] == near[0].id


def test_one_alone_and_none_at_all():
    assert reasons_of([[statement("a")]]) == [[(0.0, [])]]
    assert reasons_of([]) == []
