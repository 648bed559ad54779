"""Reports that are in no incident, and how one of them gets an incident of its own, or loses it again.

The linker puts every report that counts into an incident. Without one is what waits for it, and what the coder no longer
tells of a page: nobody saw that go, and it may have been right.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, Final

import msgspec
from django.db.models import QuerySet

from waqai.link import Statement, reconcile
from waqai_desk.store.models import Article, Block, Decision, Incident, Link, Report
from waqai_desk.store.settle import free_id
from waqai_desk.store.statements import keep_blocks, statement_of
from waqai_desk.store.writer import Writer

Log = Callable[[Incident], Decision]
MANY: Final = 20_000
"""Reports that wait for the linker, beyond which looking for those without an incident among them would take longer than a page may."""


def without_incident() -> QuerySet[Report]:
    """Give the reports that are in no incident."""
    # Two questions with an index each: joined by OR, SQLite would read every report.
    return _unlinked(_withdrawn().union(Report.objects.filter(needs_link=True).order_by().values("pk"), all=True))


def for_eyes() -> QuerySet[Report]:
    """Give those of them that a person may look at: of what waits nothing while the linker has everything to do again."""
    if Report.objects.filter(needs_link=True).order_by()[:MANY].count() == MANY:
        return _unlinked(_withdrawn())
    return without_incident()


def _withdrawn() -> Any:
    return Report.objects.filter(state=Report.State.WITHDRAWN).order_by().values("pk")


def _unlinked(pks: Any) -> QuerySet[Report]:
    return Report.objects.filter(pk__in=pks, link=None).exclude(coding=None)


def report_print(report: Report) -> str:
    """Give a digest of what a person sees of a report: it changes when the coder tells it otherwise, or no longer."""
    return hashlib.sha256(f"{report.state} {report.body}".encode()).hexdigest()[:16]


def take_up(report: Report, log: Log) -> Decision:
    """Give a report an incident of its own, the one it was before where that is retired; inside ``changing_incidents``.

    log: writes the decision, once there is an incident to write it about.
    """
    statement = stand_up(report)
    writer = Writer()
    incident = Incident.objects.filter(public_id=report.key, is_retired=True, merged_into=None).first()
    if incident is None:
        taken = Incident.objects.filter(public_id=report.key).exists()
        public_id = free_id(report.key) if taken else report.key
        (incident,) = writer.found([msgspec.structs.replace(reconcile([statement]), incident_id=public_id)])
    made = log(incident)
    Link.objects.create(report=report, incident=incident, decision=made)
    writer.because_of(made)
    writer.close()
    return made


def stand_up(report: Report) -> Statement:
    """Let a report count that a decision stands on."""
    if report.state == Report.State.WITHDRAWN:
        report.state = Report.State.KEPT
    report.needs_link = True  # what tells the same may join it
    report.save(update_fields=["state", "needs_link"])
    statement = statement_of(report)
    keep_blocks([report], [statement])
    return statement


def lay_down(link: Link) -> None:
    """Withdraw a report that the coder no longer gives, once no decision stands on it."""
    report = link.report
    if report.coding_id is None:  # what a coder read in the same words was left out for it
        Article.objects.filter(pk=report.article_id).update(coding=None)
    link.delete()
    Block.objects.filter(report=report).delete()
    report.state, report.needs_link = Report.State.WITHDRAWN, False
    report.save(update_fields=["state", "needs_link"])
