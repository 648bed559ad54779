"""Gunmen, or a force without a name, who hurt somebody, told by the harm alone: "two gunmen on a motorcycle killed a man", "a joint force killed four"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.deed.armed import is_members
from waqai.lexicon.entry import Kind, Pos
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
    return who is not None and is_members(chunk) and (who.form.number == "pl" or chunk.reading(Kind.VICTIM) is None)


def by_force(row: Sequence[Chunk], told: HarmMention, hi: int) -> bool:
    """Tell whether a force that nobody names is the subject of a killing, those it killed behind it: "|a joint force| killed four gunmen"."""
    at = told.at
    verb = row[at].reading(Kind.HARM)
    if verb is None or verb.form.pos is not Pos.VERB or row[at].prep or at + 2 >= hi or not _is_force(row[at + 1]):
        return False
    behind = at + 2 + (row[at + 2].sort is Sort.DATE)
    after = row[behind] if behind < hi else None
    if after is not None and after.particle and not after.gap and behind + 1 < hi:
        after = row[behind + 1]  # "a |special| unit killed two"
    return after is not None and not (after.prep or after.joined or after.gap > 1) and begins_victims(after)


def _is_force(chunk: Chunk) -> bool:
    force = chunk.reading(Kind.FORCE)
    alone = force is not None and force.form.pos is Pos.NOUN and chunk.reading(Kind.VICTIM) is None
    return alone and not (chunk.prep or chunk.joined or chunk.gap) and chunk.sort is Sort.WORD
