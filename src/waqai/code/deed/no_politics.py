"""Words beside which an act is no incident: of accidents, feasts, courts and crime, of habits and running totals (section 1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from waqai.code.family import FAMILY
from waqai.lexicon.entry import Kind
from waqai.tag.chunks import Chunk
from waqai.tag.harm.find import HarmMention
from waqai.tag.number.find import NumberMention

if TYPE_CHECKING:
    from waqai.code.deed.method import MethodFound

_ACCIDENT: Final = "accident"
_NO_POLITICS: Final = {
    _ACCIDENT: frozenset({"bomb", "open", "violence"}),
    "revelry": frozenset({"violence", "bomb", "open"}),
    "court": frozenset({"violence", "raid"}),
    "crime": frozenset({"raid", "property"}),
    "scene": frozenset({"closure"}),
}
"""Which families are no incidents beside words of accidents, joy and quarrels, courts, common crime and its scene."""
_DRILL: Final = "drill"
"""Drills, films and books, where nobody is hurt."""
_VERBAL: Final = "verbal"
_ASSAULT: Final = "method.trigger.assault"
"""Attacks that are words where writers, speeches or posts are spoken of, nobody is hurt and no weapon named."""
_FEAST: Final = "feast"
_STRAY: Final = "stray"
_OF_JOY: Final = frozenset({"violence", "open"})
"""Families that are joy at a feast where they hurt nobody, or by stray bullets."""
_LAID: Final = frozenset({"ied", "landmine", "suicide_bomb", "vehicle_bomb"})
"""Methods that somebody laid: a bomb in a gas cylinder, a mine that a flood moved are no accidents."""
_NAMED: Final = 3
"""Strength of a word that names the bomb; "a blast" may be a gas cylinder's own."""
_DATED: Final = {"often": "trend", "since_start": "total"}
"""What is a habit or a running total unless a day is named."""
_FIRST: Final = "first_time"


def is_no_politics(marks: Mapping[str, int], method: MethodFound, *, harms: bool) -> bool:
    """Tell whether the words of a clause (class → chunk) make its act one without a political actor."""
    family = FAMILY[method.method].name
    laid = method.method in _LAID and (method.strength >= _NAMED or bool(method.by))
    if _FEAST in marks and family in _OF_JOY and (_STRAY in marks or not harms):
        return True
    if _DRILL in marks and not harms:
        return True
    if _VERBAL in marks and method.rule == _ASSAULT and not (harms or method.by):
        return True
    told = _NO_POLITICS.keys() & marks.keys()
    return any(family in _NO_POLITICS[cls] and not (cls == _ACCIDENT and laid) for cls in told)


def settle(marks: dict[str, int], *, dated: bool) -> None:
    """Note what is a habit or a total where the clause names no day: "several times", "since the start of"."""
    for cls, as_cls in _DATED.items():
        if cls in marks and not dated and not (cls == "since_start" and _FIRST in marks):
            marks.setdefault(as_cls, marks[cls])


def by_hundreds(row: Sequence[Chunk], method: MethodFound, hi: int) -> bool:
    """Tell whether what is plundered or demolished is counted in hundreds: "razed |hundreds of| houses"."""
    at = method.at
    if FAMILY[method.method].name != "property" or at + 1 >= hi:
        return False
    mention = row[at + 1].mention
    return isinstance(mention, NumberMention) and (mention.count.min or 0) >= _HUNDRED


_HUNDRED: Final = 100


def without_grievance(
    row: Sequence[Chunk], harm: list[HarmMention], family: str, marks: Mapping[str, int]
) -> list[HarmMention]:
    """Leave out of a protest the toll of the act that it is against: "protested against |a raid that killed| seven"."""
    if family != "protest" or _AGAINST not in marks:
        return harm
    behind = range(marks[_AGAINST] + 1, len(row))
    act = next((k for k in behind if row[k].reading(Kind.TRIGGER) is not None), len(row))
    return [h for h in harm if h.at <= act]


_AGAINST: Final = "protests_at"


def without_failed(row: Sequence[Chunk], harm: list[HarmMention], marks: Mapping[str, int]) -> list[HarmMention]:
    """Leave out the harm that did not come about, "a failed attempt to kill", and not what "and" joins to it: "foiled it |and arrested| two"."""
    failed = marks.get("failure")
    if failed is None:
        return harm
    return [
        h
        for h in harm
        if not failed < h.at <= failed + _REACH or row[h.at].joined or row[h.at].reading(Kind.PARTICLE) is not None
    ]


_REACH: Final = 3
"""Chunks that a failure reaches."""
