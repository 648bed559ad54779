"""Place phrases: "بلدة الزر بريف دير الزور الشرقي", "بين بلدتي كذا وكذا", "قرى كذا، كذا وكذا", "بحلب".

In: the words of a text and the gazetteer. Out: place phrases in text order that do not overlap. After a kind word
a name need not be known; without one only the gazetteer's names count, and those that are ordinary words need more.
Countries are no places to code.
"""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.gazetteer.store import Gazetteer
from waqai.tag.place_container import read_containers, read_countryside
from waqai.tag.place_name import Name, Scan
from waqai.gazetteer.phrase import Container, PlacePhrase
from waqai.tag.words import Words
from waqai.values.place import PlacePrecision

__all__ = ["Container", "PlacePhrase", "find_places"]

KEEPS_KIND: Final = frozenset({"facility", "airport", "hill", "field", "dam", "checkpoint", "crossing", "desert", "street"})
"""Kinds that are part of the name: "جسر قرقوزاق", "تلة الملك"."""
PROMINENT: Final = 20_000
_SEPARATORS: Final = frozenset({",", "-", "/", ")", '"', "و"})
_IN_WORDS: Final = frozenset({"في", "الي", "علي", "من", "نحو", "باتجاه", "قرب", "داخل", "وسط", "شمال", "جنوب", "شرق", "غرب", "بين", "باتجاه"})


def find_places(words: Words, gazetteer: Gazetteer) -> list[PlacePhrase]:
    """Find every place phrase of a text."""
    return _Reader(Scan(words, gazetteer)).read()


class _Lead(msgspec.Struct, frozen=True):
    """What stands before a place: relation, direction, and where the place begins."""

    at: int
    relation: str
    side: str
    proclitic: str


class _Reader:
    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.found: list[PlacePhrase] = []
        self.lists = 0

    def read(self) -> list[PlacePhrase]:
        at, scan = 0, self.scan
        while at < scan.size:
            if not scan.is_word(at):
                at += 1
                continue
            at = max(self._phrase(at), at + 1)
        return self.found

    def _phrase(self, at: int) -> int:
        """Read the phrase that begins here; give where to go on."""
        scan = self.scan
        lead = self._lead(at)
        here = scan.skip_quote(lead.at)
        if here >= scan.size:
            return here
        if lead.relation == "between":
            after = self._list(at, here, lead, "", PlacePrecision.SITE, limit=2, strip=False)
            if after:
                return after
        kind = scan.kinds.get(here)
        if kind is not None:
            whole = scan.known_name(here, strip=True)
            if whole is not None and whole.last > here + 1:
                return self._alone(at, lead, whole, "", _precision(whole), head=here)
            after = self._after_kind(at, here, lead)
            if after:
                return after
        if scan.cue(here, "countryside") is not None:
            after = self._countryside(at, here, lead)
            if after:
                return after
        if scan.cue(here, "country") is not None:
            return here + 1
        return self._bare(at, here, lead)

    def _lead(self, at: int) -> _Lead:
        """Read relation words: "بالقرب من", "أطراف", "شمال غربي", "محيط"."""
        scan = self.scan
        relation, side, proclitic, start = "in", "", "", at
        while at < scan.size:
            here = scan.cues.get(at)
            if here is None:
                break
            cls = next((c for c in ("between", "from", "outskirts", "near", "direction", "inside") if c in here), "")
            if not cls:
                break
            hit = here[cls]
            if at == start:
                proclitic = hit.proclitic
            if cls == "direction":
                side = scan.texts[at]
                relation = "near" if relation == "in" else relation
            elif cls != "inside":
                relation = cls
            at = hit.last
            while scan.cue(at, "side") is not None:
                side = scan.texts[at]
                at += 1
            if at < scan.size and scan.texts[at] == "من" and cls in ("direction", "near"):
                at += 1
        return _Lead(at, relation, side, proclitic)

    def _after_kind(self, first: int, at: int, lead: _Lead) -> int:
        scan = self.scan
        hit, entry, number = scan.kinds[at]
        kind = entry.id.rpartition(".")[2]
        precision = PlacePrecision(entry.cls) if entry.cls else PlacePrecision.TOWN
        lead = lead if lead.at != first else msgspec.structs.replace(lead, proclitic=hit.proclitic)
        here = hit.last
        while (also := scan.kinds.get(here)) is not None and also[0].proclitic == "و" and number:
            number, here = also[2] or number, also[0].last
        if scan.cue(here, "country") is not None:
            return 0
        if number in ("du", "pl"):
            limit = 2 if number == "du" else 30
            return self._list(first, here, lead, kind, precision, limit=limit, strip=False, head=at)
        if (inner := scan.kinds.get(here)) is not None and inner[0].proclitic == "" and scan.known_name(here, strip=False) is None:
            after = self._after_kind(first, here, lead)
            if after and kind not in ("city", "town", "village"):
                self._mend_kind(kind, precision)
            if after:
                return after
        here = scan.skip_quote(here)
        name = scan.open_name(here, strip=False)
        if name is None:
            return 0
        after = self._alone(first, lead, name, kind, precision, head=at)
        return after

    def _mend_kind(self, kind: str, precision: PlacePrecision) -> None:
        """Let the outer kind of "حاجز قرية كذا" give the precision."""
        last = self.found[-1]
        if precision is PlacePrecision.SITE:
            self.found[-1] = msgspec.structs.replace(last, kind=kind, precision=precision)

    def _alone(self, first: int, lead: _Lead, name: Name, kind: str, precision: PlacePrecision, *, head: int) -> int:
        scan = self.scan
        last = _past_closing(scan, name.last)
        joined = self._coordinated(last) if kind or name.places else 0
        if joined:
            return self._list(first, head, lead, kind, precision, limit=30, strip=True, head=head, begin=name)
        containers, end = read_containers(scan, last)
        self._add(first, lead, name, kind, precision, head=head, containers=containers, last=end, list_id=-1)
        return end

    def _coordinated(self, at: int) -> int:
        """Tell whether a known name goes on the list here: "بلدة كذا وكذا"."""
        scan = self.scan
        if at < scan.size and scan.is_word(at) and scan.texts[at][0] == "و" and at not in scan.kinds:
            name = scan.known_name(at, strip=True)
            if name is not None and name.proclitic == "و" and not scan.worded[at] and at not in scan.barred:
                return at
        return 0

    def _list(
        self,
        first: int,
        at: int,
        lead: _Lead,
        kind: str,
        precision: PlacePrecision,
        *,
        limit: int,
        strip: bool,
        head: int = -1,
        begin: Name | None = None,
    ) -> int:
        """Read the members of a list and the containers that all of them share."""
        scan = self.scan
        members: list[tuple[Name, str, PlacePrecision]] = []
        here = at
        if begin is not None:
            members.append((begin, kind, precision))
            here = _past_closing(scan, begin.last)
        while len(members) < limit and here < scan.size:
            here = scan.skip_quote(here) if not members or scan.texts[here] in '"(#' else here
            separated = not members
            while here < scan.size and scan.texts[here] in _SEPARATORS:
                separated = True
                here += 1
            here = scan.skip_quote(here)
            if here >= scan.size:
                break
            own = scan.kinds.get(here) if members or limit == 2 else None
            kind_here, precision_here = kind, precision
            if own is not None and own[0].proclitic in ("", "و") and scan.known_name(here, strip=True) is None and (not members or own[0].proclitic == "و" or separated):
                if members and own[2] in ("du", "pl"):
                    break
                kind_here, precision_here = own[1].id.rpartition(".")[2], PlacePrecision(own[1].cls)
                here = scan.skip_quote(own[0].last)
                name = scan.open_name(here, strip=False)
            elif not members:
                name = scan.open_name(here, strip=False)
            elif scan.is_word(here) and (scan.texts[here][0] == "و" or separated):
                name = self._member(here, kind, comma=separated)
            else:
                name = None
            if name is None:
                break
            members.append((name, kind_here, precision_here))
            here = _past_closing(scan, name.last)
        if not members or (limit == 2 and not kind and len(members) < 2):
            return 0
        return self._close_list(first, lead, members, head=head)

    def _member(self, at: int, kind: str, *, comma: bool) -> Name | None:
        """Read a later member: known, or unknown when the list has a kind word."""
        scan = self.scan
        name = scan.known_name(at, strip=True)
        if name is not None and name.proclitic in ("", "و") and (comma or name.proclitic == "و"):
            return name
        if not kind or scan.texts[at][0] != "و" and not comma or scan.cue(at, "direction") or scan.cue(at, "countryside"):
            return None
        if scan.texts[at][0] == "و" and (scan.worded[at] or at in scan.barred):
            return None
        name = scan.open_name(at, strip=True)
        return name

    def _close_list(self, first: int, lead: _Lead, members: list[tuple[Name, str, PlacePrecision]], *, head: int) -> int:
        containers, end = read_containers(self.scan, _past_closing(self.scan, members[-1][0].last))
        number = self.lists if len(members) > 1 else -1
        self.lists += len(members) > 1
        for k, (name, kind, precision) in enumerate(members):
            alone = len(members) == 1
            self._add(
                first if k == 0 else name.first,
                lead if k == 0 else msgspec.structs.replace(lead, proclitic=""),
                name,
                kind,
                precision,
                head=head if k == 0 and head >= 0 else name.first,
                containers=containers,
                last=end if alone or k == len(members) - 1 else name.last,
                list_id=number,
            )
        return end

    def _countryside(self, first: int, at: int, lead: _Lead) -> int:
        read = read_countryside(self.scan, at)
        if read is None:
            return 0
        lead = lead if lead.at != first else msgspec.structs.replace(lead, proclitic=self.scan.cues[at]["countryside"].proclitic)
        number = self.lists if len(read) > 1 else -1
        self.lists += len(read) > 1
        end = read[-1].last
        for k, c in enumerate(read):
            containers, last = read_containers(self.scan, c.last) if k == len(read) - 1 else ((), c.last)
            end = max(end, last)
            self.found.append(
                PlacePhrase(
                    first=first if k == 0 else c.first,
                    last=last,
                    head_first=at if k == 0 else c.first,
                    head_last=c.last,
                    name_first=c.name_first,
                    name_last=c.name_last,
                    name=c.name,
                    kind=c.kind,
                    precision=PlacePrecision.COUNTRYSIDE,
                    relation=lead.relation,
                    proclitic=lead.proclitic,
                    name_proclitic=c.proclitic,
                    containers=containers,
                    list_id=number,
                    known=bool(c.name),
                    side=c.side or lead.side,
                )
            )
        return end

    def _bare(self, first: int, at: int, lead: _Lead) -> int:
        scan = self.scan
        name = scan.known_name(at, strip=True)
        if name is None or scan.barred.get(at, 0) >= name.last or name.last == at + 1 and scan.worded[at] and not name.proclitic:
            return at + 1 if at > first else first + 1
        last = _past_closing(scan, name.last)
        containers, end = read_containers(scan, last)
        if not self._is_place(first, at, name, lead, containers):
            return at + 1
        if self._coordinated(last):
            return self._list(first, at, lead, "", _precision(name), limit=30, strip=True, begin=name)
        self._add(first, lead, name, "", _precision(name), head=at, containers=containers, last=end, list_id=-1)
        return end

    def _is_place(self, first: int, at: int, name: Name, lead: _Lead, containers: tuple[Container, ...]) -> bool:
        """Tell whether a known name without a kind word is meant as a place."""
        scan = self.scan
        before = scan.texts[at - 1] if at else "\n"
        tagged = before == "#" or before == "\n" and name.last < scan.size and scan.texts[name.last] in ":-("
        if tagged or any(c.name for c in containers):
            return True
        if scan.cue(at, "common") is not None and name.last == at + 1:
            return False
        if name.last - name.first > 1 or any(p.population >= PROMINENT or p.kind == "governorate" for p in name.places):
            return True
        if self.found and self.found[-1].last >= at - 2 and before in ",-":
            return True
        return lead.relation in ("near", "outskirts", "between") or before in _IN_WORDS or name.proclitic[-1:] == "ب"

    def _add(
        self,
        first: int,
        lead: _Lead,
        name: Name,
        kind: str,
        precision: PlacePrecision,
        *,
        head: int,
        containers: tuple[Container, ...],
        last: int,
        list_id: int,
    ) -> None:
        keeps = kind in KEEPS_KIND and 0 <= head < name.first and not self._has_inner_kind(head, name.first)
        texts = self.scan.texts
        text, name_first, clitic = name.text, name.first, name.proclitic
        if keeps:
            clitic = self.scan.kinds[head][0].proclitic if head in self.scan.kinds else ""
            name_first = head
            word = texts[head]
            word = "ال" + word[len(clitic) + 1 :] if clitic.endswith("ل") and word[len(clitic) :].startswith("ل") else word[len(clitic) :]
            text = " ".join([word, *(t for t in texts[head + 1 : name.first] if t[0] >= "\u0621"), name.text])
        self.found.append(
            PlacePhrase(
                first=first,
                last=last,
                head_first=max(head, first),
                head_last=name.last,
                name_first=name_first,
                name_last=name.last,
                name=text,
                kind=kind,
                precision=precision,
                relation=lead.relation,
                proclitic=lead.proclitic or (name.proclitic if name.first == first else ""),
                name_proclitic=clitic,
                containers=containers,
                list_id=list_id,
                known=bool(name.places),
                side=lead.side,
            )
        )

    def _has_inner_kind(self, head: int, name_first: int) -> bool:
        return any(k in self.scan.kinds for k in range(head + 1, name_first))


def _past_closing(scan: Scan, at: int) -> int:
    while at < scan.size and scan.texts[at] in '")':
        at += 1
    return at


def _precision(name: Name) -> PlacePrecision:
    towns = [p for p in name.places if p.precision is PlacePrecision.TOWN]
    return (towns or list(name.places))[0].precision
