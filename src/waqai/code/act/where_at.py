"""Where a clause's act was, by what kind of act it is: aims, bases, roads, prisons (codebook section 3, ruling 35)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from waqai.code.act.release_day import let_out_of, without_prison
from waqai.code.act.taken_from import settle_own, take_homes
from waqai.code.clause.attempt import INTO
from waqai.code.clause.header import is_byline
from waqai.code.clause.places import clause_places
from waqai.code.clause.put_aside import says_towards
from waqai.code.clause.scene import Scene
from waqai.code.deed.naming import without_attackers
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk
from waqai.tag.place.find import PlacePhrase

if TYPE_CHECKING:
    from waqai.code.act.draft import Draft

_ON_THE_WAY = frozenset({"disrupted", "movement", "fire", "air", "violence"})
"""Families of acts that are where something was going: a drone shot down, fire, troops on the move (ruling 35)."""
_ROAD_BLOCK = "road_block"
"""Method of an act that is at the town to which the road leads that was cut."""
_LEADS_ON = INTO | {"method.trigger.protest.walk"}
"""Rules of acts that are where somebody was going."""
_CHECKPOINT = "method.trigger.set_up_checkpoint"
_BLAZE = "blaze"
"""Class of the words behind which stands what burns elsewhere: "shells hit a camp in A |and a fire swallows| another in B"."""
_TAKE_OFF = frozenset({"base", "airport"})
"""Kinds of place from which aircraft start."""


def settle_where(scene: Scene, draft: Draft) -> None:
    """Read where a draft's act was, by what kind of act it is."""
    row, lo, method = scene.row, scene.lo, draft.method
    places = without_attackers(row, lo, clause_places(scene), scene.family)
    settle_own(row, lo, scene.hi, scene.family, places)
    if method is not None or not is_byline(row, lo, scene.hi):
        own = places.own
        if _DISPLACEMENT in draft.marks:
            own = [(k, phrase) for k, phrase in own if not (says_towards(row[k]) and _is_refuge(row, lo, k))]
        draft.places, draft.homes, draft.header = own, places.homes, places.header
    take_homes(scene, draft)
    if scene.family == "movement":
        _leave_out_purpose(scene, draft)
    if scene.family == "air":
        draft.homes = [(k, phrase) for k, phrase in draft.homes if phrase.kind not in _TAKE_OFF]
        draft.places = [(k, phrase) for k, phrase in draft.places if row[k - 1].particle != "hover"]
    moves = method is not None and (
        scene.family in _ON_THE_WAY or method.rule in _LEADS_ON or method.method == _ROAD_BLOCK
    )
    both = scene.family == "capture" and method is not None and _takes_both(row, method.at, scene.hi)
    if method is not None and places.aims and both:
        draft.places = places.aims
    elif method is not None and moves and not draft.places:
        aims = [(k, phrase) for k, phrase in places.aims if not _is_refuge(row, lo, k)]
        draft.places = places.homes if method.method == "withdrawal" else _without_landing(aims, scene.family)
        if method.rule == _CHECKPOINT and row[lo].joined and all(row[k].prep == "الي" for k, _ in aims):
            draft.places = []  # "entered A |and put up a checkpoint on the road that leads to| B"
    if not draft.places and places.aims and _came_calm(row, lo, places.aims[0][0]):
        draft.places = places.aims[:1]
    if method is not None and len(draft.places) > 1 and _BLAZE in draft.marks:
        blaze = next((k for k in range(method.at + 1, scene.hi) if row[k].particle == _BLAZE), scene.hi)
        draft.places = [(k, phrase) for k, phrase in draft.places if k < blaze]
    if not draft.places and draft.clause.tells_of >= 0:
        told_of = row[draft.clause.tells_of].mention
        draft.places = [(draft.clause.tells_of, told_of)] if isinstance(told_of, PlacePhrase) else []
    if scene.family == "release":
        draft.places = without_prison(row, draft.places) or let_out_of(row, draft.homes)
    if draft.places or draft.homes:
        _leave_out_plot(row, lo, draft)


def _leave_out_plot(row: Sequence[Chunk], lo: int, draft: Draft) -> None:
    """Leave out where those were to strike whom a raid met: "raided a house in A, where a cell made |a plot to strike| B", "arrested men |who planned to| strike B"."""
    told = draft.family_name == _RAID and len(draft.places) > 1
    if not told and _PLOT not in draft.marks:
        return
    last = max(k for k, _ in (*draft.places, *draft.homes))
    held = max(draft.method.at, draft.places[0][0]) if told and draft.method is not None else last
    plot = next(
        (k for k in range(lo, last) if row[k].particle == _PLOT or (k > held and row[k].particle == _PLAN)), None
    )
    if plot is not None:
        draft.places = [(k, phrase) for k, phrase in draft.places if k < plot]
        draft.homes = [(k, phrase) for k, phrase in draft.homes if k < plot]


_PLOT: Final = "plot"
_PLAN: Final = "plan"
_RAID: Final = "raid"


def _came_calm(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether calm came back to a place, in which the fight was: "calm |came back to A| after forty died"."""
    return k > lo and row[k].prep == _TO and row[k - 1].has_any(_CALM)


_TO: Final = "الي"
_CALM: Final = frozenset({"particle.calm", "particle.calm_to"})


def _takes_both(row: Sequence[Chunk], at: int, hi: int) -> bool:
    """Tell whether those two places are what was taken to which one had come: "entered A and B, and took |the two areas|"."""
    return at + 1 < hi and row[at + 1].particle == _BOTH and not (row[at + 1].prep or row[at + 1].gap)


_BOTH: Final = "both"


def _is_refuge(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether people only fled to a place: "the shelling led to the |displacement| of families |towards the town of A|"."""
    for j in range(k - 1, max(lo - 1, k - _FLIGHT), -1):
        if row[j].particle == _DISPLACEMENT:
            return True
        if row[j].reading(Kind.TRIGGER) is not None:
            return False
    return False


_DISPLACEMENT: Final = "displacement"
_FLIGHT: Final = 6
"""Chunks from a flight to where it went."""


def _leave_out_purpose(scene: Scene, draft: Draft) -> None:
    """Leave out what stands behind the purpose of a move: "sent a column to A, |in order to| post it among those of X in B" (ruling 35)."""
    begin = scene.trigger if scene.trigger is not None else scene.lo
    purpose = next((k for k in range(begin + 1, scene.hi) if scene.row[k].particle in _PURPOSE), None)
    if purpose is None or all(part.at > purpose for part in draft.parts):
        return
    draft.places = [(k, phrase) for k, phrase in draft.places if k < purpose]
    draft.parts = [part for part in draft.parts if part.at < purpose]


_PURPOSE: Final = frozenset({"plan", "aim", "purpose", "seeks"})
"""Classes of particles behind which stands what troops moved for."""


def _without_landing(aims: list[tuple[int, PlacePhrase]], family: str) -> list[tuple[int, PlacePhrase]]:
    """Leave out the base to which aircraft went back after a strike."""
    return [(k, phrase) for k, phrase in aims if family != "air" or phrase.kind not in _TAKE_OFF]
