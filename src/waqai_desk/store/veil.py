"""Names of persons taken out of what is shown: titles, sources and places as reports quote them. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from waqai import model
from waqai_desk.store.coded import Coded

VEIL: Final = "[…]"


def veil(text: str, names: Iterable[str]) -> str:
    """Give a text with every name in it withheld; the longest first, so that no part of one is left."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, VEIL)
    return text


def names_of(full: str, persons: Iterable[model.Person]) -> frozenset[str]:
    """Give every form in which an article writes its persons' names."""
    people = list(persons)
    written = {span.quote(full) for person in people for span in person.evidence}
    return frozenset(name for name in written | {person.name for person in people} if name.strip())


def veiled(coded: Coded) -> tuple[str, tuple[model.Report, ...]]:
    """Give an article's title and reports without names of persons."""
    article = coded.article
    names = names_of(article.full, coded.persons)
    title = article.headline.quote(article.full) if article.headline else article.title
    return veil(title, names), tuple(_veiled(report, names) for report in coded.reports) if names else coded.reports


def _veiled(report: model.Report, names: frozenset[str]) -> model.Report:
    place = report.place
    return msgspec.structs.replace(
        report,
        sources=tuple(veil(source, names) for source in report.sources),
        place=msgspec.structs.replace(place, text=veil(place.text, names), name=veil(place.name, names)),
        initiators=tuple(veil(actor, names) for actor in report.initiators),
        targets=tuple(veil(actor, names) for actor in report.targets),
    )
