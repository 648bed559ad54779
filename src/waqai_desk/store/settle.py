"""Clusters of statements into rows of incidents: which incident each cluster is, and what became of the others.

An incident keeps its id while most of its reports stay together. One whose reports all went elsewhere was merged into the
incident that has most of them; one whose reports are gone is retired. Nothing is deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

import msgspec

from waqai import model
from waqai.link import Statement, reconcile
from waqai_desk.store.assign import assign, went_to
from waqai_desk.store.derive import Standing, in_force, standing
from waqai_desk.store.find import formerly
from waqai_desk.store.models import Decision, Incident, Link, Report, Run
from waqai_desk.store.reasons import reasons_of
from waqai_desk.store.statements import chunks
from waqai_desk.store.writer import Tally, Writer

Cluster: TypeAlias = Sequence[Statement]
_LINK_ROWS: Final = 150
"""Links written in one statement: five columns each, below SQLite's older limit of values."""


def settle(
    clusters: Sequence[Cluster],
    rows: Mapping[str, Report],
    *,
    left: Iterable[int] = (),
    homes: Mapping[int, int] | None = None,
    run: Run | None = None,
    decision: Decision | None = None,
) -> Tally:
    """Write clusters as incidents; inside a transaction of ``changing_incidents``.

    The clusters must hold every report of every incident that they touch. rows: the reports by key. left: incidents that
        lost a report that is in no cluster. homes: for incidents without reports, the one that people made them part of.
    """
    writer = Writer(run, decision)
    reports = [[rows[s.id].pk for s in cluster] for cluster in clusters]
    links = _links_of(reports)
    at = {pk: link.incident_id for pk, link in links.items()}
    known = {i.pk: i for some in chunks({*at.values(), *left}) for i in Incident.objects.filter(pk__in=some)}
    numbers = _numbers(clusters, rows, reports, links, known)
    incidents = _found_new(clusters, numbers, known, writer)
    gone = known.keys() - {incident.pk for incident in incidents}
    by_pk = {incident.pk: incident for incident in incidents}
    new_home = went_to(reports, at, [i.pk for i in incidents], gone) | dict(homes or {})
    for pk in sorted(gone):
        home = pk
        while home in new_home and home not in by_pk:
            home = new_home.pop(home)
        if home in by_pk:
            new_home[pk] = home
            writer.merge(known[pk], by_pk[home])
        else:
            writer.retire(known[pk])
    standings = _standings(known)
    for cluster, incident in zip(clusters, incidents, strict=True):
        if incident.pk in known:
            writer.rewrite(incident, _machine(cluster, incident), standings.get(incident.pk, Standing()))
    _write_links(clusters, reports, incidents, links)
    return writer.close()


def _links_of(reports: Iterable[Iterable[int]]) -> dict[int, Link]:
    every = [pk for some in reports for pk in some]
    return {link.report_id: link for some in chunks(every) for link in Link.objects.filter(report__in=some)}


def _numbers(
    clusters: Sequence[Cluster],
    rows: Mapping[str, Report],
    reports: Sequence[Sequence[int]],
    links: Mapping[int, Link],
    known: dict[int, Incident],
) -> list[int | None]:
    """Give the incident that each cluster is, ``None`` where it is new; a retired one comes back to its first report."""
    pins = {pk: link.incident_id for pk, link in links.items() if link.decision_id is not None}
    founders = {pk: rows[i.public_id].pk for pk, i in known.items() if i.public_id in rows}
    numbers = assign(reports, {pk: link.incident_id for pk, link in links.items()}, pins, founders)
    wanted = [cluster[0].id for cluster, number in zip(clusters, numbers, strict=True) if number is None]
    asleep = {
        i.public_id: i
        for some in chunks(wanted)
        for i in Incident.objects.filter(public_id__in=some, is_retired=True, merged_into=None)
        if i.pk not in numbers
    }
    for n, cluster in enumerate(clusters):
        if numbers[n] is None and cluster[0].id in asleep:
            incident = asleep[cluster[0].id]
            known[incident.pk] = incident
            numbers[n] = incident.pk
    return numbers


def _found_new(
    clusters: Sequence[Cluster], numbers: Sequence[int | None], known: Mapping[int, Incident], writer: Writer
) -> list[Incident]:
    """Give each cluster's incident; new ones bear the id of their first report, or one beside it when that is taken."""
    new = [cluster for cluster, number in zip(clusters, numbers, strict=True) if number is None]
    taken = {
        public_id
        for some in chunks([cluster[0].id for cluster in new])
        for public_id in Incident.objects.filter(public_id__in=some).values_list("public_id", flat=True)
    }
    machines = []
    for cluster in new:
        machine = reconcile(cluster)
        if machine.incident_id in taken:
            machine = msgspec.structs.replace(machine, incident_id=free_id(machine.incident_id))
        machines.append(machine)
    made = iter(writer.found(machines))
    return [next(made) if number is None else known[number] for number in numbers]


def free_id(public_id: str) -> str:
    """Give the first id of the form ``…-2`` that nothing bears."""
    n = 2
    while Incident.objects.filter(public_id=f"{public_id}-{n}").exists():
        n += 1
    return f"{public_id}-{n}"


def _machine(cluster: Cluster, incident: Incident) -> model.Incident:
    """Give what the reports say under the id that the incident bears, with all ids that lead to it."""
    machine = reconcile(cluster)
    ids = dict.fromkeys((machine.incident_id, *machine.formerly, *formerly(incident)))
    return msgspec.structs.replace(
        machine, incident_id=incident.public_id, formerly=tuple(i for i in ids if i != incident.public_id)
    )


def _standings(known: Iterable[int]) -> dict[int, Standing]:
    """Give where incidents stand with people, for those that anybody decided on."""
    logs: dict[int, list[Decision]] = {}
    for some in chunks(list(known)):
        for decision in Decision.objects.filter(incident__in=some):
            assert decision.incident_id is not None
            logs.setdefault(decision.incident_id, []).append(decision)
    return {pk: standing(in_force(log)) for pk, log in logs.items()}


def _write_links(
    clusters: Sequence[Cluster],
    reports: Sequence[Sequence[int]],
    incidents: Sequence[Incident],
    links: Mapping[int, Link],
) -> None:
    """Write where each report belongs, and why; what says the same already is left alone."""
    written = []
    for why, pks, incident in zip(reasons_of(clusters), reports, incidents, strict=True):
        for pk, (weight, reasons) in zip(pks, why, strict=True):
            old = links.get(pk)
            if old is None or (old.incident_id, old.weight, old.reasons) != (incident.pk, weight, reasons):
                written.append(Link(report_id=pk, incident=incident, weight=weight, reasons=reasons))
    Link.objects.bulk_create(
        written,
        batch_size=_LINK_ROWS,
        update_conflicts=True,
        unique_fields=["report"],
        update_fields=["incident", "weight", "reasons"],
    )
