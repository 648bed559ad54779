"""Coded reports that nobody wrote: as many as wanted, spread in space and time as the press spreads them.

Villages are told of as unevenly as in ACLED (a few towns take most days, thousands are named once a year); an incident is told by
one page or by many; pages differ in day, in village, in toll and in what they call the act; some copy others; round-ups
tell many incidents at once. The same seed gives the same reports.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import Any

FIRST = date(2015, 1, 1)
A_DAY = 275
"""Reports a day: a million in ten years, twice what the press of Syria gave at the height of the war."""
ADMINS = [f"Governorate {n}" for n in range(14)]
VILLAGES = 9_000
"""Populated places with Arabic names in Who's On First's distribution of Syria."""
LETTERS = [chr(n) for n in range(0x628, 0x64A) if not 0x63B <= n <= 0x640]
ACTS = {
    "Shelling/artillery/missile attack": ("shelling", "SYR_GOV", 40),
    "Air/drone strike": ("airstrike", "RUSSIA_MIL", 20),
    "Armed clash": ("clash", "SDF", 12),
    "Attack": ("small_arms", "UNKNOWN", 10),
    "Arrests": ("raid", "SDF", 10),
    "Remote explosive/landmine/IED": ("landmine", "UNKNOWN", 6),
    "Peaceful protest": ("demonstration", "PROTESTERS", 2),
}
ALIKE = {"Shelling/artillery/missile attack": "Air/drone strike", "Arrests": "Armed clash", "Attack": "Armed clash"}
TELLINGS = ([1, 2, 3, 4, 6, 10, 25], [50, 20, 12, 8, 6, 3, 1])
"""How many pages tell one incident, and how often that is so; as in the files of Airwars' Syrian incidents."""


class Country:
    """Villages with names, points and how often they are told of."""

    def __init__(self, chance: Random) -> None:
        """Found the villages; one name in ten is borne by several."""
        names = ["".join(chance.choices(LETTERS, k=chance.randint(4, 7))) for _ in range(VILLAGES)]
        self.places = []
        for n in range(VILLAGES):
            admin = chance.randrange(len(ADMINS))
            name = names[chance.randrange(VILLAGES)] if chance.random() < 0.1 else names[n]
            lat, lon = 32.5 + admin // 4 + chance.random(), 36 + admin % 4 * 1.4 + chance.random() * 1.4
            self.places.append((name, ADMINS[admin], round(lat, 4), round(lon, 4)))
        self.weights = [1 / (rank + 20) for rank in range(VILLAGES)]

    def place(self, chance: Random, at: int) -> dict[str, Any]:
        """Give a village as a page places it: at its point, at a namesake's or a neighbour's, or only as its countryside."""
        wrong = chance.random()
        if wrong < 0.04:
            at = chance.randrange(VILLAGES)
        name, admin, lat, lon = self.places[at]
        found = {
            "text": name,
            "name": name,
            "precision": "town",
            "admin1": admin,
            "country": "SY",
            "lat": lat,
            "lon": lon,
        }
        if wrong > 0.92:
            n = ADMINS.index(admin)
            centre: dict[str, Any] = {"lat": 33.0 + n // 4, "lon": 36.7 + n % 4 * 1.4}
            found |= centre | {"text": f"ريف {n}", "name": f"ريف {n}", "precision": "countryside"}
        return found


def coded_lines(size: int, seed: int = 7, per_day: float = A_DAY) -> Iterator[dict[str, Any]]:
    """Give lines as ``waqai code --jsonl`` writes them, with ``size`` reports in all, in order of publication."""
    chance = Random(seed)
    country = Country(chance)
    number = count()
    made = 0
    for day in count():
        today = FIRST + timedelta(day)
        reports: list[tuple[dict[str, Any], date]] = []
        while len(reports) < per_day:
            reports += list(_tellings(chance, country, today))
        for line in _pages(chance, reports[: size - made], number):
            yield line
            made += len(line["reports"])
        if made >= size:
            return


def _tellings(chance: Random, country: Country, day: date) -> Iterator[tuple[dict[str, Any], date]]:
    at = chance.choices(range(VILLAGES), country.weights)[0]
    sub = chance.choices(list(ACTS), [w for *_, w in ACTS.values()])[0]
    dead = chance.choices([None, 0, 1, 2, 5, 12], [55, 3, 22, 10, 8, 2])[0]
    for _ in range(chance.choices(*TELLINGS)[0]):
        published = day + timedelta(chance.choices([0, 1, 2], [70, 25, 5])[0])
        told = ALIKE.get(sub, sub) if chance.random() < 0.15 else sub
        method, doer, _ = ACTS[told]
        when = day if chance.random() < 0.7 else published
        harm = []
        if dead is not None and chance.random() < 0.8:
            said = max(0, dead + chance.choices([0, 1, -1, 3], [80, 8, 8, 4])[0])
            harm = [
                {"kind": "killed", "who": "civilians", "min": said, "max": said if chance.random() < 0.85 else None}
            ]
        yield {
            "event_type": "Explosions/Remote violence", "sub_event_type": told, "method": method, "outcome": "completed", "count": 1,
            "date": {"start": when, "end": when, "precision": "day" if when == day else "approx"}, "place": country.place(chance, at),
            "initiators": [doer if chance.random() < 0.7 else "UNKNOWN"], "targets": ["CIVILIANS"], "harm": harm,
            "sources": [f"source {chance.randrange(40)}"], "status": "reported", "confidence": 0.5,
        }, published  # fmt: skip


def _pages(
    chance: Random, reports: list[tuple[dict[str, Any], date]], number: Iterator[int]
) -> Iterator[dict[str, Any]]:
    """Put reports on pages: two of three have one, the others are round-ups."""
    chance.shuffle(reports)
    done, copied = 0, ""
    while done < len(reports):
        several = 1 if chance.random() < 0.66 else chance.randint(2, 8)
        page = reports[done : done + several]
        done += len(page)
        if not copied or chance.random() < 0.9:
            copied = "01" + chance.randbytes(256).hex()
        n = next(number)
        outlet = f"outlet-{chance.randrange(300)}"
        meta = {
            "title": f"{n}",
            "outlet": outlet,
            "url": f"https://{outlet}.example/{n}",
            "published": page[0][1],
            "signature": copied,
        }
        yield {"id": f"a{n}", "article": meta, "reports": [report for report, _ in page]}
