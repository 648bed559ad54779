"""What stands behind a town with "in" and does not hold it.

Where people come from is in no other town: "a man of [the sons of] the town of A |in the quarter of B| was killed" names two places. Nor does a
governorate or a road lie in a town.

In: the scan of a text, a place read in it and the chain of what would hold it. Out: what of the chain does.
"""

from __future__ import annotations

from typing import Final

from waqai.gazetteer.phrase import Container
from waqai.tag.place.announced import TOWNS
from waqai.tag.place.container import read_containers
from waqai.tag.place.lead import Lead
from waqai.tag.place.name import Name
from waqai.tag.place.scan import Scan
from waqai.values.place import PlacePrecision

_NATIVE: Final = "from"
_OF: Final = "من"
_IN: Final = "في"
_PROVINCE: Final = "governorate"
_OF_TOWNS: Final = TOWNS | {""}
_ROADS: Final = frozenset({"road", "between"})
_CAMP: Final = "مخيم "
_HOLDS_NO_TOWN: Final = TOWNS | {"neighbourhood", "camp"}


def read_holders(
    scan: Scan, first: int, lead: Lead, members: list[tuple[Name, str, PlacePrecision]], at: int
) -> tuple[tuple[Container, ...], int]:
    """Read the chain of what holds the names before a token, where it begins; give it with the token after it."""
    chain, end = read_containers(scan, at, members)
    return without_elsewhere(scan, first, lead, members[-1][0], "", (chain, end, at))


def without_elsewhere(
    scan: Scan, first: int, lead: Lead, name: Name, kind: str, read: tuple[tuple[Container, ...], int, int]
) -> tuple[tuple[Container, ...], int]:
    """Cut the chain of what holds a place before a town or quarter "in" which it does not lie; give it with the token after it.

    Of governorates and roads the whole chain goes, of a town whose people are told of what begins with the first such.

    ``read`` are the chain, the token after it and the one it begins with.
    """
    chain, end, begin = read
    if not chain:
        return chain, end
    large = kind in _OF_TOWNS and (lead.relation in _ROADS or any(p.kind == _PROVINCE for p in name.places))
    if large and chain[0].kind in TOWNS:
        return ((), begin) if scan.texts[chain[0].first] == _IN else (chain, end)  # no city or road lies in a village
    if kind not in TOWNS or not (lead.relation == _NATIVE or (first and scan.texts[first - 1] == _OF)):
        return chain, end
    for k, held in enumerate(chain):
        no_town = held.kind in _HOLDS_NO_TOWN or held.name.startswith(_CAMP)
        if no_town and scan.texts[held.first] == _IN:
            return chain[:k], chain[k - 1].last if k else begin
    return chain, end
