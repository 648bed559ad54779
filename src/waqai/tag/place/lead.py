"""What stands before a place: "بالقرب من", "أطراف", "شمال غربي", "محيط", "بين"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from waqai.lexicon.readings import LEADS
from waqai.tag.actor_words import CAPITAL
from waqai.tag.place.scan import Scan

_SEAT: Final = "seat"
_LENT: Final = "lent"
_NO_RELATION: Final = frozenset({"inside", "among"})
_BASES: Final = frozenset({"place_kind.base", "place_kind.airport"})
"""Kinds of place that somebody lends or starts from: "the use of |the base of| A", not "started from |the square of| A"."""


class Lead(msgspec.Struct, frozen=True, gc=False):
    """Relation and direction words before a place; it begins at token ``at``."""

    at: int
    relation: str
    side: str
    proclitic: str


def read_lead(scan: Scan, at: int) -> Lead:
    """Read relation words; without any, the place begins here."""
    relation, side, proclitic, start = "in", "", "", at
    while at in scan.opened:
        here = scan.cues[at]
        cls = _class_of(here)
        if not cls or (at > start and here[cls].proclitic[:1] == "و"):
            break
        hit = here[cls]
        if cls == _LENT and not _is_lent(scan, hit.last):
            break
        if at == start:
            proclitic = hit.proclitic
        if cls == "direction":
            side = f"{side} {scan.texts[at]}".strip()
            relation = "near" if relation == "in" else relation
        elif cls not in _NO_RELATION:
            relation = _SEAT if cls == _LENT else cls
        at = hit.last
        while scan.cue(at, "side") is not None:
            side = f"{side} {scan.texts[at]}".strip()
            at += 1
        if cls in ("direction", "near") and scan.text(at) == "من":
            at += 1
        if cls == "direction" and scan.text(at) == CAPITAL:
            at += 1  # "north of |the capital| Sana'a"
    return Lead(at, relation, side, proclitic)


def _class_of(cues: Iterable[str]) -> str:
    """Give how a word with these classes says that an act lies to the place behind; empty for other words."""
    found = ""
    for cls in cues:
        if cls in _RANKS and (not found or _RANKS[cls] < _RANKS[found]):
            found = cls
    return found


_RANKS: Final = {cls: rank for rank, cls in enumerate(LEADS)}


def _is_lent(scan: Scan, at: int) -> bool:
    """Tell whether a base or an airport follows."""
    kind = scan.kinds.get(scan.skip_quote(at))
    return kind is not None and kind[1].id in _BASES
