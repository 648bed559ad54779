"""The history of an incident: people's decisions and what runs changed, newest first, in the reader's words."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

import msgspec
from django.utils.translation import gettext as _

from waqai_desk.accounts.models import User
from waqai_desk.accounts.rights import Right
from waqai_desk.review.page import in_words
from waqai_desk.store.models import Change, Decision, DecisionKind, Incident
from waqai_desk.web import labels

_MOST: Final = 100
_TELLING: Final = ("new", "changed", "merged", "restored", "retired")
"""Changes of runs that are told; those a decision made are told by the decision."""


class Line(msgspec.Struct, frozen=True):
    """One field of a change, old and new in words."""

    field: str
    new: str
    old: str = ""
    who: str = ""


class Item(msgspec.Struct, frozen=True):
    """One thing that happened: who, what, when, why."""

    at: datetime
    who: str
    act: str
    lines: list[Line]
    why: str = ""
    is_undone: bool = False
    fields: tuple[str, ...] = ()
    into: str = ""


def history(incident: Incident) -> list[Item]:
    """Give what happened to an incident, newest first."""
    decisions = Decision.objects.filter(incident=incident).select_related("who", "undone_by").order_by("-id")[:_MOST]
    changes = Change.objects.filter(incident=incident, decision=None, kind__in=_TELLING).order_by("-id")[:_MOST]
    told = [_decided(d) for d in decisions] + [_changed(c) for c in changes]
    return sorted(told, key=lambda item: item.at, reverse=True)


def _decided(decision: Decision) -> Item:
    what: dict[str, Any] = decision.what
    lines = []
    if decision.kind == DecisionKind.EDIT:
        lines = [Line(what["field"], in_words(what["field"], what["value"]), in_words(what["field"], what.get("old")))]
    undone = getattr(decision, "undone_by", None) is not None
    into = what["into"] if decision.kind == DecisionKind.SPLIT else ""
    return Item(decision.at, decision.who.username, decision.kind, lines, decision.why, undone, into=into)


def _changed(change: Change) -> Item:
    fields = tuple(str(field) for field in change.fields if field in labels.CODES["field"])
    return Item(change.at, _("a run"), change.kind, [], fields=fields)


def undoable(incident: Incident, member: User) -> Decision | None:
    """Give the decision that undoing would take back: the last that stands, one's own unless one reviews."""
    standing = Decision.objects.filter(incident=incident, undone_by=None)
    standing = standing.exclude(kind__in=(DecisionKind.COMMENT, DecisionKind.UNDO, DecisionKind.TEACH))
    if not member.may(Right.REVIEW):
        standing = standing.filter(who=member)
    return standing.order_by("-id").first()
