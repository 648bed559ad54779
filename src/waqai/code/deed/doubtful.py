"""Words that tell an act only where others say so: fire is opened, a hold is made firm, shells fall, crowds are pushed back.

Each is asked what holds of it alone. In: the chunk of the word. Out: whether it tells no act; ``None`` where its own
questions leave that open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.other_toll import FIRED
from waqai.code.deed.advance import moves_in
from waqai.code.deed.aggression import AGGRESSION, WARDS, is_met_in_the_air, is_war
from waqai.code.deed.armed import (
    COLLISION,
    COME_UNDER,
    FACE,
    LAY_HAND,
    is_no_ground,
    is_no_hand,
    is_of_one_side,
    is_of_unarmed,
)
from waqai.code.deed.disposed import BLOWS_UP, is_of_found_bomb
from waqai.code.deed.ground import cuts_road, holds_it, tells_hold
from waqai.code.deed.hints import OPENED_FIRE, hints_of
from waqai.code.deed.launched import AT, is_launched
from waqai.code.deed.takes_now import is_taken_now
from waqai.code.deed.the_crime import CRIMES, FIRE_AT, is_the_crime, is_which_attack
from waqai.code.deed.turned import is_crowd
from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort

_FOUND: Final = "found"
_FORCE_OUT: Final = "trigger.force_out"
_REINFORCE: Final = "trigger.reinforce"
_DISPERSE: Final = "trigger.disperse"
_TEAMS: Final = "فرق"
_BETWEEN: Final = 4
_TAKES_HOLD: Final = "trigger.take_hold"
_ADVANCE: Final = "trigger.advance"
_AMBUSH: Final = "trigger.ambush"
"""In Egypt also a checkpoint, where something is done "to" it; in the present tense "what matters lies in"."""
_LAUNCH: Final = "trigger.launch"
_LAUNCHES: Final = frozenset({_LAUNCH, "trigger.intercept"})
_SALLY: Final = "trigger.sally"
_UPON: Final = "علي"
_FALL: Final = "trigger.fall"
"""Shells fall and tell an act; the dead that fall, and cities, tell another."""
_POUR: Final = "trigger.pour_down"
"""Shells pour down on a village and tell an act; rain, blows and insults do not."""
_UNDOES: Final = frozenset({"trigger.destroy", "trigger.arson"})
_HOLD, _HIT = "trigger.hold", "trigger.hit"
_OF_HOLDS: Final = frozenset({_TAKES_HOLD, _HOLD, "trigger.establish"})
_FALLS: Final = frozenset({_FALL, _POUR})
_BOMBS: Final = frozenset({"trigger.vehicle_bomb", "trigger.ied", "trigger.landmine"})
_PUT_OUT: Final = frozenset(
    {"trigger.destroy", "trigger.destroy.finish", "trigger.destruction", "trigger.interception", "trigger.seizure"}
)
"""Acts of which a bomb is the object: a car bomb destroyed did not go off."""
_WITH: Final = {
    "trigger.set_fire": "fire_word",
    "trigger.establish": "hold_word",
}
"""What must stand behind a verb for it to tell an act: fire is opened, a hold is made firm."""
_CUT: Final = "trigger.block_road"
"""Roads are cut by armies too, which is part of their battle; only people who protest block them."""
_BLOCKED: Final = "trigger.road_block"
"""A road that is blocked as the result of something else is no protest."""
_NEAR: Final = 4
_ONLY: Final[dict[str, dict[str, str]]] = {
    _FALL: {m: m for m in ("shelling", "rocket", "missile", "mortar", "drone_strike")},
    _POUR: {m: m for m in ("shelling", "rocket", "missile", "mortar", "barrel_bomb", "drone_strike")},
    "trigger.hit": {m: m for m in ("shelling", "rocket", "missile", "mortar", "drone_strike", "airstrike")},
    "trigger.throw": {m: m for m in ("grenade", "barrel_bomb", "drone_strike", "shelling", "mortar", "rocket")}
    | {"ied": "grenade", "arson": "arson"},
    "trigger.launch": {m: m for m in ("airstrike", "shelling", "rocket", "missile", "mortar", "drone_strike")}
    | {OPENED_FIRE: "small_arms"},
    "trigger.intercept": dict.fromkeys(("shelling", "rocket", "missile", "mortar", "drone_strike"), "interception"),
}
"""What a verb that tells no act by itself is an act of: shells fall, grenades are thrown."""
HELD_OR_MET: Final = frozenset(
    {_REINFORCE, _DISPERSE, _FORCE_OUT, COLLISION, FACE, FIRE_AT, LAY_HAND, AGGRESSION, *COME_UNDER, *WARDS, *_OF_HOLDS}
    | CRIMES
)
"""Words for those who meet, come or take hold, and for blows that only take up what was told (``is_no_hold``)."""
ONLY_BESIDE: Final = frozenset(
    {*_BOMBS, *_WITH, BLOWS_UP, _HIT, _FALL, _BLOCKED, _ADVANCE, _CUT, _AMBUSH, *_FALLS, *_UNDOES}
)
"""Words that tell a deed only with what did it, or beside whom it was done to (``is_no_deed``)."""
GOES_OFF: Final = frozenset({_SALLY, *_LAUNCHES})
"""Verbs of those who set out, and of what is let off (``is_no_start``)."""


def is_no_hold(row: Sequence[Chunk], lo: int, k: int, hi: int, trigger: Reading) -> bool | None:
    """Tell whether one of ``HELD_OR_MET`` tells no act."""
    chunk, entry = row[k], trigger.entry.id
    if entry == FIRE_AT:
        return is_which_attack(row, k, hi, trigger) or None
    if entry == _REINFORCE and trigger.form.pos is Pos.NOUN and (chunk.prior or chunk.prep == "مع"):
        return True  # "prepares to free A |after the arrival of| reinforcements"
    if entry == _DISPERSE and _is_of_teams(row, k, hi):
        return True
    if entry == _FORCE_OUT and k + 1 < hi and is_crowd(row[k + 1]):
        return True  # "|the protesters| forced the police out of the square"
    if (entry == COLLISION and is_of_unarmed(row, lo, k, hi)) or (entry == FACE and is_of_one_side(row, lo, k, hi)):
        return True
    if (entry in COME_UNDER and is_no_ground(row, k, hi)) or (
        entry in _OF_HOLDS and not _says_of_what(row, k, hi, trigger)
    ):
        return True
    if is_no_hand(row, k, hi, entry) or (entry in WARDS and is_met_in_the_air(row, lo, hi, k)):
        return True
    if is_war(row, k, hi, trigger) or is_the_crime(row, k, hi, trigger):
        return True
    if entry == _HOLD and all(row[j].reading(Kind.SOURCE) is None for j in range(lo, k)):
        return not tells_hold(row, lo, k, hi)
    return None


def is_no_deed(row: Sequence[Chunk], lo: int, k: int, hi: int, trigger: Reading) -> bool | None:
    """Tell whether one of ``ONLY_BESIDE`` tells no act."""
    chunk, entry = row[k], trigger.entry.id
    if (entry in _BOMBS and _is_put_out(row, lo, k)) or is_of_found_bomb(row, k, trigger):
        return True
    if entry in _WITH and not _has_behind(row, k, hi, _WITH[entry]):
        return True
    if entry == _HIT and not _has_thrown(row, lo, k, hi, trigger):
        return True
    if entry == _FALL and _drops_the_dead(row, k, hi) and not only(_FALL, hints_of(row, lo, hi)):
        return True
    if entry == _BLOCKED:
        return cuts_road(row, lo, k)
    if entry == _ADVANCE and not moves_in(row, lo, k, hi):
        return True
    if entry == _CUT:
        return not any(is_crowd(row[j]) for j in range(lo, hi))
    if entry == _AMBUSH and (chunk.prep == "علي" or trigger.form.tense == "present"):
        return True
    if entry in _FALLS and (not (fell := only(entry, hints_of(row, lo, hi))) or _crashed(row, lo, k, hi, fell)):
        return True
    if entry in _UNDOES and trigger.form.suffix and trigger.form.pos is Pos.VERB and not _is_all_they_did(row, lo, k):
        return True  # "hit the missile |and destroyed it|", "|and burnt it|": part of what was told
    return None


def is_no_start(row: Sequence[Chunk], lo: int, k: int, hi: int, trigger: Reading) -> bool | None:
    """Tell whether one of ``GOES_OFF`` tells no act."""
    entry = trigger.entry.id
    if entry == _SALLY:
        return None if _falls_upon(row, k, hi) else True
    if not only(entry, hints_of(row, lo, hi)):
        return True
    if entry == _LAUNCH and not any(is_launched(row[j]) for j in range(k + 1, hi)):
        return not any(_has_behind(row, k, hi, cls) for cls in FIRED) or _has_behind(row, k, hi, "aloft")
    return None


def only(trigger: str, hints: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Keep of the hints what such a verb can be an act of, as what it then is."""
    allowed = _ONLY.get(trigger)
    return hints if allowed is None else [(allowed[m], k) for m, k in hints if m in allowed]


def _is_all_they_did(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether who burns "it" has only halted it before: "gunmen stopped a tanker in A |and burnt it|"."""
    if not row[k].has("trigger.arson") or not any(row[j].entry(Kind.OBJECT).cls == "vehicle" for j in range(lo, k)):
        return False
    return not any(row[j].entry(Kind.TRIGGER).strength > 1 or Kind.WEAPON in row[j].senses for j in range(lo, k))


def _crashed(row: Sequence[Chunk], lo: int, k: int, hi: int, fell: Sequence[tuple[str, int]]) -> bool:
    """Tell whether somebody's drone came down by itself: "a drone |of X's| fell in A", not "on a house", and it hurt nobody."""
    owned = any(c.sort is Sort.ACTOR and c.ids and not c.prep for c in row[k + 1 : hi])
    found = any(c.particle == _FOUND for c in row[lo:k])  # "came upon a drone |that had fallen| in A"
    at = any(c.prep in AT for c in row[k + 1 : hi]) and not found
    if not (owned or found) or any(method != "drone_strike" for method, _ in fell) or at:
        return False
    return not any(Kind.HARM in row[j].senses and not row[j].has(_FALL) for j in range(lo, hi))


def _falls_upon(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether "fell upon" has its doer or its "upon" near, little but the day between; "changes" is spelt like it."""
    for chunk in row[k + 1 : min(hi, k + _NEAR + 2)]:
        if chunk.gap >= _NEAR or chunk.sort is Sort.STOP:
            return False
        if chunk.prep == _UPON or (not chunk.gap and chunk.names_side):
            return True
    return False


def _is_of_teams(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether "broke up" is "teams", which is spelt like it, or "tells |between| X and Y"."""
    if row[k].text.endswith(_TEAMS):
        ahead = row[k + 1] if k + 1 < hi else row[k]
        return ahead.gap > 0 or not ahead.names_side
    return any(row[j].prep == "بين" for j in range(k + 1, min(hi, k + _BETWEEN)))


def _drops_the_dead(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether it is the dead or wounded who fall: "four martyrs fell"."""
    for chunk in row[k + 1 : min(hi, k + 6)]:
        harm = chunk.reading(Kind.HARM)
        if harm is not None:
            return harm.entry.cls == "headcount"
        if chunk.sort is Sort.STOP:
            return False
    return False


def _is_put_out(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a bomb is what was destroyed, defused or seized, with its number and what it was in between."""
    if row[k].prep == "ب":
        return False
    for j in range(k - 1, max(lo - 1, k - 5), -1):
        act = row[j].reading(Kind.TRIGGER)
        if act is not None:
            return act.entry.id in _PUT_OUT
        if row[j].sort in (Sort.STOP, Sort.PLACE):
            return False
    return False


def _says_of_what(row: Sequence[Chunk], k: int, hi: int, trigger: Reading) -> bool:
    """Tell whether a hold was taken, and the clause says of what."""
    form = trigger.form
    if form.pos is Pos.VERB and (form.tense != "past" or form.suffix):
        return is_taken_now(row, k, trigger)
    return holds_it(row, k, hi) or any(row[j].prep == "علي" for j in range(k + 1, min(hi, k + 6)))


def _has_behind(row: Sequence[Chunk], k: int, hi: int, cls: str) -> bool:
    """Tell whether a particle of this class stands behind the verb, before a stop."""
    for j in range(k + 1, min(hi, k + 7)):
        if row[j].particle == cls:
            return True
        if row[j].sort is Sort.STOP and not sets_off_day(row, j, hi):
            return False
    return False


def sets_off_day(row: Sequence[Chunk], at: int, hi: int) -> bool:
    """Tell whether a comma only sets off a day: "set, |at dawn yesterday|, fire to"."""
    return row[at].text == "," and any(row[j].sort is Sort.DATE for j in (at - 1, at + 1) if j < hi)


def _has_thrown(row: Sequence[Chunk], lo: int, k: int, hi: int, trigger: Reading) -> bool:
    """Tell whether "hit" has its rockets or aircraft before it or right behind."""
    if not trigger.form.is_active_verb or trigger.form.tense != "past" or trigger.form.suffix:
        return False
    return any(method in _ONLY[_HIT] for method, at in hints_of(row, lo, hi) if at < k + _NEAR)
