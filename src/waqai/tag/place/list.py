"""Lists of places: "قرى كذا، كذا وكذا", "بلدة كذا وقرية كذا", "كذا – كذا – كذا"."""

from __future__ import annotations

import re
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.actor_words import CAPITAL
from waqai.tag.place.before import BEFORE, past_edge
from waqai.tag.place.described import is_adjective, is_described, past_adjective
from waqai.tag.place.item import SEPARATORS, ends_item, goes_on, is_whole_item
from waqai.tag.place.name import VERB, Name, known_name
from waqai.tag.place.open_name import ends_name, open_name, starts_name
from waqai.tag.place.pair import is_second, short_governorate
from waqai.tag.place.road import named_otherwise
from waqai.tag.place.scan import OPENING, Scan
from waqai.tag.place.second import with_second_word, with_word_before_next
from waqai.values.place import PlacePrecision

_JOINS: Final = SEPARATORS | OPENING
_GO_ON: Final = "وب"
"""Letters with which a list goes on, or says where its members are: "and", "in"."""
_QUARTER: Final = "neighbourhood"
"""What is often called by a word that names people too: "the quarters of A, |of the officers| and B"."""
_PAIR: Final = 2
_ASIDE: Final = 8
"""Tokens of the longest aside in brackets between two members: "A (which they took days ago) and B"."""
_ADJECTIVE: Final = ("ي", "ه", "يين")
"""Endings of what says which villages are meant, and names none: "the villages of A |nearby|"."""
_DUAL: Final = "تين"
"""Ending of an adjective of two, behind a nisba: "the two quarters |both residential|"; villages' names end so too."""
_OF_VERBS: Final = frozenset("تي")
"""First letters of the present tense."""
_THEY: Final = re.compile("ي.{3,}ون")
"""A verb of the present whose subject is "they"; shorter words are names too."""
_NO_MEMBER: Final = frozenset(
    {
        "direction",
        "countryside",
        "near",
        "outskirts",
        "stop",
        "part_of",
        "country",
        "between",
        "side",
        "from",
        "seat",
        "lent",
    }
)
_NO_UNKNOWN: Final = _NO_MEMBER | {"common", "general", "whole"}
_OTHER_PLACE: Final = frozenset({"stop", "country", "direction"})


def read_members(
    scan: Scan,
    at: int,
    kind: str,
    precision: PlacePrecision,
    *,
    limit: int,
    kinds_first: bool,
    begin: Name | None = None,
) -> tuple[list[tuple[Name, str, PlacePrecision]], int]:
    """Read members with the kind of each; ``begin`` is the first when it was read already, ``at`` the token after it."""
    members: list[tuple[Name, str, PlacePrecision]] = [(begin, kind, precision)] if begin is not None else []
    here = at
    if begin is None and scan.text(here) == CAPITAL:
        here += 1  # "the quarters of |the capital| A"
    while len(members) < limit and here < scan.size and not (begin is not None and _ends_list(scan, here)):
        here, separated = _past_separators(scan, _past_aside(scan, here) if members else here, first=not members)
        if here >= scan.size or scan.texts[here] == "\n" or (members and _opens_list(scan, here)):
            break
        here = past_edge(scan, here) if separated else here
        announced = kind if begin is None else ""
        whole = bool(announced) and bool(members) and starts_name(scan, here)
        read = _with_own_kind(scan, here, separated=separated) if (members or kinds_first) and not whole else None
        if read is None:
            name = (
                _first(scan, here, pair=limit == _PAIR and bool(announced))
                if not members
                else _member(scan, here, announced, separated=separated, pair=kind)
            )
            if name is not None and announced:
                name = with_word_before_next(scan, name)
            if name is not None and announced and limit > _PAIR and not name.places:
                name = with_second_word(scan, name, listed=True)
            if name is None and members and announced and limit > _PAIR and not separated:
                name = _next_name(scan, here)
            read = (name, kind, precision) if name is not None else None
        if read is None:
            break
        members.append(read)
        here = scan.past_closing(read[0].last)
        if announced:
            here = past_adjective(scan, here)
    return members, here


def _ends_list(scan: Scan, at: int) -> bool:
    """Tell whether nothing that can join a member without a common kind word stands behind the one before: no mark, no "and", no kind word."""
    text = scan.texts[at]
    return text[0] != "و" and text not in _JOINS and at not in scan.kinds


def go_on(scan: Scan, at: int, kind: str) -> Name | None:
    """Give the name with which a list goes on behind what held its last member: "in the countryside of B |and C| and D …"."""
    if not scan.is_word(at) or scan.texts[at][0] != "و" or scan.has_cue(at, _NO_UNKNOWN):
        return _between_names(scan, at)
    if at in scan.kinds and not (_is_long_name(scan, at) or starts_name(scan, at)):
        return None
    name = _member(scan, at, kind, separated=False)
    if name is None or name.places:
        return name
    name = with_second_word(scan, name, listed=True)
    return name if ends_item(scan, name.last) else None


def _between_names(scan: Scan, at: int) -> Name | None:
    """Give a name that is an ordinary word too where another name goes on with the list: "and |al-Baraka| and Furo"."""
    name = known_name(scan, at, strip=True)
    if name is None or name.proclitic != "و" or scan.cue(at, "common") is None or scan.has_cue(at, _NO_MEMBER):
        return None
    joined = scan.text(name.last)[:1] == "و" and not scan.has_cue(name.last, _NO_MEMBER)
    return name if joined and goes_on(scan, name.last) else None


def _opens_list(scan: Scan, at: int) -> bool:
    own = scan.kinds.get(at)
    return own is not None and own[2] != "sg" and not _is_long_name(scan, at)


def _is_long_name(scan: Scan, at: int) -> bool:
    whole = known_name(scan, at, strip=True)
    return whole is not None and whole.last > at + 1


def _past_separators(scan: Scan, at: int, *, first: bool) -> tuple[int, bool]:
    separated = False
    while at < scan.size:
        text = scan.texts[at]
        if text in SEPARATORS and (not first or text == ","):
            separated = True
        elif text not in OPENING or (text == "(" and not first):
            break
        at += 1
    return at, separated


def _past_aside(scan: Scan, at: int) -> int:
    """Step over an aside in brackets that another member follows."""
    if scan.text(at) != "(":
        return at
    end = next((k for k in range(at + 1, min(at + _ASIDE, scan.size)) if scan.texts[k] in ("(", ")", ",", "\n")), at)
    after = scan.text(end + 1)
    return end + 1 if scan.text(end) == ")" and (after in SEPARATORS or after[:1] == "و") else at


def _next_name(scan: Scan, at: int) -> Name | None:
    """Read a member of an announced list that no comma parts from the one before: "the villages of A |B| C"."""
    if not scan.is_word(at) or at in scan.barred or scan.worded[at] or ends_name(scan, at, first=True):
        return None
    if scan.texts[at][0] == "و" or scan.has_cue(at, _NO_UNKNOWN):
        return None
    name = open_name(scan, at, strip=False)
    if name is None or name.places:
        return name
    after = scan.text(name.last)
    if name.last == at + 1 and (
        name.text.endswith(_ADJECTIVE) or (name.text.endswith(_DUAL) and name.text[-4:-3] == "ي")
    ):
        return None
    return name if after == "," or known_name(scan, name.last, strip=False) is not None else None


def _with_own_kind(scan: Scan, at: int, *, separated: bool) -> tuple[Name, str, PlacePrecision] | None:
    """Read a member that brings its kind word: "وقرية كذا"; a dual or plural opens a list of its own."""
    own = scan.kinds.get(at)
    if own is None or own[2] != "sg" or own[0].proclitic not in ("", "و"):
        return None
    if _is_long_name(scan, at):
        return None
    bare = own[0].proclitic == "" and not separated and at > 0
    if bare and scan.texts[at - 1] not in OPENING and scan.cue(at - 1, "between") is None:
        return None
    kind, here = own[1].id.rpartition(".")[2], scan.skip_quote(own[0].last)
    within = scan.kinds.get(here) if own[1].id == _FACILITY else None
    if within is not None and not within[0].proclitic and within[1].cls == PlacePrecision.TOWN:
        return None  # "|and the market of the town of| A", a phrase of its own
    name = named_otherwise(scan, here, kind) or open_name(scan, here, strip=False)
    return (name, kind, PlacePrecision(own[1].cls)) if name is not None else None


_FACILITY: Final = "place_kind.facility"
_MARKS: Final = frozenset({'"', "("})


def _first(scan: Scan, at: int, *, pair: bool) -> Name | None:
    """Read the first name; those that share one pair of marks are several: "camps '|Nida| wa-Samar'", and so are the "two villages of" a district called after both."""
    name = open_name(scan, at, strip=False)
    if name is None or not (pair or (not name.places and at and scan.texts[at - 1] in _MARKS)):
        return name
    joins = [k for k in range(at + 1, name.last) if scan.texts[k][0] == "و"]
    if not (pair and not name.places and scan.text(name.last)[:1] != "و"):  # "the two villages of Tell and B" are two
        joins = [k for k in joins if scan.cue(k - 1, "starter") is None]
    last = joins[0] if joins else name.last
    return name if last == name.last else Name(at, last, " ".join(scan.texts[at:last]), "")


def _member(scan: Scan, at: int, kind: str, *, separated: bool, pair: str = "") -> Name | None:
    """Read a later member: known, or unknown when the list has a kind word or goes on to a known one."""
    joined = scan.texts[at][0] == "و" or (separated and _is_behind_and(scan, at))
    if not (joined or separated) or not scan.is_word(at):
        return None
    if at in scan.barred and not (kind and (separated or kind == _QUARTER) and is_whole_item(scan, at)):
        return None
    starts = bool(kind) and starts_name(scan, at)
    name = (
        open_name(scan, at, strip=True) if starts else known_name(scan, at, strip=True) or short_governorate(scan, at)
    )
    if name is not None and name.proclitic in ("", "و") and (separated or name.proclitic == "و"):
        common = name.last == at + 1 and scan.cue(at, "common") is not None
        if separated and not kind and name.last == at + 1 and (scan.worded[at] or common):
            return None
        if joined and name.last == at + 1 and scan.worded[at] == VERB and _has_object(scan, name.last):
            return None
        thing = is_described(scan, name.last) or (not kind and (at in scan.kinds or is_adjective(scan, name.last)))
        if common and thing:
            return None  # "and |the market| of the people", "and |the market| nearby", "and |a market|"
        if starts or not scan.has_cue(at, _OTHER_PLACE):
            return name
    if scan.worded[at] or ends_name(scan, at, first=True):
        return None
    if scan.has_cue(at, _NO_MEMBER):
        return None
    name = open_name(scan, at, strip=True)
    if name is None or (kind and joined and (_stands_alone(scan, name) or name.places)):
        return name
    if kind:
        return name if not joined and ends_item(scan, name.last) else None
    return name if joined and (goes_on(scan, scan.past_closing(name.last)) or is_second(scan, at, pair)) else None


def _is_behind_and(scan: Scan, at: int) -> bool:
    """Tell whether "and" stands before a word, or before the mark that opens it: 'A and |"B"|'."""
    return scan.text(at - 2 if scan.text(at - 1) in OPENING else at - 1) == "و"


def _has_object(scan: Scan, at: int) -> bool:
    """Tell whether something that goes on with no list and no place stands behind a name that is a verb too: "hit A |and destroyed a store|"."""
    text = scan.text(at)
    ends = not scan.is_word(at) or text[0] in _GO_ON or text in BEFORE
    return not ends and (scan.worded[at] > 0 or at not in scan.cues or scan.begins(at, Kind.OBJECT))


def _stands_alone(scan: Scan, name: Name) -> bool:
    """Tell whether an unknown joined word is a name and not "and the villages …" or a verb with its clause: "and advances towards"."""
    first = name.text.partition(" ")[0]
    if _THEY.fullmatch(first):
        return False  # "drove X out of A and B |and they raise| the flag"
    if name.last > name.first + 1 or name.text[0] not in _OF_VERBS:
        return name.first not in scan.defined
    at = scan.past_closing(name.last)
    return (
        not scan.is_word(at) or scan.texts[at][0] == "و" or at in scan.cues or scan.worded[at] > 0 or at in scan.kinds
    )
