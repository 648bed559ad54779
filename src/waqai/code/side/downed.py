"""Who shot down whose machine: "the aircraft of X shot down a drone of Y's", "a drone of Y's that X shot down"."""

from __future__ import annotations

from typing import Final

from waqai.code.clause.scene import Role, Scene
from waqai.code.clause.voice import reading_in_place
from waqai.code.deed.turned import DESTROYS
from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort

_DOWNS: Final = frozenset({"trigger.shoot_down", "trigger.shoot_down.intercept", "trigger.intercept"})
_INTERCEPTION: Final = "interception"
WARDS_OFF: Final = "roles.wards_off"
"""Rule of who stands right behind the verb of warding off."""
_WARDS_OFF: Final = "trigger.ward_off"
_CAUGHT: Final = _DOWNS | {_WARDS_OFF}
_BROUGHT: Final = "trigger.shoot_down"


def by_downing(scene: Scene, k: int) -> tuple[Role, str] | None:
    """Read the actor at chunk ``k`` as whose machine was shot down, or as who did it with his own; ``None`` elsewhere."""
    at, chunk = scene.trigger, scene.row[k]
    if (
        at is None
        or chunk.joined
        or not (scene.row[at].has_any(_CAUGHT) or _caught_it(scene, k) or _is_intercepted(scene, k))
    ):
        return None
    if (taken_up := _of_its_downing(scene, at, k)) is not None:
        return taken_up
    if chunk.prep:
        return None
    if chunk.is_land and _is_intercepted(scene, k):
        return Role.TARGET, "roles.whose_weapon"
    told = reading_in_place(scene.row, at, scene.lo, scene.hi)
    if told is None:
        return None
    if told.entry.method == _INTERCEPTION and _caught_it(scene, k):
        return Role.AGENT, "roles.subject_after_verb"
    if told.entry.id == _WARDS_OFF and k == at + 1 and not chunk.gap and told.form.is_active_verb:
        return Role.AGENT, WARDS_OFF  # the verb has no object but behind "to"
    if told.entry.id not in _DOWNS:
        return None
    relative = told.form.pos is Pos.VERB and bool(told.form.suffix) and not scene.row[at].joined
    if k == at + 1 and not chunk.gap and (relative or (k + 1 < scene.hi and _is_machine(scene.row[k + 1]))):
        return Role.AGENT, "roles.subject_after_verb"
    if k == at - 1:
        theirs = _is_machine(chunk) or (k > scene.lo and scene.row[k - 1].reading(Kind.WEAPON) is not None)
        return (Role.TARGET, "roles.machine_hit") if theirs and relative and not scene.row[at].gap else None
    if not _is_machine(chunk):
        return None
    return (Role.TARGET, "roles.machine_hit") if k > at and told.entry.id == _BROUGHT else None


def _of_its_downing(scene: Scene, at: int, k: int) -> tuple[Role, str] | None:
    """Read the actors around "its downing": whose machine stands ahead, who did it behind "by": "the fall of |a drone of X's| after its interception |by [min] Y|"."""
    told = scene.row[at].reading(Kind.TRIGGER)
    if told is None or told.entry.id not in _DOWNS or told.form.pos is Pos.VERB or not told.form.suffix:
        return None
    if k == at + 1 and scene.row[k].prep == _BY and not scene.row[k].gap:
        return Role.AGENT, "roles.agent"
    return (Role.TARGET, "roles.whose_weapon") if k < at and _is_machine(scene.row[k]) else None


_BY: Final = "من"


def brought_down_by(scene: Scene, k: int, cls: str) -> tuple[Role, str]:
    """Read the actor behind "by", a particle of class ``cls``, where machines are shot down: who did it, or whose the machine was: "the downing of a drone |by| X", "of a drone launched |by| X"."""
    at = scene.trigger
    if cls == _PARTNER:
        return Role.AGENT, "roles.partner"
    if cls == "agent" and at is not None and at < k and scene.row[at].has_any(_DOWNS):
        if all(scene.row[j].reading(Kind.TRIGGER) is None for j in range(at + 1, k)):
            return Role.AGENT, "roles.agent"
    return Role.TARGET, "roles.whose_weapon"


_PARTNER: Final = "partner"


def _caught_it(scene: Scene, k: int) -> bool:
    """Tell whether a relative verb says who caught what came down: "the downing of a drone |that X intercepted|"."""
    if k == scene.lo or scene.row[k].gap or Kind.TRIGGER not in scene.row[k - 1].senses:
        return False
    verb = scene.row[k - 1].reading(Kind.TRIGGER)
    return verb is not None and verb.entry.id in _DOWNS and verb.form.pos is Pos.VERB and bool(verb.form.suffix)


def _is_machine(chunk: Chunk) -> bool:
    """Tell whether a chunk names an aircraft or a gun by whose it is, and no preposition stands before it."""
    return chunk.sort is Sort.ACTOR and bool(chunk.actor_method) and not chunk.prep and not chunk.joined


def is_destroyed(scene: Scene, k: int) -> bool:
    """Tell whether an actor's machine or gun is what an act destroys: "the destruction of |a tank of X's|", "the rebels wrecked |a cannon of X|"."""
    chunk, senses = scene.row[k], scene.row[k - 1].senses
    if k == scene.lo or not (Kind.TRIGGER in senses or Kind.WEAPON in senses):
        return False
    if not _is_machine(chunk):
        return Kind.WEAPON in senses and _is_gun_of(scene, k) and _wrecks(scene, k - 1)
    before = senses.get(Kind.TRIGGER)
    if chunk.gap or before is None or before.form.pos is Pos.VERB:
        return False
    return _is_wreck(before) and before.entry.id != _MANAGED  # "|managed| a drone to destroy"


def _is_gun_of(scene: Scene, k: int) -> bool:
    """Tell whether a gun stands right before its owner: "|a heavy gun| of [l-] X"."""
    gun, owner = scene.row[k - 1], scene.row[k]
    return (
        gun.entry(Kind.WEAPON).id in _GUNS
        and not (gun.prep or gun.joined or owner.joined)
        and owner.prep in ("", "ل")
        and owner.gap <= 1
    )


def _wrecks(scene: Scene, at: int) -> bool:
    """Tell whether a word for wrecking stands before a gun, its doers between where it is a verb."""
    j = at - 1
    while j > scene.lo and scene.row[j].sort is Sort.ACTOR and not scene.row[j].prep:
        j -= 1
    told = scene.row[j].senses.get(Kind.TRIGGER) if j >= scene.lo else None
    return told is not None and _is_wreck(told) and (j == at - 1 or told.form.pos is Pos.VERB)


def _is_wreck(told: Reading) -> bool:
    return told.entry.id in DESTROYS or told.entry.id.startswith(_WRECKS)


_WRECKS: Final = "trigger.destroy"
_GUNS: Final = frozenset(
    {f"weapon.{gun}" for gun in ("gun", "launcher", "tank", "anti_aircraft", "mortar", "shell", "rpg")}
)


def _is_intercepted(scene: Scene, k: int) -> bool:
    """Tell whether what stands before an actor is his weapon, which somebody shot down: "intercepted rockets |of Israel|", not "downed with rockets of …"."""
    if scene.family != "disrupted" or scene.trigger is None or not scene.trigger < k - 1:
        return False
    at = k - 1
    act = scene.row[at].reading(Kind.TRIGGER)
    if act is not None and act.form.pos is not Pos.VERB and not scene.row[at].prep and at - 1 > scene.trigger:
        at -= 1  # "rockets |of the aggression| of Israel"
    weapon = scene.row[at]
    return weapon.reading(Kind.WEAPON) is not None and weapon.prep in ("", "ل") and scene.row[k].gap <= 1


_MANAGED: Final = "trigger.destroy.manage"
