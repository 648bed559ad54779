"""Boxes and times as OGC API – Features writes them (OGC 17-069r4, 7.15.3 and 7.15.4)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from ninja.errors import HttpError

_SIDES: Final = 4
_WITH_HEIGHT: Final = 6
_OPEN: Final = ("", "..")


def read_box(text: str) -> tuple[float, float, float, float]:
    """Read ``west,south,east,north``, with heights in between or without; anything else is answered with 400."""
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        raise HttpError(400, "bbox holds numbers and commas") from None
    if len(numbers) == _WITH_HEIGHT:
        numbers = [*numbers[0:2], *numbers[3:5]]
    if len(numbers) != _SIDES or not all(-360 <= n <= 360 for n in numbers):
        raise HttpError(400, "bbox is west,south,east,north in degrees")
    west, south, east, north = numbers
    if south > north:
        raise HttpError(400, "bbox has its south above its north")
    return west, south, east, north


def read_days(text: str) -> tuple[date | None, date | None]:
    """Read a day or a moment, or two of them with a stroke between, either open; anything else is answered with 400."""
    parts = text.split("/")
    if len(parts) > 2:
        raise HttpError(400, "datetime is one moment or two with a stroke between")
    days = [None if part in _OPEN else _day(part) for part in parts]
    first, last = (days[0], days[0]) if len(days) == 1 else (days[0], days[1])
    if len(parts) == 1 and first is None:
        raise HttpError(400, "datetime is empty")
    if first and last and first > last:
        raise HttpError(400, "datetime ends before it begins")
    return first, last


def _day(text: str) -> date:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        raise HttpError(400, "datetime holds moments as RFC 3339 writes them") from None
