"""Fighters who fell, counted, and the wounded who were taken: verbs that tell a harm only with counted men.

In: a row of chunks and the chunk of the verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.lexicon.entry import Kind, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.group import Group, read_group
from waqai.tag.harm.member import COMBATANTS
from waqai.tag.harm.mention import HarmMention
from waqai.tag.harm.next import begins_victims
from waqai.tag.harm.tail import OTHER, counts
from waqai.tag.harm.word import ending_pronoun

_REACH: Final = 7
"""Chunks between the verb and the number, and behind the men, in which another word may say what befell them."""
_TAKEN: Final = frozenset({"detained", "abducted", "released"})


def falls_dead(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether men who fell died: counted men of a side, and no other word says what befell them: "five of X |fell|"."""
    if i + 2 >= hi or not counts(row[i + 1].mention) or row[i + 1].gap > 1 or row[i + 1].joined:
        return False
    men = row[i + 2]
    fighters = men.reading(Kind.VICTIM)
    others = (
        fighters is not None and fighters.entry.id == OTHER and any(c.particle == "agent" for c in row[i + 3 : i + 5])
    )
    if men.gap > 1 or not (men.sort is Sort.ACTOR or others or (fighters and fighters.entry.who == COMBATANTS)):
        return False
    return not any(_says_what_befell(row, k, hi) for k in range(i + 3, min(hi, i + _REACH)))


def _says_what_befell(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether a chunk tells a harm, and no toll of its own: "14 of X fell |and| six |were wounded|"."""
    if row[k].reading(Kind.HARM) is None:
        return False
    return not (row[k].joined and k + 1 < hi and counts(row[k + 1].mention) and not row[k + 1].gap)


def finished_off(row: Sequence[Chunk], i: int, hi: int, reading: Reading) -> Group | None:
    """Read the men whom a side finished off, with whoever did it."""
    if reading.entry.id not in _FINISHES or (men := wiped_out(row, i, hi)) is None:
        return None
    group = read_group(row, men, hi, "")
    by = tuple(k for k in range(i + 1, men) if row[k].sort is Sort.ACTOR)
    return group and replace(group, agents=by, last=max(group.last, men))


_FINISHED: Final = "harm.finished_off"
_PASSED: Final = "harm.passed"
_FINISHES: Final = frozenset({_PASSED, _FINISHED})
"""Verbs with which a side finishes off the men behind "on"."""


def wiped_out(row: Sequence[Chunk], i: int, hi: int) -> int | None:
    """Find the men whom a side "finished off", where the verb alone would tell a death: "|finished| [qada] the forces |off six gunmen|"."""
    subject = False
    for k in range(i + 1, min(hi - 1, i + _REACH)):
        if row[k].prep == _ON:
            many = counts(row[k].mention)
            men = row[k + 1] if many else row[k]
            armed = men.sort is Sort.ACTOR or ((who := men.reading(Kind.VICTIM)) and who.entry.who == COMBATANTS)
            armed = armed or (row[i].has(_FINISHED) and begins_victims(men))  # of whoever it is, no hope and no deal
            return k if subject and armed and men.gap <= 1 else None
        if row[k].names_side:
            subject = True
        elif row[k].sort not in (Sort.DATE, Sort.PLACE):
            return None
    return None


_ON: Final = "علي"


def are_wounded(row: Sequence[Chunk], mentions: Sequence[HarmMention], at: int, hi: int) -> bool:
    """Tell whether those who were taken or died are called wounded, which happened before: "abducted three wounded men"."""
    harm = row[at].reading(Kind.HARM) if at < hi and not row[at].gap else None
    if harm is None or harm.entry.cls != "headcount" or not mentions:
        return False
    told = mentions[-1]
    died = told.kind == "killed" and harm.entry.harm == "wounded" and not row[at].joined and not told.who
    return told.kind in _TAKEN or (died and told.at < told.last - 1)


SURVIVED: Final = "harm.survived"
"""To have been hit and live: who stands ahead of it, or is told before."""


def life_of(row: Sequence[Chunk], i: int, hi: int) -> int:
    """Find the life that something cost, right behind whose it was: "the blast cost 32 persons |their lives|"; -1 where it cost something else."""
    return next((k for k in range(i + 1, min(hi, i + _COST_REACH)) if row[k].particle == "life"), -1)


def whose_life(row: Sequence[Chunk], verb: Reading, after: int, hi: int) -> str:
    """Give the pronoun of those whose life something took, who are told before: "a mine went off at two boys and did away |with their life|"."""
    if verb.entry.id != _SO_MANY or after >= hi or row[after].particle != "life" or row[after].prep != "ب":
        return ""
    if row[after].text.removeprefix("ب").startswith(_THE):
        return ""  # "did away with [b-] |life|"
    return ending_pronoun(row[after].text)


_SO_MANY: Final = "harm.cost_so_many"
_THE: Final = "ال"


def are_taken(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether a relative clause says of the people right before it that they were taken: "five fishermen |whom gunmen kidnapped|"."""
    whom = row[at - 1].reading(Kind.VICTIM) if at and not (row[at].gap or row[at].joined or row[at].prep) else None
    return whom is not None and not whom.form.definite and not whom.form.suffix


def tells_of_one(verb: Reading) -> bool:
    """Tell whether a verb stands in the singular, as it does ahead of its subject however many they are; one kept as a phrase by its ending."""
    return verb.form.number == "sg" or (verb.entry.id == _PASSED and verb.form.text in _SINGULAR)


_SINGULAR: Final = frozenset({"قضي", "قضت"})


COST: Final = frozenset({"harm.cost_dear", "harm.paid_dear"})
_COST_REACH: Final = 12
"""Chunks between the verb and the life: what cost it, who did it, where and when, and whose it was."""
