"""Acts that were only tried or only named: "tried |to advance on| A", "while they tried |to take| A", "after |the freeing of| A"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.ahead import BESIDES
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IN
from waqai.tag.date.expression import Relation
from waqai.tag.date.find import DateMention
from waqai.tag.harm.doer import OF_NAME
from waqai.tag.place.find import PlacePhrase

GOES_ON: Final = "particle.attempt.now"
INTO: Final = frozenset(
    {f"method.trigger.{name}" for name in ("attempted_infiltration", "enter", "advance_on", "slip_in", "slip_in.which")}
)
"""An attempt to steal into a place, which is fought off there; a town entered after a fight."""
FREEING: Final = "trigger.freeing"
WHOSE_FREEING: Final = "trigger.freeing.whose"
_STEALS_IN: Final = "trigger.attempted_infiltration"
_ADVANCES: Final = "trigger.advance_on"
_TRIED: Final = frozenset({"attempt", "attempt_of", "in_attempt", "tries"})
_REACH: Final = 4
"""Chunks between "tries" and what was tried: the doer and the day stand between."""
_SINCE: Final = frozenset({"بعد", "منذ", "عقب", "قبل", "اثر"})
_LEADS_TO: Final = frozenset({"achieves", "result"})
_OF_TAKING: Final = frozenset({Sort.ACTOR, Sort.DATE, Sort.NUMBER, Sort.PLACE})
_ITS_HOLD: Final = "trigger.its_capture"
_TAKEN: Final = frozenset({FREEING, WHOSE_FREEING, "trigger.hold", "trigger.capture", _ITS_HOLD})
_ITS_DAY: Final = 6
"""Chunks from a taking to its day: who took it and its place stand between."""
_OF: Final = frozenset({"", "علي"})
_MANAGES: Final = _LEADS_TO | {"managed"}
_NO_NEWS: Final = _SINCE | {"ل"}
_BETWEEN: Final = frozenset({Sort.ACTOR, Sort.DATE, Sort.NUMBER, Sort.PERSON})


def tried_at(row: Sequence[Chunk], lo: int, at: int) -> int | None:
    """Find the word that says that what is told at ``at`` was only tried."""
    for k in range(at - 1, max(lo, at - _REACH) - 1, -1):
        if row[k].particle in _TRIED:
            return k
        if row[k].sort not in _BETWEEN and row[k].reading(Kind.FORCE) is None and row[k].particle not in OF_NAME:
            return None
    return None


def leads_in(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether what leads to a place is done there: "tried |to steal in to| A", "tried |to advance on| A", "fell |as they came in to| A", "|calm came back to| A"."""
    if any(row[j].particle == _COMING_IN or row[j].has(_CALM) for j in range(max(lo, k - 3), k)):
        return True
    at = next((j for j in range(k - 1, max(lo, k - 3) - 1, -1) if row[j].reading(Kind.TRIGGER) is not None), k)
    return row[at].has(_STEALS_IN) or (row[at].has(_ADVANCES) and tried_at(row, lo, at) is not None)


_COMING_IN: Final = "coming_in"
_CALM: Final = "particle.calm"


def is_only_named(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a freeing at ``k`` is named by the way: its place is not that of what the clause tells."""
    if not row[k].has(FREEING) or is_dated_landmark(row, k):
        return False
    if k > lo and not (row[k].gap or row[k].prep or row[k].joined) and row[k - 1].entry(Kind.TRIGGER).method == "clash":
        return False  # "the battles |of the freeing of| A go on"
    if row[k].prep == "ل":  # what an attack is for is its place; what comes after a taking is a plan
        return any(is_taking(row[j]) for j in range(lo, k))
    return not is_announced(row, lo, k)


def _is_joined_to_taking(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether "and" or "besides" joins a freeing to a taking that is told: "managed the taking of A |and the freeing of B|"."""
    besides = k > 0 and row[k - 1].particle == BESIDES
    at = _back_over(row, k - 1 - besides, _OF_TAKING)
    taken = row[at].reading(Kind.TRIGGER)
    if not (besides or (row[k].joined and not row[k].prep)) or taken is None or not is_taking(row[at]):
        return False
    if row[at].prior or row[at].prep in _NO_NEWS:
        return False
    if taken.form.pos is Pos.VERB or taken.entry.id == _ITS_HOLD:
        return True
    if row[_back_over(row, at - 1, _BETWEEN)].particle in _MANAGES:
        return True
    return row[at].has(FREEING) and _is_joined_to_taking(row, at)


def _back_over(row: Sequence[Chunk], k: int, sorts: frozenset[Sort]) -> int:
    """Step back from chunk ``k`` over what may stand between a word and what it belongs to."""
    while k > 0 and (row[k].sort in sorts or (Sort.PLACE in sorts and row[k].text == ",")):
        k -= 1
    return max(k, 0)


def is_taking(chunk: Chunk) -> bool:
    """Tell whether a chunk is first read as a word for taking ground."""
    return chunk.entry(Kind.TRIGGER).method == "capture"


def is_dated_landmark(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether a taking after which, or since which, something is so has its own place and day: "after |the freeing of A in April|"."""
    if not (row[k].prior or row[k].prep in _SINCE) or row[k].joined or not _TAKEN & row[k].readings.names:
        return False
    place = False
    for chunk in row[k + 1 : k + _ITS_DAY]:
        if chunk.sort is Sort.DATE:
            return place and not (chunk.mention is None or chunk.joined) and is_month_or_less(chunk)
        if chunk.sort is Sort.STOP or chunk.reading(Kind.TRIGGER) is not None:
            return False
        place = place or (chunk.sort is Sort.PLACE and chunk.prep in _OF)
    return False


def is_month_or_less(chunk: Chunk) -> bool:
    """Tell whether a date fixes the month or the day of what it stands behind."""
    date = chunk.mention
    if not isinstance(date, DateMention) or date.relation is not Relation.ON:
        return False
    return not (date.is_trend or date.is_long_ago or date.is_daypart_only or date.is_of_act_behind or date.is_plan)


def is_announced(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a freeing is told as news: at the head of its clause, right behind who announces it, or as what was achieved."""
    if _is_achieved(row, lo, k) or _is_joined_to_taking(row, k):
        return True
    named = k > lo and row[k - 1].sort is Sort.PERSON and row[k].gap <= _NAME
    if (row[k].gap and not (named or row[k].prep)) or row[k].prep not in _ANNOUNCED or row[k].joined:
        return False
    for j in range(k - 1, lo - 1, -1):
        if row[j].reading(Kind.SOURCE) is not None:
            return True
        near = row[j].sort is Sort.PLACE and row[j].prep in IN and row[j - 1].reading(Kind.SOURCE) is not None
        if row[j].sort not in _BETWEEN and row[j].sort is not Sort.STOP and not near and not _is_of_command(row, lo, j):
            return False  # "activists |in A| announced the freeing of"
    return all(row[j].sort in (Sort.DATE, Sort.STOP) for j in range(lo, k))


_ANNOUNCED: Final = ("", "عن", "ب")
"""How what somebody announces stands behind him: "announced |the freeing of|", "announced |[about] the freeing of|", "reported |[with] the freeing of|"."""


def _is_of_command(row: Sequence[Chunk], lo: int, j: int) -> bool:
    """Tell whether a chunk belongs to who announces something: "|the commander| of operations of |Nineveh| announced"."""
    if row[j].sort is Sort.PLACE:
        return j > lo and not row[j].prep and _is_of_command(row, lo, j - 1)
    return row[j].entry(Kind.VICTIM).id in _COMMANDERS


_COMMANDERS: Final = frozenset({"victim.commander", "victim.officer", "victim.rank"})
_NAME: Final = 3
"""Words at the end of a name that nothing knows as one: "Lieutenant General Abd al-Amir |Yar Allah| announced"."""


def ends_fight(row: Sequence[Chunk], lo: int, at: int, k: int) -> bool:
    """Tell whether a taking at ``k`` is what the fight told at ``at`` ended in: "the fighting led |to the taking| of A"."""
    return is_taking(row[k]) and row[at].entry(Kind.TRIGGER).method == "clash" and _is_achieved(row, lo, k)


def _is_achieved(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a freeing is what somebody managed or what a fight led to: "X managed |to free| A", "fights led |to the freeing of| A"."""
    if row[k].prep in _SINCE:
        return False
    for j in range(k - 1, max(lo, k - _REACH) - 1, -1):
        if row[j].particle in _LEADS_TO:
            return not row[j].joined or not row[k].joined
        if row[j].sort is Sort.STOP or row[j].particle or row[j].has(FREEING):
            return False
    return False


def ahead_of_aim(row: Sequence[Chunk], found: list[tuple[int, PlacePhrase]]) -> list[tuple[int, PlacePhrase]]:
    """Leave out places behind "in an attempt to", where the act has one ahead: "shelled A, |in an attempt to| open the road to B"."""
    if len(found) <= 1:
        return found
    between = range(found[0][0], found[-1][0])
    aim = next((k for k in between if row[k].particle == "tries" and row[k].prep == "في"), found[-1][0])
    return [(k, m) for k, m in found if k <= aim]
