"""Place phrases: "بلدة الزر بريف دير الزور الشرقي", "بين بلدتي كذا وكذا", "قرى كذا، كذا وكذا", "بحلب".

In: the words of a text and the gazetteer. Out: place phrases in text order that do not overlap. After a kind word a name need not be known;
without one only the gazetteer's names count, and of ordinary words fewer. A name once announced counts in the rest. No country is a place.
"""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.gazetteer.phrase import Container, PlacePhrase
from waqai.gazetteer.store import Gazetteer
from waqai.lexicon.index import Hit
from waqai.lexicon.readings import COPULA
from waqai.tag.place.announced import TOWNS, announced, is_kind_of_next, known_kind, precision_of
from waqai.tag.place.bracketed import add_bracketed
from waqai.tag.place.called import add_called
from waqai.tag.place.container import read_containers
from waqai.tag.place.countryside import read_countryside, read_sides
from waqai.tag.place.cue import (
    NAMED_FOR_COUNTRIES,
    adjective_for,
    is_area_of_list,
    is_place,
    is_taken_up,
    only_says_which,
)
from waqai.tag.place.dash import is_in_second
from waqai.tag.place.described import is_accusative, is_longer
from waqai.tag.place.echo import add_echoes
from waqai.tag.place.further import read_further, stands_apart
from waqai.tag.place.held import held_names
from waqai.tag.place.lead import Lead, read_lead
from waqai.tag.place.list import go_on, read_members
from waqai.tag.place.name import Name, begins_name, known_name, name_words, with_kind_word
from waqai.tag.place.native import read_holders, without_elsewhere
from waqai.tag.place.open_name import open_name
from waqai.tag.place.road import named_otherwise, names_no_road
from waqai.tag.place.scan import Scan
from waqai.tag.place.second import with_second_word
from waqai.tag.place.somebody import is_outlet, is_owner
from waqai.tag.place.write import Head, Writer
from waqai.tag.words import Words
from waqai.values.place import PlacePrecision

_PEOPLED: Final = frozenset({PlacePrecision.TOWN, PlacePrecision.NEIGHBOURHOOD})
_VILLAGES: Final = ("village", "town")
_IN_NAMES: Final = frozenset({"direction", "inside"})  # how names of governorates begin: "North Sinai"
_ROAD: Final = frozenset({"الطريق", "طريق", "اوتستراد", "اوتوستراد"})
__all__ = ["Container", "PlacePhrase", "find_places"]


def find_places(
    words: Words, gazetteer: Gazetteer, tagged: frozenset[int] = frozenset(), story: bytearray | None = None
) -> list[PlacePhrase]:
    """Find the place phrases of a text; ``tagged`` tokens go on with a hashtag behind an underscore, bare names count where ``story`` is marked."""
    reader = _Reader(Scan(words, gazetteer, tagged, story))
    reader.read()
    return add_echoes(reader.scan, reader.writer.found)


class _Reader:
    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.writer = Writer(scan)

    def read(self) -> None:
        scan = self.scan
        opening = scan.opened.union(scan.kinds, scan.defined)
        self.held = held_names(scan)
        free_from = 0
        for at in sorted(opening.union(name_words(scan), self.held)):
            if at < free_from:
                continue
            if at in opening:
                free_from = self._phrase(at) if scan.arabic[at] else free_from
            elif at in self.held or (scan.story[at] and begins_name(scan, at)):
                free_from = self._bare(at, at, Lead(at, "in", "", ""))

    def _phrase(self, at: int) -> int:
        """Read the phrase that begins here; give where to go on."""
        scan = self.scan
        lead = Lead(at, "in", "", "")
        if at in scan.opened:
            lead = read_lead(scan, at)
            if scan.has_cue(at, _IN_NAMES) and (whole := known_name(scan, at, strip=True)):
                if whole.last > at + 1 and whole.places[0].kind == "governorate":  # "North Sinai", "Central Sinai"
                    return self._alone(at, Lead(at, "in", "", ""), whole, Head("", precision_of(whole), at))
            if scan.cue(at, COPULA) is not None:
                return add_called(scan, self.writer, at)
            at = lead.at if scan.cue(at, "among") is not None else at  # "|among them| A" tells of a list
        here = scan.skip_quote(lead.at)
        if here >= scan.size or (here > at and here in scan.kinds and scan.kinds[here][0].proclitic == "و"):
            return here
        if lead.relation == "between" and (after := self._between(at, here, lead)):
            return after
        if here in scan.kinds:
            if (whole := with_kind_word(scan, here, strip=True)) is not None:
                return self._alone(at, lead, whole, Head(known_kind(whole), precision_of(whole), here))
            if after := self._after_kind(at, here, lead):
                return after
        if here in scan.defined and (after := self._defined(at, here, lead)):
            return after
        cues = scan.cues.get(here, {})
        if "site" in cues:
            return self._site(at, cues["site"], lead)
        if "countryside" in cues and (after := self._countryside(at, here, lead)):
            return after
        return here + 1 if "country" in cues else self._bare(at, here, lead)

    def _between(self, first: int, at: int, lead: Lead) -> int:
        own, kind, start = self.scan.kinds.get(at), "", at
        if own is not None and own[2] == "du":  # "between |the two towns of| A and B"
            kind, start = own[1].id.rpartition(".")[2], own[0].last
        members, _ = read_members(self.scan, start, kind, PlacePrecision.SITE, limit=2, kinds_first=not kind)
        if len(members) < 2 or not any(kind or name.places for name, kind, _ in members):
            return 0
        if first and self.scan.texts[first - 1] in _ROAD:
            lead = msgspec.structs.replace(lead, relation="road")
        return self._close(first, lead, members, at)

    def _after_kind(self, first: int, at: int, lead: Lead) -> int:
        """Read what follows a kind word: a name, a list, or another kind word ("حاجز قرية كذا")."""
        scan = self.scan
        hit, entry, number = scan.kinds[at]
        kind, precision = entry.id.rpartition(".")[2], PlacePrecision(entry.cls)
        if lead.at == first and lead.proclitic != hit.proclitic:
            lead = msgspec.structs.replace(lead, proclitic=hit.proclitic)
        here = hit.last
        if scan.barred.get(at, 0) > here or (entry.id == "place_kind.checkpoint" and scan.barred.get(here, 0)):
            return 0
        while (also := scan.kinds.get(here)) is not None and also[0].proclitic == "و" and also[2] == number:
            here = also[0].last
        if (
            scan.cue(here, "country") is not None
            and scan.texts[at] not in NAMED_FOR_COUNTRIES
            and not is_longer(scan, here)
        ) or (number == "sg" and is_accusative(scan, hit.first)):
            return 0
        within = scan.skip_quote(here)
        inner = scan.kinds.get(within)
        if inner is not None and inner[0].proclitic == "" and is_kind_of_next(scan, within):
            return self._nested(first, within, lead, kind, precision)
        if kind in _VILLAGES and scan.cue(within, "direction") is not None:
            return 0  # "a village |east of| A", "towns |east of| A"
        if number == "pl" and kind == "street" and (whole := known_name(scan, here, strip=False)) is not None:
            return self._alone(first, lead, whole, Head("", precision_of(whole), at))  # "the streets of" a city
        if number != "sg":
            here += scan.text(here) == ":" and scan.is_word(here + 1)  # "the villages of: A, B and C"
            limit = 2 if number == "du" else 30
            members, _ = read_members(scan, here, kind, precision, limit=limit, kinds_first=False)
            single = len(members) == 1 or number == "du"  # "two |field| hospitals and …"
            if not members or (single and only_says_which(scan, entry, members[0][0])):
                return 0
            if kind in _VILLAGES and is_area_of_list(scan, members):
                return self._alone(first, lead, members[0][0], Head("", precision_of(members[0][0]), at))
            return self._quoted_on(self._close(first, lead, members, at), kind, precision, at)
        name = named_otherwise(scan, within, kind) or open_name(scan, within, strip=False)
        name = with_second_word(scan, name, kind) if name is not None else None
        if (
            name is None
            or (entry.cls == "site" and is_taken_up(scan, name))
            or names_no_road(scan, kind, name)
            or (not name.places and adjective_for(scan, entry, name))
            or is_outlet(scan, hit, name)
            or is_owner(scan, at, name)
        ):
            return 0
        return self._alone(first, lead, name, Head(*announced(entry, name), at))

    def _quoted_on(self, at: int, kind: str, precision: PlacePrecision, head: int) -> int:
        """Go on with a list whose members stand in quotation marks, each with what holds it: 'قرى "أ" بريف كذا، و"ب" بريف كذا'."""
        scan = self.scan
        here = at
        while scan.text(here) in (",", "و"):
            here += 1
        if here == at or here >= scan.size or scan.texts[here] != '"':
            return self._listed_on(at, kind, precision)
        members, _ = read_members(scan, here, kind, precision, limit=30, kinds_first=False)
        if not members:
            return at
        after = self._close(members[0][0].first, Lead(here, "in", "", "و"), members, members[0][0].first)
        return self._quoted_on(after, kind, precision, head)

    def _listed_on(self, at: int, kind: str, precision: PlacePrecision) -> int:
        """Go on with a list of which one member brought what holds it: "the villages of A in the countryside of B |and C and D|"."""
        members, here = [], at + (self.scan.text(at) == ",")
        while precision in _PEOPLED and (name := go_on(self.scan, here, kind)) is not None:
            members.append((name, kind, precision))
            here = self.scan.past_closing(name.last)
        if not members or (self.scan.text(at) == "," and not read_containers(self.scan, here)[0]):
            return at  # behind a comma only what is held too: "A in the countryside of B, |and C and D in that of E|"
        first = members[0][0].first
        return self._listed_on(self._close(first, Lead(first, "in", "", "و"), members, first), kind, precision)

    def _nested(self, first: int, at: int, lead: Lead, kind: str, precision: PlacePrecision) -> int:
        start = len(self.writer.found)
        after = self._after_kind(first, at, msgspec.structs.replace(lead, at=at))  # "|and the market of| the town of A"
        if after and precision is PlacePrecision.SITE and kind not in ("road", "hill"):
            for k in range(start, len(self.writer.found)):
                self.writer.found[k] = msgspec.structs.replace(self.writer.found[k], kind=kind, precision=precision)
        return after

    def _defined(self, first: int, at: int, lead: Lead) -> int:
        """Read "المشفى الوطني في مدينة كذا": a kind with the article, its adjective, and where it is."""
        scan = self.scan
        hit, entry = scan.defined[at]
        if entry.cls != "site" or entry.id == "place_kind.road":
            return 0
        last, text = hit.last, scan.text(hit.last)
        if not (scan.is_word(last) and text.startswith("ال") and text.endswith(("ي", "يه", "ير", "يره"))):
            return 0
        last += 1
        containers, end = read_containers(scan, last)
        owned = hit.last in scan.barred and bool(containers) and not containers[0].side  # "the |Turkish| base in A"
        if owned or not containers or (lead.relation == "near" and containers[0].kind in TOWNS):
            return 0
        clitic = hit.proclitic
        text = scan.texts[at][len(clitic) :]
        text = "ال" + text[1:] if clitic.endswith("ل") else text
        name = Name(at, last, f"{text} {scan.texts[last - 1]}", clitic)
        head = Head(entry.id.rpartition(".")[2], PlacePrecision.SITE, at)
        self.writer.add(first, lead, name, head, containers=containers, last=end, list_id=-1)
        return end

    def _site(self, first: int, hit: Hit, lead: Lead) -> int:
        """Read a building that every city has one of: "المنطقة الصناعية في كذا"."""
        scan, clitic = self.scan, hit.proclitic
        words = scan.texts[hit.first : hit.last]
        cut = words[0][len(clitic) :]
        words[0] = "ال" + cut[1:] if clitic.endswith("ل") and cut[0] == "ل" else cut
        containers, end = read_containers(scan, hit.last)
        head = Head("facility", PlacePrecision.SITE, hit.first)
        name = Name(hit.first, hit.last, " ".join(words), clitic)
        self.writer.add(first, lead, name, head, containers=containers, last=end, list_id=-1)
        return end

    def _alone(self, first: int, lead: Lead, name: Name, head: Head) -> int:
        scan, last = self.scan, self.scan.past_closing(name.last)
        members, _ = read_members(scan, last, head.kind, head.precision, limit=30, kinds_first=False, begin=name)
        if len(members) > 1 and not is_in_second(scan, members):
            if head.kind == "junction" and scan.text(last) == "-":
                lead = msgspec.structs.replace(lead, relation="road")  # "the crossroads of A |- B|"
            return self._close(first, lead, members, head.at)
        containers, end = read_containers(scan, last, members[:1])
        if not containers and head.kind:
            containers, end = read_further(scan, last, head.precision, head.kind)
        if containers and stands_apart(lead.relation, head.kind, head.precision, containers[0]):
            containers, end = (), last
        containers, end = without_elsewhere(scan, first, lead, name, head.kind, (containers, end, last))
        self.writer.add(first, lead, name, head, containers=containers, last=end, list_id=-1)
        return end

    def _close(self, first: int, lead: Lead, members: list[tuple[Name, str, PlacePrecision]], head: int) -> int:
        after = self.scan.past_closing(members[-1][0].last)
        containers, end = read_holders(self.scan, first, lead, members, after)
        self.writer.add_list(first, lead, members, containers, end=end, head=head)
        return end

    def _countryside(self, first: int, at: int, lead: Lead) -> int:
        read = read_countryside(self.scan, at)
        if read is None:
            return 0
        if after := add_bracketed(self.scan, self.writer, first, at, lead, read):
            return after
        if lead.at == first:
            lead = msgspec.structs.replace(lead, proclitic=self.scan.cues[at]["countryside"].proclitic)
        containers, end = read_containers(self.scan, read[-1].last)
        self.writer.add_countryside(first, lead, read, containers, end=end, head=at)
        return end

    def _bare(self, first: int, at: int, lead: Lead) -> int:
        scan = self.scan
        if at in self.held:
            return self._alone(first, lead, self.held[at], Head("", PlacePrecision.TOWN, at))
        name = known_name(scan, at, strip=True)
        after = max(at, first) + 1
        if name is None or max(scan.barred.get(at, 0), scan.never_alone.get(at, 0)) >= name.last:
            return after
        last = scan.past_closing(name.last)
        side, side_end = read_sides(scan, last)
        of_governorate = bool(side) and any(p.kind == "governorate" for p in name.places)
        last = side_end if of_governorate else last
        precision = precision_of(name)
        containers, end = read_holders(scan, first, lead, [(name, "", precision)], last)
        if not is_place(scan, at, name, lead, containers, self.writer.found):
            return after
        if of_governorate:
            head = Head("countryside", PlacePrecision.COUNTRYSIDE, at)
            lead = msgspec.structs.replace(lead, side=side)
            self.writer.add(first, lead, name, head, containers=containers, last=end, list_id=-1)
            return max(end, side_end)
        members, _ = read_members(scan, last, "", precision, limit=30, kinds_first=False, begin=name)
        if len(members) > 1 and not is_in_second(scan, members):
            return self._listed_on(self._close(first, lead, members, at), "", PlacePrecision.TOWN)
        head = Head(known_kind(name) if scan.cue(at, "unit") else "", precision, at)  # "Brigade 93"
        self.writer.add(first, lead, name, head, containers=containers, last=end, list_id=-1)
        return end
