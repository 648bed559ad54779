"""Lists in which a position of somebody's stands among villages: "shelled the villages of A and B |and positions of X in C|".

The position's owner is whom the act was aimed at there, and not at the villages named before it (codebook ruling 15).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.code.act.draft import Draft
from waqai.code.act.times import with_own_times
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort

_LISTED: Final = frozenset({"roles.owner_of_object", "roles.member_of"})
"""Rules of whose position it was."""
_FROM_AFAR: Final = frozenset({"fire", "air", "open"})
_BESIDES: Final = frozenset({"particle.besides", "particle.alongside"})
_PEOPLED: Final = frozenset({"village", "town", "city", "neighbourhood", "camp", "farm"})
_BEFORE: Final = 2
"""Chunks from a position back to the comma or the "besides" that sets it off."""


def hit_at(row: Sequence[Chunk], draft: Draft, at: int) -> Draft:
    """Give the draft as it tells of the place at chunk ``at``: without positions that were hit elsewhere, and their owners."""
    if draft.family_name not in _FROM_AFAR or draft.method is None or len(draft.places) < 2:
        return draft
    draft = with_own_times(row, draft, at)
    elsewhere = {p.at for p in draft.targets if p.rule in _LISTED and not _is_theirs(row, draft, p.at, at)}
    if not elsewhere:
        return draft
    things = {k for owner in elsewhere for k, _ in draft.objects if k < owner and owner - k <= _BEFORE}
    return replace(
        draft,
        parts=[p for p in draft.parts if p.at not in elsewhere],
        objects=[(k, cls) for k, cls in draft.objects if k not in things],
    )


def _is_theirs(row: Sequence[Chunk], draft: Draft, owner: int, at: int) -> bool:
    """Tell whether the place at ``at`` is where the position was, of which ``owner`` is the chunk of whose it is."""
    assert draft.method is not None
    thing = next((k for k in range(owner - 1, owner - 1 - _BEFORE, -1) if row[k].reading(Kind.OBJECT) is not None), -1)
    own = next((k for k, _ in draft.places if k > owner), -1)
    if thing > 0 and _is_one(row, thing) and at > owner and not _resumes(row, own):
        return at == own or not (at in draft.joined_places and _has_kind(row[at]))
    if thing < 0 or not any(draft.method.at < k < thing for k, _ in draft.places) or not _is_added(row, thing):
        return True
    if at < thing:
        return at < draft.method.at
    resumed = next((k for k, _ in draft.places if k > owner and _resumes(row, k)), None)
    return resumed is None or at < resumed


def _is_added(row: Sequence[Chunk], thing: int) -> bool:
    """Tell whether "and", or "besides", joins a position, with other things of theirs before it, to the places before it."""
    while row[thing].joined and row[thing - 1].reading(Kind.OBJECT) is not None:
        thing -= 1
    if row[thing].joined or row[thing].linked:
        return True
    return any(r.entry.id in _BESIDES for k in range(thing - _BEFORE, thing) for r in row[k].readings)


def _resumes(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether villages go on behind a position and a comma: "…, |and the villages of C and D|"."""
    return row[k].joined and row[k - 1].sort is Sort.STOP and row[k - 1].text == "," and _has_kind(row[k])


def _has_kind(chunk: Chunk) -> bool:
    """Tell whether a place is called a village or a town."""
    return chunk.place_kind in _PEOPLED


def _is_one(row: Sequence[Chunk], thing: int) -> bool:
    """Tell whether one position stands here, which is in one place: "the base of X in A |and the village of B|"; not "|twelve| posts"."""
    read, first = row[thing].reading(Kind.OBJECT), thing
    while row[first].joined and row[first - 1].reading(Kind.OBJECT) is not None:
        first -= 1
    counted = first > 0 and row[first - 1].sort is Sort.NUMBER and not row[first].gap
    return read is not None and read.form.number == "sg" and not counted
