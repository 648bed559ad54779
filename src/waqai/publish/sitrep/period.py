"""The days a report is about: a week, a month, a day, or any span; and the span of equal length before it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final, Self

import msgspec

from waqai.errors import SettingError
from waqai.model import Incident
from waqai.publish.day import middle

_WEEK: Final = re.compile(r"(\d{4})-W(\d{2})\Z")
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})\Z")
_SPAN: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:/(\d{4}-\d{2}-\d{2}))?\Z")


class Period(msgspec.Struct, frozen=True):
    """Local days, both ends included."""

    start: date
    end: date

    @classmethod
    def of(cls, text: str) -> Self:
        """Read ``2020-W21``, ``2020-05``, ``2020-05-17`` or ``2020-05-17/2020-05-20``; weeks are ISO 8601's, Monday to Sunday.

        Raises: SettingError when the text is no period.
        """
        try:
            if found := _WEEK.match(text):
                monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
                return cls(monday, monday + timedelta(days=6))
            if found := _MONTH.match(text):
                year, month = int(found[1]), int(found[2])
                return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
            if found := _SPAN.match(text):
                start = date.fromisoformat(found[1])
                end = date.fromisoformat(found[2]) if found[2] else start
                if start <= end:
                    return cls(start, end)
        except ValueError:
            pass
        raise SettingError(f"{text!r} is no period: write 2020-W21, 2020-05, 2020-05-17 or 2020-05-17/2020-05-20")

    @property
    def days(self) -> list[date]:
        """Every day of it."""
        return [self.start + timedelta(days=n) for n in range((self.end - self.start).days + 1)]

    def before(self) -> Period:
        """Give the span of equal length that ends the day before."""
        length = self.end - self.start
        end = self.start - timedelta(days=1)
        return Period(end - length, end)

    def has(self, incident: Incident) -> bool:
        """Tell whether the day that stands for the incident lies in it."""
        day = middle(incident.date)
        return day is not None and self.start <= day <= self.end
