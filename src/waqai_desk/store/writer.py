"""Rows of incidents as they are written: body, columns, actors, and what changed; within one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import msgspec
from django.utils import timezone

from waqai import model
from waqai_desk.store.columns import actors_of, columns_of
from waqai_desk.store.derive import Standing, applied, print_of
from waqai_desk.store.models import Change, ChangeKind, Decision, Incident, IncidentActor, Review, Run

_encode: Final = msgspec.json.Encoder().encode
_FLAGS: Final = ("review", "is_held", "published_at", "is_retired", "merged_into_id")


class Tally(msgspec.Struct):
    """How many incidents were new, changed, unchanged, merged into others or retired."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    merged: int = 0
    retired: int = 0

    def add(self, other: Tally) -> None:
        """Add another's figures."""
        for name in self.__struct_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


class Writer:
    """Writes incidents, and keeps what changed until ``close``; either a run or a decision is the reason."""

    def __init__(self, run: Run | None = None, decision: Decision | None = None) -> None:
        self.now = timezone.now()
        self.tally = Tally()
        self._run, self._decision = run, decision
        self._changes: list[Change] = []
        self._actors: list[IncidentActor] = []

    def found(self, machines: Sequence[model.Incident]) -> list[Incident]:
        """Write incidents that were not there before, under the ids they bear."""
        rows = [
            Incident(
                public_id=machine.incident_id,
                body=_encode(machine).decode(),
                added_at=self.now,
                changed_at=self.now,
                **columns_of(machine),
            )
            for machine in machines
        ]
        Incident.objects.bulk_create(rows, batch_size=30)
        for row, machine in zip(rows, machines, strict=True):
            self._add_actors(row, actors_of(machine))
            self._note(row, ChangeKind.NEW, [])
        self.tally.new += len(rows)
        return rows

    def rewrite(self, row: Incident, machine: model.Incident, held: Standing) -> None:
        """Write what the reports say now with people's values over it; a row that says the same already is left alone."""
        incident = applied(machine, held)
        before = msgspec.to_builtins(row.content())
        flags = {name: getattr(row, name) for name in _FLAGS}
        row.merged_into, row.is_retired = None, False
        _stand(row, machine, held)
        same_machine = incident == machine
        body, said = _encode(incident).decode(), "" if same_machine else _encode(machine).decode()
        after = msgspec.to_builtins(incident)
        differing = [name for name in after if after[name] != before.get(name)]
        differing += [name.removesuffix("_id") for name in _FLAGS if getattr(row, name) != flags[name]]
        if not differing and (row.body, row.machine) == (body, said):
            self.tally.unchanged += 1
            return
        row.body, row.machine = body, said
        for name, value in columns_of(incident).items():
            setattr(row, name, value)
        self._save(row, _kind(row, flags), differing)
        self.tally.changed += 1
        wanted = actors_of(incident)
        if wanted != set(row.actors.values_list("actor", "side")):
            row.actors.all().delete()
            self._add_actors(row, wanted)

    def merge(self, row: Incident, into: Incident) -> None:
        """Make an incident part of another; its id leads there from now on."""
        row.merged_into, row.is_retired = into, False
        self._save(row, ChangeKind.MERGED, [], into)
        self.tally.merged += 1

    def retire(self, row: Incident) -> None:
        """Take an incident that no report tells any more out of what counts."""
        if not row.is_retired:
            row.is_retired = True
            self._save(row, ChangeKind.RETIRED, [])
            self.tally.retired += 1

    def because_of(self, decision: Decision) -> None:
        """Name the decision behind what was written so far: one that could not be logged before its incident was there."""
        self._decision = decision
        for change in self._changes:
            change.decision = decision

    def close(self) -> Tally:
        """Write what was kept back, and tell how much it was."""
        IncidentActor.objects.bulk_create(self._actors, batch_size=300)
        Change.objects.bulk_create(self._changes, batch_size=100)
        return self.tally

    def _save(self, row: Incident, kind: ChangeKind, fields: list[str], into: Incident | None = None) -> None:
        row.version += 1
        row.changed_at = self.now
        row.save()
        self._note(row, kind, fields, into)

    def _note(self, row: Incident, kind: ChangeKind, fields: list[str], into: Incident | None = None) -> None:
        change = Change(incident=row, kind=kind, at=self.now, version=row.version, fields=fields, into=into)
        change.run, change.decision = self._run, self._decision
        self._changes.append(change)

    def _add_actors(self, row: Incident, actors: set[tuple[str, str]]) -> None:
        self._actors += [IncidentActor(incident=row, actor=actor, side=side) for actor, side in sorted(actors)]


def _stand(row: Incident, machine: model.Incident, held: Standing) -> None:
    """Set where the incident stands with people."""
    row.review = held.review
    if held.review == Review.ACCEPTED and held.accepted_print != print_of(machine):
        row.review = Review.CHANGED
    row.is_held = held.is_held
    row.published_at = held.published.at if held.published else None
    row.published_body = held.published.what["body"] if held.published else ""


def _kind(row: Incident, flags: dict[str, Any]) -> ChangeKind:
    if flags["merged_into_id"] is not None or flags["is_retired"]:
        return ChangeKind.RESTORED
    if row.published_at != flags["published_at"]:
        return ChangeKind.PUBLISHED if row.published_at else ChangeKind.UNPUBLISHED
    return ChangeKind.CHANGED
