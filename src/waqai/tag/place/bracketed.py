"""Villages told one by one in brackets behind the land that holds them: "the villages of the western countryside (A, B and C)"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.gazetteer.phrase import Container
from waqai.tag.place.container import read_containers
from waqai.tag.place.countryside import read_sides
from waqai.tag.place.lead import Lead
from waqai.tag.place.list import read_members
from waqai.tag.place.scan import Scan
from waqai.tag.place.write import Writer
from waqai.values.place import PlacePrecision

_OPENS: Final = "("
_CLOSES: Final = ")"
_MOST: Final = 30
"""Members of the longest list."""


def add_bracketed(scan: Scan, writer: Writer, first: int, at: int, lead: Lead, land: Sequence[Container]) -> int:
    """Add the villages in brackets behind the countryside at ``at``, which was read as ``land``, where their kind word stands before it; give where they end, 0 where there are none."""
    kind = scan.kinds.get(at - 1)
    if kind is None or kind[2] != "pl":
        return 0
    _, here = read_sides(scan, scan.cues[at]["countryside"].last)
    holds: tuple[Container, ...] = ()
    if scan.text(here) != _OPENS:
        beyond, here = read_containers(scan, land[-1].last)
        holds = (land[0], *beyond)
    if scan.text(here) != _OPENS:
        return 0
    name, precision = kind[1].id.rpartition(".")[2], PlacePrecision(kind[1].cls)
    members, end = read_members(scan, here + 1, name, precision, limit=_MOST, kinds_first=False)
    if len(members) == 1 or scan.text(end - 1) != _CLOSES:
        return 0
    if not holds:
        holds, end = read_containers(scan, end)
    writer.add_list(first, lead, members, holds, end=end, head=at)
    return end
