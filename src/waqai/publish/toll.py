"""Tolls as others write them: ACLED's one conservative number, UCDP's low, best and high."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, TypeAlias

from waqai.model import Incident, Toll
from waqai.publish.reference import Reference
from waqai.values.count import DOZENS

Rule: TypeAlias = Literal["acled", "low", "best", "high"]
RULES: Final = ("acled", "low", "best", "high")


def rows_of(incident: Incident, *kinds: str) -> list[Toll]:
    """Give the rows of these kinds."""
    return [row for row in incident.toll if row.kind in kinds]


def fatalities(incident: Incident, rule: Rule = "acled") -> int:
    """Give the dead as one number; nothing known gives 0, as ACLED has it."""
    return sum(_one(row, incident.sub_event_type, rule) for row in rows_of(incident, "killed"))


def _one(row: Toll, sub_event: str, rule: Rule) -> int:
    if rule == "best":
        return row.best if row.best is not None else row.low or row.high or 0
    if rule == "high":
        return row.high if row.high is not None else row.best or row.low or 0
    if rule == "acled" and row.high is None:
        table = Reference.load().fatalities
        if row.low == 1:
            return int(table["plural_large"] if sub_event in table["large"] else table["plural"])
        if row.low == DOZENS:
            return int(table["dozens"])
    return row.low if row.low is not None else 0


def total(rows: Iterable[Toll]) -> tuple[int, int, int | None]:
    """Add rows up to low, best and high; high is ``None`` where any row leaves it open."""
    rows = list(rows)
    low = sum(row.low or 0 for row in rows)
    best = sum(row.best if row.best is not None else row.low or 0 for row in rows)
    highs = [row.high for row in rows]
    high = None if any(h is None for h in highs) else sum(h for h in highs if h is not None)
    return low, best, high


def is_disputed(row: Toll) -> bool:
    """Tell whether accounts give figures that cannot all be true."""
    lows = [claim.min for claim in row.claims if claim.min is not None]
    highs = [claim.max for claim in row.claims if claim.max is not None]
    return bool(lows and highs and max(lows) > min(highs))
