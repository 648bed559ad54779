"""An incident told in a sentence or two, in English or Arabic, from its codes and nothing else."""

from __future__ import annotations

from waqai.model import Incident, Toll
from waqai.publish.day import dictionary, words
from waqai.publish.naming import plain_name
from waqai.publish.reference import Reference
from waqai.publish.toll import is_disputed
from waqai.values.actor import UNKNOWN


def note(incident: Incident, language: str) -> str:
    """Tell what happened, to whom, by whom, where, when, with what toll, according to whom."""
    lexicon = dictionary()[language]
    say = lexicon["note"]
    comma = "، " if language == "ar" else ", "
    parts = [_act(incident, language)]
    if incident.count > 1:
        parts.append(say["times"].format(n=incident.count))
    for side, actors in (("by", incident.initiators), ("against", incident.targets)):
        named = [plain_name(a, language) for a in actors if a != UNKNOWN]
        if named:
            parts.append(say[side].format(who=say["and"].join(named)))
    if incident.outcome == "failed":
        parts.append(say["failed"])
    if lexicon["status"][incident.status]:
        parts.append(lexicon["status"][incident.status])
    sentences = [comma.join(parts) + "."]
    if incident.toll:
        rows = comma.join(_row(row, language) for row in incident.toll)
        sentences.append(say["toll"].format(rows=rows))
    if any(is_disputed(row) for row in incident.toll):
        sentences.append(say["disputed"])
    names = source_names(incident)
    if names:
        sentences.append(say["source"].format(names=comma.join(names)))
    grade = lexicon["grade"][incident.grade]
    sentences.append(say["grade"].format(grade=grade, witnesses=incident.witnesses))
    return " ".join(sentences)


def source_names(incident: Incident) -> list[str]:
    """Give every source and every outlet, each once, in order of publication."""
    outlets = [account.outlet for account in incident.reports if account.outlet]
    return list(dict.fromkeys([*outlets, *incident.sources]))


def when(incident: Incident, language: str) -> str:
    """Write the day or days in words."""
    say = dictionary()[language]["note"]
    start, end = incident.date.start, incident.date.end
    if start is None or end is None:
        return str(say["undated"])
    if start == end:
        return str(say["on"].format(day=words(start, language)))
    return str(say["between"].format(start=words(start, language), end=words(end, language)))


def place_name(incident: Incident, language: str) -> str:
    """Give the place's name in the language, else the one there is."""
    place = incident.place
    name = (place.name_en or place.name) if language == "en" else place.name
    return name or dictionary()[language]["note"]["unknown_place"]


def country_name(code: str | None, language: str) -> str:
    """Give a country's name in the language."""
    country = Reference.load().countries.get(code or "")
    if country is None:
        return code or ""
    return country.name_ar if language == "ar" else country.name_en


def area_name(incident: Incident, language: str) -> str:
    """Give the governorate's name in the language."""
    from waqai.publish.area import area

    return area(incident.place.country, incident.place.admin1, language)


def _act(incident: Incident, language: str) -> str:
    lexicon = dictionary()[language]
    return str(
        lexicon["note"]["act"].format(
            when=when(incident, language),
            what=lexicon["sub_event"][incident.sub_event_type],
            place=place_name(incident, language),
            area=area_name(incident, language),
            country=country_name(incident.place.country, language),
        )
    )


def _row(row: Toll, language: str) -> str:
    lexicon = dictionary()[language]
    who, kind = lexicon["who"][row.who], lexicon["kind"][row.kind]
    if row.high == 0:
        return str(lexicon["note"]["none"].format(who=who, kind=kind))
    return str(lexicon["note"]["toll_row"].format(n=figure(row.low, row.best, row.high, language), who=who, kind=kind))


def figure(low: int | None, best: int | None, high: int | None, language: str) -> str:
    """Write a toll in words that read in either direction: one number where all agree, else from low to high."""
    say = dictionary()[language]["note"]
    if low == high and low is not None:
        return str(low)
    if high is None:
        if best is not None and low is not None and best > low:
            return str(say["open_best"].format(low=low, best=best))
        return str(say["at_least"].format(n=low or 0))
    return str(say["up_to"].format(n=high)) if low is None else str(say["range"].format(low=low, high=high))
