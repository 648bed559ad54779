"""The losses of two sides, told one after the other, are two accounts of one toll; of one side they are one account told twice."""

from __future__ import annotations

from waqai.code.verdict.losses import losses_of_both
from waqai.tag.harm.find import COMBATANTS, HarmMention
from waqai.tag.harm.victim_side import ATTACKERS, STATE
from waqai.values.count import Count


def _dead(at: int, n: int, owners: tuple[str, ...] = (), sides: tuple[str, ...] = ()) -> HarmMention:
    return HarmMention(at, at, at + 1, "killed", COMBATANTS, Count.exactly(n), owners, owners=owners, sides=sides)


def _greater(new: HarmMention, old: HarmMention) -> bool:
    return (new.count.min or 0) > (old.count.min or 0)


def _counts(harm: list[HarmMention], doers: set[str]) -> list[int | None] | None:
    both = losses_of_both(harm, "killed", doers, _greater)
    return None if both is None else [m.count.min for m in both]


def test_foes_are_two_sides_and_the_greater_account_of_each_counts():
    told = [_dead(0, 17, ("HOUTHI",)), _dead(30, 19, ("HOUTHI",)), _dead(60, 6, ("YEM_RESISTANCE",))]
    assert _counts(told, {"HOUTHI"}) == [19, 6]


def test_allies_and_one_side_told_twice_are_no_two_sides():
    assert _counts([_dead(0, 19, ("HOUTHI",)), _dead(30, 19, ("SALEH_FORCES",))], {"HOUTHI"}) is None
    assert _counts([_dead(0, 5, ("SDF",)), _dead(30, 7, ("SDF",))], {"IS"}) is None


def test_attackers_whom_nobody_owns_fought_the_soldiers():
    assert _counts([_dead(0, 2, sides=(STATE,)), _dead(30, 1, sides=(ATTACKERS,))], set()) == [2, 1]


def test_men_whom_nobody_owns_are_the_foes_of_the_attackers_own_dead():
    assert _counts([_dead(0, 50), _dead(30, 18, ("FSA",))], {"FSA"}) == [50, 18]
