"""Verb or verbal noun: unvocalised words such as "qsf" are both, and their roles stand on different sides of them.

Decided by what touches the word: a preposition, a cause or an adjective makes it a noun, an actor or a place right
behind it a verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort

_NOUN_BEFORE: Final = frozenset({"cause", "grounds", "agent", "result", "hover", "total"})
"""Particles that are followed by nouns."""

_OBLIQUE: Final = "ين"


def reading_in_place(row: Sequence[Chunk], k: int, lo: int, hi: int) -> Reading | None:
    """Give the reading of an act or harm word that fits where it stands."""
    chunk = row[k]
    first = chunk.senses.get(Kind.TRIGGER) or chunk.senses.get(Kind.HARM)
    if first is None or len(chunk.readings) == 1:
        return first
    readings = [r for r in chunk.readings if r.entry.kind is first.entry.kind]
    verbs = [r for r in readings if r.form.pos is Pos.VERB]
    nouns = [r for r in readings if r.form.pos is not Pos.VERB]
    if not verbs or not nouns:
        return readings[0]
    return nouns[0] if _is_noun(row, k, lo, hi) else verbs[0]


def _is_noun(row: Sequence[Chunk], k: int, lo: int, hi: int) -> bool:
    chunk = row[k]
    if chunk.prep or chunk.text.startswith(("ال", "لل", "بال", "وال")):
        return True
    if k > lo and chunk.gap == 0:
        before = row[k - 1]
        if before.particle in _NOUN_BEFORE:
            return True
        if before.sort is Sort.NUMBER or (before.reading(Kind.HARM) is not None and not chunk.joined):
            return True
    if k + 1 >= hi:
        return True
    after = row[k + 1]
    if after.gap > 1:
        return True
    if after.sort is Sort.ACTOR and after.text.endswith(_OBLIQUE) and not after.gap and not chunk.joined:
        return True  # "the shelling of the Houthis": whoever shells stands in the genitive
    if after.gap == 1:
        return after.prep not in ("ب", "") or after.sort is not Sort.ACTOR
    if after.actor_cls == "nationality":
        return True
    if after.reading(Kind.WEAPON) is not None and after.prep == "":
        return True
    return after.prep in ("ل", "من", "علي")
