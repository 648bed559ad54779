"""Compare pairs of statements: each comparison answers with a level, and a level has a weight.

In: two tables of rows, pair by pair. Out: one level a comparison and pair. Levels know precision: a village lies within its
countryside, a day within a week, 5 agrees with "at least 3", and what one page leaves out contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from waqai.link.feature import DAILY_ACTOR, DAILY_TYPE, EXACT_DAY, FROM_PAGE, NO_DAY, PARTS, SPAN, Table

Level: TypeAlias = NDArray[np.int8]
Comparison: TypeAlias = Callable[[Table, Table], Level]

_KM_PER_DEGREE: Final = 111.2


def _first_true(*conditions: NDArray[np.bool_]) -> Level:
    """Give the position of the first condition that holds; their number when none does."""
    level = np.full(len(conditions[0]), len(conditions), np.int8)
    for at in range(len(conditions) - 1, -1, -1):
        np.copyto(level, np.int8(at), where=conditions[at])
    return level


def distance_km(a: Table, b: Table) -> NDArray[np.float64]:
    """Give how far two points lie apart; NaN when one has none. Flat, which is right to 1 % at these distances."""
    lat = (a["lat"].astype(np.float64) + b["lat"]) / 2
    north = a["lat"].astype(np.float64) - b["lat"]
    east = (a["lon"].astype(np.float64) - b["lon"]) * np.cos(np.radians(lat))
    return np.asarray(np.hypot(north, east) * _KM_PER_DEGREE)


def place(a: Table, b: Table) -> Level:
    """Compare where."""
    km = distance_km(a, b)
    known = ~np.isnan(km)
    fine = a["fine"] & b["fine"]
    mixed = a["fine"] != b["fine"]
    name = (a["name"] == b["name"]) & (a["name"] != 0)
    alike = name | ((a["loose"] == b["loose"]) & (a["loose"] != 0))
    admin = (a["admin"] == b["admin"]) & (a["admin"] != 0)
    after = ~known & (_is_named_after(a, b) | _is_named_after(b, a))
    room = np.maximum(a["radius"], b["radius"])
    with np.errstate(invalid="ignore"):
        return _first_true(
            fine & alike & known & (km <= 3),
            fine & known & (km <= 1),
            fine & alike & ((known & (km <= 15)) | (~known & admin)),
            fine & known & (km <= 5),
            fine & after,
            mixed & alike & (admin | (km <= room)),
            mixed & admin & (~known | (km <= 20)),
            mixed & admin & (km <= room),
            ~fine & ~mixed & (name | (admin & (km <= 10))),
            fine & known & (km <= 12),
            fine & known & name,
            ~fine & (admin | (km <= room)),
            fine & admin & ~known,
            fine & admin & (km <= 40),
            fine & known,
        )


def _is_named_after(site: Table, town: Table) -> NDArray[np.bool_]:
    """Tell whether the one's name is a part of the other's: the hospital of a town, of which only the town has a point."""
    parts = np.stack([site[f"part{n}"] for n in range(PARTS)])
    return np.asarray((town["name"] != 0) & (parts == town["name"]).any(axis=0))


def time(a: Table, b: Table) -> Level:
    """Compare when."""
    gap = np.maximum(a["first"], b["first"]) - np.minimum(a["last"], b["last"])
    rough = np.maximum(a["when"], b["when"])
    exact = rough == EXACT_DAY
    near = rough < SPAN
    return _first_true(
        rough == NO_DAY,
        exact & (gap <= 0),
        near & (gap <= 0),
        exact & (gap == 1),
        near & (gap == 1),
        near & ~exact & (gap == 2),
        (rough == SPAN) & (gap <= 0),
        (rough == FROM_PAGE) & (gap <= 0),
        gap <= 1,
    )


def type_of_act(a: Table, b: Table) -> Level:
    """Compare what was done."""
    same = a["type"] == b["type"]
    daily = a["daily"] & b["daily"] & DAILY_TYPE > 0
    kin = (a["type_kin"] & b["type_kin"]) != 0
    return _first_true(same & daily, same, kin & daily, kin)


def by(a: Table, b: Table) -> Level:
    """Compare who did it."""
    same = (a["by"] == b["by"]) & (a["by"] != 0)
    return _first_true(
        (a["by"] == 0) | (b["by"] == 0),
        same & (a["daily"] & DAILY_ACTOR > 0),
        same,
        (a["by_kin"] & b["by_kin"]) != 0,
    )


def to(a: Table, b: Table) -> Level:
    """Compare to whom."""
    return _first_true((a["to"] == 0) | (b["to"] == 0), a["to"] == b["to"], (a["to_kin"] & b["to_kin"]) != 0)


def killed(a: Table, b: Table) -> Level:
    """Compare how many were killed."""
    return _toll(a, b, "killed")


def wounded(a: Table, b: Table) -> Level:
    """Compare how many were wounded."""
    return _toll(a, b, "wounded")


def held(a: Table, b: Table) -> Level:
    """Compare how many were detained or abducted."""
    return _toll(a, b, "held")


def _toll(a: Table, b: Table, kind: str) -> Level:
    least, other_least, most, other_most = a[kind], b[kind], a[f"{kind}_most"], b[f"{kind}_most"]
    unknown = np.isnan(least) | np.isnan(other_least)
    with np.errstate(invalid="ignore"):
        low, high = np.maximum(least, other_least), np.minimum(most, other_most)
        exact = (least == most) & (other_least == other_most)
        overlap = low <= high
        # Early and late tolls of one incident differ by a few or by a third.
        close = (low - high <= 2) | (low <= 1.5 * high)
        return _first_true(
            unknown, exact & overlap & (low >= 4), exact & overlap & (low >= 2), exact & overlap, overlap, close
        )


def outlet(a: Table, b: Table) -> Level:
    """Compare whose pages they are."""
    return _first_true((a["outlet"] == 0) | (b["outlet"] == 0), a["outlet"] == b["outlet"])


def wording(a: Table, b: Table) -> Level:
    """Compare the texts: reprints of one dispatch tell the same incidents."""
    share = share_of_wording(a, b)
    return _first_true(np.isnan(share), share >= COPY, share >= SHARED)


def share_of_wording(a: Table, b: Table) -> NDArray[np.float64]:
    """Estimate the share of wording that two texts have in common; NaN where a signature is missing or of another version."""
    seen = (a["signed"] != 0) & (a["signed"] == b["signed"])
    share = np.full(len(a), np.nan)
    share[seen] = (a.slots(seen) == b.slots(seen)).mean(axis=1)
    return share


COPY: Final = 0.5
"""From this share of common wording on, a text is a copy of the other: the share of near-copies in ``waqai.read.near_copy``."""
SHARED: Final = 0.2
"""From this share on, whole sentences of one text stand in the other."""

COMPARISONS: Final[dict[str, tuple[Comparison, tuple[str, ...]]]] = {
    "place": (
        place,
        (
            "same_name_and_point", "same_point", "same_name", "near", "named_after", "same_name_wider", "within_near", "within", "same_area", "next_village",
            "namesake", "area_beside", "somewhere_in_governorate", "same_governorate", "apart", "unknown",
        ),
    ),
    "time": (time, ("unknown", "same_day", "same_day_rough", "next_day", "next_day_rough", "two_days_rough", "in_span", "by_page", "beside_span", "apart")),
    "type": (type_of_act, ("same_daily", "same", "kin_daily", "kin", "other")),
    "by": (by, ("unknown", "same_daily", "same", "kin", "rival")),
    "to": (to, ("unknown", "same", "kin", "rival")),
    "killed": (killed, ("unknown", "same_many", "same_few", "same_one", "overlap", "close", "unlike")),
    "wounded": (wounded, ("unknown", "same_many", "same_few", "same_one", "overlap", "close", "unlike")),
    "held": (held, ("unknown", "same_many", "same_few", "same_one", "overlap", "close", "unlike")),
    "outlet": (outlet, ("unknown", "same", "other")),
    "wording": (wording, ("unknown", "copy", "shared", "own")),
}  # fmt: skip
"""Each comparison with the names of its levels; ``data/link/weights.toml`` gives every level its weight."""


def levels_of(a: Table, b: Table) -> dict[str, Level]:
    """Give the level of every comparison, pair by pair."""
    return {name: compare(a, b) for name, (compare, _) in COMPARISONS.items()}
