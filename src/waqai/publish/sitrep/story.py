"""A report's figures as words, ready for any page: every string is in its language, every number is written."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from waqai.model import Incident
from waqai.publish.area import area
from waqai.publish.day import dictionary, words
from waqai.publish.naming import plain_name
from waqai.publish.note import country_name, figure, note
from waqai.publish.sitrep.figures import Figures, Range, Row
from waqai.publish.sitrep.map import map_of

_LISTED: Final = 60
"""Incidents told one by one; the rest is in the tables."""
_TABLES: Final = ("by_type", "by_area", "by_place", "by_actor")


def story(
    found: Figures, language: str, *, area_key: tuple[str, str] | None, templates: Path | None = None
) -> dict[str, Any]:
    """Give all that a page says, as plain strings, lists and numbers.

    area_key: country and governorate that the report is about, ``None`` for all.
    """
    say = _words(language, templates)
    where = area(*area_key, language) if area_key is not None else say["everywhere"]
    start, end = (words(day, language) for day in (found.period.start, found.period.end))
    numbers = _sources(found)
    listed = found.incidents[:_LISTED]
    tables = [name for name in _TABLES if not (name == "by_area" and area_key is not None)]
    return {
        "language": language,
        "direction": "rtl" if language == "ar" else "ltr",
        "title": say["title"].format(area=where),
        "period": say["period"].format(start=start, end=end),
        "summary": _summary(found, say, language, where),
        "heads": {name.removesuffix("_head"): text for name, text in say.items() if name.endswith("_head")},
        "columns": [say["column"][name] for name in ("name", "incidents", "before", "change", "killed", "wounded")],
        "tables": [
            {"title": say[name], "rows": [_row(row, name, language) for row in getattr(found, name)]} for name in tables
        ],
        "days": {"title": say["by_day"], "rows": [[_short(day), n] for day, n in found.by_day]},
        "map": map_of(found.incidents, language),
        "map_note": say["map_note"].format(n=sum(i.place.lat is None for i in found.incidents)),
        "incidents": [_incident(i, language, numbers) for i in listed],
        "list_note": say["list_note"],
        "left_out": say["left_out"].format(n=len(found.incidents) - _LISTED) if len(found.incidents) > _LISTED else "",
        "sources": list(numbers),
        "method": say["method"],
        "page": say["page"],
    }


def _words(language: str, templates: Path | None) -> dict[str, Any]:
    own = templates / "words.toml" if templates is not None else None
    path = own if own is not None and own.is_file() else files("waqai") / "data" / "publish" / "sitrep" / "words.toml"
    found: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))[language]
    return found


def _summary(found: Figures, say: dict[str, Any], language: str, where: str) -> list[str]:
    if not found.incidents:
        return [say["nothing"]]
    start, end = (words(day, language) for day in (found.period.start, found.period.end))
    gap = len(found.incidents) - found.before
    change = say["same"] if gap == 0 else say["more" if gap > 0 else "fewer"].format(n=abs(gap))
    told = [say["summary"].format(incidents=len(found.incidents), area=where, start=start, end=end, change=change)]
    if found.killed.best:
        told.append(
            say["deaths"].format(
                killed=_said(found.killed, language),
                civilians=_said(found.killed_civilians, language),
                wounded=_said(found.wounded, language),
            )
        )
    else:
        told.append(say["no_deaths"])
    if found.disputed:
        told.append(say["disputed"].format(n=found.disputed))
    return told


def _said(toll: Range, language: str) -> str:
    return figure(toll.low, toll.best, toll.high, language)


def _row(row: Row, table: str, language: str) -> list[Any]:
    change = row.incidents - row.before
    return [
        _name(row.key, table, language),
        row.incidents,
        row.before,
        f"{change:+d}" if change else "0",
        str(row.killed),
        str(row.wounded),
    ]


def _name(key: str, table: str, language: str) -> str:
    if table == "by_type":
        return str(dictionary()[language]["event_type"].get(key, key))
    if table == "by_actor":
        return plain_name(key, language)
    first, _, second = key.partition("|")
    if table == "by_area":
        return area(first, second, language) or country_name(first, language)
    return second if language == "ar" else first


def _short(day: Any) -> str:
    return f"{day.day}/{day.month}"


def _sources(found: Figures) -> dict[str, int]:
    """Give every source its number, in the order in which the list cites it."""
    numbers: dict[str, int] = {}
    for incident in found.incidents[:_LISTED]:
        for name in _cited(incident):
            numbers.setdefault(name, len(numbers) + 1)
    return numbers


def _cited(incident: Incident) -> list[str]:
    pages = [
        ", ".join(p for p in (a.outlet or a.article, str(a.published or ""), a.url or "") if p)
        for a in incident.reports
    ]
    return list(dict.fromkeys(pages))


def _incident(incident: Incident, language: str, numbers: dict[str, int]) -> dict[str, Any]:
    return {
        "note": note(incident, language),
        "cited": [numbers[name] for name in _cited(incident)],
        "grade": incident.grade,
    }
