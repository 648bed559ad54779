"""Gunmen who hurt somebody, told by the harm alone: "two gunmen on a motorcycle killed a man"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.deed.naming import is_members
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.find import HarmMention
from waqai.tag.harm.next import begins_victims
from waqai.tag.harm.victim_side import GUNMEN


def by_gunmen(row: Sequence[Chunk], told: HarmMention, hi: int) -> bool:
    """Tell whether gunmen whom no name gives are the subject of a killing, their victims behind them: "gunmen killed two of X's".

    One or two are where the toll has found others behind them: "two gunmen [on a motorcycle, yesterday,] killed |an officer|".
    """
    at = told.at
    if at + 2 >= hi or row[at].prep or row[at + 1].gap:
        return False
    verb = row[at].reading(Kind.HARM)
    if verb is None or not (verb.form.is_active_verb or verb.entry.id in _LAYS_LOW):
        return False
    if told.who and GUNMEN not in told.sides and row[at + 1].entry(Kind.VICTIM).id == _GUNMAN:
        return True
    if not are_gunmen(row[at + 1]):
        return False
    behind = at + 2 + (row[at + 2].sort is Sort.DATE)  # "gunmen killed |yesterday| two of X's"
    if behind >= hi:
        return False
    after = row[behind]
    return not (after.prep or after.joined or after.gap > 1) and begins_victims(after)


_LAYS_LOW: Final = frozenset({"harm.laid_low", "harm.finished_off"})
"""Verbs that are kept as phrases."""


_GUNMAN: Final = "victim.gunman"


def are_gunmen(chunk: Chunk) -> bool:
    """Tell whether a chunk is armed men whom nobody names, as a subject."""
    who = chunk.reading(Kind.FORCE)
    return who is not None and who.form.number == "pl" and is_members(chunk)
