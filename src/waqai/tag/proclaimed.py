"""What a force tells the people of a place, by which it acts and makes no claim to the press: a curfew, through loudspeakers."""

from __future__ import annotations

from typing import Final

from waqai.tag.actor.camps import tables
from waqai.tag.words import Words

_BETWEEN: Final = 5
"""Words from the verb to the curfew or the loudspeakers: who announces, "the imposing of a"."""


def is_proclaimed(words: Words, at: int) -> bool:
    """Tell whether behind a verb of saying that ends at token ``at`` loudspeakers or a curfew stand: "the force |announced through loudspeakers|", "|announced a curfew|"."""
    behind = words.texts[at : at + _BETWEEN]
    if "." in behind or "\n" in behind:
        return False
    words_of = tables()["proclaims"]
    return any(text in words_of["through"] for text in behind) or any(
        text in words_of["curfew"] for text in behind[:_AT_ONCE]
    )


_AT_ONCE: Final = 4
