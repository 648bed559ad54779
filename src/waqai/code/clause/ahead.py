"""What the rest of a sentence tells: an act, a place, another act with its own place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IN, UNDERGOES
from waqai.tag.date.find import DateMention
from waqai.tag.number.find import NumberMention

BESIDES: Final = "besides"
"""Class of "in addition to", "likewise"."""
CUTTING: Final = frozenset({"joint", "background", "and_that"})
"""Classes of particles that begin another clause."""


def act_ahead(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether an act is told behind a chunk, before another clause begins."""
    for j in range(k + 1, hi):
        if is_joint(row[j]) or is_right_behind_besides(row, j):
            return False
        if row[j].entry(Kind.TRIGGER).tells_act:
            return True
    return False


def is_right_behind_besides(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether the word for an act stands right behind "besides" at ``k``, as what was done too."""
    act = row[k + 1].reading(Kind.TRIGGER) if k + 1 < len(row) and row[k].particle == BESIDES else None
    return act is not None and not (row[k + 1].gap or row[k + 1].joined)


def is_avenged_blow(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether what is avenged is a blow told with its toll, place and day: "X shelled A |in answer to the killing of five by shelling of B yesterday|"."""
    if row[k].particle != _AVENGES:
        return False
    end = next((j for j in range(k + 1, hi) if row[j].sort is Sort.STOP), hi)
    act = next((j for j in range(k + 1, end) if row[j].entry(Kind.TRIGGER).tells_act), end)
    day = any(
        isinstance(m := c.mention, DateMention) and not (m.is_daypart_only or m.is_trend) for c in row[k + 1 : end]
    )
    return day and any(c.sort is Sort.PLACE and c.prep in _THERE for c in row[act + 1 : end])


def is_counted_again(row: Sequence[Chunk], k: int, hi: int, method: str) -> bool:
    """Tell whether the same act is counted anew for another place: "four raids on A |and two raids on| B", "six raids in A, |besides three raids in| B"."""
    at = k + (row[k].particle == BESIDES)
    if at == k and not row[k].joined:
        return False
    if at < hi and isinstance(number := row[at].mention, NumberMention):
        told = number.counts
        at += 1
    else:
        told = False
    if at >= hi or row[at].gap or row[at].particle:
        return False
    act = row[at].reading(Kind.TRIGGER)
    if act is None or act.form.pos is Pos.VERB or act.form.definite or act.entry.method != method:
        return False
    told = told or act.form.number == "du"  # "and |two raids|" is one word
    if not told or not act.entry.names_act or not place_ahead(row, at, hi) or _is_of_sum(row, k):
        return False
    first = next((j for j in range(k - 1, -1, -1) if row[j].entry(Kind.TRIGGER).method == method), k)
    own = any(chunk.sort is Sort.ACTOR for chunk in row[first + 1 : k])
    # else who was hit is told for all at last
    return own or all(chunk.sort is not Sort.ACTOR for chunk in row[at + 1 : hi])


def _is_of_sum(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether the sentence has told a running total, of which it counts the parts: "172 raids |since the month began|: four on A, and two on B"."""
    for j in range(k - 1, -1, -1):
        if row[j].text in _SENTENCE or row[j].particle == _TOTAL:
            return row[j].particle == _TOTAL
    return False


_SENTENCE: Final = (".", "\n")


_AVENGES: Final = "avenges"
_THERE: Final = IN | {"علي"}


def another_ahead(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether a joined killing is of another act, told behind it with its own place: "five dead by a bomb in A, and the death of four by …"."""
    for j in range(k + 1, hi):
        if is_joint(row[j]):
            return False
        if row[j].entry(Kind.TRIGGER).tells_act:
            return not row[j].senses[Kind.TRIGGER].form.definite and place_ahead(row, j, hi)
        if row[j].sort is Sort.STOP and not (row[j].text == "," and j + 1 < hi and row[j + 1].prep in IN):
            return False
    return False


def is_before_blast(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether "before" brings what a bomb or a shell did next, elsewhere: "murdered a clerk in A |before a bomb killed| an officer in B"."""
    if row[k].particle != _BEFORE_THAT:
        return False
    verb = range(k + 1, min(hi, k + 1 + _SUBJECT))
    weapon = next((j for j in verb if Kind.WEAPON in row[j].senses or row[j].entry(Kind.TRIGGER).id in _BOMBS), None)
    if weapon is None or row[weapon].prep or row[weapon].joined:
        return False
    return place_ahead(row, k, hi)


_BEFORE_THAT: Final = "before_that"
_BOMBS: Final = frozenset({"trigger.ied", "trigger.vehicle_bomb", "trigger.landmine"})
"""Set words for bombs, which name the act too."""
_SUBJECT: Final = 2
"""Chunks of the verb and its subject."""


def place_ahead(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether a place is named behind a chunk, before another clause begins."""
    for j in range(k + 1, hi):
        if is_joint(row[j]) and not _balances(row, j):
            return False
        if row[j].sort is Sort.PLACE:
            return True
    return False


def one_place_more(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether "and likewise" at ``k`` names one more place of the act before it: "clashes in A, |and likewise in| B"."""
    if k + 1 >= len(row) or not row[k].has(_LIKEWISE) or row[k + 1].sort is not Sort.PLACE:
        return False
    if row[k + 1].gap != bool(row[k + 1].prep):
        return False
    behind = next((row[j] for j in range(k + 2, hi) if row[j].sort not in _OF_LIST), None)
    return behind is None or not behind.tells or bool(behind.prep) or behind.prior


_OF_LIST: Final = frozenset({Sort.PLACE, Sort.DATE, Sort.STOP})
_LIKEWISE: Final = "particle.besides_men"


def is_joint(chunk: Chunk) -> bool:
    """Tell whether a chunk begins another clause."""
    return chunk.particle in CUTTING


def _balances(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether "on the other hand" only names the second of two sides: "between A on one hand and B on the other"."""
    return row[k].text == "من" and row[k - 1].sort is Sort.ACTOR and row[k].gap <= 1


def opens_with_day(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether a comma and "and on" bring another day with an act's verb: "held a man in A, |and on the next day| protesters blocked"."""
    chunk = row[k]
    if chunk.sort is not Sort.DATE or not chunk.linked or chunk.prep != "في" or row[k - 1].text != "," or k + 1 >= hi:
        return False
    act = row[k + 1].reading(Kind.TRIGGER)
    return act is not None and act.form.pos is not Pos.NOUN and not row[k + 1].gap


def joins_none(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a joint at ``k`` only names a second side, or says what was done at the place named before it."""
    return (k > lo and _balances(row, k)) or _is_done_there(row, lo, k)


def _is_done_there(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether "where" at ``k`` says what was done at the place to which somebody moved on: "then moved on to A, |where| they plundered"."""
    if not row[k].has(_WHERE) or k == lo or row[k - 1].sort is not Sort.PLACE:
        return False
    return any(chunk.has(MOVES_ON) for chunk in row[max(lo, k - _MOVED) : k])


def brings_to(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether a sum begins to which the act before it adds: "five were killed in A|, and thereby rises| the number …"."""
    if row[k - 1].text != ",":
        return False
    if row[k].particle == _TOTAL:
        return row[k].text.startswith(_THEREBY)
    return row[k].particle == _AMOUNTS and row[k].linked and row[k].gap == 1


_TOTAL: Final = "total"
_AMOUNTS: Final = "amounts"
_THEREBY: Final = ("وبذلك", "وبهذا")


MOVES_ON: Final = "particle.spreads.moves"
_WHERE: Final = "particle.joint.how"
_MOVED: Final = 4
"""Chunks from "moved on" to the place: a day stands between."""


_EARLIER: Final = "particle.background.earlier"


def is_day_amid(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether "earlier" or "meanwhile" stands amid a clause, as its day: "the forces struck |earlier this week| …", "A underwent |meanwhile| shelling"."""
    if k == lo or row[k].joined or row[k - 1].sort is Sort.STOP:
        return False
    undergone = k + 1 < len(row) and row[k + 1].prep == "ل" and any(c.particle in UNDERGOES for c in row[lo:k])
    return undergone or row[k].has(_EARLIER) or _is_amid_verb(row, k)


def _is_amid_verb(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether it stands between a verb and its own noun: "A is shelled |at the same time| a heavy shelling"."""
    verb, noun = row[k - 1].reading(Kind.TRIGGER), row[k + 1].reading(Kind.TRIGGER) if k + 1 < len(row) else None
    if verb is None or noun is None or row[k + 1].joined or row[k + 1].prep or row[k + 1].gap:
        return False
    return verb.entry is noun.entry and verb.form.pos is Pos.VERB and row[k + 1].text.endswith("ا")


def another_begins(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether an act new to the text is the subject or object of an unread verb behind a comma: "after the arrest, |clashes broke out|", "|A saw a protest|"."""
    for chunk in row[k + 1 : min(hi, k + _AHEAD)]:
        if chunk.joined or chunk.prep or chunk.sort is Sort.STOP:
            return False
        act = chunk.reading(Kind.TRIGGER)
        if act is not None:
            return act.form.pos is not Pos.VERB and not act.form.definite and act.entry.tells_act
    return False


_AHEAD: Final = 4
"""Chunks from the comma to the noun of the new act."""
