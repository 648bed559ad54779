"""Acts that only whoever rules a place can do, and where and when they were: a curfew, an arrest (codebook ruling 10)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from waqai.code.act.told import Act
from waqai.code.camps import army_of, is_at_peace, keeper_of
from waqai.code.deed.custody import CUSTODY
from waqai.code.family import FAMILY
from waqai.model import Harm
from waqai.tag.harm.find import COMBATANTS, HarmMention
from waqai.values.actor import ANY_STATE, UNKNOWN


def is_of_authority(act: Act, method: str) -> bool:
    """Tell whether an act is one of whoever rules a place: a curfew, an arrest that killed nobody but fighters (ruling 10)."""
    if FAMILY[method].name != "raid":
        return method == "curfew"
    told = {told.kind for told in act.harm if told.count.max != 0}
    assert act.lead.method is not None
    if "killed" in told:
        fell = all(m.who == COMBATANTS for m in act.harm if m.kind == "killed")
        return fell and "detained" in told and act.lead.method.rule == _ARREST
    return "detained" in told or act.lead.method.strength > _OPEN


_ARREST: Final = "method.trigger.arrest"


_OPEN: Final = 2
"""Strength of triggers that need a doer or a toll to tell an act at all."""


def kept_by(act: Act) -> list[str]:
    """Give who keeps the prison in which somebody died, where its name or country says it (ruling 12)."""
    method, where = act.lead.method, act.where
    if where is None or method is None or not (method.rule == CUSTODY or method.method == "torture"):
        return []
    return keeper_of(where.value.text, where.value.country)


def country_and_day(act: Act) -> tuple[str | None, date | None]:
    """Give the country and the first day of an act, each where it is known."""
    day = act.when.value.start if act.when is not None else None
    return (act.where.value.country if act.where is not None else None), day


def but_own_police(
    by: list[str], to: list[str], harm: Iterable[tuple[Harm, HarmMention]], country: str | None
) -> list[str]:
    """Take no state's police for who killed its soldiers where nobody makes war: they came to stop whoever did."""
    if not is_at_peace(country):
        return by
    army = army_of(country, None)
    if set(army).isdisjoint(to) or not set(by) <= {ANY_STATE, *army}:
        return by
    return [UNKNOWN] if any(row.kind == "killed" and row.max != 0 for row, _ in harm) else by
