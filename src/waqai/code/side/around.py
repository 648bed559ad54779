"""What stands around an act and its actor: a number, another's answer, a sniper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.scene import Part, Role, Scene
from waqai.code.clause.voice import reading_in_place
from waqai.code.deed.aggression import is_met_in_the_air
from waqai.code.family import FAMILY
from waqai.code.side.by_the_way import named_by_the_way
from waqai.code.side.upon import TAKES_VICTIM
from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.actor.camps import tables
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IT
from waqai.tag.harm.tail import counts

_SNIPER: Final = "trigger.sniper"


def is_met(scene: Scene, governor: int, trigger: Reading | None) -> bool:
    """Tell whether an act is what somebody else answers: "the forces answered |to the shelling of| X"."""
    if trigger is None or trigger.form.pos is Pos.VERB or trigger.entry.id in TAKES_VICTIM:
        return False
    return scene.row[governor].prep == "علي" and trigger.entry.tells_act


def is_left_behind(scene: Scene, k: int) -> bool:
    """Tell whether an actor is whose war left behind what went off: "remnants of |an earlier shelling by| X" (ruling 18)."""
    before = scene.row[max(scene.lo, k - _EARLIER) : k]
    return any(chunk.has(_UNEXPLODED) for chunk in before) and all(chunk.sort is Sort.WORD for chunk in before[1:])


_UNEXPLODED: Final = "trigger.unexploded"
_EARLIER: Final = 2
"""Chunks from remnants to whose they are: "of shelling |earlier| by"."""


def is_shooter(scene: Scene, governor: int, trigger: Reading | None) -> bool:
    """Tell whether the act names who shot, and the actor is whose he was: "by the bullets of a sniper |of X|"."""
    return trigger is not None and trigger.entry.id == _SNIPER and scene.row[governor].text[:1] == "ب"


def is_wielded(scene: Scene, k: int, bomb: int) -> bool:
    """Tell whether a bomb is what an attack was made with: "X |attacked| the refinery |with three car bombs|"."""
    row = scene.row
    if bomb == k + 1 and _sends(scene, k):
        return True
    with_it = row[bomb].prep == "ب" or (row[bomb].has_any(_BROUGHT) and row[bomb].text.startswith("ب"))
    if not with_it and not (row[bomb - 1].sort is Sort.NUMBER and row[bomb - 1].prep == "ب"):
        return False
    told = ((row[j], row[j].reading(Kind.TRIGGER)) for j in range(k + 1, bomb))
    return any(
        t is not None and t.entry.id in _ATTACKS and (t.form.is_active_verb or _is_object(chunk)) for chunk, t in told
    )


def _is_object(chunk: Chunk) -> bool:
    """Tell whether a noun right behind an actor is the object of his verb: "X launched |an attack| with a car bomb"."""
    return chunk.text.endswith(_ACCUSATIVE) and not (chunk.gap or chunk.prep or chunk.joined)


_ACCUSATIVE: Final = "ا"


def _sends(scene: Scene, k: int) -> bool:
    """Tell whether an actor is the subject of a verb nobody reads whose object is a car bomb right behind him: "X |sent a car bomb| at a post"."""
    row, bomb = scene.row, scene.row[k + 1]
    if not bomb.has(_CAR_BOMB) or bomb.prep not in ("", "ب") or row[k].prep or bomb.gap > 1:
        return False
    return bool(row[k].gap or bomb.gap) and not any(row[j].tells for j in range(scene.lo, k))


_CAR_BOMB: Final = "trigger.vehicle_bomb"
_BROUGHT: Final = frozenset({_CAR_BOMB, "trigger.grenade"})
_ATTACKS: Final = frozenset({"trigger.assault", "trigger.fire_at", "trigger.storming"})


def is_counted_subject(scene: Scene, k: int, governor: int) -> bool:
    """Tell whether a number right behind the verb puts men in the genitive: "attacked |hundreds of| settlers the town"."""
    return (
        k - governor == 2
        and scene.row[k - 1].sort is Sort.NUMBER
        and not scene.row[k - 1].prep
        and not scene.row[k].prep
    )


def is_of_doer(scene: Scene, k: int) -> bool:
    """Tell whether an actor is whom the one who did it belongs to: "a bomber |who belongs to| X", "two girls |thought to be of| X"."""
    row, j = scene.row, k - 1
    if row[j].particle not in _MEMBER:
        return False
    while j > scene.lo and row[j].particle in _MEMBER:
        j -= 1
    if j in (k - 1, scene.lo):
        return False
    man = row[j]
    if man.has(_BOMBER):
        return True
    return man.reading(Kind.VICTIM) is not None and row[j - 1].particle == "agent" and row[j - 1].text.endswith(IT)


def is_of_arrest(scene: Scene, k: int) -> bool:
    """Tell whether "by" says who made an arrest that led to the fight: "clashes between A and B after the arrest of … by B"."""
    told = (scene.row[j].reading(Kind.TRIGGER) for j in range(k - 1, scene.trigger or scene.lo, -1))
    nearest = next((t for t in told if t is not None), None)
    return nearest is not None and FAMILY[nearest.entry.method].name in ("raid", "abduction")


_MEMBER: Final = frozenset({"suspected", "hedge"})
_BOMBER: Final = "weapon.belt"


def carried_it_out(scene: Scene, k: int) -> bool:
    """Tell whether an actor is the subject of "carried it out" right behind him: "two bombings that X is thought |to have carried out|"."""
    if k + 1 >= scene.hi or scene.row[k + 1].particle != "agent":
        return False
    after = scene.row[k + 1]
    return k > scene.lo and scene.row[k].prep in ("", "ان") and not after.gap and after.text.endswith(IT)


def is_relative(scene: Scene, governor: int) -> bool:
    """Tell whether a verb says more of the act or weapon right before it: "a raid |that| hit …", "a bomb |that| hit …"."""
    if governor <= scene.lo or scene.row[governor].gap or scene.row[governor].joined:
        return False
    before = scene.row[governor - 1]
    noun = before.reading(Kind.TRIGGER) or before.reading(Kind.WEAPON)
    return noun is not None and noun.form.pos is not Pos.VERB


def hits_with(scene: Scene, k: int, governor: int) -> bool:
    """Tell whether the act is what an actor's own verb was done with: "an escalation of [l-] X, |which hit with| rocket fire A"."""
    row, j = scene.row, k + 1
    while j < governor and row[j].sort is Sort.ACTOR and row[j].joined:
        j += 1
    if j >= governor or row[governor].prep != "ب" or row[j].gap > 1 or row[j].joined:
        return False
    told = row[j].reading(Kind.TRIGGER)
    return told is not None and told.form.is_active_verb and all(c.sort is not Sort.ACTOR for c in row[j:governor])


def sets_off(bomb: Chunk) -> bool:
    """Tell whether a phrase for a bomb begins with the verb of who set it off: "X |blew up an explosive device| in A"."""
    return bomb.text.removeprefix("و") in tables()["phrases"]["set_off"]


def is_said_between(scene: Scene, governor: int, k: int) -> bool:
    """Tell whether somebody begins to speak between an act and the actor, whose man he is: "the attack, |and said| the inspector of [l-] the police"."""
    if scene.row[k].that:
        return False
    told = (scene.row[j].reading(Kind.SOURCE) for j in range(max(governor + 1, k - _SAID), k))
    return any(said is not None and said.form.pos is Pos.VERB for said in told)


_SAID: Final = 3
"""Chunks from a verb of saying to whose man speaks: his name and rank."""


def by_another_act(scene: Scene, k: int) -> str:
    """Give the rule by which an actor belongs to what came before or after the act: air defences that met it, who is avenged by it."""
    if _REPELS in scene.marks and _meets_it(scene, k):
        return "roles.meets_it"
    if by_the_way := named_by_the_way(scene, k):
        return by_the_way
    if _AVENGES not in scene.marks or scene.trigger is None or k < scene.trigger:
        return ""
    return "roles.avenged" if _AVENGES in [chunk.particle for chunk in scene.row[scene.trigger + 1 : k]] else ""


def _meets_it(scene: Scene, k: int) -> bool:
    """Tell whether an actor is whose air defences met a strike, the word for it right beside him."""
    near = (j for j in (k - 1, k + 1) if scene.lo <= j < scene.hi)
    return any(is_met_in_the_air(scene.row, scene.lo, scene.hi, j) for j in near)


_REPELS: Final = "failure"
"""Class of "met" and "beat off"."""
_AVENGES: Final = "avenges"


def opens_act(scene: Scene, k: int) -> bool:
    """Tell whether a state is the subject of the act's verb right behind it: "Russia shells …"."""
    row, chunk = scene.row, scene.row[k]
    if chunk.actor_cls != "country" or chunk.prep not in ("", "ان") or k + 1 >= scene.hi:
        return False
    j = k + 1
    while j < scene.hi and row[j].sort is Sort.ACTOR and row[j].joined:
        j += 1
    others = j > k + 1
    while j < scene.hi and row[j].sort is Sort.DATE:
        j += 1  # "X and the factions loyal to it have |since morning| shelled"
    if j >= scene.hi or row[j].gap > (_WITH_OTHERS if others else 1):
        return False
    if row[j].has(_RAISED) and j + 1 < scene.hi and row[j + 1].prep in _ITS:
        return row[j + 1].entry(Kind.TRIGGER).tells_act  # "X had |stepped up| its attacks"
    after = reading_in_place(row, j, scene.lo, scene.hi)
    return after is not None and (after.form.pos is Pos.VERB or row[j].gap > 0) and row[j].prep == ""


_RAISED: Final = "particle.ongoing.raised"
_ITS: Final = ("", "من")
_WITH_OTHERS: Final = 4
"""Words between a state that a force stands beside and the act: "X and the factions loyal to it |have since morning carried out| …"."""


def is_attacking(before: Chunk, chunk: Chunk) -> bool:
    """Tell whether the word is "the attacking of", whose object the actor is: "after they tried |to attack| X", not "attackers of X"."""
    return before.text.endswith(_ATTACKING) and not chunk.prep and not before.text.startswith(_THE)


_ATTACKING: Final = "ه"
"""Ending of the verbal noun, which is spelt like a woman who attacks."""
_THE: Final = "ال"


def is_believed_theirs(scene: Scene, k: int) -> bool:
    """Tell whether an act, or the aircraft that did it, is believed to be a state's: "a raid|, believed to be| Jordanian", "aircraft said to |belong to| America"."""
    row, at = scene.row, k - 2
    if row[k - 1].particle == "link":
        return any(c.reading(Kind.WEAPON) is not None for c in row[max(scene.lo, k - 3) : k - 1])
    if at < scene.lo or row[k - 1].particle != _HEDGE:
        return False
    if row[at].text == "," and at > scene.lo:
        at -= 1
    return any(row[at].reading(kind) is not None for kind in (Kind.TRIGGER, Kind.WEAPON, Kind.FORCE))


_HEDGE: Final = "hedge"


def fired_between(scene: Scene, governor: int, k: int) -> bool:
    """Tell whether only what was fired stands between an act and who fired it: "shelling with guided rockets, |from| X"."""
    between = scene.row[governor + 1 : k]
    if not between and scene.family == "fire" and k + 1 < scene.hi and scene.row[k].gap <= _ADJECTIVES:
        return scene.row[k + 1].prep == "علي"  # "a very heavy shelling |from| X |on| houses"
    return scene.row[k].gap <= 1 and all(c.text == "," or c.reading(Kind.WEAPON) is not None for c in between)


_ADJECTIVES: Final = 4
"""Unread words that say how heavy the fire was, and "from"."""


def is_stricken(scene: Scene, k: int) -> bool:
    """Tell whether what nobody reads strikes a state, which is no doer: "a wave of violence that strikes |Turkey|"."""
    verb = scene.row[k - 1]
    told = verb.reading(Kind.TRIGGER)
    if told is None or told.form.pos is not Pos.VERB or verb.joined or verb.prep or verb.gap < _UNREAD:
        return False
    return scene.row[k].actor_cls == "country" and not (scene.row[k].gap or scene.row[k].prep)


_UNREAD: Final = 2
"""Unread words ahead of a verb that are its subject."""


def witnesses_say(scene: Scene, k: int, act: int) -> bool:
    """Tell whether somebody is cited for an act behind an actor: "X were moving arms, and |according to witnesses| the shelling hit …"."""
    return any(scene.row[j].entry(Kind.SOURCE).cls == "preposition" for j in range(k + 1, act))


def is_dealt(scene: Scene, governor: int, *, verb: bool) -> bool:
    """Tell whether an act is blows that somebody deals, "to" whom they hit: "dealt |blows to| X"."""
    return not verb and any(c.particle == _DEALS for c in scene.row[max(scene.lo, governor - _DEALT) : governor])


_DEALS: Final = "deals"
_DEALT: Final = 3
"""Chunks between "dealt" and the blows: the doer and the day stand between."""


def is_foe_of_taken(scene: Scene, k: int, parts: Sequence[Part]) -> bool:
    """Tell whether "against" says whom those who were taken fight: "X abducted ten men |of Y| who had come for a battle |against| Z"."""
    if scene.family != "abduction" or scene.row[k].prep != "ضد":
        return False
    return any(p.role is Role.TARGET and p.ids for p in parts)


def is_fired(scene: Scene, k: int) -> bool:
    """Tell whether a chunk is a weapon "by" which somebody died, of which the verb behind it tells who fired it; not "by drone |a blow| that hit", spelt like "hit it"."""
    hits = scene.row[k + 2] if k + 2 < scene.hi and not (scene.row[k + 2].gap or scene.row[k + 2].joined) else None
    told = hits.reading(Kind.TRIGGER) if hits is not None else None
    by = scene.row[k].prep == "ب" and Kind.WEAPON in scene.row[k].senses
    return by and not (told is not None and told.form.is_active_verb)


def is_one_aimed_at(scene: Scene, k: int, at: Sequence[str]) -> bool:
    """Tell whether "at", one of ``at``, stands before how many of the actor's men: "opened fire |at one of| the members of X"."""
    chunk, count = scene.row[k], scene.row[k - 1]
    if k == scene.lo or chunk.gap != (chunk.prep == "من") or chunk.joined or chunk.prep not in ("", "من"):
        return False
    return counts(count.mention) and count.prep in at


def stands_free(chunk: Chunk) -> bool:
    """Tell whether nothing joins an actor to the one right before it: "a device that X laid |hit| a patrol of [l-] Y"."""
    return chunk.is_free and not (chunk.prep or chunk.joined or chunk.gap)
