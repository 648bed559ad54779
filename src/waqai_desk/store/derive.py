"""What an incident is: what the reports say, and over it what people decided. Pure; the log in, the incident out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from typing import Any, Final

import msgspec

from waqai import model
from waqai.code.taxonomy import Taxonomy
from waqai.errors import DecisionError
from waqai_desk.store.models import Decision, DecisionKind, Grade, Review

EDITABLE: Final = (
    "sub_event_type", "method", "outcome", "count", "date", "place", "initiators", "targets", "toll", "status", "grade",
)  # fmt: skip
"""Fields that a person may set; the others follow from the reports."""

_TYPES: Final = {f.name: f.type for f in msgspec.structs.fields(model.Incident) if f.name in EDITABLE}
HOLDING: Final = frozenset(
    {
        DecisionKind.EDIT,
        DecisionKind.ACCEPT,
        DecisionKind.REJECT,
        DecisionKind.MERGE,
        DecisionKind.SPLIT,
        DecisionKind.FOUND,
        DecisionKind.ENTER,
        DecisionKind.PUBLISH,
        DecisionKind.HOLD,
    }
)
"""Decisions after which an incident keeps its reports: a run may add to it, and takes nothing away."""


class Standing(msgspec.Struct, kw_only=True):
    """Where an incident stands after the log: values that people hold it to, and what is published."""

    accepted: dict[str, Any] = {}
    edited: dict[str, Any] = {}
    accepted_print: str | None = None
    review: Review = Review.UNREVIEWED
    is_held: bool = False
    published: Decision | None = None


def standing(log: Iterable[Decision]) -> Standing:
    """Read the decisions on an incident, in order; those taken back are left out by the caller (``in_force``)."""
    found = Standing()
    for decision in log:
        match decision.kind:
            case DecisionKind.EDIT:
                found.edited[decision.what["field"]] = decision.what["value"]
            case DecisionKind.ACCEPT:
                found.accepted, found.accepted_print = decision.what["fields"], decision.what["print"]
                found.review = Review.ACCEPTED
            case DecisionKind.REJECT:
                found.review = Review.REJECTED
            case DecisionKind.REOPEN:
                found.accepted, found.accepted_print, found.review = {}, None, Review.UNREVIEWED
            case DecisionKind.PUBLISH:
                found.published = decision
            case DecisionKind.UNPUBLISH:
                found.published = None
            case DecisionKind.HOLD:
                found.is_held = True
            case DecisionKind.RELEASE:
                found.is_held = False
    return found


def in_force(log: Iterable[Decision]) -> list[Decision]:
    """Leave out what was taken back, and the taking back; an undone undo counts again."""
    rows = sorted(log, key=lambda d: d.pk)
    undone: set[int] = set()
    for row in reversed(rows):
        if row.undoes_id is not None and row.pk not in undone:
            undone.add(row.undoes_id)
    return [row for row in rows if row.pk not in undone and row.kind != DecisionKind.UNDO]


def applied(machine: model.Incident, held: Standing) -> model.Incident:
    """Give the incident with people's values in place of the reports'."""
    values = held.accepted | held.edited
    if not values:
        return machine
    read = {name: read_value(name, value, machine) for name, value in values.items()}
    if "sub_event_type" in read:
        read["event_type"] = Taxonomy.load().event_type_of(read["sub_event_type"])
    return msgspec.structs.replace(machine, **read)


def read_value(field: str, value: Any, machine: model.Incident) -> Any:
    """Read a field's value from JSON; claims of toll rows are the machine's, whatever is given.

    Raises: DecisionError when a person may not set the field, or not to this.
    """
    if field not in _TYPES:
        raise DecisionError(f"{field} is no field that can be edited")
    try:
        read = msgspec.convert(value, _TYPES[field], strict=False)
    except msgspec.ValidationError as error:
        raise DecisionError(f"{field} cannot be that: {error}") from None
    need_listed(field, read)
    if field == "toll":
        claims = {(row.kind, row.who): row.claims for row in machine.toll}
        return tuple(msgspec.structs.replace(row, claims=claims.get((row.kind, row.who), ())) for row in read)
    return read


def need_listed(field: str, value: Any) -> None:
    """Refuse a value that the codebook's closed list of its field, where it has one, does not hold.

    Raises: DecisionError.
    """
    words = _closed_lists().get(field)
    if words is not None and value not in words:
        raise DecisionError(f"{field} cannot be {value!r}: give one of {', '.join(sorted(words))}")


@cache
def _closed_lists() -> dict[str, frozenset[str]]:
    """Give the closed lists of the codebook by field."""
    taxonomy = Taxonomy.load()
    return {
        "sub_event_type": frozenset(taxonomy.event_types),
        "method": frozenset(taxonomy.sub_events),
        "outcome": frozenset(("completed", "failed")),
        "status": frozenset(("reported", "claimed", "denied", "unconfirmed")),
        "grade": frozenset(Grade.values),
    }


def print_of(machine: model.Incident) -> str:
    """Give a digest of what the reports say: it changes when they say something else."""
    said = [getattr(machine, name) for name in EDITABLE]
    told = [(account.article, account.index) for account in machine.reports]
    return hashlib.sha256(msgspec.json.encode([said, told])).hexdigest()[:16]


def fields_of(incident: model.Incident) -> dict[str, Any]:
    """Give the editable fields as JSON values, for a decision to hold."""
    return {name: msgspec.to_builtins(getattr(incident, name)) for name in EDITABLE}
