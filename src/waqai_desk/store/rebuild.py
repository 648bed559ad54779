"""Incidents derived anew from the reports that are in them: after a decision, or to prove that nothing else made them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from waqai.link import Statement, reconcile
from waqai_desk.store.models import Decision, Incident
from waqai_desk.store.settle import free_id, settle
from waqai_desk.store.statements import StorePool, chunks, counting
from waqai_desk.store.writer import Tally, Writer


def rebuild(
    incidents: Iterable[int], homes: Mapping[int, int] | None = None, decision: Decision | None = None
) -> Tally:
    """Derive incidents from their reports and decisions; inside a transaction of ``changing_incidents``.

    homes: for incidents without reports, the one that people made them part of.
    """
    pool = StorePool()
    wanted = list(incidents)
    at: dict[int, list[Statement]] = {}
    for some in chunks(wanted):
        for row in counting().filter(link__incident__in=some).select_related("link"):
            at.setdefault(row.link.incident_id, []).extend(pool.add([row]))
    clusters = [sorted(told, key=lambda s: s.order) for _, told in sorted(at.items())]
    return settle(clusters, pool.rows, left=wanted, homes=homes or {}, decision=decision)


def found_from(keys: Sequence[str], public_id: str, decision: Decision) -> None:
    """Make the incident that a person parted from another; its reports are moved by ``place_again``."""
    machine = msgspec.structs.replace(reconcile(_cluster(keys)), incident_id=public_id)
    writer = Writer(decision=decision)
    writer.found([machine])
    writer.close()


def free_id_for(keys: Sequence[str]) -> str:
    """Give the id of an incident of these reports: that of the first, or one beside it when that is taken."""
    first = _cluster(keys)[0].id
    return free_id(first) if Incident.objects.filter(public_id=first).exists() else first


def _cluster(keys: Sequence[str]) -> list[Statement]:
    pool = StorePool()
    for some in chunks(keys):
        pool.add(counting().filter(key__in=some))
    return sorted(pool.with_ids(keys), key=lambda s: s.order)
