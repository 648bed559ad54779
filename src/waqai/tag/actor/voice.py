"""For which side of a war a text speaks: by what it calls that side, and what it calls its enemies (``data/camps.toml``).

"The army", "the armed forces" are whoever's the paper is, where two governments fight for the name of a state.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import date

from waqai.tag.actor.camps import tables


def voice_of(texts: Sequence[str], country: str, day: date | None, sides: Container[str]) -> str:
    """Give the side, of some, for which a text speaks; nobody's where it uses others' words as often, or none.

    ``texts``: its words, folded. ``sides``: those whose words mean another than in other mouths stand in it. A phrase that only
    one side uses tells wherever the text is set.
    """
    joined = f" {' '.join(texts)} "
    for side in tables()["voice"]:
        if side["actor"] not in sides or (day is not None and day < side["since"]):
            continue
        sure = _count(joined, side["sure"])
        own = sure + (_count(joined, side["own"]) if country in side["countries"] else 0)
        if (sure or own > 1) and own > _count(joined, side["others"]):
            return str(side["actor"])
    return ""


def _count(joined: str, phrases: Sequence[str]) -> int:
    return sum(joined.count(phrase) for phrase in phrases)
