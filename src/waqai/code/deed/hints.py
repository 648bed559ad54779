"""What the weapons, forces and acts of a clause say of how it was done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.camps import can_fly
from waqai.code.clause.other_toll import FIRED
from waqai.code.clause.put_aside import TOWARDS
from waqai.code.clause.scene import behind_day
from waqai.code.clause.spoken import HEAD_OUTLET
from waqai.code.deed.aggression import is_met_in_the_air
from waqai.code.deed.purpose import takes_to
from waqai.code.deed.refine import AIR, FIRE
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.actor_words import FLIES
from waqai.tag.chunk import Chunk, Sort

_ONLY_THERE: Final = frozenset({"hover", "partner", "backed"})
"""Particles behind which aircraft are in the air or give cover and do not strike."""
OPENED_FIRE: Final = "fire"
"""What bare "fire" says: gunfire where it is opened, no method of its own where something burns."""


def hints_of(row: Sequence[Chunk], lo: int, hi: int) -> list[tuple[str, int]]:
    """Give the methods that weapons, forces and acts of chunks ``[lo, hi)`` stand for, each with its chunk."""
    found: list[tuple[str, int]] = []
    hovering = False
    for k, chunk in enumerate(row[lo:hi], lo):
        if chunk.senses:
            particle = chunk.particle
            if particle and particle in _ONLY_THERE:
                hovering = True
            elif hovering and Kind.TRIGGER in chunk.senses:
                hovering = False
            if hovering:
                continue
            if particle and particle in FIRED and (particle == _FIRE_WORD or not _is_aloft(row, k, hi)):
                found.append((OPENED_FIRE, k))
            methods = chunk.readings.methods
            if methods and not (_is_halted(row, lo, k) if chunk.prep else _is_no_weapon(row, lo, k)):
                for method in methods:
                    found.append((method, k))
        elif chunk.sort is Sort.STOP:
            hovering = False
        elif chunk.sort is Sort.ACTOR and not hovering:
            method = chunk.actor_method
            if method:
                found.append((method, k))
    if not found:
        return found
    named = dict(found)
    if _INTERCEPTION in named and any(m == _INTERCEPTION and _is_of_met(row, lo, hi, k) for m, k in found):
        found = [(method, k) for method, k in found if method != _INTERCEPTION]
    if _SUICIDE in named:
        found = _without_drones_of_no_return(row, _without_bombers_killed(row, lo, found))
    return found


def _is_aloft(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether live rounds were shot into the air."""
    return k + 1 < hi and row[k + 1].particle == "aloft"


def _is_halted(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether gunfire is what is to stop, "a halt |to [the opening of] fire|", and not what somebody underwent."""
    told = row[k].reading(Kind.TRIGGER)
    if row[k].prep != "ل" or told is None or told.entry.id != _FIRE or not told.form.text.split()[-1].startswith(_THE):
        return False
    return not any(takes_to(row[j]) for j in range(lo, k))


def _is_of_base(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether "aerial" says what kind of base was hit, and not by what: "shells fell on the base of A |aerial|"."""
    bare = row[k].has(_AERIAL) and not (row[k].gap or row[k].prep or row[k].joined)
    return bare and k > lo and row[k - 1].place_kind in _BASES and row[k].text.startswith(_THE)


def _is_no_weapon(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a weapon's word is only part of a name: of a base's, a channel's."""
    return _is_of_base(row, lo, k) or _is_channel(row, lo, k)


def _is_channel(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a channel is called like a drone: "the channel |Al-Masirah| said that …"."""
    return k > lo and row[k].has(_OUTLET) and row[k - 1].has(HEAD_OUTLET) and not row[k].gap


_OUTLET: Final = "source.name.outlet"
_FIRE_WORD: Final = "fire_word"
_AERIAL: Final = "weapon.warplane"
_BASES: Final = frozenset({"base", "airport"})
_FIRE: Final = "trigger.fire"
_THE: Final = "ال"


def _without_bombers_killed(row: Sequence[Chunk], lo: int, found: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Leave out suicide bombers who are themselves the dead, where nothing went off: "killed five gunmen, |among them a bomber|"."""
    if any(method in _BOMBS and row[k].reading(Kind.VICTIM) is None for method, k in found):
        return found
    return [(method, k) for method, k in found if method != _SUICIDE or not _is_among_dead(row, lo, k)]


def _is_among_dead(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a bomber stands where those killed do: behind "among them", behind who killed them."""
    if k == lo or row[k].reading(Kind.VICTIM) is None or row[k].prep or row[k].joined:
        return False
    if row[k - 1].particle == _SUBSET:
        return True
    at = k - 1 - (row[k - 1].sort is Sort.NUMBER)
    if row[at].prep in _MANAGED and at < k - 1 and at > lo and row[at].has(_KILLING):
        return True  # "managed |to kill| ten bombers"
    return at > lo and row[at].sort is Sort.ACTOR and row[at - 1].entry(Kind.HARM).harm == "killed"


_KILLING: Final = "harm.killing_of"
_MANAGED: Final = frozenset({"من", "ب"})
_SUICIDE: Final = "suicide_bomb"
_BOMBS: Final = frozenset({_SUICIDE, "ied", "vehicle_bomb"})
_SUBSET: Final = "subset"


def _is_of_met(row: Sequence[Chunk], lo: int, hi: int, k: int) -> bool:
    """Tell whether air defences are named beside what they met: a strike told behind, which is the act."""
    return any(is_met_in_the_air(row, lo, hi, j) for j in range(max(lo, k - 1), min(hi, k + 2)))


_INTERCEPTION: Final = "interception"


def _without_drones_of_no_return(row: Sequence[Chunk], found: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Leave out "suicide" beside a drone or plane, whoever's: "a Turkish |suicide| drone" is a drone."""
    flown = [k for method, k in found if method in FLIES and row[k].reading(Kind.TRIGGER) is None]
    if not flown:
        return found
    return [
        (method, k)
        for method, k in found
        if method != _SUICIDE or row[k].reading(Kind.TRIGGER) is not None or all(abs(k - at) > _BESIDE for at in flown)
    ]


_BESIDE: Final = 2
"""Chunks between a drone and its kind: whose it is stands between."""


def on_the_ground(row: Sequence[Chunk], lo: int, hi: int, at: int) -> bool:
    """Tell whether the act's verb has a doer right beside it who has no aircraft: "the fighters fell upon a village"."""
    verb = row[at].reading(Kind.TRIGGER)
    if verb is None or verb.form.pos is not Pos.VERB or verb.entry.method not in _MAY_FLY:
        return False
    ahead = row[behind_day(row, at) - 1]
    if at > lo and ahead.actor_method and not (ahead.prep or row[at].joined):
        return False  # "a drone |hit| a man of X": who stands behind is whom it hit
    behind = at + 1 < hi and not row[at + 1].gap and not row[at + 1].prep
    if behind and row[at + 1].has(_MEN):
        return True
    who = row[at + 1] if behind and row[at + 1].sort is Sort.ACTOR else row[at - 1] if at > lo else None
    if who is None or who.sort is not Sort.ACTOR or who.prep or row[at].gap:
        return False
    ids = who.ids
    return bool(ids) and not who.actor_method and not can_fly(ids)


_MAY_FLY: Final = frozenset({"other", "airstrike", ""})
"""Methods that aircraft may narrow, or that are theirs."""
_MEN: Final = "force.members"


def is_of_weapon(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether the chunk that narrowed an open act is a thing that strikes: "a drone targeted a car"."""
    chunk = row[k]
    if chunk.sort is Sort.ACTOR or chunk.reading(Kind.WEAPON) is not None or chunk.reading(Kind.FORCE) is not None:
        return True
    return chunk.particle == _FIRE_WORD


def without_shells_of_gunmen(row: Sequence[Chunk], at: int, hints: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Leave out shells that "and" joins to machine guns, and of what kind a bracket says: "with a shell |(RPG)|"; who comes with both is there himself, not far away; who "targets" with mortars or artillery is not, nor who fires on a village."""
    guns = [k for method, k in hints if method == "small_arms"]
    if not guns or (row[at].has(_FIRE_AT) and any(m == "mortar" or row[k].has(_ARTILLERY) for m, k in hints)):
        return hints
    if row[at].has_any(_FIRES_AT) and _is_at_place(row, at):
        return hints
    return [
        (method, k)
        for method, k in hints
        if method not in ("shelling", *FIRE)
        or not any(
            (0 < k - gun <= _TOGETHER and row[k].joined)
            or (0 < gun - k <= _TOGETHER and (row[gun].joined or row[gun - 1].text == "("))
            for gun in guns
        )
    ]


def _is_at_place(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether fire is aimed at a place or at homes, where nothing of an armed side's is named: "targeted |the quarters of A| with machine guns and shells"."""
    if row[at].prep == "ل":
        return row[at - 1].sort is Sort.PLACE and row[at - 1].place_kind not in _POSTS  # "A underwent |fire| of …"
    sides = 0
    for chunk in row[at + 1 : at + _AIM_NEAR]:
        thing = chunk.entry(Kind.OBJECT).cls
        if chunk.sort is Sort.STOP or thing in _THINGS or Kind.HARM in chunk.senses:
            return False
        if chunk.sort is Sort.PLACE or thing == "civilian":
            return sides == 1 and chunk.prep in _AT and chunk.place_kind not in _POSTS
        sides += chunk.sort is Sort.ACTOR
    return False


_FIRE_AT: Final = "trigger.fire_at"
_FIRES_AT: Final = frozenset({_FIRE_AT, "trigger.launch"})
_AIM_NEAR: Final = 8
"""Chunks from "targeted" to the place: who did it and with what stands between."""
_AT: Final = TOWARDS | {"", "علي"}
_POSTS: Final = frozenset({"checkpoint", "base", "airport", "police", "front", "position"})
_THINGS: Final = frozenset({"military", "vehicle"})
_ARTILLERY: Final = "force.artillery"


def without_later(row: Sequence[Chunk], at: int, hi: int, named: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Leave out aircraft of which somebody tells more behind the act: "an attack on a post, |and added that| aircraft were sent"."""
    if not [k for m, k in named if m in AIR and k > at]:
        return named
    more = next((k for k in range(at + 1, hi) if row[k].joined and any(map(row[k].has, _MORE))), hi)
    return [(m, k) for m, k in named if m not in AIR or k < more]


_MORE: Final = ("source.add", "source.went_on")
"""Words by which who speaks goes on, of something that came later."""


def without_machines_hit(row: Sequence[Chunk], at: int, hints: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Leave out guns that stand before what they were hit with: "targeted |a tank| with a charge", "a tank of X"; and those that attackers brought along."""
    hints = _without_brought(row, at, hints)
    tools = [k for method, k in hints if k > at and row[k].prep == "ب" and method in _TOOLS]
    if not tools:
        return hints
    return [(m, k) for m, k in hints if m != "shelling" or row[k].prep or not at < k < tools[0]]


def without_rescuers(row: Sequence[Chunk], lo: int, hints: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Leave out aircraft named behind "beat off", which helped whom was attacked: "beat the attack off |after the air force stepped in|"."""
    if not any(method == "airstrike" and row[k].gap > 1 and Kind.TRIGGER not in row[k].senses for method, k in hints):
        return hints
    met = next((j for j in range(lo, hints[-1][1]) if _REPEL in row[j].readings.names), -1)
    return [(m, k) for m, k in hints if met < 0 or m != "airstrike" or k < met or row[k].gap <= 1]


_REPEL: Final = "particle.repel"


def _without_brought(row: Sequence[Chunk], at: int, hints: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Leave out tanks of an attack, and guns used in one on positions, which is fought on the ground: "attacked posts of X, |using tanks| and guns"."""
    if not row[at].has(_ASSAULT):
        return hints
    hints = [(m, k) for m, k in hints if m != "shelling" or not row[k].has(_TANK)]
    brought = next((k for _, k in hints if k > at and row[k - 1].particle == _USED_IN), None)
    if brought is None or all(row[k].entry(Kind.OBJECT).cls != "military" for k in range(at + 1, brought)):
        return hints
    return [(m, k) for m, k in hints if k < brought or m not in ("shelling", *FIRE)]


_ASSAULT: Final = "trigger.assault"
_TANK: Final = "weapon.tank"
_USED_IN: Final = "used_in"
_TOOLS: Final = frozenset({"small_arms", "ied", "grenade"})
_TOGETHER: Final = 2
"""Chunks between two weapons that are told together."""


def without_heard(row: Sequence[Chunk], at: int, hints: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Leave out blasts that were only heard of what somebody did: "X attacked a post, and |blasts were heard|"."""
    attack = row[at].reading(Kind.TRIGGER)
    if attack is None or not attack.form.is_active_verb:
        return hints
    return [(method, k) for method, k in hints if not row[k].has(_HEARD)]


_HEARD: Final = "trigger.blast_heard"


def machine_gun(at: int, named: Sequence[tuple[str, int]]) -> int | None:
    """Find the machine gun where nothing of longer range is named: "shelled the town |with machine guns|" (ruling 31)."""
    guns = {k: m for m, k in named if k != at and m in _GUNS}
    return min(guns) if set(guns.values()) == {"small_arms"} else None


_GUNS: Final = frozenset({"small_arms", "shelling", *AIR, *FIRE})


def of_the_attack(row: Sequence[Chunk], lo: int, at: int, hints: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Keep of the hints of an open word those that say how the attack was made."""
    hints = without_shells_of_gunmen(row, at, without_heard(row, at, hints))
    return without_rescuers(row, lo, without_machines_hit(row, at, hints))
