"""A cluster of statements as one incident: each field what most independent witnesses say, with everything else beside it.

Nothing is averaged. A coarser value ("this week", "the countryside") speaks for a finer one that lies in it; a page that leaves
something open speaks for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import msgspec

from waqai.gazetteer.key import name_key
from waqai.link.grade import grade_of
from waqai.link.origin import origins_of
from waqai.link.statement import Statement
from waqai.link.toll import tolls_of
from waqai.model import Account, Claim, Incident
from waqai.values.actor import UNKNOWN
from waqai.values.date import DateValue
from waqai.values.place import PlaceValue

T = TypeVar("T")
_encode = msgspec.json.Encoder(order="deterministic").encode


class _Ballot:
    """One field's values with the accounts that give them, and the count of witnesses for each."""

    def __init__(self, values: Sequence[T], origins: Sequence[str], key: Callable[[T], object]) -> None:
        self.values: list[Any] = []
        self.by: list[list[int]] = []
        self.origins = origins
        seen: dict[object, int] = {}
        for position, value in enumerate(values):
            at = seen.setdefault(key(value), len(self.values))
            if at == len(self.values):
                self.values.append(value)
                self.by.append([])
            self.by[at].append(position)

    def winner(self, speaks_for: Callable[[Any, Any], bool] = lambda a, b: a == b) -> Any:
        """Give the value that most witnesses speak for; of several the one most of them give, then the earliest."""
        if len(self.values) == 1:
            return self.values[0]

        def weigh(at: int) -> tuple[int, int, int]:
            value = self.values[at]
            backing = {
                self.origins[p] for v, by in zip(self.values, self.by, strict=True) for p in by if speaks_for(v, value)
            }
            return len(backing), len({self.origins[p] for p in self.by[at]}), -at

        open_to_vote = [at for at, value in enumerate(self.values) if speaks_for(value, value)]
        return self.values[max(open_to_vote or range(len(self.values)), key=weigh)]

    def claims(self) -> tuple[Claim, ...]:
        """Give every value as JSON with who gives it, in the order in which it was first said."""
        return tuple(Claim(_encode(v).decode(), tuple(by)) for v, by in zip(self.values, self.by, strict=True))


def reconcile(cluster: Sequence[Statement]) -> Incident:
    """Give the incident that these statements, in order of publication, tell."""
    reports = [s.report for s in cluster]
    origins = origins_of(cluster)

    def ballot(values: Sequence[T], key: Callable[[T], object] = lambda v: v) -> _Ballot:
        return _Ballot(values, origins, key)

    fields = {
        "sub_event_type": ballot([r.sub_event_type for r in reports]),
        "method": ballot([r.method for r in reports]),
        "outcome": ballot([r.outcome for r in reports]),
        "count": ballot([r.count for r in reports]),
        "date": ballot([r.date for r in reports]),
        "place": ballot([r.place for r in reports], _place_key),
        "initiators": ballot([r.initiators for r in reports], frozenset),
        "targets": ballot([r.targets for r in reports], frozenset),
        "status": ballot([r.status for r in reports]),
    }
    kind = fields["sub_event_type"].winner()
    initiators = fields["initiators"].winner(_names_somebody)
    grade, why = grade_of(cluster, origins)
    return Incident(
        incident_id=cluster[0].id,
        event_type=next(r.event_type for r in reports if r.sub_event_type == kind),
        sub_event_type=kind,
        method=_Ballot(
            [r.method for r in reports if r.sub_event_type == kind],
            [o for r, o in zip(reports, origins, strict=True) if r.sub_event_type == kind],
            lambda v: v,
        ).winner(),
        outcome=fields["outcome"].winner(),
        count=fields["count"].winner(),
        date=fields["date"].winner(_covers_day),
        place=fields["place"].winner(_covers_place),
        initiators=initiators,
        targets=fields["targets"].winner(_names_somebody),
        toll=tolls_of(cluster, origins, initiators),
        status=fields["status"].winner(),
        sources=tuple(dict.fromkeys(source for r in reports for source in r.sources)),
        reports=tuple(_account(s, o) for s, o in zip(cluster, origins, strict=True)),
        claims={name: field.claims() for name, field in fields.items()},
        witnesses=len(set(origins)),
        grade=grade,
        grade_reason=why,
        confidence=_confidence(cluster, origins),
        formerly=tuple(s.id for s in cluster[1:]),
    )


def _account(s: Statement, origin: str) -> Account:
    return Account(
        article=s.article,
        index=s.index,
        origin=origin,
        outlet=s.outlet,
        url=s.url,
        title=s.title,
        published=s.published,
        by_person=s.by_person,
    )


def _place_key(place: PlaceValue) -> object:
    return place.gazetteer_id or (name_key(place.name), place.admin1, place.precision)


def _names_somebody(actors: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Tell whether a page that names ``actors`` speaks for ``others``: nobody named speaks for nobody."""
    return bool(set(actors) - {UNKNOWN}) and set(actors) == set(others)


def _covers_day(said: DateValue, finer: DateValue) -> bool:
    if said.start is None or said.end is None or finer.start is None or finer.end is None:
        return False
    return said.start <= finer.start and finer.end <= said.end


def _covers_place(said: PlaceValue, finer: PlaceValue) -> bool:
    if _place_key(said) == _place_key(finer):
        return True
    coarse = finer.is_finer_than(said)
    return coarse and said.admin1 is not None and (said.admin1, said.country) == (finer.admin1, finer.country)


def _confidence(cluster: Sequence[Statement], origins: Sequence[str]) -> float:
    """Give the probability that at least one witness is right, if witnesses err independently."""
    best: dict[str, float] = {}
    for s, origin in zip(cluster, origins, strict=True):
        best[origin] = max(best.get(origin, 0.0), s.report.confidence)
    wrong = 1.0
    for confidence in best.values():
        wrong *= 1.0 - confidence
    return round(1.0 - wrong, 4)
