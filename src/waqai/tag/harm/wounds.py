"""The dead who died of wounds: "was hit in A, then died of his wounds" is one dead, and nobody wounded (ruling 21).

In: a row of chunks and the chunks of the tolls.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.group import Group
from waqai.tag.harm.mention import HarmMention
from waqai.tag.harm.next import begins_victims
from waqai.tag.harm.tail import is_one_of_them
from waqai.tag.number.find import NumberMention
from waqai.values.count import Count

_REACH: Final = 7
"""Chunks between dying of a wound and the wound."""
_OF_WOUNDS: Final = 4
"""Chunks from the dead to the words that they died of wounds."""


def of_wounds(row: Sequence[Chunk], m: HarmMention, hi: int) -> bool:
    """Tell whether the dead died of a wound told before: "was martyred |of his wounds|"."""
    if dies_there(row, m.at) or (m.first == m.at and dies_then(row, m.at)):
        return True
    if any(row[k].entry(Kind.HARM).harm == "wounded" and not row[k].joined for k in range(m.at + 1, m.last)):
        return True  # "the death of |two of the wounded|"
    for k in range(m.at + 1, min(hi, max(m.last, m.at + 1) + _OF_WOUNDS)):
        if row[k].particle == "succumbed" or (k == m.last and row[k].particle in _DYING):
            return True
        if row[k].reading(Kind.HARM) is not None:
            return False
    return False


def succumbs(row: Sequence[Chunk], at: int, hi: int) -> bool:
    """Tell whether the words right behind a verb of dying say that it was of wounds, or when one was taken to a hospital."""
    return any(row[k].particle in _DYING or is_cause_of_death(row, k) for k in range(at + 1, min(hi, at + 3)))


def dies_there(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether somebody who was taken somewhere died there: "was taken to a hospital in A, |where he breathed his last|"."""
    harm = row[at].reading(Kind.HARM)
    if harm is None or at == 0 or row[at - 1].text != _WHERE or row[at].gap or row[at].text.endswith(_THEY):
        return False
    return harm.form.pos is Pos.PHRASE or any(chunk.particle == "life" for chunk in row[at : at + 2])


def dies_then(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether one who was wounded a few words before "then" died: "was hit |and soon breathed his last|"."""
    harm = row[at].reading(Kind.HARM) if at < len(row) else None
    if harm is None or harm.entry.id not in _DIE or row[at].text.endswith(_THEY):
        return False
    if not (row[at].joined or (at and (row[at - 1].particle == _SOON or row[at - 1].text == _BEFORE))):
        return False
    for k in range(at - 1, max(-1, at - _THEN), -1):
        before = row[k].reading(Kind.HARM)
        if before is not None or (row[k].sort is Sort.STOP and row[k].text in ".\n"):
            return before is not None and before.entry.harm == "wounded" and before.form.number in ("", "sg")
    return False


def wounded_who_died(row: Sequence[Chunk], i: int, hi: int, reading: Reading) -> Group | None:
    """Read wounded men who died, told by a word of dying and by no other: "the death of |two of the wounded|", "|a wounded woman| died of her injury"."""
    if reading.entry.harm != "killed" or reading.entry.id not in _DEATHS or reading.form.suffix or i + 1 >= hi:
        return None
    told = row[i + 1].mention
    at = i + 1 + (isinstance(told, NumberMention) and told.counts)
    wounded = row[at].reading(Kind.HARM) if at < hi else None
    if wounded is None or wounded.entry.harm != "wounded" or wounded.entry.cls != "headcount":
        return None
    if any(row[k].gap or row[k].joined or row[k].prep for k in range(i + 1, at + 1)):
        return None
    count = told.count if isinstance(told, NumberMention) and at > i + 1 else _FEW.get(wounded.form.number)
    if count is None:
        return None
    last = at + 1 + (at + 1 < hi and row[at + 1].sort is Sort.NUMBER and not (row[at + 1].gap or row[at + 1].joined))
    return Group(i, last, (("", count),))


_DEATHS: Final = frozenset({"harm.died", "harm.died_verb", "harm.killing", "harm.martyred", "harm.passed"})
_FEW: Final = {"sg": Count.exactly(1), "du": Count.exactly(2)}


def are_the_wounded(row: Sequence[Chunk], m: HarmMention, told: Sequence[HarmMention]) -> bool:
    """Tell whether the dead are read from the same words as wounded told before: "was hit and died"."""
    same = (w for w in told if w.kind == "wounded" and w.first == m.first and w.count == m.count and w.who == m.who)
    return any(w.at < m.at or (w.at == m.at and dies_then(row, m.at + 1)) for w in same)


def some_of_them(row: Sequence[Chunk], told: Sequence[HarmMention]) -> list[HarmMention]:
    """Mark the dead who are one or some of those told of before: "|one of them| died", "|two of them| breathed their last"."""
    return [
        replace(m, of_them=True)
        if m.kind == "killed"
        and any(_is_of_them(row, k) for k in range(m.first, min(m.last + 1, m.first + _SOME, len(row))))
        else m
        for m in told
    ]


def _is_of_them(row: Sequence[Chunk], k: int) -> bool:
    if is_one_of_them(row[k]):
        return k == 0 or row[k - 1].reading(Kind.VICTIM) is None
    return row[k].has("particle.of_them") and k > 0 and row[k - 1].sort is Sort.NUMBER and not row[k].gap


_SOME: Final = 4
"""Chunks of a verb and of those whom it says to be some."""
_DIE: Final = frozenset({"harm.died_verb", "harm.martyred", "harm.passed", "harm.left", "harm.lost_life"})
_SOON: Final = "soon"
_BEFORE: Final = "قبل"
_THEN: Final = 12
"""Chunks from the death back to the wound."""
_THEY: Final = "وا"
_WHERE: Final = "حيث"
_DYING: Final = frozenset({"succumbed", "destination"})


def is_of_the_dead(row: Sequence[Chunk], at: int, before: list[HarmMention]) -> bool:
    """Tell whether a wound is what somebody told before died of: "died of wounds that he got"."""
    killed = next((m.at for m in reversed(before) if m.kind == "killed"), None)
    if killed is None:
        return False
    if row[killed].has(_BODY) and row[at].joined and before[-1].count.max == 1 and at - killed <= _OF_THE_BODY:
        return True  # "found the body of a youth, bound |and hit| by a bullet"
    if before[-1].at == killed and is_told_of_the_dead(row, before[-1], at):
        return True
    of_it = is_cause_of_death(row, at - 1) and at - killed < _REACH
    return of_it or any(row[k].particle == "succumbed" for k in range(max(killed, at - _REACH), at))


_BODY: Final = "harm.body"
_OF_THE_BODY: Final = 4
"""Chunks from a body to the wound that it bears: whose it was, how it was bound."""


def is_told_of_the_dead(row: Sequence[Chunk], dead: HarmMention, at: int) -> bool:
    """Tell whether a verb only says where the dead man before it had got his wound: "the death of a citizen |who was hit in| the shelling"."""
    if dead.last != at or row[at].joined or row[at].gap > _HAD_BEEN or row[at].prep or dead.count.min != dead.count.max:
        return False
    hit, man = row[at].reading(Kind.HARM), row[at - 1]
    if hit is None or hit.form.pos is not Pos.VERB or (at + 1 < len(row) and begins_victims(row[at + 1])):
        return False
    named = man.reading(Kind.VICTIM)
    return dead.first == dead.at and (named is not None or man.sort is Sort.PERSON)


_HAD_BEEN: Final = 2
"""Words of "had been" before a wound."""


def is_cause_of_death(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether "owing to" at a chunk brings somebody's own wound: "was killed |owing to his injury|"."""
    if k + 1 >= len(row) or row[k].particle != "cause" or row[k + 1].gap:
        return False
    wound = row[k + 1].reading(Kind.HARM)
    return wound is not None and wound.entry.harm == "wounded" and bool(wound.form.suffix)


def is_stabbed_dead(row: Sequence[Chunk], at: int, hi: int) -> bool:
    """Tell whether a clause goes on to say that whoever was stabbed died: "stabbed a man |and killed| him"."""
    return any(
        (harm := row[k].reading(Kind.HARM)) is not None and harm.entry.harm == "killed" for k in range(at + 1, hi)
    )
