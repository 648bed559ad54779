"""Which incident each cluster is: ids stay with the larger part. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence


def assign(
    clusters: Sequence[Sequence[int]], at: Mapping[int, int], pins: Mapping[int, int], founders: Mapping[int, int]
) -> list[int | None]:
    """Give for each cluster of reports the incident that it is, ``None`` for a new one.

    at: the incident of each report that has one. pins: the same for reports that a person placed. founders: the report that gave
        an incident its id, by incident; it decides when an incident falls into equal parts.
    """
    found: list[int | None] = [None] * len(clusters)
    taken: set[int] = set()
    for n, cluster in enumerate(clusters):
        pinned = sorted({pins[report] for report in cluster if report in pins} - taken)
        if pinned:
            found[n] = pinned[0]
            taken.add(pinned[0])
    claims = []
    for n, cluster in enumerate(clusters):
        votes = Counter(at[report] for report in cluster if report in at)
        claims += [(-count, founders.get(incident) not in cluster, incident, n) for incident, count in votes.items()]
    for _, _, incident, n in sorted(claims):
        if found[n] is None and incident not in taken:
            found[n] = incident
            taken.add(incident)
    return found


def went_to(
    clusters: Sequence[Sequence[int]], at: Mapping[int, int], assigned: Sequence[int], gone: set[int]
) -> dict[int, int]:
    """Give for each incident that no cluster is any more the one that has most of its reports; missing when none has any.

    assigned: the incident of each cluster. gone: the incidents in question.
    """
    votes: dict[int, Counter[int]] = {}
    for incident, cluster in zip(assigned, clusters, strict=True):
        for report in cluster:
            if at.get(report) in gone:
                votes.setdefault(at[report], Counter())[incident] += 1
    return {old: min(counts, key=lambda new: (-counts[new], new)) for old, counts in votes.items()}
