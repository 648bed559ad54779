"""The places that hold a place: "بريف دير الزور الشرقي", "في محافظة حلب", "غربي إدلب", "التابعة لناحية كذا"."""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.gazetteer.phrase import Container
from waqai.tag.place.dash import NO_NAME, behind_dash
from waqai.tag.place.name import Name, known_name, may_be_name, open_name, with_kind_word
from waqai.tag.place.scan import Scan
from waqai.values.place import PlacePrecision

_MOST: Final = 4
_BETWEEN: Final = frozenset({",", "-", "(", "/"})
_HELD: Final = ("ب", "ل")
"""Proclitics that make a container of what they stand before."""


def read_containers(scan: Scan, at: int, *, beside: bool = False) -> tuple[tuple[Container, ...], int]:
    """Read the chain of containers that begins here; give it with the token after it.

    ``beside``: the town near which a lesser place lies tells where it is as well, and so does its city behind a dash.
    """
    chain: list[Container] = []
    end = at
    while len(chain) < _MOST and at < scan.size:
        read = _container(scan, at) or ((_beside(scan, at) or _city(scan, at)) if beside else None)
        if read is None:
            break
        chain += read
        end = read[-1].last
        at = scan.past_closing(end)
    return tuple(chain), end


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
    while (more := _joined(scan, found[-1].last)) is not None and (both or _has_land(more)):
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


def _container(scan: Scan, at: int) -> list[Container] | None:
    first = at
    comma = scan.texts[at] in _BETWEEN
    if comma:
        at += 1
    linked, at = _link(scan, at)
    at = scan.skip_quote(at + _lies_to(scan, at))
    named = at < scan.size and (at in scan.cues or at in scan.kinds or may_be_name(scan, at))
    if not named or scan.texts[at].removeprefix("ب") in ("سجن", "معتقل", "سجون"):  # no town lies in a prison
        return None
    countryside = scan.cue(at, "countryside")
    if countryside is not None and (countryside.proclitic in _HELD or (linked or comma) and not countryside.proclitic):
        return read_countryside(scan, at, first=first)
    direction = scan.cue(at, "direction")
    if direction is not None and direction.proclitic in ("", "ب") and scan.texts[at][-1] != "ا":
        return _directed(scan, first, at)
    kind = scan.kinds.get(at)
    if kind is not None and with_kind_word(scan, at, strip=True) is not None:
        return _bare(scan, first, at, linked=linked, comma=comma)
    if (
        kind is not None
        and kind[2] == "sg"
        and (kind[0].proclitic in _HELD or (linked or comma) and not kind[0].proclitic)
    ):
        return _with_kind(scan, first, at, linked=linked, comma=comma)
    return _bare(scan, first, at, linked=linked, comma=comma)


def _city(scan: Scan, first: int) -> list[Container] | None:
    name = behind_dash(scan, first)
    return [_of(name, first, "", _coarsest(name))] if name is not None else None


def _lies_to(scan: Scan, at: int) -> bool:
    """Tell whether "to" stands before the side of a town on which a place lies: "A, |to| the west of B"."""
    return scan.text(at) == _TO and scan.text(at + 1).startswith(_THE) and scan.cue(at + 1, "direction") is not None


_TO: Final = "الي"
_THE: Final = "ال"


def _link(scan: Scan, at: int) -> tuple[bool, int]:
    """Step over "في", "التابعة ل", "الواقعة في", "وسط"."""
    linked = False
    for _ in range(2):
        cues = scan.cues.get(at)
        hit = (cues.get("part_of") or cues.get("inside")) if cues is not None else None
        if hit is None or hit.proclitic not in ("", "ب"):
            break
        linked, at = True, hit.last
    return linked, at


def _with_kind(scan: Scan, first: int, at: int, *, linked: bool, comma: bool) -> list[Container] | None:
    hit, entry, _ = scan.kinds[at]
    precision = PlacePrecision(entry.cls)
    if precision is PlacePrecision.SITE and not linked and hit.proclitic != "ب":
        return None
    if comma and not linked and precision not in (PlacePrecision.GOVERNORATE, PlacePrecision.DISTRICT):
        return None
    name = open_name(scan, scan.skip_quote(hit.last), strip=False)
    return [_of(name, first, entry.id.rpartition(".")[2], precision)] if name is not None else None


def _bare(scan: Scan, first: int, at: int, *, linked: bool, comma: bool) -> list[Container] | None:
    """Read a known name as a container: "بإدلب", "في إدلب", "- حلب" for a governorate."""
    name = known_name(scan, at, strip=True)
    if name is None or at in scan.barred or scan.cue(at, "country") is not None:
        return None
    if scan.cue(at, "common") is not None and name.last == at + 1:
        return None
    large = any(p.kind == "governorate" for p in name.places)
    if (linked or name.proclitic == "ب") and (large or len(name.text) > 3) and name.proclitic in ("", "ب", "ل"):
        return [_of(name, first, "", _coarsest(name))]
    if comma and large and name.proclitic == "" and scan.texts[first] != ",":
        return [_of(name, first, "", _coarsest(name))]
    return None


def _directed(scan: Scan, first: int, at: int) -> list[Container] | None:
    side = scan.texts[at]
    here = at + 1
    while scan.cue(here, "direction") is not None or scan.cue(here, "side") is not None:
        side += " " + scan.texts[here]
        here += 1
    if scan.text(here) == "من":
        here += 1
    here = scan.skip_quote(here)
    if here >= scan.size or scan.cue(here, "country") is not None:
        return None
    if scan.cue(here, "countryside") is not None:
        return read_countryside(scan, here, first=first)
    kind = scan.kinds.get(here)
    if (
        kind is not None
        and kind[2] == "sg"
        and kind[0].proclitic in ("", "ل")
        and with_kind_word(scan, here, strip=False) is None
    ):
        name = open_name(scan, scan.skip_quote(kind[0].last), strip=False)
        if name is None:
            return None
        return [_of(name, first, kind[1].id.rpartition(".")[2], PlacePrecision(kind[1].cls), side=side)]
    name = known_name(scan, here, strip=False)
    if name is None or here in scan.barred or (name.last == here + 1 and scan.cue(here, "common") is not None):
        return None
    return [_of(name, first, "", _coarsest(name), side=side)]


def _beside(scan: Scan, first: int, clitic: str = "") -> list[Container] | None:
    """Read the towns near which a place lies: "village A, |near the town of B and C and near D|"."""
    at = first + (scan.texts[first] == ",")
    hit = scan.cue(at, "near")
    if hit is None or hit.proclitic != clitic or all(r.entry.id != _NEAR_BY for r in hit.readings):
        return None
    here = scan.skip_quote(hit.last)
    kind = scan.kinds.get(here)
    if kind is None or with_kind_word(scan, here, strip=True) is not None:
        name = known_name(scan, here, strip=True)
        if name is None or here in scan.barred or scan.has_cue(here, NO_NAME) or name.proclitic not in ("", "ل"):
            return None
        found = [_of(name, first, "", _coarsest(name))]
    else:
        name = open_name(scan, scan.skip_quote(kind[0].last), strip=False)
        if kind[2] != "sg" or not kind[1].id.endswith(_TOWNS) or name is None or not name.places:
            return None
        found = [_of(name, first, kind[1].id.rpartition(".")[2], PlacePrecision.TOWN)]
    if (also := _joined(scan, scan.past_closing(name.last))) is not None:
        found.append(_of(also, also.first, "", _coarsest(also)))
    last = scan.past_closing(found[-1].last)
    return found + ((_beside(scan, last, "و") if last < scan.size else None) or [])


_NEAR_BY: Final = "place_word.near.by"
_TOWNS: Final = (".city", ".town", ".village")


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


def _joined(scan: Scan, at: int) -> Name | None:
    if not scan.is_word(at) or scan.texts[at][0] != "و" or at in scan.barred or at in scan.kinds:
        return None
    more = known_name(scan, at, strip=True)
    return more if more is not None and more.proclitic == "و" else None


def _of(name: Name, first: int, kind: str, precision: PlacePrecision, *, side: str = "") -> Container:
    return Container(first, name.last, name.first, name.last, name.text, kind, precision, side, name.proclitic)


def _coarsest(name: Name) -> PlacePrecision:
    if any(p.kind == "governorate" for p in name.places):
        return PlacePrecision.GOVERNORATE
    return name.places[0].precision if name.places else PlacePrecision.TOWN
