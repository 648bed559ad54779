"""Words for taking ground that do not tell that it was taken: what was tried, aimed at, or only named.

"Tried |to take| A" and "attacked A |to take| it" are fights (codebook section 2: a place changes hands only where the text
says so); "after |the freeing of| A" says since when.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from waqai.code.clause.attempt import FREEING, GOES_ON, WHOSE_FREEING, is_announced, is_taking, tried_at
from waqai.code.clause.driven import EXPELS
from waqai.code.clause.scene import Scene
from waqai.lexicon.entry import Entry, Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.values.actor import UNKNOWN

_CAPTURE: Final = "trigger.capture"
_FORCE_OUT: Final = "trigger.force_out"
_ADVANCE_ON: Final = "trigger.advance_on"
_NOUNS: Final = (
    "سيطره",
    "السيطره",
    "استعاده",
    "تحرير",
    "تطهير",
    "انتزاع",
    "استيلاء",
    "الاستيلاء",
    "بسط",
    "فرض",
    "احكام",
    "استرداد",
    "استرجاع",
)
"""How verbal nouns of taking begin, without what is written before them."""
_CLITICS: Final = ("ول", "وب", "لل", "ل", "ب", "و", "ف")
_FROM: Final = "من"
_AIMS: Final = frozenset({"plan", "purpose"})


def is_no_taking(row: Sequence[Chunk], lo: int, k: int, trigger: Reading) -> bool:
    """Tell whether a word for taking ground at ``k`` tells no act: the aim of another, or a freeing that nobody announces."""
    if trigger.entry.method != "capture" and trigger.entry.id != _ADVANCE_ON:
        return False
    tried = tried_at(row, lo, k)
    goes_on = tried is not None and row[tried].has(GOES_ON)
    if trigger.entry.id == _ADVANCE_ON:
        return tried is None or goes_on
    if trigger.entry.id == _FORCE_OUT and trigger.form.suffix:
        return True  # "tried to advance, but X |forced them| to go back"
    if trigger.entry.id == _EXPEL_OUT and (trigger.form.tense == "present" or not _drives_out(row, k, trigger)):
        return True
    if trigger.entry.id == _SLIP and not _is_of_place(row, lo, k):
        return True
    if trigger.entry.id == _LOSE_HOLD and not _is_on_ground(row, k):
        return True
    if (lost := next((j for j in range(max(lo, k - _LOST), k) if row[j].has(_LOSE_HOLD)), -1)) >= 0:
        return not _is_on_ground(row, lost)
    if _is_regained(row, k, trigger):
        return True
    if not is_noun_of_taking(row[k]):
        return False
    if goes_on:
        return True  # "the forces that are trying |to retake| A"
    if row[k].has(FREEING) and not is_announced(row, lo, k):
        return True
    if row[k].has(WHOSE_FREEING) and not (_is_by_next(row, k) and is_announced(row, lo, k)):
        return True
    if k > lo and row[k].prep == _FROM and row[k - 1].number_cls == "measure":
        return True  # "came within 400 metres |of taking| the road"
    aimed = k > lo and row[k - 1].particle in _AIMS and not row[k].gap
    return aimed and any(_is_act(row[j]) for j in range(lo, k - 1))


def _is_by_next(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether who frees stands right behind the freeing, and behind him the place: "the freeing |by the army of the town of| A"."""
    by = row[k + 1] if k + 2 < len(row) else None
    return by is not None and by.sort is Sort.ACTOR and not (by.gap or by.prep) and row[k + 2].sort is Sort.PLACE


def regains(chunk: Chunk) -> bool:
    """Tell whether a word of taking says that something is got back, as health, freedom and the dead are too."""
    return any(word in chunk.text for word in _REGAINS)


def _is_regained(row: Sequence[Chunk], k: int, trigger: Reading) -> bool:
    """Tell whether people of a place get back what is no ground: "|the inhabitants regained| their normal life"."""
    if trigger.form.pos is not Pos.VERB or k + 1 >= len(row) or not regains(row[k]):
        return False
    people = row[k + 1].reading(Kind.VICTIM)
    if people is None or row[k + 1].gap or row[k + 1].prep or people.entry.who != "civilians":
        return False
    what = next((chunk for chunk in row[k + 2 : k + 4] if chunk.sort is not Sort.DATE), None)
    if people.form.definite and what is not None and what.sort is Sort.PLACE and not what.prep:
        return False  # "the people retook |the village of| A"
    return people.form.number == "pl" or people.entry.id == _FAMILY


_REGAINS: Final = ("ستعاد", "ستعيد")
_FAMILY: Final = "victim.family"


def is_noun_of_taking(chunk: Chunk) -> bool:
    """Tell whether a chunk is a verbal noun of taking: "the |retaking| of"."""
    text = chunk.text
    if text.startswith(_NOUNS):
        return True
    return any(text.startswith(c) and text[len(c) :].startswith(_NOUNS) for c in _CLITICS)


def fought_for(row: Sequence[Chunk], lo: int, hi: int, at: int, entry: Entry) -> int | None:
    """Find what makes an act a fight for ground: "tried" ahead of a taking, or a taking as the aim of an attack."""
    if entry.method == "capture":
        return tried_at(row, lo, at) if is_noun_of_taking(row[at]) or entry.id == _CAPTURE else None
    return next((k for k in range(at + 1, hi) if _is_aim(row, k)), None)


def is_taken_from(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether "from" at ``k`` names who is to lose a place: "an attack to take A |from| X"."""
    for j in range(k - 1, lo - 1, -1):
        if row[j].sort is Sort.PLACE:
            continue
        return is_taking(row[j])
    return False


def is_driven_off(row: Sequence[Chunk], trigger: int | None, k: int) -> bool:
    """Tell whether the actor at ``k`` is who had held the place that was taken: "took A after |the withdrawal of, the driving out of| X"."""
    if trigger is None or k <= trigger or row[k].prep or row[k].joined or row[k].gap > 1:
        return False
    before, after = row[k - 1], row[min(k + 1, len(row) - 1)]
    if after.particle in _HOLD and after.gap <= 1 and not after.joined:
        return True  # "took posts |that X was holding|"
    if before.entry(Kind.TRIGGER).id not in EXPELS:
        return before.particle in GONE
    return k - 1 > trigger or after.particle == "of_them"  # "and |the driving of X out of it|"


def takes_over(scene: Scene) -> bool:
    """Tell whether a place comes into other hands: taken, handed over, or entered by troops."""
    if scene.family == "capture" or scene.trigger is None:
        return scene.family == "capture"
    entry = scene.row[scene.trigger].entry(Kind.TRIGGER)
    return entry.method == _COME or entry.id in _HANDED


_COME: Final = "deployment"
_HANDED: Final = frozenset({"trigger.hand_over_ground", "trigger.receive_ground"})


def cuts_road(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a road is cut in a battle or by what befell it, and no crowd blocks it: "announced the taking of A |and the cutting of the road|"."""
    if k > lo and row[k - 1].particle == "result":
        return True
    if not row[k].joined:
        return False
    for j in range(k - 1, max(-1, k - _OF_ONE_LINE), -1):
        if row[j].sort is Sort.STOP and row[j].text != ",":
            return False
        if row[j].entry(Kind.TRIGGER).method in _BATTLES:
            return True
    return False


def waylays(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether gunmen cut a road to waylay whoever comes along it, and not over something: "gunmen |cut the road| before a car and robbed them"."""
    armed = next((j for j in range(k - 1, lo - 1, -1) if row[j].sort is Sort.ACTOR or row[j].has(_GUNMAN)), None)
    if armed is None or not (UNKNOWN in row[armed].ids or row[armed].has(_GUNMAN)):
        return False
    return all(chunk.particle != _OVER for chunk in row[k : k + _OF_ONE_LINE])


_GUNMAN: Final = "victim.gunman"
_OVER: Final = "protests_at"
_OF_ONE_LINE: Final = 8
_BATTLES: Final = frozenset({"capture", "clash"})


def _drives_out(row: Sequence[Chunk], k: int, trigger: Reading) -> bool:
    """Tell whether it is an armed side that is brought out of a place: "brought |the Houthis| out of A", not the wounded, the people, the dead."""
    near = list(takewhile(lambda c: c.sort is not Sort.STOP, row[k + 1 : k + _OBJECT]))
    if any(c.entry(Kind.TRIGGER).tells_act for c in near):
        return False  # "|an air raid| put the airport out of service"
    if any(Kind.HARM in c.senses or c.entry(Kind.VICTIM).who in ("civilians", "unspecified") for c in near):
        return False
    sides = [c for c in near if c.sort is Sort.ACTOR and not c.prep]
    if any(c.entry(Kind.VICTIM).who == "combatants" for c in near) or any(c.text.endswith(_OBLIQUE) for c in sides):
        return True
    return len(sides) > (trigger.form.pos is Pos.VERB and trigger.form.voice == "active" and not _is_passive(sides))


def _is_passive(sides: Sequence[Chunk]) -> bool:
    """Tell whether the only side named suffers it, for someone else stands behind "at the hands of"."""
    return len(sides) == 1 and sides[0].text.endswith(_UPRIGHT)


def _is_of_place(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether it is a place that passes out of hands: "|the town| passed out of", not affairs, nor a fire."""
    return all(chunk.particle != _AFFAIRS for chunk in row[max(lo, k - _OBJECT) : k + _OBJECT])


def _is_on_ground(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether it is ground whose hold is lost: "lost control |of A|, |of posts in A|", not "of the brakes", "of his car"."""
    held = (c for c in row[k + 1 : k + 1 + _OBJECT] if c.prep == _ON)
    return any(c.entry(Kind.OBJECT).cls != "vehicle" for c in held)


_ON: Final = "علي"
_LOSE_HOLD: Final = "trigger.lose_hold"
_LOST: Final = 3
"""Chunks from "lost" to "control": who lost it stands between."""
_AFFAIRS: Final = "affairs"
_OBJECT: Final = 5
"""Chunks between a verb and what it is done to: the doer and the day stand between."""
_OBLIQUE: Final = ("ين", "مسلحي", "مقاتلي")
_UPRIGHT: Final = ("ون", "مسلحو", "مقاتلو")
_SLIP: Final = "trigger.slip_from"
_EXPEL_OUT: Final = "trigger.expel.out"
_HOLD: Final = frozenset({"holds", "control"})
GONE: Final = frozenset({"pulled_out", "driven_off"})
"""Classes of words that say that a side left a place, or was driven out of it."""


def is_led_to(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether a hold is what fighting led to: "clashes that |led to X's hold of| A"."""
    return k > 0 and row[k - 1].particle == "result" and not row[k].gap


def holds_it(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether a hold that fighting led to is of what was fought over: "led to |X's hold of the village|", a word that nobody reads."""
    if not is_led_to(row, k) or k + 2 >= hi:
        return False
    return row[k + 1].sort is Sort.ACTOR and row[k + 2].sort is Sort.STOP and row[k + 2].gap in (1, 2)


def tells_hold(row: Sequence[Chunk], lo: int, k: int, hi: int) -> bool:
    """Tell whether a noun of holding tells a taking that nobody announces: what fights led to, a line that begins with it."""
    return is_led_to(row, k) or _takes_villages(row, lo, k, hi) or _is_managed(row, lo, k, hi)


def _is_managed(row: Sequence[Chunk], lo: int, k: int, hi: int) -> bool:
    """Tell whether somebody managed to take hold, with the day between hold and place: "X managed |to take hold yesterday of| the town of A"."""
    if all(row[j].particle != _MANAGED for j in range(max(lo, k - _NEAR), k)):
        return False
    days = takewhile(lambda c: c.sort is Sort.DATE or c.text == ",", row[k + 1 : hi])
    behind = k + 1 + sum(1 for _ in days)
    return k + 1 < behind < hi and row[behind].prep == _UPON


_MANAGED: Final = "managed"
_UPON: Final = "علي"
_NEAR: Final = 3


def _takes_villages(row: Sequence[Chunk], lo: int, k: int, hi: int) -> bool:
    """Tell whether a line begins with whose hold of villages it tells: "|the hold of| X on the villages of A and B"; of a city it is a state."""
    if (
        row[k].joined
        or row[k].prep
        or row[k].gap
        or not all(row[j].sort in (Sort.DATE, Sort.STOP) for j in range(lo, k))
    ):
        return False
    if k + 2 >= hi or row[k + 1].sort is not Sort.ACTOR or row[k + 1].gap:
        return False
    place = next((row[j] for j in range(k + 2, min(hi, k + 4)) if row[j].sort is Sort.PLACE), None)
    return place is not None and place.prep == "علي" and place.place_kind in _SMALL


_SMALL: Final = frozenset({"village", "town", "hill", "checkpoint"})
"""Kinds of place that are told of when they are taken, not while they are held."""


def _is_aim(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether a taking is what something is done for: "|to| take A", "with the aim |of taking| A"."""
    if not is_taking(row[k]) or not is_noun_of_taking(row[k]):
        return False
    return row[k].prep == "ل" or row[k - 1].particle in _AIMS


def _is_act(chunk: Chunk) -> bool:
    told = chunk.reading(Kind.TRIGGER)
    return told is not None and told.entry.tells_act and (told.form.pos is not Pos.VERB or told.entry.method != "")


def is_how_they_stand(row: Sequence[Chunk], lo: int, k: int, trigger: Reading) -> bool:
    """Tell whether troops "spread out" in the present only says of somebody in the act told before where he is: "fired by groups |that deploy| in A"."""
    if trigger.entry.method != "deployment" or trigger.form.tense != "present":
        return False
    return any(not {Kind.TRIGGER, Kind.HARM, Kind.WEAPON}.isdisjoint(row[j].senses) for j in range(lo, k))
