"""The seam to ``waqai.link``: reports that wait to be linked, against all others, in transactions that can be killed.

What a person placed stays where it was placed: such reports are told to the linker as judged, together with those of
their incident, apart from those of every other that people placed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Final

from django.db.models import QuerySet

import waqai.link
from waqai.link import Linker, Statement
from waqai_desk.store.lock import changing_incidents
from waqai_desk.store.models import Link, Mark, Report, Run
from waqai_desk.store.settle import settle
from waqai_desk.store.statements import StorePool, chunks, counting, keep_blocks
from waqai_desk.store.writer import Tally

BATCH: Final = 500
"""Reports linked in one transaction: what a killed run links again at most."""
_LINKER: Final = "linker"


def pending() -> QuerySet[Report]:
    """Give the reports that wait, the oldest first."""
    return Report.objects.filter(needs_link=True).order_by("id")


def link_pending(run: Run | None = None, batch: int = BATCH) -> Iterable[Tally]:
    """Link what waits, and give what each transaction did."""
    _renew_blocks()
    while True:
        with changing_incidents():
            rows = list(pending().select_related("article__outlet")[:batch])
            if not rows:
                return
            tally = relink(rows, run)
        yield tally


def relink(rows: list[Report], run: Run | None = None) -> Tally:
    """Link these reports anew, and all that hang together with them; inside a transaction of ``changing_incidents``."""
    pool = StorePool()
    gone = [row for row in rows if row.state == Report.State.WITHDRAWN]
    left = _unlink(gone)
    rest = counting().filter(link__incident__in=left)
    members = pool.add([*(row for row in rows if row.state != Report.State.WITHDRAWN), *rest])
    members, pins = _component(members, pool)
    clusters = Linker(judged=_judged(pins)).link(members)
    tally = settle(clusters, pool.rows, left=left, run=run)
    for some in chunks([*(row.pk for row in gone), *(pool.rows[s.id].pk for s in members)]):
        Report.objects.filter(pk__in=some).update(needs_link=False)
    return tally


def component_of(rows: list[Report]) -> list[Report]:
    """Give these reports and all that hang together with them: what has to be linked anew when one of them changes."""
    pool = StorePool()
    members, _ = _component(pool.add(rows), pool)
    return [pool.rows[s.id] for s in members]


def _component(members: list[Statement], pool: StorePool) -> tuple[list[Statement], dict[str, int]]:
    """Give the statements that hang together with these, by weight or by being one incident now; and who is placed where."""
    linker = Linker()
    while True:
        members = linker.component({s.id: s for s in members}.values(), pool)
        links = _links([pool.rows[s.id].pk for s in members])
        known = {s.id for s in members}
        incidents = {incident for incident, _ in links.values()}
        beside = [row for some in chunks(incidents) for row in counting().filter(link__incident__in=some)]
        more = [row for row in beside if row.key not in known]
        if not more:
            pins = {key: links[pk][0] for key in known if (pk := pool.rows[key].pk) in links and links[pk][1]}
            return members, pins
        members = [*members, *pool.add(more)]


def _links(reports: list[int]) -> dict[int, tuple[int, int | None]]:
    """Give the incident of each report that has one, and the decision that placed it there."""
    found: dict[int, tuple[int, int | None]] = {}
    for some in chunks(reports):
        for report, incident, decision in Link.objects.filter(report__in=some).values_list(
            "report_id", "incident_id", "decision_id"
        ):
            found[report] = incident, decision
    return found


def _judged(pins: dict[str, int]) -> dict[tuple[str, str], bool]:
    """Say of placed statements which belong together and which do not."""
    groups: dict[int, list[str]] = {}
    for key, incident in sorted(pins.items()):
        groups.setdefault(incident, []).append(key)
    judged = {pair: True for group in groups.values() for pair in combinations(group, 2)}
    for one, other in combinations(groups.values(), 2):
        judged.update({(min(a, b), max(a, b)): False for a in one for b in other})
    return judged


def _unlink(gone: list[Report]) -> set[int]:
    """Take withdrawn reports out of their incidents, and give these incidents."""
    left: set[int] = set()
    for some in chunks([row.pk for row in gone]):
        links = Link.objects.filter(report__in=some)
        left.update(links.values_list("incident_id", flat=True))
        links.delete()
    return left


def _renew_blocks() -> None:
    """When the linker is another than last time, store all keys anew and link everything again."""
    digest = hashlib.sha256()
    package = Path(waqai.link.__file__).parent
    for path in sorted((*package.glob("*.py"), *(package.parent / "data/link").glob("*"))):
        digest.update(path.read_bytes())
    mark, made = Mark.objects.get_or_create(name=_LINKER, defaults={"value": digest.hexdigest()})
    if made or mark.value == digest.hexdigest():
        return
    with changing_incidents():
        for some in chunks(list(counting().values_list("pk", flat=True))):
            rows = list(counting().filter(pk__in=some))
            keep_blocks(rows, StorePool().add(rows))
        Report.objects.exclude(state=Report.State.WITHDRAWN).update(needs_link=True)
        Mark.objects.filter(name=_LINKER).update(value=digest.hexdigest())
