"""Places put aside that the act was not in: where it was aimed at, where fire came from, whose hold something is in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from waqai.code.clause.attempt import is_only_named, leads_in
from waqai.code.clause.driven import are_left
from waqai.code.clause.joined import is_besides
from waqai.code.clause.lies import CARRIES, is_carried_to, is_of_house, is_taken_from, is_where_they_were
from waqai.code.clause.posted import is_air_base, is_from_land, is_hit_there
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort

_ASIDE = frozenset({"origin", "destination", "control", "located", "heard_at"})
TOWARDS = frozenset({"الي", "باتجاه", "نحو", "تجاه", "صوب"})
SOURCE = "مصدر"
"""What "its source is" begins with: fire came from the place behind it."""
_BESIDE = "مع"
"""With a town one stands in solidarity; nothing happens there."""
_TO = "الي"
ON = frozenset({"في", "علي", "ب"})
"""Prepositions of where something was."""
_LANDS = frozenset({"الاراضي", "اراضي", "الجانب"})
"""Words for the land across a border, out of which it is shot."""


def says_towards(chunk: Chunk) -> bool:
    """Tell whether a word of direction stands before a place, or is the first of its phrase."""
    return chunk.prep in TOWARDS or chunk.text in TOWARDS


def is_aside(row: Sequence[Chunk], lo: int, k: int, marks: Mapping[str, int]) -> bool:
    """Tell whether the act was not in the place at ``k``, by the words around it; ``marks`` are the clause's particles by class."""
    prep = row[k].prep
    if k > lo and is_besides(row, k):
        return False
    if prep in TOWARDS and leads_in(row, lo, k):
        return False
    if (k > lo and is_only_named(row, lo, k - 1)) or is_air_base(row, lo, k):
        return True
    if CARRIES in marks and is_carried_to(row, lo, k):
        return True
    if (prep == _BESIDE or says_towards(row[k])) and not _lies_beside(row, k):
        return True
    if prep == _UPON and _is_where_posts_are(row, lo, k):
        return True
    if prep == _UPON and (row[k - 1].sort is Sort.ACTOR or (row[k - 1].particle == "origin" and row[k].gap > 1)):
        return False  # "the army shelled from where it stood |the town of| A"
    if k > lo and row[k - 1].particle == "agent" and row[k - 1].text.startswith(SOURCE) and row[k].gap <= 1:
        return True
    for j in range(k - 1, max(lo - 1, k - 4), -1):
        chunk = row[j]
        if chunk.particle and (aside := _puts_aside(row, lo, j, k)) is not None:
            return aside
        if Kind.OBJECT in chunk.senses and not chunk.prep and row[j - 1].sort is Sort.ACTOR:
            return False  # "shelling whose source is the army hit |houses| in A"
        if chunk.sort is Sort.ACTOR and chunk.prep in TOWARDS:
            return False  # "reinforcements on their way |to the militia| in A"
        if chunk.sort is Sort.PLACE or Kind.TRIGGER in chunk.senses or chunk.prep == _UPON or chunk.text == ",":
            return False
    return False


def _puts_aside(row: Sequence[Chunk], lo: int, j: int, k: int) -> bool | None:
    """Tell whether the particle at ``j`` puts the place at ``k`` aside; ``None`` where it says nothing of it."""
    particle = row[j].particle
    if particle == "agent" and row[j].text.startswith(SOURCE) and row[k].prep == "في":
        # "shells |whose source| is X in A hit B", and not "shelling whose source is X in A"
        return any(c.sort is Sort.PLACE or c.has(_HITS) for c in row[k + 1 : k + _HIT])
    if particle == "origin" and _is_no_origin(row, lo, j, k):
        return False
    if is_of_house(row, j, k):
        return False
    at_them = row[j].text in TOWARDS and row[j].last - row[j].first == 1 and is_where_they_were(row, j, k)
    if particle in _ASIDE and not at_them:
        return particle != "control" or _is_source_of_fire(row, lo, j)
    return None


def _is_no_origin(row: Sequence[Chunk], lo: int, j: int, k: int) -> bool:
    """Tell whether "from" at ``j`` is not said of the place at ``k``, which is that of the act."""
    if is_from_land(row, j, k) or is_taken_from(row, lo, j):
        return True  # "a drone that came |from Syria| near A", "arrested him |from inside a school in| A"
    if are_left(row, lo, j):
        return True  # "a bomb hit |people who fled| the areas of X in A"
    if j + 1 < k and row[k].prep in ON and row[j + 1].text in _LANDS:
        return True  # "came under fire |from inside Yemeni land, in| the sector of A"
    return _is_fired_at(row, j, k) or _stands(row[j - 1]) or is_hit_there(row, lo, j)


def _is_where_posts_are(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether "upon" says where the posts are that fire came from: "a rocket |whose source is the posts| of X |on the front of| A"."""
    for j in range(k - 2, max(lo - 1, k - _HIT), -1):
        if row[j].particle == "agent" and row[j].text.startswith(SOURCE):
            return row[j + 1].entry(Kind.OBJECT).cls == "military"
    return False


def _lies_beside(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether "to" says where it was, and not where somebody goes or where a base lies: "was killed |to the east of| A"."""
    side = getattr(row[k].mention, "side", "")
    if row[k].prep != _TO or not side.startswith(_THE) or row[k].text != side.split()[0]:
        return False
    return k == 0 or row[k - 1].reading(Kind.OBJECT) is None


_THE: Final = "ال"


def _stands(chunk: Chunk) -> bool:
    """Tell whether something is done at a checkpoint, whose place is that of the act: "arrested him |at its checkpoint| posted at A"."""
    return chunk.has(_CHECKPOINT) and chunk.prep in _AT_IT


_CHECKPOINT: Final = "object.checkpoint"
_AT_IT: Final = frozenset({"علي", "عند", "في"})
_UPON: Final = "علي"
_HITS, _HIT = "trigger.fire_at", 6
"""What fire does, and the chunks from where it came from to what it hit."""


def _is_fired_at(row: Sequence[Chunk], origin: int, k: int) -> bool:
    """Tell whether fire "from" somewhere fell at a place behind: "from a base shells |on| A", "whose source is the areas of X |the town of A|"."""
    if row[k].prep == _UPON:
        return k > origin + 1
    named = any(row[j].sort is Sort.ACTOR for j in range(origin + 1, k))
    return named and not (row[k].prep or row[k].joined or row[k].gap) and bool(row[k].place_kind)


def _is_source_of_fire(row: Sequence[Chunk], lo: int, at: int) -> bool:
    """Tell whether "areas held by" is where the fire came from, not where it fell."""
    if row[at].prep == "من":
        return True
    return at > lo and row[at - 1].particle in ("agent", "origin")
