"""Articles that people filed under incidents, for the tools that fit and measure linking.

One JSON object a line: ``id``, ``url``, ``incident_ids``, and beside each incident ``incident_days`` (ISO) and ``points``
(``[lat, lon]`` or null). Airwars' public files have this form once their cited pages are saved.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from itertools import combinations, product
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

Pair: TypeAlias = tuple[str, str]
NEAR_KM, NEAR_DAYS = 5.0, 1
"""People's files are cut finer than the codebook's incidents: two of neighbouring days this near are not held apart."""


class Filed(msgspec.Struct, frozen=True):
    """One article with the ids of its incidents, and day and point of each."""

    id: str
    url: str
    ids: tuple[str, ...]
    when: tuple[tuple[date | None, tuple[float, float] | None], ...]

    @property
    def incidents(self) -> frozenset[str]:
        """The incidents as a set."""
        return frozenset(self.ids)


def read_filed(path: Path) -> dict[str, Filed]:
    """Read the articles by id."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        raw: dict[str, Any] = json.loads(line)
        points = [None if p is None else (p[0], p[1]) for p in raw["points"]]
        days = [date.fromisoformat(d) if d else None for d in raw["incident_days"]]
        found[str(raw["id"])] = Filed(
            str(raw["id"]), raw.get("url") or "", tuple(raw["incident_ids"]), tuple(zip(days, points, strict=True))
        )
    return found


def part_of(filed: dict[str, Filed], part: str) -> dict[str, Filed]:
    """Give ``work`` (two thirds) or ``aside`` (one third), or ``all``.

    Articles that hang together by incidents fall on one side; the hash of the first incident's name decides.
    """
    parent: dict[str, str] = {}

    def root(x: str) -> str:
        while parent.setdefault(x, x) != x:
            x = parent[x]
        return x

    for article in filed.values():
        first = min(article.ids)
        for other in article.ids:
            a, b = sorted((root(first), root(other)))
            parent[b] = a
    aside = {i for i in parent if int(sha256(root(i).encode()).hexdigest(), 16) % 3 == 0}
    wanted = {"all": (True, False), "work": (False,), "aside": (True,)}[part]
    return {i: a for i, a in filed.items() if (min(a.ids) in aside) in wanted}


def pairs(groups: Iterable[Iterable[str]]) -> set[Pair]:
    """Give every pair of articles that is in one group."""
    return {(a, b) for group in groups for a, b in combinations(sorted(set(group)), 2)}


def filed_pairs(filed: dict[str, Filed]) -> set[Pair]:
    """Give every pair of articles under one incident."""
    under = defaultdict(list)
    for article in filed.values():
        for incident in article.ids:
            under[incident].append(article.id)
    return pairs(under.values())


def are_near(a: Filed, b: Filed) -> bool:
    """Tell whether the two were filed under incidents so near that they may be one."""
    for (day, point), (other_day, other) in product(a.when, b.when):
        if day and other_day and point and other and abs((day - other_day).days) <= NEAR_DAYS:
            if kilometres(point, other) <= NEAR_KM:
                return True
    return False


def kilometres(p: tuple[float, float], q: tuple[float, float]) -> float:
    """Give the distance on a sphere."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(math.radians, x)) for x in (p, q))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))
