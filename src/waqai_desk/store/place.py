"""Where people placed reports: the log replayed, so that taking a decision back leaves what the others say."""

from __future__ import annotations

from django.db.models import Q

from waqai_desk.store.derive import HOLDING, in_force
from waqai_desk.store.models import Decision, DecisionKind, Incident, Link, Report
from waqai_desk.store.statements import chunks
from waqai_desk.store.unplaced import lay_down, stand_up


def keys_in(incident: Incident) -> list[str]:
    """Give the keys of an incident's reports, sorted."""
    return sorted(incident.links.values_list("report__key", flat=True))


def place_again(decision: Decision) -> tuple[list[int], dict[int, int]]:
    """Place the reports that a decision is about as all decisions in force say.

    Returns: the incidents that this touches, and for those that people made part of another one, which. A report that nobody placed any more goes back to where it was before and waits to be linked; one that the coder no
        longer gives is withdrawn.
    """
    keys, incidents, log = _concerned(decision)
    force = in_force(log)
    placed = _placements(force)
    # Newest first, so that the oldest has the last word: where a report was before anybody placed it.
    undone = sorted((row for row in log if row not in force), key=lambda d: d.pk, reverse=True)
    back = {key: public_id for row in undone for key, public_id in _origins(row).items()}
    rows = {i.public_id: i for some in chunks(incidents) for i in Incident.objects.filter(public_id__in=some)}
    touched = {row.pk for row in rows.values()}
    linked: set[str] = set()
    for some in chunks(keys):
        for link in Link.objects.filter(report__key__in=some).select_related("report", "incident"):
            touched.add(link.incident_id)
            key = link.report.key
            if key in placed:
                public_id, made = placed[key]
            elif link.decision_id is not None and link.report.state == Report.State.KEPT:
                lay_down(link)
                continue
            elif link.decision_id is not None:
                public_id, made = back.get(key, link.incident.public_id), None
                Report.objects.filter(pk=link.report_id).update(needs_link=True)
            else:
                continue
            link.incident, link.decision = rows[public_id], made
            link.save()
            linked.add(key)
    for key in placed.keys() - linked:
        _bring_back(key, rows[placed[key][0]], placed[key][1])
    homes = {rows[one].pk: rows[other].pk for one, other in _homes(log, force).items()}
    return sorted(touched), homes


def _bring_back(key: str, incident: Incident, made: Decision) -> None:
    """Put a report that was laid down into its incident again: the decision that placed it there is in force again."""
    report = (
        Report.objects.filter(key=key, state=Report.State.WITHDRAWN, link=None)
        .select_related("article__outlet")
        .first()
    )
    if report is not None:
        stand_up(report)
        Link.objects.create(report=report, incident=incident, decision=made)


def _concerned(decision: Decision) -> tuple[set[str], set[str], list[Decision]]:
    """Give the reports, incidents (by id) and decisions that hang together with one through the reports they place."""
    keys, incidents, log = set(_reports(decision)), _named(decision), {decision.pk: decision}
    if decision.undoes is not None:
        keys |= set(_reports(decision.undoes))
        incidents |= _named(decision.undoes)
    while True:
        at = Incident.objects.filter(Q(public_id__in=incidents) | Q(links__report__key__in=keys))
        found = Decision.objects.filter(incident__in=at.distinct()).select_related("incident")
        log |= {row.pk: row for row in found}
        wider_keys = keys | {key for row in log.values() for key in _reports(row)}
        wider = incidents | {public_id for row in log.values() for public_id in _named(row)}
        wider |= set(at.values_list("public_id", flat=True))
        if (wider_keys, wider) == (keys, incidents):
            return keys, incidents, list(log.values())
        keys, incidents = wider_keys, wider


def _placements(force: list[Decision]) -> dict[str, tuple[str, Decision]]:
    """Give for each report that people placed the incident's id and the decision that placed it there last."""
    placed: dict[str, tuple[str, Decision]] = {}
    for row in force:
        if row.kind not in HOLDING or row.incident is None:
            continue
        for key in _reports(row):
            here = row.incident.public_id
            if row.kind == DecisionKind.SPLIT and key in row.what["moved"]:
                here = row.what["into"]
            if key not in placed or placed[key][0] != here:
                placed[key] = here, row
    return placed


def _origins(row: Decision) -> dict[str, str]:
    """Give where a decision took reports from, by key."""
    if row.kind == DecisionKind.MERGE:
        return {key: public_id for public_id, keys in row.what["from"].items() for key in keys}
    if row.kind == DecisionKind.SPLIT and row.incident is not None:
        return dict.fromkeys(row.what["moved"], row.incident.public_id)
    return {}


def _homes(log: list[Decision], force: list[Decision]) -> dict[str, str]:
    """Give the incidents that people made part of another, by id: merged, or parted and put back."""
    found: dict[str, str] = {}
    for row in sorted(log, key=lambda d: d.pk):
        if row.incident is None:
            continue
        if row.kind == DecisionKind.MERGE and row in force:
            found |= dict.fromkeys(row.what["from"], row.incident.public_id)
        if row.kind == DecisionKind.SPLIT and row not in force:
            found[row.what["into"]] = row.incident.public_id
    return found


def _reports(row: Decision) -> list[str]:
    return [*row.what.get("reports", ()), *(key for keys in row.what.get("from", {}).values() for key in keys)]


def _named(row: Decision) -> set[str]:
    """Give the ids of the incidents that a decision names."""
    named = {row.what["into"]} if "into" in row.what else set()
    if row.incident is not None:
        named.add(row.incident.public_id)
    return named | set(row.what.get("from", ()))
