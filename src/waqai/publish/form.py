"""What every form of export is: a name, its files, a writer that streams, and what the form cannot hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import msgspec

from waqai.model import Incident
from waqai.publish.toll import Rule


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What a writer needs besides incidents.

    ``fatalities`` is the rule by which ACLED's one number is made. ``pcodes`` gives the p-code of a (country, governorate).
    ``released`` is the day that stands for the release in the files; without it, the newest publication of each incident.
    """

    fatalities: Rule = "acled"
    pcodes: dict[tuple[str, str], str] = {}
    released: date | None = None


Writer: TypeAlias = Callable[[Iterable[Incident], Path, Context], None]


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """A form of export: ``file`` is its name in a folder of all forms; ``write`` takes incidents one by one.

    ``gloss`` says what it is for. What becomes of each field is in ``data/publish/fields.toml``.
    """

    name: str
    file: str
    gloss: str
    write: Writer


def incident_number(incident: Incident) -> int:
    """Give a whole number of at most 63 bits for an incident's id, the same for ever: tables ask for numbers."""
    return int(incident.incident_id.removeprefix("w-"), 16) >> 1


def release_day(incident: Incident, context: Context) -> date:
    """Give the day that stands for the record: the release's, else the newest account's, so that nothing depends on a clock."""
    days = [account.published for account in incident.reports if account.published]
    return context.released or max(days, default=incident.date.end or date(1970, 1, 1))
