"""Which side attacked where a clash names its sides only."""

from __future__ import annotations

import pytest

from waqai.code.clause.scene import Part, Role
from waqai.code.verdict.fighters import first_side, is_one_side

_HOUTHIS = Part(1, ("HOUTHI",), Role.SIDE, "roles.with")
_SALEH = Part(2, ("SALEH_FORCES",), Role.SIDE, "roles.and")
_RESISTANCE = Part(2, ("YEM_RESISTANCE",), Role.SIDE, "roles.and")
_BETWEEN = Part(1, ("HOUTHI",), Role.SIDE, "roles.between")


@pytest.mark.parametrize(
    ("sides", "one"),
    [
        ([], True),
        ([_HOUTHIS], True),
        ([_HOUTHIS, _SALEH], True),
        ([_HOUTHIS, _RESISTANCE], False),
        ([_BETWEEN, _SALEH], False),
    ],
)
def test_who_is_fought_with_is_one_side(sides, one):
    assert is_one_side(sides) is one


def test_allies_stand_with_the_first_named():
    assert first_side([_BETWEEN, _SALEH, _RESISTANCE]) == [_BETWEEN, _SALEH]
