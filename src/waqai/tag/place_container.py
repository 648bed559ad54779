"""The places that hold a place: "بريف دير الزور الشرقي", "في محافظة حلب", "غربي إدلب", "التابعة لناحية كذا"."""

from __future__ import annotations

from typing import Final

from waqai.gazetteer.phrase import Container
from waqai.tag.place_name import Name, known_name, open_name
from waqai.tag.place_scan import Scan
from waqai.values.place import PlacePrecision

_MOST: Final = 4
_BETWEEN: Final = frozenset({",", "-", "(", "/"})
_HELD: Final = ("ب", "ل")
"""Proclitics that make a container of what they stand before."""


def read_containers(scan: Scan, at: int) -> tuple[tuple[Container, ...], int]:
    """Read the chain of containers that begins here; give it with the token after it."""
    chain: list[Container] = []
    end = at
    while len(chain) < _MOST and at < scan.size:
        read = _container(scan, at)
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
    found = [name]
    last = scan.past_closing(name.last)
    while (more := _joined(scan, last)) is not None:
        found.append(more)
        last = scan.past_closing(more.last)
    after, end = read_sides(scan, last)
    return [
        Container(
            first=first if k == 0 else n.first,
            last=end if k == len(found) - 1 else n.last,
            name_first=n.first,
            name_last=n.last,
            name=n.text,
            kind="countryside",
            precision=PlacePrecision.COUNTRYSIDE,
            side=side or after,
            proclitic=n.proclitic,
        )
        for k, n in enumerate(found)
    ]


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
    at = scan.skip_quote(at)
    if at >= scan.size:
        return None
    countryside = scan.cue(at, "countryside")
    if countryside is not None and (countryside.proclitic in _HELD or (linked or comma) and not countryside.proclitic):
        return read_countryside(scan, at, first=first)
    direction = scan.cue(at, "direction")
    if direction is not None and direction.proclitic in ("", "ب") and scan.texts[at][-1] != "ا":
        return _directed(scan, first, at)
    kind = scan.kinds.get(at)
    whole = known_name(scan, at, strip=True) if kind is not None else None
    if whole is not None and whole.last > at + 1:
        return _bare(scan, first, at, linked=linked, comma=comma)
    if (
        kind is not None
        and kind[2] == "sg"
        and (kind[0].proclitic in _HELD or (linked or comma) and not kind[0].proclitic)
    ):
        return _with_kind(scan, first, at, linked=linked, comma=comma)
    return _bare(scan, first, at, linked=linked, comma=comma)


def _link(scan: Scan, at: int) -> tuple[bool, int]:
    """Step over "في", "التابعة ل", "الواقعة في", "وسط"."""
    linked = False
    for _ in range(2):
        hit = scan.cue(at, "part_of") or scan.cue(at, "inside")
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
    whole = known_name(scan, here, strip=False)
    if (
        kind is not None
        and kind[2] == "sg"
        and kind[0].proclitic in ("", "ل")
        and (whole is None or whole.last == here + 1)
    ):
        name = open_name(scan, scan.skip_quote(kind[0].last), strip=False)
        if name is None:
            return None
        return [_of(name, first, kind[1].id.rpartition(".")[2], PlacePrecision(kind[1].cls), side=side)]
    name = known_name(scan, here, strip=False)
    if name is None or here in scan.barred or (name.last == here + 1 and scan.cue(here, "common") is not None):
        return None
    return [_of(name, first, "", _coarsest(name), side=side)]


def _name_of_countryside(scan: Scan, at: int, *, of: bool) -> Name | None:
    """Read the name after "ريف", or after "الريف الغربي" with its "ل" (``of``)."""
    whole = known_name(scan, at, strip=of)
    if whole is not None and whole.last - whole.first > 1:
        return whole
    kind = scan.kinds.get(at)
    if kind is not None and kind[2] == "sg" and kind[0].proclitic in ("", "ل"):
        return open_name(scan, scan.skip_quote(kind[0].last), strip=False)
    if whole is not None and at not in scan.barred and (not of or whole.proclitic in ("ل", "")):
        return whole
    defined = at and scan.texts[at - 1].startswith(("ال", "بال", "لل", "وال"))
    if of or defined or at >= scan.size or scan.cue(at, "country") is not None:
        return None
    return open_name(scan, at, strip=False)


def _joined(scan: Scan, at: int) -> Name | None:
    if not scan.is_word(at) or scan.texts[at][0] != "و" or at in scan.barred:
        return None
    more = known_name(scan, at, strip=True)
    return more if more is not None and more.proclitic == "و" else None


def _of(name: Name, first: int, kind: str, precision: PlacePrecision, *, side: str = "") -> Container:
    return Container(first, name.last, name.first, name.last, name.text, kind, precision, side, name.proclitic)


def _coarsest(name: Name) -> PlacePrecision:
    if any(p.kind == "governorate" for p in name.places):
        return PlacePrecision.GOVERNORATE
    return name.places[0].precision if name.places else PlacePrecision.TOWN
