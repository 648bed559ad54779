"""Statements for tests: a raid on a village unless the test says otherwise."""

from __future__ import annotations

from datetime import date
from typing import Any

from waqai.link.statement import Statement, _statements
from waqai.model import Article, Harm, Report
from waqai.values import DatePrecision, DateValue, PlacePrecision, PlaceValue

DAY = date(2024, 5, 17)
VILLAGES = {
    "الزر": (35.09, 40.45),
    "الشحيل": (35.10, 40.42),
    "ذيبان": (35.00, 40.50),
    "هجين": (34.69, 40.83),
}


def village(name: str = "الزر", **more: Any) -> PlaceValue:
    lat, lon = VILLAGES.get(name, (None, None))
    given = {
        "text": f"بلدة {name}",
        "name": name,
        "precision": PlacePrecision.TOWN,
        "admin1": "Deir ez-Zor",
        "country": "SY",
        "lat": lat,
        "lon": lon,
    }
    return PlaceValue(**(given | more))


def on(day: date = DAY, precision: DatePrecision = DatePrecision.DAY) -> DateValue:
    return DateValue.on(day, precision)


def killed(least: int | None, most: int | None, who: str = "civilians") -> Harm:
    return Harm("killed", who, least, most)


def report(**more: Any) -> Report:
    given = {
        "event_type": "Strategic developments",
        "sub_event_type": "Arrests",
        "method": "raid",
        "date": on(),
        "place": village(),
        "initiators": ("COALITION",),
        "targets": ("IS",),
        "confidence": 0.5,
    }
    return Report(**(given | more))


def statement(article: str, nth: int = 0, **more: Any) -> Statement:
    """Give one statement; fields of the page are ``published``, ``outlet``, ``url``, ``signature``, the rest the report's."""
    return statements(article, [more])[0] if nth == 0 else statements(article, [{}] * nth + [more])[nth]


def statements(article: str, reports: list[dict[str, Any]]) -> list[Statement]:
    page = {"published": DAY, "outlet": article, "url": None, "signature": None}
    for fields in reports:
        page |= {k: v for k, v in fields.items() if k in page}
    told = [report(**{k: v for k, v in fields.items() if k not in page}) for fields in reports]
    meta = Article(id=article, title="", text="", published=page["published"], outlet=page["outlet"], url=page["url"])
    return list(_statements(article, meta, told, page["signature"]))
