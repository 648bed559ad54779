"""Which days a feast means, counted from the report's own day.

"The feast" without its name is the last one before that day.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from waqai.tag.date.anchor import day_of, hijri_year
from waqai.tag.date.expression import Calendar, FeastDay, FeastDays
from waqai.values.date import DatePrecision, DateValue

_LASTS: Final = {1001: 3, 1210: 4}
"""How many days each feast lasts, by its Hijri month * 100 + day."""
_MONTH: Final = 100
_DAY: Final = timedelta(days=1)
_SLACK: Final = timedelta(days=1)
_RECENT: Final = timedelta(days=45)
"""How long ago "the feast" can be the one of which a page speaks."""


def resolve_feast(feast: FeastDay | FeastDays, base: date | None) -> DateValue:
    """Give the day or the days of a feast, the last before ``base``; unknown without such a day, or where it is long over."""
    if base is None:
        return DateValue()
    codes = (feast.code,) if feast.code else tuple(_LASTS)
    starts = [(start, code) for code in codes for start in _starts(code, base)]
    if not starts:
        return DateValue()
    start, code = max(starts)
    if not feast.code and base - start > _RECENT:
        return DateValue()
    if isinstance(feast, FeastDay):
        return DateValue.on(start + (feast.day - 1) * _DAY)
    last = min(start + (_LASTS.get(code, 1) - 1) * _DAY, base - _DAY)
    return DateValue(start, max(start, last), DatePrecision.APPROX)


def _starts(code: int, base: date) -> list[date]:
    """Give the first days of this year's and last year's feast that are not ahead of a day."""
    month, first = divmod(code, _MONTH)
    year = hijri_year(base)
    days = (day_of(y, month, first, Calendar.HIJRI) for y in (year, year - 1))
    return [day for day in days if day is not None and day <= base + _SLACK]
