"""The places that hold a place: "بريف دير الزور الشرقي", "في محافظة حلب", "غربي إدلب", "التابعة لناحية كذا"."""

from __future__ import annotations

from typing import Final

from waqai.tag.place_name import Name, Scan
from waqai.gazetteer.phrase import Container
from waqai.values.place import PlacePrecision

_MOST: Final = 4
_BETWEEN: Final = frozenset({",", "-", "(", "/"})


def read_containers(scan: Scan, at: int) -> tuple[tuple[Container, ...], int]:
    """Read the chain of containers that begins here; give it with the token after it."""
    chain: list[Container] = []
    end = at
    while len(chain) < _MOST and at < scan.size:
        read = _container(scan, at)
        if read is None:
            break
        chain += read
        at = end = read[-1].last
    return tuple(chain), end


def _container(scan: Scan, at: int) -> list[Container] | None:
    first = at
    comma = scan.texts[at] in _BETWEEN
    if comma:
        at += 1
    linked = False
    for _ in range(2):
        hit = scan.cue(at, "part_of") or scan.cue(at, "inside")
        if hit is None or (hit.proclitic and hit.proclitic != "ب"):
            break
        linked, at = True, hit.last
    at = scan.skip_quote(at)
    if at >= scan.size:
        return None
    country_side = scan.cue(at, "countryside")
    if country_side is not None and (linked or comma or country_side.proclitic in ("ب", "ل")):
        return read_countryside(scan, at, first=first)
    direction = scan.cue(at, "direction")
    if direction is not None and direction.proclitic in ("", "ب") and scan.texts[at][-1] != "ا":
        return _directed(scan, first, at)
    kind = scan.kinds.get(at)
    if kind is not None and kind[2] == "sg" and (linked or comma or kind[0].proclitic in ("ب", "ل")):
        precision = PlacePrecision(kind[1].cls) if kind[1].cls else PlacePrecision.TOWN
        if precision is PlacePrecision.SITE and not linked and kind[0].proclitic != "ب":
            return None
        here = scan.skip_quote(kind[0].last)
        name = scan.open_name(here, strip=False)
        return [_of(name, first, kind[1].id.rpartition(".")[2], precision)] if name is not None else None
    return _bare(scan, first, at, linked=linked, comma=comma)


def _bare(scan: Scan, first: int, at: int, *, linked: bool, comma: bool) -> list[Container] | None:
    """Read a known name as a container: "بإدلب", "في إدلب", ", حلب" for a governorate."""
    name = scan.known_name(at, strip=True)
    if name is None or at in scan.barred or scan.cue(at, "country") is not None:
        return None
    if scan.cue(at, "common") is not None and name.last == at + 1:
        return None
    held = name.proclitic == "ب"
    large = any(p.kind == "governorate" for p in name.places)
    if (linked or held) and (large or len(name.text) > 3) and name.proclitic in ("", "ب", "ل"):
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
    if here < scan.size and scan.texts[here] == "من":
        here += 1
    here = scan.skip_quote(here)
    if here >= scan.size or scan.cue(here, "country") is not None:
        return None
    countryside = scan.cue(here, "countryside")
    if countryside is not None:
        return read_countryside(scan, here, first=first)
    kind = scan.kinds.get(here)
    if kind is not None and kind[2] == "sg":
        name = scan.open_name(scan.skip_quote(kind[0].last), strip=False)
        if name is None:
            return None
        precision = PlacePrecision(kind[1].cls) if kind[1].cls else PlacePrecision.TOWN
        return [_of(name, first, kind[1].id.rpartition(".")[2], precision, side=side)]
    name = scan.known_name(here, strip=False)
    if name is None or here in scan.barred:
        return None
    return [_of(name, first, "", _coarsest(name), side=side)]


def read_countryside(scan: Scan, at: int, *, first: int = -1) -> list[Container] | None:
    """Read "ريف X الشرقي", "ريفي X وY", "الريف الغربي لمحافظة X", "بالريف الشمالي"; ``None`` for a bare "ريف"."""
    hit = scan.cues[at]["countryside"]
    first = at if first < 0 else first
    here = hit.last
    side, here = _sides(scan, here)
    whole = scan.known_name(scan.skip_quote(here), strip=bool(side))
    if whole is not None and whole.last - whole.first > 1:
        name: Name | None = whole
    elif here < scan.size and (of := scan.kinds.get(here)) is not None and of[2] == "sg" and of[0].proclitic in ("", "ل"):
        name = scan.open_name(scan.skip_quote(of[0].last), strip=False)
    else:
        here = scan.skip_quote(here)
        name = _name_in_countryside(scan, here, needs_lam=bool(side))
    if name is None:
        return [_nameless(first, here, side)] if side else None
    found = [name]
    last = _past(scan, name.last)
    while last < scan.size and scan.is_word(last) and scan.texts[last][0] == "و" and (more := scan.known_name(last, strip=True)):
        if more.proclitic != "و" or last in scan.barred:
            break
        found.append(more)
        last = _past(scan, more.last)
    after, end = _sides(scan, last)
    side = side or after
    return [
        Container(
            first if k == 0 else n.first,
            end if k == len(found) - 1 else n.last,
            n.first,
            n.last,
            n.text,
            "countryside",
            PlacePrecision.COUNTRYSIDE,
            side,
            n.proclitic,
        )
        for k, n in enumerate(found)
    ]


def _name_in_countryside(scan: Scan, at: int, *, needs_lam: bool) -> Name | None:
    name = scan.known_name(at, strip=needs_lam)
    if name is not None and at not in scan.barred and (not needs_lam or name.proclitic in ("ل", "")):
        return name
    if needs_lam or at >= scan.size or scan.cue(at, "country") is not None:
        return None
    return scan.open_name(at, strip=False)


def _nameless(first: int, last: int, side: str) -> Container:
    return Container(first, last, last, last, "", "countryside", PlacePrecision.COUNTRYSIDE, side)


def _sides(scan: Scan, at: int) -> tuple[str, int]:
    side: list[str] = []
    while (hit := scan.cue(at, "side")) is not None and hit.proclitic in ("", "و"):
        side.append(scan.texts[at][len(hit.proclitic) :])
        at += 1
    return " ".join(side), at


def _past(scan: Scan, at: int) -> int:
    return at + 1 if at < scan.size and scan.texts[at] in '")' else at


def _of(name: Name, first: int, kind: str, precision: PlacePrecision, *, side: str = "") -> Container:
    return Container(first, name.last, name.first, name.last, name.text, kind, precision, side, name.proclitic)


def _coarsest(name: Name) -> PlacePrecision:
    if any(p.kind == "governorate" for p in name.places):
        return PlacePrecision.GOVERNORATE
    return name.places[0].precision if name.places else PlacePrecision.TOWN
