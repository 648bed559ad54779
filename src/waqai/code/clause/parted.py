"""Words of one phrase between which somebody says who says so, "in reply, |so it said,| to what A underwent", or with what: "X answered |by shelling A| an attack of Y"."""

from __future__ import annotations

from functools import cache
from typing import Final

from waqai.lexicon.entry import Kind, Pos
from waqai.tag.actor.camps import tables
from waqai.tag.words import Words

_PARTED: Final = "reply_parted"
_TO: Final = "علي"
_MARKS: Final = frozenset({",", "-"})
_LONGEST: Final = 8
"""Words between "in reply" and "to"."""


def parted_replies(words: Words) -> list[int]:
    """Give the tokens right behind "in reply, …, to"."""
    found = []
    for hit in words.particles.get(_PARTED, ()):
        if hit.last + 1 < len(words.texts) and (words.texts[hit.last] in _MARKS or _cites(words, hit.last)):
            ahead = range(hit.last + 2, min(hit.last + _LONGEST, len(words.texts) - 1))
            to = next((j for j in ahead if words.texts[j] == _TO and words.texts[j - 1] in _MARKS), -1)
            found += [to + 1] if to >= 0 else []
    return found + [at for k in words.where(_answers()) if (at := _answered(words, k + 1)) >= 0]


def _answered(words: Words, at: int) -> int:
    """Find the attack that somebody answers, behind the act by which he does: "X answered |by shelling A to [`ala] an attack|"; -1 where none is named."""
    by = next((j for j in range(at, min(at + _DOER, len(words.texts))) if _is_act(words, j, _BY)), -1)
    for j in range(by + 1, min(by + _ACT, len(words.texts) - 1)) if by >= 0 else ():
        if words.texts[j] in _ENDS:
            return -1
        if words.texts[j] == _TO and _is_act(words, j + 1, ""):
            return j + 1
    return -1


def _is_act(words: Words, at: int, prep: str) -> bool:
    """Tell whether the noun of a blow stands at a token, with or without "by"."""
    return any(
        hit.proclitic == prep and (told := hit.readings.senses.get(Kind.TRIGGER)) and told.form.pos is Pos.NOUN
        for hit in words.by_first.get(at, ())
    )


@cache
def _answers() -> frozenset[str]:
    """Read the verbs of answering."""
    return frozenset(tables()["answers"]["verbs"])


_BY: Final = "ب"
_DOER: Final = 7
"""Words from "answered" to "by": who did."""
_ACT: Final = 12
"""Words from the answer to what is answered: where, with what."""
_ENDS: Final = frozenset({".", ",", "،", "\n", "و"})


def _cites(words: Words, at: int) -> bool:
    """Tell whether "according to" stands at a token."""
    return any(Kind.SOURCE in hit.readings.senses for hit in words.by_first.get(at, ()))
