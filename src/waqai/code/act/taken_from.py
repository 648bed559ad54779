"""Places that words of coming and going name, and where the act was all the same.

People are taken where they are taken from, "arrested a shepherd |from the surroundings of A| in the lands of the town of B"; who is
beaten off was where he was going, "beat off an attempt to steal |towards A|".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from waqai.code.clause.next_act import TAKINGS
from waqai.code.clause.places import ClausePlaces
from waqai.code.clause.scene import Scene
from waqai.code.family import FOUGHT
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.values.place import PlacePrecision

if TYPE_CHECKING:
    from waqai.code.act.draft import Draft

_TAKES: Final = frozenset({"raid", "abduction"})
"""Families of acts that take people away."""
_BESIDE: Final = frozenset({"near", "outskirts"})
"""Relations to a place in which nobody is at home."""
_FROM: Final = "من"
_REPELLED: Final = "failure"


def settle_own(row: Sequence[Chunk], lo: int, hi: int, family: str, places: ClausePlaces) -> None:
    """Make the act's own what it was on the way to where it was beaten off, and a place beside which somebody was seized."""
    if family in FOUGHT and places.aims and not places.own:
        if any(chunk.particle == _REPELLED for chunk in row[lo:hi]):
            places.own = places.aims
    elif family in _TAKES:
        _take_from(row, places)
        _take_from_quarter(row, lo, hi, places)


def _take_from(row: Sequence[Chunk], places: ClausePlaces) -> None:
    """Take for the act's own a place beside which somebody was; what stands right behind only says where that lies."""
    for at, phrase in places.homes:
        if row[at].prep == _FROM and phrase.relation in _BESIDE and row[at - 1].sort is not Sort.ACTOR:
            places.own = [(at, phrase), *((k, held) for k, held in places.own if k != at + 1)]
            places.homes = [(k, home) for k, home in places.homes if k != at]
            return


def _take_from_quarter(row: Sequence[Chunk], lo: int, hi: int, places: ClausePlaces) -> None:
    """Take for the act's own a quarter from which somebody was taken where only its city stands at the head: "in A, gunmen kidnapped a man |from the quarter of B|"."""
    taken = next((k for k in range(lo, hi) if row[k].entry(Kind.TRIGGER).method in TAKINGS), hi)
    if not places.own or any(k > taken for k, _ in places.own):
        return
    quarter = next(((k, p) for k, p in places.homes if k > taken and p.precision is PlacePrecision.NEIGHBOURHOOD), None)
    if quarter is not None and row[quarter[0]].prep == _FROM:
        places.own = [quarter]
        places.homes = [(k, home) for k, home in places.homes if k != quarter[0]]


def take_homes(scene: Scene, draft: Draft) -> None:
    """Take for the act's own the town from which people were taken where it is told as background with a day of its own: "X |had arrested| three yesterday |from A|"."""
    if scene.family not in _TAKES or draft.places or not draft.clause.background or scene.trigger is None:
        return
    if not any(m.has_day_word and k > scene.lo for k, m in draft.dates):
        return
    taken = [(k, p) for k, p in draft.homes if k > scene.trigger and scene.row[k].prep == _FROM and p.relation == "in"]
    if taken:
        draft.places, draft.homes = taken[:1], [h for h in draft.homes if h not in taken[:1]]
