"""Reports as the score reads them: gold written by hand and system output alike, so most fields may be missing."""

from __future__ import annotations

import datetime as dt
from codecs import BOM_UTF8
from pathlib import Path

import msgspec

from waqai.errors import NO_JSON, InputError
from waqai.evaluate.part import Part


class ScoredDate(msgspec.Struct, frozen=True):
    """Days as written."""

    start: str | None = None
    end: str | None = None


class ScoredPlace(msgspec.Struct, frozen=True):
    """What of a place the score compares."""

    text: str | None = None
    name: str | None = None
    admin1: str | None = None
    country: str | None = None


class ScoredHarm(msgspec.Struct, frozen=True):
    """A row of harm; rows are equal when all four agree."""

    kind: str
    who: str
    min: int | None = None
    max: int | None = None


class ScoredReport(msgspec.Struct, frozen=True):
    """What of a report the score compares."""

    event_type: str = ""
    sub_event_type: str = ""
    outcome: str | None = None
    date: ScoredDate | None = None
    place: ScoredPlace | None = None
    initiators: tuple[str, ...] | None = None
    targets: tuple[str, ...] | None = None
    harm: tuple[ScoredHarm, ...] | None = None

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """First and last day; one known end stands for both, ``None`` when neither is known."""
        when = self.date or ScoredDate()
        start, end = _day(when.start), _day(when.end)
        first, last = start or end, end or start
        return (first, last) if first and last else None


class _Line(msgspec.Struct, frozen=True):
    id: str | int
    reports: tuple[ScoredReport, ...] | None = None


def load_reports(path: Path, part: Part = Part.ALL) -> dict[str, tuple[ScoredReport, ...]]:
    """Load the reports of each article of a part from a JSONL file, by article id.

    Raises: InputError when the file cannot be opened, for a line that is no object with an id and reports, and when no line has reports.
    """
    try:
        lines = path.read_bytes().removeprefix(BOM_UTF8).splitlines()
    except OSError as error:
        raise InputError(f"cannot be opened: {error.strerror}", where=str(path)) from error
    decode = msgspec.json.Decoder(_Line).decode
    found: dict[str, tuple[ScoredReport, ...]] = {}
    coded = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            item = decode(line)
        except NO_JSON as error:
            raise InputError(f"is no coded article: {error}", where=f"{path}:{number}") from error
        coded = coded or item.reports is not None
        if part.has(str(item.id)):
            found[str(item.id)] = item.reports or ()
    if found and not coded:
        raise InputError("has no reports on any line: is it the file of articles?", where=str(path))
    return found


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None  # a day that is none counts as not said, in gold and system alike
