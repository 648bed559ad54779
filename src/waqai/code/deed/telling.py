"""Whether a trigger tells an act here, or is a purpose, a landmark in time, or a verb without what makes it an act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.next_act import ALONGSIDE
from waqai.code.clause.other_toll import FIRED
from waqai.code.deed.advance import moves_in
from waqai.code.deed.aggression import WARDS, is_met_in_the_air, is_met_so, is_war
from waqai.code.deed.armed import COLLISION, COME_UNDER, FACE, is_no_ground, is_no_hand, is_of_one_side, is_of_unarmed
from waqai.code.deed.disposed import is_of_found_bomb
from waqai.code.deed.ground import cuts_road, holds_it, is_how_they_stand, is_no_taking, tells_hold
from waqai.code.deed.hints import OPENED_FIRE, hints_of
from waqai.code.deed.launched import AT, is_launched
from waqai.code.deed.only_named import is_how_long_after, is_only_named
from waqai.code.deed.purpose import is_purpose
from waqai.code.deed.robbed import is_with_the_dead
from waqai.code.deed.takes_now import is_taken_now
from waqai.code.deed.the_crime import is_the_crime, is_which_attack
from waqai.code.deed.turned import is_crowd
from waqai.code.family import is_from_afar
from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import UNDERGOES

_TAKES_HOLD: Final = "trigger.take_hold"
_ADVANCE: Final = "trigger.advance"
_AMBUSH: Final = "trigger.ambush"
"""In Egypt also a checkpoint, where something is done "to" it; in the present tense "what matters lies in"."""
_LAUNCH: Final = "trigger.launch"
_LAUNCHES: Final = frozenset({_LAUNCH, "trigger.intercept"})
_SALLY: Final = "trigger.sally"
_UPON: Final = "علي"
_WE: Final = "ن"
"""What a verb of the first person begins with."""
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


def only(trigger: str, hints: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Keep of the hints what such a verb can be an act of, as what it then is."""
    allowed = _ONLY.get(trigger)
    return hints if allowed is None else [(allowed[m], k) for m, k in hints if m in allowed]


_CUT: Final = "trigger.block_road"
"""Roads are cut by armies too, which is part of their battle; only people who protest block them."""
_BLOCKED: Final = "trigger.road_block"
"""A road that is blocked as the result of something else is no protest."""


def is_no_telling(row: Sequence[Chunk], lo: int, hi: int, k: int, trigger: Reading) -> bool:
    """Tell whether a verbal noun is a purpose ("an operation to arrest him") or a landmark in time ("since it took")."""
    chunk, entry = row[k], trigger.entry.id
    if is_with_the_dead(row, lo, k, hi) or is_how_long_after(row, lo, k, trigger) or is_no_taking(row, lo, k, trigger):
        return True
    if (k > lo and _is_meant(row, k, trigger)) or _is_told_of(row, lo, hi, k, trigger):
        return True
    if entry == _REINFORCE and trigger.form.pos is Pos.NOUN and (chunk.prior or chunk.prep == "مع"):
        return True  # "prepares to free A |after the arrival of| reinforcements"
    if (entry == _ANSWERS and _is_behind_fire(row, lo, k)) or (entry == _DISPERSE and _is_of_teams(row, k, hi)):
        return True
    if entry == _FORCE_OUT and k + 1 < hi and is_crowd(row[k + 1]):
        return True  # "|the protesters| forced the police out of the square"
    if (entry == COLLISION and is_of_unarmed(row, lo, k, hi)) or (entry == FACE and is_of_one_side(row, lo, k, hi)):
        return True
    if (entry in COME_UNDER and is_no_ground(row, k, hi)) or is_which_attack(row, k, hi, trigger):
        return True
    if entry in _OF_HOLDS and not _says_of_what(row, k, hi, trigger):
        return True
    if is_no_hand(row, k, hi, entry) or (entry in WARDS and is_met_in_the_air(row, lo, hi, k)):
        return True
    if entry == _HOLD and all(row[j].reading(Kind.SOURCE) is None for j in range(lo, k)):
        return not tells_hold(row, lo, k, hi)
    if is_how_they_stand(row, lo, k, trigger) or is_war(row, k, hi, trigger) or is_the_crime(row, k, hi, trigger):
        return True
    if (entry in _BOMBS and _is_put_out(row, lo, k)) or is_of_found_bomb(row, k, trigger):
        return True
    if is_help(row, lo, k) or (chunk.supposed and trigger.form.pos is not Pos.VERB):
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
    if entry in _UNDOES and trigger.form.suffix and trigger.form.pos is Pos.VERB:
        return True  # "hit the missile |and destroyed it|", "|and burnt it|": part of what was told
    if trigger.form.tense == "present" and trigger.form.text.startswith(_WE):
        return True  # "we burn", "we free": a slogan, a vow
    if entry == _SALLY and not _falls_upon(row, k, hi):
        return True
    if entry in _LAUNCHES and not only(entry, hints_of(row, lo, hi)):
        return True
    if entry == _LAUNCH and not any(is_launched(row[j]) for j in range(k + 1, hi)):
        return not any(_has_behind(row, k, hi, cls) for cls in FIRED) or _has_behind(row, k, hi, "aloft")
    if trigger.form.pos is Pos.VERB and not (chunk.prep == "ل" and trigger.form.tense == "past"):
        return False
    if chunk.prep == "منذ":
        return not _is_dated_with_toll(row, k, hi)
    return not is_met_so(row, lo, k, trigger) and is_purpose(row, lo, hi, k, trigger)


def _is_behind_fire(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether what is answered was told in the clause: "a post |underwent| shelling, and where it came from was answered"."""
    return any(row[j].particle in UNDERGOES for j in range(lo, k))


def _is_told_of(row: Sequence[Chunk], lo: int, hi: int, k: int, trigger: Reading) -> bool:
    """Tell whether an act only says what is protested against, or of which people or place something else is told."""
    return is_only_named(row, lo, k, trigger) or _is_grievance(row, lo, hi, k, trigger)


def _crashed(row: Sequence[Chunk], lo: int, k: int, hi: int, fell: Sequence[tuple[str, int]]) -> bool:
    """Tell whether somebody's drone came down by itself: "a drone |of X's| fell in A", not "on a house", and it hurt nobody."""
    owned = any(c.sort is Sort.ACTOR and c.ids and not c.prep for c in row[k + 1 : hi])
    found = any(c.particle == _FOUND for c in row[lo:k])  # "came upon a drone |that had fallen| in A"
    at = any(c.prep in AT for c in row[k + 1 : hi]) and not found
    if not (owned or found) or any(method != "drone_strike" for method, _ in fell) or at:
        return False
    return not any(Kind.HARM in row[j].senses and not row[j].has(_FALL) for j in range(lo, hi))


def _is_dated_with_toll(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether an act since which something is so is told with its day and its dead: "since |the attack on 26 June that killed ten|"."""
    dated = any(getattr(row[j].mention, "has_day_word", False) for j in range(k + 1, hi))
    return dated and any(Kind.HARM in row[j].senses for j in range(k + 1, hi))


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


_FOUND: Final = "found"
_FORCE_OUT: Final = "trigger.force_out"
_REINFORCE: Final = "trigger.reinforce"
_ANSWERS: Final = "trigger.return_fire"
_DISPERSE: Final = "trigger.disperse"
_TEAMS: Final = "فرق"
_BETWEEN: Final = 4
_BACKED: Final = frozenset({"backed", "partner"})
_STRIKES: Final = "trigger.fire_at"


def is_help(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether strikes are only what an advance was backed with: part of it, and no act of their own (ruling 16)."""
    act = row[k].reading(Kind.TRIGGER)
    if k == lo or act is None or act.form.pos is Pos.VERB or (k - 1 == lo and row[lo].has(ALONGSIDE)):
        return False
    if not is_from_afar(act.entry.method) and act.entry.id != _STRIKES:
        return False
    return row[k - 1].particle in _BACKED and row[k].gap <= 1 and not row[k].joined and row[k].prep in ("ب", "من", "")


def is_aim(row: Sequence[Chunk], k: int, trigger: Reading) -> bool:
    """Tell whether an act is what another was meant for: "attacked A |with the aim of taking| the road"."""
    return trigger.form.pos is not Pos.VERB and row[k - 1].particle in _PLANS and row[k].gap <= 1 and not row[k].joined


def _is_meant(row: Sequence[Chunk], k: int, trigger: Reading) -> bool:
    """Tell whether ground is what an operation aims at: "a battle |that aims at the taking| of A"."""
    noun = trigger.form.pos is not Pos.VERB or bool(row[k].prep)  # "its regaining" is spelt like "he regained it"
    return trigger.entry.method == "capture" and noun and row[k - 1].particle == _AIM


_PLANS: Final = frozenset({"plan", "in_attempt", "tasked"})
_AIM: Final = "aim"


def _is_grievance(row: Sequence[Chunk], lo: int, hi: int, k: int, trigger: Reading) -> bool:
    """Tell whether an act is what a protest told behind it, or a road cut before it, is against: "|against the arrest| of students dozens demonstrated in A"."""
    if trigger.form.pos is Pos.VERB or k == 0 or row[k - 1].particle != _AGAINST or row[k].gap > 1:
        return False
    cut = any(row[j].entry(Kind.TRIGGER).method == _ROAD_CUT for j in range(lo, k))
    return cut or any(row[j].entry(Kind.TRIGGER).method in _PROTESTS for j in range(k + 1, hi))


_ROAD_CUT: Final = "road_block"
_AGAINST: Final = "protests_at"
_PROTESTS: Final = frozenset({"demonstration", "sit_in", "general_strike"})


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


def is_answered(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether an act is what somebody answered by the one told behind it: "X answered |the advance of| Y |by shelling| A"."""
    if row[k].prep != "علي" or row[k - 1].sort is not Sort.ACTOR or row[k - 1].prep:
        return False
    stop = next((j for j in range(k + 1, hi) if row[j].sort is Sort.STOP), hi)
    return any(row[j].prep == "ب" and row[j].entry(Kind.TRIGGER).tells_act for j in range(k + 1, stop))
