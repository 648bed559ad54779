"""Where people come from is in no other town: "a man of [the sons of] the town of A |in the quarter of B| was killed" names two places."""

from __future__ import annotations

from typing import Final

from waqai.gazetteer.phrase import Container
from waqai.tag.place.announced import TOWNS
from waqai.tag.place.lead import Lead
from waqai.tag.place.scan import Scan

_NATIVE: Final = "from"
_OF: Final = "من"
_IN: Final = "في"
_CAMP: Final = "مخيم "
_HOLDS_NO_TOWN: Final = TOWNS | {"neighbourhood", "camp"}


def without_elsewhere(
    scan: Scan, first: int, lead: Lead, kind: str, read: tuple[tuple[Container, ...], int, int]
) -> tuple[tuple[Container, ...], int]:
    """Cut the chain of what holds a town before the first town or quarter "in" which its people were; give it with the token after it.

    ``read`` are the chain, the token after it and the one it begins with.
    """
    chain, end, begin = read
    if kind not in TOWNS or not (lead.relation == _NATIVE or (first and scan.texts[first - 1] == _OF)):
        return chain, end
    for k, held in enumerate(chain):
        no_town = held.kind in _HOLDS_NO_TOWN or held.name.startswith(_CAMP)
        if no_town and scan.texts[held.first] == _IN:
            return chain[:k], chain[k - 1].last if k else begin
    return chain, end
