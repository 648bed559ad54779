"""Who stands where: "X shelled |the men of Y posted in| A" is at A, "the guns of X |posted in| A shelled B" is not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.gazetteer.phrase import PlacePhrase
from waqai.lexicon.entry import Kind
from waqai.tag.actor.camps import tables
from waqai.tag.actor_words import FLIES
from waqai.tag.chunk import Chunk, Sort

_UPON: Final = "علي"
_STANDS: Final = "particle.origin.stands"


def is_fired_from(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a place is where the guns of a side stand: "shelled A |from the bases of X in| B", "from its base in B"."""
    if row[k].prep != _IN or row[k].gap > 1:
        return False
    if _stands_off(row, lo, k) or _is_where_it_came_from(row, lo, k) or _stands_and_fires(row, lo, k):
        return True
    at = k - 2 if k > lo and row[k - 1].sort is Sort.ACTOR and not row[k - 1].prep else k - 1
    fired = at > lo and row[at].prep == _FROM and row[at].entry(Kind.OBJECT).cls == _MILITARY
    return fired and any(row[j].entry(Kind.TRIGGER).tells_act for j in range(lo, at))


def _is_where_it_came_from(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether the place is where whose fire it was stands: "shells fell on A, |whose source is the posts of X in| B"."""
    for j in range(k - 1, max(lo, k - _OWNER), -1):
        if row[j].particle == _BY:
            return Kind.SOURCE in row[j].senses and any(row[i].sort is Sort.PLACE for i in range(lo, j))
        if (row[j].sort is Sort.STOP and row[j - 1].particle != _BY) or row[j].tells:
            return False
    return False


_BY: Final = "agent"


def is_air_base(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a place is a base that aircraft use, or where the base lies from which they rose: "the use |of A's base|", "aircraft rose from the base A |in B|", "from a base |in B|"."""
    if row[k].prep == _AT:
        if row[k - 1].sort is not Sort.ACTOR or any(c.entry(Kind.TRIGGER).tells_act for c in row[lo:k]):
            return False  # "the siege by X |of the base A|"
        return row[k].text.startswith(tuple(tables()["base_words"]["to"]))
    if row[k].prep != _IN or k - 1 < lo:
        return False
    base = k - 1 - (row[k - 1].sort is Sort.NUMBER)  # "the |eighth| base"
    if row[base].prep != _FROM or row[base].joined:
        return False
    if not row[base].text.startswith(tuple(tables()["base_words"]["bare"])):
        return False
    if row[base].sort is Sort.PLACE:
        return row[base - 1].particle == _ORIGIN
    flown = any(c.actor_method in FLIES or c.entry(Kind.FORCE).method in FLIES for c in row[lo:base])
    return flown and row[base].entry(Kind.OBJECT).cls == _MILITARY


_ORIGIN: Final = "origin"


def _stands_off(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether fire came from what a side has in a place and fell on the next: "shelling from |the checkpoints of X in A| on B"."""
    if k + 1 >= len(row) or row[k + 1].sort is not Sort.PLACE or row[k + 1].prep != _UPON:
        return False
    at = next((j for j in range(k - 1, max(lo, k - _OWNER), -1) if row[j].prep == _FROM), lo)
    held = all(c.sort is Sort.ACTOR or c.particle == _LINK for c in row[at + 1 : k])
    side = any(c.sort is Sort.ACTOR for c in row[at:k])
    fired = at > lo and row[at].gap <= 1 and not _FIRE.isdisjoint(row[at - 1].senses)
    return fired and held and side


def _stands_and_fires(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether bases that fire are in a place, and another was shelled: "shelled |the bases of X in A| the village of B"."""
    at = k - 3
    if (
        at < lo
        or row[k - 1].sort is not Sort.ACTOR
        or row[k - 1].prep
        or not row[k - 2].text.startswith(tuple(tables()["base_words"]["firing"]))
    ):
        return False
    verb = row[at].reading(Kind.TRIGGER)
    fired = verb is not None and verb.form.is_active_verb and verb.entry.tells_act and not row[k - 2].gap
    hit = (c for c in row[k + 1 : k + _OWNER] if c.sort is Sort.PLACE)
    return fired and any(c.prep in _HIT_AT and not c.joined for c in hit)


_HIT_AT: Final = frozenset({"", _UPON})
_FIRE: Final = frozenset({Kind.TRIGGER, Kind.WEAPON})
_OWNER: Final = 5
"""Chunks from what fires to where it stands: whose it is stands between."""
_LINK: Final = "link"
_IN, _FROM, _AT, _WITH, _MILITARY = "في", "من", "ل", "مع", "military"


def is_hit_there(row: Sequence[Chunk], lo: int, at: int) -> bool:
    """Tell whether who is said at ``at`` to stand in a place is whom the act hit: its doer stands between him and the verb."""
    who = at - 1
    if who < lo or not row[at].has(_STANDS) or not row[who].names_side:
        return False
    whose = row[who - 1] if who > lo and row[who - 1].entry(Kind.OBJECT).cls == _MILITARY else row[who]
    if whose.prep == _FROM:
        return False  # "shelled A |from the positions of X posted in| B"
    if whose.prep == _WITH and row[who - 1].tells:
        return True  # "waged clashes |with a force of X holed up in| A"
    if whose.prep == _UPON or (whose.prep == _AT and who - 1 > lo and row[who - 2].tells):
        return True  # "the shelling of [l-] |the positions of X posted in| A"
    for k in range(who - 1, lo - 1, -1):
        if row[k].tells:
            return _is_of_the_dead(row[k])
        if row[k].names_side and not row[who].joined:
            return True
    return False


def is_from_land(row: Sequence[Chunk], origin: int, k: int) -> bool:
    """Tell whether what came came from a whole country, so that the place behind is where it was met: "a drone coming |from the Syrian lands| near A"."""
    land = row[origin + 1]
    return origin + 1 < k and (land.is_land or land.text in tables()["blast"]["lands"])


def _is_of_the_dead(chunk: Chunk) -> bool:
    """Tell whether a word tells what befell those behind it: "|the killing of| fighters posted in A"."""
    harm = chunk.reading(Kind.HARM)
    return harm is not None and not harm.form.is_active_verb


def without_posts(row: Sequence[Chunk], lo: int, found: list[tuple[int, PlacePhrase]]) -> list[tuple[int, PlacePhrase]]:
    """Leave out the place of a post that somebody holds, where another says where it was: "in B an ambush of [l-] the commander |of the front of A|"."""
    return [(k, m) for k, m in found if not _is_of_post(row, lo, k)] or found


def _is_of_post(row: Sequence[Chunk], lo: int, k: int) -> bool:
    if k == lo or row[k].gap or row[k].prep or row[k].joined:
        return False
    holder = row[k - 1].reading(Kind.VICTIM)
    return holder is not None and holder.entry.id == _COMMANDER and not holder.form.definite


_COMMANDER: Final = "victim.commander"
