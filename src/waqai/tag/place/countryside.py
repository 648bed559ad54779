"""Countrysides and their sides: "ريف X الشرقي", "ريفي X وY", "الريف الغربي لمحافظة X"."""

from __future__ import annotations

import msgspec

from waqai.gazetteer.phrase import Container
from waqai.tag.place.name import Name, known_name, with_kind_word
from waqai.tag.place.open_name import open_name
from waqai.tag.place.scan import Scan
from waqai.values.place import PlacePrecision


def read_countryside(scan: Scan, at: int, *, first: int = -1) -> list[Container] | None:
    """Read "ريف X الشرقي", "ريفي X وY", "الريف الغربي لمحافظة X", "بالريف الشمالي"; ``None`` for a bare "ريف"."""
    hit = scan.cues[at]["countryside"]
    first = at if first < 0 else first
    side, here = read_sides(scan, hit.last)
    name = _name_of_countryside(scan, scan.skip_quote(here), of=bool(side))
    if name is None:
        return (
            [Container(first, here, here, here, "", "countryside", PlacePrecision.COUNTRYSIDE, side)] if side else None
        )
    found = [_Area(name, *_sides(scan, name))]
    both = scan.texts[at].endswith(("ارياف", "ريفي"))
    while (more := joined_name(scan, found[-1].last)) is not None and (both or _has_land(more)):
        found.append(_Area(more, *_sides(scan, more)))
    if not both and len(found) > 1 and _is_held(scan, found[-1].last):
        found = found[:1]  # "in the countryside of A, and B and C |in the countryside of D|"
    several = both or len(found) > 1
    return _areas(found, first, side, several=several)


def _is_held(scan: Scan, at: int) -> bool:
    """Tell whether the names before are places in a countryside named here."""
    hit = scan.cue(at, "countryside")
    return hit is not None and hit.proclitic == "ب"


def _has_land(name: Name) -> bool:
    """Tell whether a name may have a countryside of its own: after one "countryside of A" a village joined by "and" is a place beside it."""
    return any(p.kind != "village" for p in name.places)


class _Area(msgspec.Struct, frozen=True, gc=False):
    """A name in a phrase of countryside, the sides named with it, each with its first token, and the token after."""

    name: Name
    sides: tuple[tuple[str, int], ...]
    last: int


def _sides(scan: Scan, name: Name) -> tuple[tuple[tuple[str, int], ...], int]:
    """Read the sides behind a name, cut before each "and"."""
    last = scan.past_closing(name.last)
    side, end = read_sides(scan, last)
    groups: list[tuple[str, int]] = []
    for at, word in zip(range(last, end), side.split(), strict=True):
        if scan.texts[at].startswith("و") or not groups:
            groups.append((word, at))
        else:
            groups[-1] = (f"{groups[-1][0]} {word}", groups[-1][1])
    return tuple(groups), end


def _areas(found: list[_Area], first: int, side: str, *, several: bool) -> list[Container]:
    """Give a container for each area; "the eastern and western countrysides of A" are two, sides at the end are all's."""
    shared = side or (" ".join(w for w, _ in found[-1].sides) if not any(a.sides for a in found[:-1]) else "")
    apart = several and len(found[0].sides) > 1
    chain: list[Container] = []
    for area in found:
        name = area.name
        if not apart or len(area.sides) < 2:
            own = shared if not apart else ""
            chain.append(_area(name, own or " ".join(w for w, _ in area.sides), name.first, area.last))
            continue
        ends = [*(at for _, at in area.sides[1:]), area.last]
        starts = [name.first, *(at for _, at in area.sides[1:])]
        chain += [_area(name, word, a, b) for (word, _), a, b in zip(area.sides, starts, ends, strict=True)]
    return [msgspec.structs.replace(chain[0], first=first), *chain[1:]]


def _area(name: Name, side: str, first: int, last: int) -> Container:
    return Container(
        first=first,
        last=last,
        name_first=name.first,
        name_last=name.last,
        name=name.text,
        kind="countryside",
        precision=PlacePrecision.COUNTRYSIDE,
        side=side,
        proclitic=name.proclitic,
    )


def read_sides(scan: Scan, at: int) -> tuple[str, int]:
    """Read "الشمالي الشرقي", "الجنوبي والشرقي" after a name; give the words without "and", and where they end."""
    side: list[str] = []
    while (hit := scan.cue(at, "side")) is not None and hit.proclitic in ("", "و"):
        side.append(scan.texts[at][len(hit.proclitic) :])
        at += 1
    return " ".join(side), at


def _name_of_countryside(scan: Scan, at: int, *, of: bool) -> Name | None:
    """Read the name after "ريف", or after "الريف الغربي" with its "ل" (``of``)."""
    whole = known_name(scan, at, strip=of)
    kind = scan.kinds.get(at)
    if whole is not None and whole.last - whole.first > 1:
        if kind is None or with_kind_word(scan, at, strip=of) is not None:
            return whole
    if kind is not None and kind[2] == "sg" and kind[0].proclitic in ("", "ل"):
        return open_name(scan, scan.skip_quote(kind[0].last), strip=False)
    if whole is not None and at not in scan.barred and (not of or whole.proclitic in ("ل", "")):
        return whole
    defined = at and scan.texts[at - 1].startswith(("ال", "بال", "لل", "وال"))
    if of or defined or at >= scan.size or scan.cue(at, "country") is not None:
        return None
    return open_name(scan, at, strip=False)


def joined_name(scan: Scan, at: int) -> Name | None:
    """Give the known name that "and" joins at a token: "the countrysides of A |and B|"."""
    if not scan.is_word(at) or scan.texts[at][0] != "و" or at in scan.barred or at in scan.kinds:
        return None
    more = known_name(scan, at, strip=True)
    return more if more is not None and more.proclitic == "و" else None
