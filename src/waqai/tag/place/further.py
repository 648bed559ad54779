"""What holds a place where more words of its name, or what tells it from its namesakes, stand between: "the village of A |of the charity| in the countryside of B"."""

from __future__ import annotations

from typing import Final

from waqai.gazetteer.phrase import Container
from waqai.lexicon.entry import Kind
from waqai.tag.place.announced import TOWNS
from waqai.tag.place.container import read_containers
from waqai.tag.place.cue import is_said_to_lie
from waqai.tag.place.scan import Scan
from waqai.values.place import PlacePrecision

_MOST: Final = 3
"""Words of a longer name, or of what tells a village from its namesakes, before what holds it."""
_LANDS: Final = frozenset({"countryside", "governorate"})
_CITIES: Final = frozenset({"city", "town"})
_WITHIN: Final = frozenset({"street", "junction", "neighbourhood"})
_LEADS: Final = frozenset({"part_of", "countryside", "direction"})


def read_further(scan: Scan, at: int, precision: PlacePrecision, kind: str) -> tuple[tuple[Container, ...], int]:
    """Read what holds a place behind words that only say more of it; of a site any adjective may."""
    if is_said_to_lie(scan, at, precision, kind):
        return read_containers(scan, at + 1)
    if precision is not PlacePrecision.TOWN:
        return (), at
    for here in range(at, min(at + _MOST, scan.size)):
        if not _only_says_more(scan, here):
            break
        last = scan.past_closing(here + 1)
        if scan.has_cue(last, _LEADS):
            containers, end = read_containers(scan, last)
            return (containers, end) if containers and containers[0].kind in _LANDS else ((), at)
    return (), at


def _only_says_more(scan: Scan, at: int) -> bool:
    """Tell whether a word may be one more of a name, or an adjective: no verb, no day, no other place, nobody's."""
    if not scan.is_word(at) or at in scan.barred or at in scan.kinds or at in scan.defined or at in scan.cues:
        return False
    return not scan.worded[at] and not scan.begins(at, Kind.TIME)


def stands_apart(relation: str, kind: str, precision: PlacePrecision, after: Container) -> bool:
    """Tell whether what follows is a place of its own and holds none: "near the mosque of A |in B|", "in the city of A, |in the square of B|"."""
    if precision is PlacePrecision.SITE:
        return relation == "near" and after.kind in TOWNS
    return kind in _CITIES and after.kind in _WITHIN
