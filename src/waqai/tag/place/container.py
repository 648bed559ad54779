"""The places that hold a place: "بريف دير الزور الشرقي", "في محافظة حلب", "غربي إدلب", "التابعة لناحية كذا"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from waqai.gazetteer.phrase import Container
from waqai.lexicon.index import Hit
from waqai.tag.place.countryside import joined_name, read_countryside
from waqai.tag.place.cue import is_lesser
from waqai.tag.place.dash import DASH, NO_NAME, behind_dash
from waqai.tag.place.name import Name, known_name, may_be_name, with_kind_word
from waqai.tag.place.open_name import open_name
from waqai.tag.place.scan import Scan
from waqai.values.place import PlacePrecision

_MOST: Final = 4
_BETWEEN: Final = frozenset({",", "-", "(", "/"})
_ENDS: Final = frozenset({".", "\n", ":"})
"""Marks behind which nothing is told of what stands before them."""
_HELD: Final = ("ب", "ل")
"""Proclitics that make a container of what they stand before."""


def read_containers(
    scan: Scan, at: int, held: Sequence[tuple[Name, str, PlacePrecision]] = ()
) -> tuple[tuple[Container, ...], int]:
    """Read the chain of containers that begins here; give it with the token after it.

    ``held``: the places before it; the town near which lesser ones lie tells where they are as well, and so does their city behind a dash.
    """
    chain: list[Container] = []
    end = at
    while len(chain) < _MOST and at < scan.size and scan.texts[at] not in _ENDS:
        read = _container(scan, at)
        if read is None and held and _may_stand_beside(scan, at) and is_lesser(held):
            read = _beside(scan, at) or _city(scan, at)
        if read is None:
            break
        chain += read
        end = read[-1].last
        at = scan.past_closing(end)
    return tuple(chain), end


def _container(scan: Scan, at: int) -> list[Container] | None:
    first = at
    comma = scan.texts[at] in _BETWEEN
    at += comma
    linked, at = _link(scan, at) if at in scan.cues else (False, at)
    at += at < scan.size and scan.texts[at] == _TO and _lies_to(scan, at)
    at = scan.skip_quote(at)
    cues, kind = scan.cues.get(at, _NO_CUES), scan.kinds.get(at)
    named = at < scan.size and (cues or kind is not None or may_be_name(scan, at))
    if not named or scan.texts[at].removeprefix("ب") in _PRISONS:
        return None
    countryside = cues.get("countryside")
    if countryside is not None and (countryside.proclitic in _HELD or (linked or comma) and not countryside.proclitic):
        return read_countryside(scan, at, first=first)
    direction = cues.get("direction")
    if direction is not None and direction.proclitic in ("", "ب") and scan.texts[at][-1] != "ا":
        return _directed(scan, first, at)
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
    """Tell whether "to" at a token stands before the side of a town on which a place lies: "A, |to| the west of B"."""
    return scan.text(at + 1).startswith(_THE) and scan.cue(at + 1, "direction") is not None


_NO_CUES: Final[Mapping[str, Hit]] = {}
_PRISONS: Final = frozenset({"سجن", "معتقل", "سجون"})
"""In which no town lies."""
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


def _may_stand_beside(scan: Scan, at: int) -> bool:
    """Tell whether a dash, or "near" with or without a comma, stands at a token."""
    text = scan.texts[at]
    return text == DASH or ((text == "," or at in scan.cues) and scan.cue(at + (text == ","), "near") is not None)


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
    if (also := joined_name(scan, scan.past_closing(name.last))) is not None:
        found.append(_of(also, also.first, "", _coarsest(also)))
    last = scan.past_closing(found[-1].last)
    return found + ((_beside(scan, last, "و") if last < scan.size else None) or [])


_NEAR_BY: Final = "place_word.near.by"
_TOWNS: Final = (".city", ".town", ".village")


def _of(name: Name, first: int, kind: str, precision: PlacePrecision, *, side: str = "") -> Container:
    return Container(first, name.last, name.first, name.last, name.text, kind, precision, side, name.proclitic)


def _coarsest(name: Name) -> PlacePrecision:
    if any(p.kind == "governorate" for p in name.places):
        return PlacePrecision.GOVERNORATE
    return name.places[0].precision if name.places else PlacePrecision.TOWN
