"""How long many reports take to write and to read back: msgspec against attrs with cattrs and orjson.

usage: objects.py [REPORTS]

The twins below have the same fields as the model's; attrs without slots would be slower still. docs/decisions/0003
quotes the figures.
"""

from __future__ import annotations

import pickle
import sys
import tracemalloc
from collections.abc import Callable
from datetime import date
from time import process_time
from typing import Any

import attrs
import msgspec
import orjson
from cattrs.preconf.orjson import make_converter

from waqai.model import Harm, Report, Span
from waqai.values import DateValue, PlacePrecision, PlaceValue

DEFAULT = 100_000
PLACE = {
    "text": "town",
    "name": "town",
    "precision": "town",
    "admin1": "Idlib",
    "country": "SY",
    "lat": 35.6,
    "lon": 36.4,
}


@attrs.frozen
class AttrsSpan:
    """A span."""

    start: int
    end: int


@attrs.frozen
class AttrsHarm:
    """A row of harm."""

    kind: str
    who: str
    min: int | None
    max: int | None


@attrs.frozen
class AttrsDate:
    """A date."""

    start: date | None
    end: date | None
    precision: str | None


@attrs.frozen
class AttrsPlace:
    """A place."""

    text: str
    name: str
    precision: str
    name_en: str | None = None
    admin1: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    gazetteer_id: str | None = None
    point_precision: str | None = None
    radius_m: int | None = None


@attrs.frozen(kw_only=True)
class AttrsReport:
    """A report."""

    event_type: str
    sub_event_type: str
    method: str
    outcome: str
    count: int
    date: AttrsDate
    place: AttrsPlace
    initiators: tuple[str, ...]
    targets: tuple[str, ...]
    harm: tuple[AttrsHarm, ...]
    sources: tuple[str, ...]
    status: str
    evidence: dict[str, tuple[AttrsSpan, ...]]
    rule: dict[str, str]
    confidence: float


def example() -> Report:
    """Give a report of ordinary size."""
    return Report(
        event_type="Explosions/Remote violence",
        sub_event_type="Shelling/artillery/missile attack",
        method="shelling",
        date=DateValue.on(date(2021, 11, 8)),
        place=PlaceValue(**{**PLACE, "precision": PlacePrecision.TOWN}),  # type: ignore[arg-type]
        initiators=("SYR_GOV",),
        targets=("CIVILIANS",),
        harm=(Harm("killed", "civilians", 2, 2), Harm("wounded", "civilians", 3, 3)),
        sources=("a source",),
        evidence={field: (Span(n, n + 9),) for n, field in enumerate(("event", "place", "date", "harm", "sources"))},
        rule=dict.fromkeys(("event", "place", "date", "initiators", "targets", "harm"), "a.rule"),
        confidence=0.5,
    )


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    line = msgspec.json.encode(example())
    encode, decode = msgspec.json.Encoder().encode, msgspec.json.Decoder(Report).decode
    converter = make_converter()
    # A span is a pair in JSON; cattrs has to be told, msgspec's class says so itself.
    converter.register_unstructure_hook(AttrsSpan, lambda s: (s.start, s.end))
    converter.register_structure_hook(AttrsSpan, lambda pair, _: AttrsSpan(*pair))

    def write_attrs(report: Any) -> bytes:
        return orjson.dumps(converter.unstructure(report))

    def read_attrs(data: bytes) -> Any:
        return converter.structure(orjson.loads(data), AttrsReport)

    twin = read_attrs(line)
    assert orjson.loads(write_attrs(twin)) == orjson.loads(line)
    assert decode(line) == example()
    print(f"{count:,} reports of {len(line)} bytes{'':19} msgspec   attrs+cattrs+orjson   ratio")
    report = decode(line)
    rows: tuple[tuple[str, Callable[[], object], Callable[[], object]], ...] = (
        ("write as JSON, s", lambda: encode(report), lambda: write_attrs(twin)),
        ("read from JSON with checks, s", lambda: decode(line), lambda: read_attrs(line)),
        ("pickle and back, s", lambda: again(report), lambda: again(twin)),
    )
    for name, ours, theirs in rows:
        show(name, seconds(ours, count), seconds(theirs, count))
    show("memory of one, bytes", size_of(lambda: decode(line)), size_of(lambda: read_attrs(line)))


def again(item: object) -> object:
    """Send an object the way workers get it."""
    return pickle.loads(pickle.dumps(item, protocol=5))


def seconds(work: Callable[[], object], count: int) -> float:
    """Give CPU seconds for so many calls, after one to warm up."""
    work()
    start = process_time()
    for _ in range(count):
        work()
    return process_time() - start


def size_of(make: Callable[[], object]) -> float:
    """Give the bytes that one object takes, over a thousand."""
    make()
    tracemalloc.start()
    kept = [make() for _ in range(1000)]
    size = tracemalloc.get_traced_memory()[0] / len(kept)
    tracemalloc.stop()
    return size


def show(name: str, ours: float, theirs: float) -> None:
    """Print a row."""
    print(f"{name:47} {ours:9,.1f} {theirs:19,.1f} {theirs / ours:9.1f}")


if __name__ == "__main__":
    main()
