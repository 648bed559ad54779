"""Who does what a clause tells, by the words right behind its verb: forces that nobody names, "the gunmen" named before, a pronoun.

In: the row of chunks and a draft that tells an act.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IT

_BEHIND: Final = 2
"""Chunks behind an act within which "that it carried out" says whose it was."""


def has_own_subject(row: Sequence[Chunk], draft: Draft) -> bool:
    """Tell whether forces that nobody names are the subject of the act's verb: "and |forces| of the third brigade pushed …"."""
    assert draft.method is not None
    k = draft.method.at + 1
    if k >= draft.clause.hi or row[k].gap or row[k].prep or row[k].joined or row[k].sort is not Sort.WORD:
        return False
    return row[k].has("force.forces") and not row[k].text.startswith("ال")


def by_the_same(row: Sequence[Chunk], draft: Draft) -> bool:
    """Tell whether "the gunmen", "the attackers", who were named before, are the subject of the act's verb."""
    assert draft.method is not None
    k = draft.method.at + 1
    if k >= draft.clause.hi or row[k].gap or row[k].prep or row[k].joined or not row[k].text.endswith("ون"):
        return False
    return row[k].text.startswith("ال") and (row[k].has("force.members") or row[k].has("victim.attacker"))


def by_pronoun(row: Sequence[Chunk], draft: Draft) -> bool:
    """Tell whether the act's own words say who did it by a pronoun alone: "a campaign of raids |that it carried out| in A"."""
    assert draft.method is not None
    for k in range(draft.method.at + 1, min(draft.clause.hi - 1, draft.method.at + _BEHIND + 1)):
        if row[k].particle == "agent":
            return row[k].text.endswith(IT) and (row[k + 1].sort is not Sort.ACTOR or row[k + 1].gap > 0)
    return False
