"""A score for people: figures, then tables by event type and by cause, then the first misses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from waqai.evaluate.score import Miss, Score


def show_score(result: Score, *, misses: int = 0) -> Iterator[str]:
    """Give the lines of a score; at most so many ``misses`` of each side are written out."""
    for name, value in result.figures().items():
        yield f"{name:22} {value}" if isinstance(value, int) else f"{name:22} {value:.3f}"
    yield ""
    yield f"{'event type':28} {'gold':>5} {'system':>6} {'matched':>7} {'prec':>6} {'recall':>6} {'f1':>6}"
    for name, n in result.by_type.items():
        yield f"{name:28} {n.gold:5} {n.system:6} {n.matched:7} {n.precision:6.3f} {n.recall:6.3f} {n.f1:6.3f}"
    yield from _causes("missed", result.missed)
    yield from _causes("spurious", result.spurious)
    for side, found in (("missed", result.missed), ("spurious", result.spurious)):
        for miss in found[:misses]:
            yield f"{side:9} {miss.article}: {_words(miss)}"


def _causes(side: str, found: Sequence[Miss]) -> Iterator[str]:
    yield ""
    yield f"{side}: {len(found)}"
    for why, number in Counter(miss.cause for miss in found).most_common():
        yield f"  {number:5}  {why}"


def _words(miss: Miss) -> str:
    report = miss.report
    days = report.days
    when = "no date" if days is None else f"{days[0]}" if days[0] == days[1] else f"{days[0]}…{days[1]}"
    place = (report.place.name or report.place.text) if report.place else None
    return f"{report.sub_event_type}, {when}, {place or 'no place'} ({miss.cause})"
