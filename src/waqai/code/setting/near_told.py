"""Where a place lies of which nothing says it: where the place lies that the article names nearest to it.

"Battles went on in the city of Taiz. Gunmen shelled |the post office| there": a paper that is about three governorates says of most buildings no more
than that. In: the acts of an article, and its places resolved. Only an act's own place that no governorate is known of is written anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from waqai.code.act.told import Act, Where
from waqai.model import Report
from waqai.tag.chunk import Chunk
from waqai.tag.chunk_words import IN
from waqai.tag.place.find import PlacePhrase
from waqai.tag.tagged import Tagged

Resolve = Callable[[int, PlacePhrase, int], Where | None]

_REACH: Final = 60
"""Chunks from a place back to one that says where it lies, and forth to one in its own sentence."""

_BEHIND: Final = 5
"""Chunks from a place to the land that holds it: whose it is stands between."""


def beside_told(kept: Sequence[tuple[Act, Report]], tagged: Tagged, resolve: Resolve) -> list[tuple[Act, Report]]:
    """Give the reports with places without a governorate put into that of a place named beside them."""
    return [(act, report if report.place.admin1 else _beside(act, report, tagged, resolve)) for act, report in kept]


def _beside(act: Act, report: Report, tagged: Tagged, resolve: Resolve) -> Report:
    place = report.place
    if act.where is None or not place.country:
        return report
    for near in _near(tagged, act.where.at, resolve):
        value = near.value
        if value.admin1 and value.country == place.country:
            put = replace(place, admin1=value.admin1, lat=value.lat, lon=value.lon)
            rule = {**report.rule, "place": f"{report.rule.get('place', '')}; told beside {value.name}"}
            return replace(report, place=put, rule=rule)
    return report


def _near(tagged: Tagged, at: int, resolve: Resolve) -> Iterator[Where]:
    """Give the places around chunk ``at``: a land right behind it, "held by X |in the countryside of B|", the nearest before it, then those behind it in its sentence."""
    row = tagged.row
    its = next((n for n, s in enumerate(tagged.sentences) if s.lo <= at < s.hi), -1)
    if its < 0:
        return
    for k in range(at + 1, min(at + _BEHIND, tagged.sentences[its].hi)):
        where = _resolved(row[k], k, its, resolve) if row[k].prep in IN else None
        if where is not None and where.is_coarse:
            yield where
    n = its
    for k in range(at - 1, max(-1, at - _REACH), -1):
        while n and k < tagged.sentences[n].lo:
            n -= 1
        if (where := _resolved(row[k], k, n, resolve)) is not None:
            yield where
    for k in range(at + 1, tagged.sentences[its].hi):
        if (where := _resolved(row[k], k, its, resolve)) is not None:
            yield where


def _resolved(chunk: Chunk, k: int, sentence: int, resolve: Resolve) -> Where | None:
    return resolve(k, chunk.mention, sentence) if isinstance(chunk.mention, PlacePhrase) else None
