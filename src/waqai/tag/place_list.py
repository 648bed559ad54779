"""Lists of places: "قرى كذا، كذا وكذا", "بلدة كذا وقرية كذا", "كذا – كذا – كذا"."""

from __future__ import annotations

from typing import Final

from waqai.tag.place_name import Name, ends_name, known_name, open_name
from waqai.tag.place_scan import OPENING, Scan
from waqai.values.place import PlacePrecision

_SEPARATORS: Final = frozenset({",", "-", "/", "و"})
_UNKNOWN_IN_A_ROW: Final = 4
_OF_VERBS: Final = frozenset("تي")
"""First letters of the present tense."""
_NO_MEMBER: Final = (
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
)


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
    while len(members) < limit and here < scan.size:
        here, separated = _past_separators(scan, here, first=not members)
        if here >= scan.size or scan.texts[here] == "\n" or (members and _opens_list(scan, here)):
            break
        read = _with_own_kind(scan, here, separated=separated) if members or kinds_first else None
        if read is None:
            announced = kind if begin is None else ""
            name = _first(scan, here) if not members else _member(scan, here, announced, separated=separated)
            read = (name, kind, precision) if name is not None else None
        if read is None:
            break
        members.append(read)
        here = scan.past_closing(read[0].last)
    return members, here


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
        if text in _SEPARATORS and (not first or text == ","):
            separated = True
        elif text not in OPENING or (text == "(" and not first):
            break
        at += 1
    return at, separated


def _with_own_kind(scan: Scan, at: int, *, separated: bool) -> tuple[Name, str, PlacePrecision] | None:
    """Read a member that brings its kind word: "وقرية كذا"; a dual or plural opens a list of its own."""
    own = scan.kinds.get(at)
    if own is None or own[2] != "sg" or own[0].proclitic not in ("", "و"):
        return None
    if _is_long_name(scan, at):
        return None
    if (
        own[0].proclitic == ""
        and not separated
        and at
        and scan.texts[at - 1] not in OPENING
        and scan.cue(at - 1, "between") is None
    ):
        return None
    name = open_name(scan, scan.skip_quote(own[0].last), strip=False)
    return (name, own[1].id.rpartition(".")[2], PlacePrecision(own[1].cls)) if name is not None else None


def _first(scan: Scan, at: int) -> Name | None:
    return open_name(scan, at, strip=False)


def _member(scan: Scan, at: int, kind: str, *, separated: bool) -> Name | None:
    """Read a later member: known, or unknown when the list has a kind word or goes on to a known one."""
    if not scan.is_word(at) or at in scan.barred:
        return None
    joined = scan.texts[at][0] == "و" or separated and scan.text(at - 1) == "و"
    name = known_name(scan, at, strip=True)
    if name is not None and name.proclitic in ("", "و") and (separated or name.proclitic == "و"):
        if separated and not kind and name.last == at + 1 and (scan.worded[at] or scan.cue(at, "common")):
            return None
        if not any(scan.cue(at, cls) for cls in ("stop", "country", "direction")):
            return name
    if not (joined or separated) or scan.worded[at] or ends_name(scan, at, first=True):
        return None
    if any(scan.cue(at, cls) for cls in _NO_MEMBER):
        return None
    name = open_name(scan, at, strip=True)
    if name is None or (kind and joined and (_stands_alone(scan, name) or name.places)):
        return name
    if kind and joined:
        return None
    if kind:
        return name if _ends_item(scan, name.last) else None
    return name if joined and _goes_on(scan, name.last) else None


def _stands_alone(scan: Scan, name: Name) -> bool:
    """Tell whether an unknown joined word is a name and not "and the villages …" or a verb with its clause: "and advances towards"."""
    if name.last > name.first + 1 or name.text[0] not in _OF_VERBS:
        return name.first not in scan.defined
    at = scan.past_closing(name.last)
    return (
        not scan.is_word(at) or scan.texts[at][0] == "و" or at in scan.cues or scan.worded[at] > 0 or at in scan.kinds
    )


def _ends_item(scan: Scan, at: int) -> bool:
    """Tell whether an unknown item of a list with commas ends here, and not in the middle of a clause."""
    at = scan.past_closing(at)
    cue = scan.cue(at, "countryside")
    text = scan.text(at)
    return text in _SEPARATORS or text[:1] == "و" and not scan.worded[at] or (cue is not None and cue.proclitic == "ب")


def _goes_on(scan: Scan, at: int) -> bool:
    """Tell whether a known name or a container follows, so that unknown words before it are places too."""
    for _ in range(_UNKNOWN_IN_A_ROW):
        cue = scan.cue(at, "countryside")
        if cue is not None and cue.proclitic == "ب":
            return True
        if not scan.is_word(at) or scan.texts[at][0] != "و":
            return False
        following = known_name(scan, at, strip=True)
        if following is not None and following.proclitic == "و":
            return True
        if scan.worded[at] or ends_name(scan, at, first=True):
            return False
        at += 1
    return False
