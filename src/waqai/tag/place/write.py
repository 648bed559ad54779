"""Put what was read into place phrases."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.gazetteer.phrase import Container, PlacePhrase
from waqai.tag.place.announced import TOWNS
from waqai.tag.place.before import is_away
from waqai.tag.place.lead import Lead
from waqai.tag.place.name import Name, known_name
from waqai.tag.place.scan import Scan
from waqai.values.place import PlacePrecision

KEEPS_KIND: Final = frozenset(
    {"facility", "airport", "hill", "field", "dam", "checkpoint", "junction", "crossing", "desert", "street"}
)
"""Kinds that are part of the name: "جسر قرقوزاق", "تلة الملك"."""

_LANDS: Final = ("hill", "desert")
"""Kinds that keep their word where it stands for several: "the mountains of A", "the deserts of A and B"."""

_RIVER: Final = "نهر "


class Head(msgspec.Struct, frozen=True, gc=False):
    """The kind of a phrase, and the token of its kind word, or of its name when it has none."""

    kind: str
    precision: PlacePrecision
    at: int


class Writer:
    """Place phrases as they are found."""

    def __init__(self, scan: Scan) -> None:
        """Begin with none."""
        self.scan = scan
        self.found: list[PlacePhrase] = []
        self.lists = 0

    def add(
        self,
        first: int,
        lead: Lead,
        name: Name,
        head: Head,
        *,
        containers: tuple[Container, ...],
        last: int,
        list_id: int,
    ) -> None:
        """Add one phrase; of a river or the road to a town, the town in which it was: "on the bank of the river A |in the town of B|"."""
        text, name_first, clitic = name.text, name.first, name.proclitic
        keeps = head.kind in KEEPS_KIND and not (list_id >= 0 and self._is_of_several(head))
        if keeps and head.at < name.first and self._is_alone(head.at, name.first):
            text, clitic = self._with_kind(head.at, name)
            name_first = head.at
        leads_on = text.startswith(_RIVER) or (head.kind == "road" and bool(name.places))
        if containers and leads_on and containers[0].kind in TOWNS:
            town, *rest = containers
            name = Name(town.name_first, town.name_last, town.name, town.proclitic)
            text, name_first, clitic = name.text, name.first, name.proclitic
            head, containers = Head(town.kind, town.precision, town.first), tuple(rest)
        relation = "road" if head.kind == "road" and lead.relation == "in" else lead.relation
        self.found.append(
            PlacePhrase(
                first=first,
                last=max(last, name.last),
                head_first=max(head.at, first),
                head_last=name.last,
                name_first=name_first,
                name_last=name.last,
                name=text,
                kind=head.kind,
                precision=head.precision,
                relation="away" if relation == "in" and is_away(self.scan, first) else relation,
                proclitic=lead.proclitic or (name.proclitic if name.first == first else ""),
                name_proclitic=clitic,
                containers=containers,
                list_id=list_id,
                known=bool(name.places),
                side=lead.side,
            )
        )

    def add_list(
        self,
        first: int,
        lead: Lead,
        members: Sequence[tuple[Name, str, PlacePrecision]],
        containers: tuple[Container, ...],
        *,
        end: int,
        head: int,
    ) -> None:
        """Add the members of a list; all share the containers."""
        number = self._new_list(len(members))
        for k, (name, kind, precision) in enumerate(members):
            here = lead if k == 0 else msgspec.structs.replace(lead, proclitic="")
            at = head if k == 0 else self._kind_before(name)
            last = end if k == len(members) - 1 else name.last
            self.add(
                first if k == 0 else at,
                here,
                name,
                Head(kind, precision, at),
                containers=containers,
                last=last,
                list_id=number,
            )

    def add_countryside(
        self,
        first: int,
        lead: Lead,
        read: Sequence[Container],
        containers: tuple[Container, ...],
        *,
        end: int,
        head: int,
    ) -> None:
        """Add "ريف X" or each of "ريفي X وY"; where that is itself the name of a governorate ("ريف دمشق"), the governorate."""
        if (whole := self._governorate(head, read)) is not None:
            precision = PlacePrecision.COUNTRYSIDE if read[0].side else PlacePrecision.GOVERNORATE
            lead = msgspec.structs.replace(lead, side=read[0].side or lead.side)
            here = Head("countryside" if read[0].side else "governorate", precision, head)
            self.add(first, lead, whole, here, containers=containers, last=end, list_id=-1)
            return
        number = self._new_list(len(read))
        for k, c in enumerate(read):
            self.found.append(
                PlacePhrase(
                    first=first if k == 0 else c.first,
                    last=end if k == len(read) - 1 else c.last,
                    head_first=head if k == 0 else c.first,
                    head_last=c.last,
                    name_first=c.name_first,
                    name_last=c.name_last,
                    name=c.name,
                    kind="countryside",
                    precision=PlacePrecision.COUNTRYSIDE,
                    relation=lead.relation,
                    proclitic=lead.proclitic if k == 0 else "",
                    name_proclitic=c.proclitic,
                    containers=containers,
                    list_id=number,
                    known=bool(c.name),
                    side=c.side or lead.side,
                )
            )

    def _governorate(self, at: int, read: Sequence[Container]) -> Name | None:
        """Give the name of the governorate that a countryside is by itself."""
        name = known_name(self.scan, at, strip=True) if len(read) == 1 else None
        if name is None or name.last != read[0].name_last:
            return None
        return name if any(place.kind == "governorate" for place in name.places) else None

    def _new_list(self, size: int) -> int:
        if size < 2:
            return -1
        self.lists += 1
        return self.lists - 1

    def _is_alone(self, head: int, name_first: int) -> bool:
        return not any(k in self.scan.kinds for k in range(head + 1, name_first))

    def _is_of_several(self, head: Head) -> bool:
        """Tell whether the kind word stands for all of a list, so that it is no part of the first name: "the two bridges of A and B", "the |two| deserts of"."""
        own = self.scan.kinds.get(head.at)
        return own is not None and own[2] != "sg" and (own[2] == "du" or head.kind not in _LANDS)

    def _kind_before(self, name: Name) -> int:
        """Give where a member begins: at its own kind word, or at its name."""
        at = name.first
        while at and self.scan.texts[at - 1] in '"(#':
            at -= 1
        if (
            at
            and at - 1 in self.scan.kinds
            and self.scan.kinds[at - 1][0].last == at
            and self.scan.kinds[at - 1][2] == "sg"
        ):
            return at - 1
        return name.first

    def _with_kind(self, head: int, name: Name) -> tuple[str, str]:
        texts = self.scan.texts
        hit = self.scan.kinds.get(head)
        clitic = hit[0].proclitic if hit is not None else ""
        word = texts[head][len(clitic) :]
        if clitic.endswith("ل") and word.startswith("ل"):
            word = "ال" + word[1:]
        between = [t for t in texts[head + 1 : name.first] if t[0] >= "\u0621"]
        return " ".join([word, *between, name.text]), clitic
