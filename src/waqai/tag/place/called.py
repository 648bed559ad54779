"""Places counted or told of, whose names follow: "three towns |are A, B and C|", "the quarters meant |are A and B|"."""

from __future__ import annotations

from typing import Final

from waqai.gazetteer.phrase import as_container
from waqai.lexicon.index import Hit
from waqai.lexicon.readings import COPULA
from waqai.tag.place.container import read_containers
from waqai.tag.place.lead import Lead
from waqai.tag.place.list import read_members
from waqai.tag.place.name import Name
from waqai.tag.place.scan import Scan
from waqai.tag.place.write import Writer
from waqai.values.place import PlacePrecision


def add_called(scan: Scan, writer: Writer, they_are: int) -> int:
    """Add the names with what was said to hold the places: "three quarters of A: they are |B, C and D|"; give the token after them."""
    told_at, members = _read_called(scan, scan.cues[they_are][COPULA])
    if not members:
        return 0
    first = members[0][0].first
    containers, end = read_containers(scan, scan.past_closing(members[-1][0].last))
    held = writer.found[-1] if writer.found else None
    if not containers and held is not None and held.first >= told_at and held.precision is not members[0][2]:
        containers = (as_container(held),)
    writer.add_list(first, Lead(first, "in", "", ""), members, containers, end=end, head=first)
    return end


def _read_called(scan: Scan, they_are: Hit) -> tuple[int, list[tuple[Name, str, PlacePrecision]]]:
    """Read the names of places counted or told of: "three towns |are A, B and C|", "the quarters meant |are A and B|"; with where they were told of."""
    for k in range(they_are.first - 1, max(-1, they_are.first - _TOLD_OF), -1):
        if scan.texts[k] in _ENDS:
            break
        if k not in scan.kinds and k not in scan.defined:
            continue
        entry = scan.kinds[k][1] if k in scan.kinds else scan.defined[k][1]
        if any(r.entry is entry and r.form.number in _SEVERAL for h in scan.by_first[k] for r in h.readings):
            kind, precision = entry.id.rpartition(".")[2], PlacePrecision(entry.cls)
            members, _ = read_members(scan, they_are.last, kind, precision, limit=30, kinds_first=False)
            known = any(name.places for name, _, _ in members)
            return k, members if len(members) >= _TWO and known else []
    return they_are.first, []


_TOLD_OF: Final = 12
"""Words between the places told of and what they are called."""
_ENDS: Final = frozenset(".;\n")
_SEVERAL: Final = frozenset({"pl", "du"})
_TWO: Final = 2
