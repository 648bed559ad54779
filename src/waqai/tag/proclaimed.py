"""What a force tells the people of a place, by which it acts and makes no claim to the press: a curfew, through loudspeakers."""

from __future__ import annotations

from typing import Final

from waqai.tag.words import Words

_LOUDSPEAKERS: Final = frozenset({"مكبرات", "المكبرات", "المآذن", "الماذن", "مآذن", "ماذن", "مكبر"})
_BAN: Final = ("حظر", "بحظر", "لحظر")
_BETWEEN: Final = 5
"""Words from the verb to the curfew or the loudspeakers: who announces, "the imposing of a"."""


def is_proclaimed(words: Words, at: int) -> bool:
    """Tell whether behind a verb of saying that ends at token ``at`` loudspeakers or a curfew stand: "the force |announced through loudspeakers|", "|announced a curfew|"."""
    behind = words.texts[at : at + _BETWEEN]
    if "." in behind or "\n" in behind:
        return False
    return not _LOUDSPEAKERS.isdisjoint(behind) or any(text in _BAN for text in behind[:_AT_ONCE])


_AT_ONCE: Final = 4
