"""The object of an act's noun or verb: "the targeting of X" hit X, "the targeting by X of a house" was X's (design section 3.4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.camps import foes_of
from waqai.code.clause.scene import Part, Role, Scene
from waqai.code.deed.doubtful import sets_off_day
from waqai.code.deed.turned import DESTROYS
from waqai.code.side.hurt import is_hit_with, is_mate
from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.actor.camps import tables
from waqai.tag.actor.find import ActorPhrase
from waqai.tag.actor_words import FLIES, THE
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.tail import is_at_least
from waqai.tag.place.find import PlacePhrase

TAKES_VICTIM: Final = frozenset(
    {
        "trigger.fire_at",
        "trigger.arrest",
        "trigger.assassination",
        "trigger.kidnapping",
        "trigger.sniper",
        "trigger.expel.out",
    }
)
"""Verbal nouns that are followed by whom they hit, unless an object comes later."""


def is_undone(chunk: Chunk, trigger: Reading) -> bool:
    """Tell whether it is a group's cell that was broken up, or its machines were destroyed: "the breaking up of |a cell of X|", "the destruction of three |tanks of X|"."""
    if chunk.prep or chunk.gap:
        return False
    if trigger.entry.id in DESTROYS:
        return bool(chunk.actor_method) and chunk.actor_method not in FLIES
    return trigger.entry.id == "trigger.dismantle_cell" and chunk.called[:1] == (_CELL,)


_CELL: Final = "force.forces"


def act_upon(scene: Scene, k: int, governor: int, *, has_agent: bool) -> tuple[Role, str] | None:
    """Read an actor behind "the targeting of": whom it hit, or who did it, where whom it hit comes behind him."""
    if not has_agent:
        if _deals(scene.row[governor]) and not (scene.row[k].prep or scene.row[k].gap):
            return Role.AGENT, "roles.act_of"
        if _foes_died(scene, k, governor):
            return None
        alone = scene.row[k].men == _ONE or not (object_follows(scene, k) or hurt_the_unarmed(scene, governor))
        return (Role.TARGET, "roles.act_upon") if alone else None
    if scene.row[k].gap:
        return None
    if object_follows(scene, k):
        return Role.AGENT, "roles.act_of"  # "ten men of X died |as Y targeted| a house"
    return Role.TARGET, "roles.act_upon"  # "X managed the sniping |of a man of Y's|"


_ONE: Final = "sg"
"""Of a man of a group: "the arrest of |So-and-so al-Huthi|"."""


def _deals(chunk: Chunk) -> bool:
    """Tell whether a noun is "the blows of", behind which stands who deals them: "|the strikes of| X on A", "|managed| X's guns to wreck"; "the targeting of X" hits him."""
    told = chunk.reading(Kind.TRIGGER)
    if told is None or told.entry.id == _MANAGED:
        return told is not None
    return told.form.pos is Pos.NOUN and told.form.text.startswith(_BLOW)


_BLOW: Final = "ضرب"
_MANAGED: Final = "trigger.destroy.manage"


def _foes_died(scene: Scene, k: int, governor: int) -> bool:
    """Tell whether an actor's enemies alone died in what he targeted, or was targeted in: "two men of X died |in the targeting by| Y"."""
    if scene.row[k].is_free:
        return False
    died = {i for v in scene.victims if v < governor for i in scene.row[v].ids}
    return bool(foes_of(scene.row[k].ids) & died) and died.isdisjoint(scene.row[k].ids)


def has_object_beside(scene: Scene, k: int) -> bool:
    """Tell whether a place or a position that was hit stands bare right behind an actor, who is then the subject whatever his case: "attacked X |the town of| A"."""
    row, j = scene.row, k + 1
    while j < scene.hi and is_mate(row, j):
        j += 1
    if j >= scene.hi or row[j].prep or row[j].joined or row[j].gap > 1:
        return False
    return row[j].entry(Kind.OBJECT).cls == "military" or _is_named_place(row[j])


def _is_named_place(chunk: Chunk) -> bool:
    return bool(chunk.place_kind) and chunk.sort is Sort.PLACE and not (chunk.prep or chunk.gap)


def is_driven_out(scene: Scene, k: int, governor: int) -> bool:
    """Tell whether an actor alone behind "driving out" was driven out: "|the rout of| X from A"; of two the first did it."""
    row, j = scene.row, k + 1
    told = row[governor]
    if told.entry(Kind.TRIGGER).id != _EXPEL or not told.text.endswith(_ROUT) or k - governor != 1:
        return False
    if row[k].text.endswith(_UPRIGHT):
        return False
    while j < scene.hi and is_mate(row, j):
        j += 1
    if j >= scene.hi or row[j].prep:
        return True
    after = row[j]
    return (
        after.sort not in (Sort.ACTOR, Sort.PERSON, Sort.NUMBER) and not {Kind.VICTIM, Kind.FORCE} & after.senses.keys()
    )


_EXPEL: Final = "trigger.expel"
_ROUT: Final = ("دحر", "طرد")
"""The noun and the verb of a "he", spelt alike."""
_UPRIGHT: Final = ("ون", "و")


def object_follows(scene: Scene, k: int) -> bool:
    """Tell whether whom it hit comes behind the actor: "the targeting by the forces of [l-] a house in …"."""
    row = scene.row
    for j in range(k + 1, min(k + _OBJECT, scene.hi)):
        after = row[j]
        if after.prep == "ل":
            return True
        if after.sort is Sort.DATE or after.reading(Kind.WEAPON) is not None or is_make(row, j) or is_at_least(after):
            continue  # "the targeting by X, |with two rockets at least|, of a car"
        if is_mate(row, j):
            continue  # "the targeting by X |and Y| of positions in …"
        if after.text == "," and j + 1 < scene.hi and _is_named_place(row[j + 1]):
            return True  # "by the forces of X with shells|, the village of| A"
        if sets_off_day(row, j, scene.hi):
            continue  # "by the forces of X|, on Sunday,| houses in A"
        if after.joined or after.prep or after.sort is Sort.STOP:
            return False
        if after.sort is Sort.PLACE and is_somebody(row[k]) and _lies_near(after):
            return False  # "the targeting of |a tank of Y's| east of A"
        thing = (
            after.sort is Sort.PLACE or after.reading(Kind.OBJECT) is not None or after.reading(Kind.VICTIM) is not None
        ) or (after.sort is Sort.ACTOR and not after.ids)
        return thing or after.sort in (Sort.NUMBER, Sort.PERSON)
    return False


def went_off_at(scene: Scene, k: int, *, near: bool) -> bool:
    """Tell whether an actor is at whom a bomb went off: "a charge |in [b-] a patrol of X|", "|near a convoy of X|", "they blew up a charge |in a tank of theirs|", "hit with a charge |a patrol of [l-] X|"."""
    chunk = scene.row[k]
    if not chunk.prep:
        return is_hit_with(scene, k)
    if chunk.prep == "ب":
        return near and (not chunk.gap or (chunk.gap == 1 and is_somebody(chunk)))
    if chunk.prep == _CLOSE_BY:
        return near and chunk.text.startswith(tuple(tables()["blast"]["passing"]))
    return chunk.prep == "في" and (chunk.is_free or (near and is_somebody(chunk)))


NEAR_POST: Final = "roles.near_post"
"""Rule of whose post a bomb went off near, which was aimed at it only where it hurt nobody else; or near whose others fought."""
_CLOSE_BY: Final = "قرب"


def is_laid_between(row: Sequence[Chunk], bomb: int, k: int) -> bool:
    """Tell whether only who laid it stands between a bomb and whom it hit: "a charge |that X had laid| went off at a patrol of Y"."""
    named = bomb + 1 < k and Kind.WEAPON in row[bomb + 1].senses  # "went off |a charge|"
    between = row[bomb + 1 + named : k]
    return bool(between) and between[0].particle == _AGENT and all(c.sort is Sort.ACTOR for c in between[1:])


_AGENT: Final = "agent"


def is_somebody(chunk: Chunk) -> bool:
    """Tell whether men or machines of a people are named as any of them, no aircraft: "|a patrol of theirs|", "|a tank|" of a make, not "the army of theirs"."""
    who = chunk.mention
    if not isinstance(who, ActorPhrase) or who.method in FLIES or chunk.text.startswith(THE):
        return False
    return bool(who.method) or (len(who.entries) == _HEAD_AND_PEOPLE and who.entries[-1].endswith(_OF_A_PEOPLE))


def _lies_near(chunk: Chunk) -> bool:
    place = chunk.mention
    return isinstance(place, PlacePhrase) and (bool(place.side) or place.relation != "in")


_OF_A_PEOPLE: Final = ".nationality"
_HEAD_AND_PEOPLE: Final = 2
_OBJECT: Final = 6
"""Chunks from the doer of a verbal noun up to its object: a day and its commas between."""


def is_make(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether a people's adjective says where shells were made, of which the model is named: "with Grad rockets |of Russia|"."""
    if row[k].actor_cls != "nationality" or not is_munition(row, k - 1):
        return False
    return bool(row[k].gap) or not row[k - 1].prep


def is_munition(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether a chunk is what is fired, "with" before it or before the kind of which it is a model: "|with shells (Krasnopol)|"."""
    at = k - 1 if k and _is_shell(row[k]) and not row[k].prep else k
    return row[at].prep == "ب" and _is_shell(row[at])


def _is_shell(chunk: Chunk) -> bool:
    return chunk.entry(Kind.WEAPON).id in _MUNITIONS


_MUNITIONS: Final = frozenset(
    {"weapon.shell", "weapon.rocket", "weapon.missile", "weapon.mortar", "weapon.cluster", "weapon.vacuum_missile"}
)


def hurt_the_unarmed(scene: Scene, governor: int) -> bool:
    """Tell whether an act is the cause of harm to civilians alone: "a man died |because of the targeting by| X"."""
    row = scene.row
    if governor == scene.lo or row[governor - 1].particle != _CAUSE or scene.family == "bomb":
        return False
    hurt = [v for j in range(scene.lo, governor) if (v := row[j].reading(Kind.VICTIM)) and v.entry.id != _OTHERS]
    harmed = any(row[j].reading(Kind.HARM) is not None for j in range(scene.lo, governor))
    return harmed and bool(hurt) and all(v.entry.who == "civilians" for v in hurt)


_CAUSE: Final = "cause"
_OTHERS: Final = "victim.other"
"""Who was hurt besides, of whom the words before say what they are: "three children died and nine |others| were hurt"."""


def as_enemy(scene: Scene, part: Part) -> Part:
    """Read a foe of whoever did it: hit, where he stands right behind the noun of a deed that is done to men: "X announced |the targeting of Y|"."""
    act = scene.row[part.at - 1].entry(Kind.TRIGGER).id if part.at - 1 == scene.trigger else ""
    if act in TAKES_VICTIM and part.rule == "roles.act_of":
        return part.turned(Role.TARGET, "roles.act_upon")
    return part.turned(Role.NONE, "roles.enemy_of_doer")
