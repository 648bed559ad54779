"""When: local calendar days with the precision that the text allows (codebook section 3)."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Self

import msgspec


class DatePrecision(StrEnum):
    """How exactly the day is known; ``approx`` is the news cycle, not a day word."""

    DAY = "day"
    APPROX = "approx"
    WEEK = "week"
    MONTH = "month"


class DateValue(msgspec.Struct, frozen=True, gc=False):
    """A span of local days, both ends included; all three are ``None`` when nothing fixes the day."""

    start: date | None = None
    end: date | None = None
    precision: DatePrecision | None = None

    def __post_init__(self) -> None:
        known = {self.start is None, self.end is None, self.precision is None}
        if len(known) > 1:
            raise ValueError("a date has start, end and precision, or none of them")
        if self.start is not None and self.end is not None and self.start > self.end:
            raise ValueError(f"date runs backwards: {self.start} to {self.end}")

    @classmethod
    def on(cls, day: date, precision: DatePrecision = DatePrecision.DAY) -> Self:
        """Say that it was on one day."""
        return cls(day, day, precision)

    @property
    def is_known(self) -> bool:
        """Whether the text or the news cycle fixes the day at all."""
        return self.start is not None

    def overlaps(self, other: DateValue, *, slack_days: int = 0) -> bool:
        """Tell whether both can be the same day; an unknown date overlaps every date."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return True
        slack = timedelta(days=slack_days)
        return self.start <= other.end + slack and other.start <= self.end + slack

    def __str__(self) -> str:
        if self.start is None:
            return "?"
        days = f"{self.start}" if self.start == self.end else f"{self.start}…{self.end}"
        return days if self.precision is DatePrecision.DAY else f"{days} ({self.precision})"
