"""What holds of all parts of a clause together: an attack beaten off, one subject for one act, the sides of a clash."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.code.clause.scene import Part, Role, Scene
from waqai.code.clause.voice import reading_in_place
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.actor.camps import tables
from waqai.tag.chunks import Chunk, Sort

_REPEL: Final = "particle.repel"
_ATTACKS: Final = frozenset(
    {
        "trigger.assault",
        "trigger.attempted_infiltration",
        "trigger.battle",
        "trigger.clash",
        "trigger.confrontation",
        "trigger.storming",
        "trigger.capture",
        "trigger.its_capture",
    }
)
"""Acts that a side can beat off; a bomb is defused, a drone shot down."""
_AHEAD: Final = "roles.subject"
_OWN_DOER: Final = frozenset({"roles.act_of", "roles.agent"})
"""Rules by which an act's own words name its doer: whoever stands ahead of it did something else."""


def turn_repelled(scene: Scene, parts: list[Part]) -> list[Part]:
    """Give the sides of an attack that was beaten off: who repels is the one attacked (codebook section 3, ruling 21).

    Nothing when none was.
    """
    at = _repelled_at(scene)
    if at is None or any(_strikes(scene, p) for p in parts if p.at < (scene.trigger or 0)):
        return []
    if not any(_attacks(scene, p, at) for p in parts):
        return _turned_on_the_dead(parts) or _only_repels(scene, parts, at)
    turned: list[Part] = []
    for p in parts:
        with_before = bool(turned) and p.rule == "roles.and"
        turned.append(msgspec.structs.replace(turned[-1], at=p.at, ids=p.ids) if with_before else _turned(scene, p, at))
    return turned


def _strikes(scene: Scene, part: Part) -> bool:
    """Tell whether a part is aircraft or artillery: who beats off with these strikes himself."""
    return bool(getattr(scene.row[part.at].mention, "method", ""))


def _turned_on_the_dead(parts: list[Part]) -> list[Part]:
    """Take for the attackers of a beaten-off attack, where nobody else is named, whose men died in it."""
    ours = {i for p in parts if p.role in (Role.AGENT, Role.SIDE) for i in p.ids}
    dead = [p for p in parts if p.role is Role.TARGET and p.rule == "roles.victim" and not set(p.ids) & ours]
    if not ours or not dead:
        return []
    return [
        msgspec.structs.replace(p, role=Role.AGENT, rule="roles.repelled")
        if p in dead
        else msgspec.structs.replace(p, role=Role.TARGET, rule="roles.repels")
        if p.role in (Role.AGENT, Role.SIDE) and p.ids
        else p
        for p in parts
    ]


def _only_repels(scene: Scene, parts: list[Part], at: int) -> list[Part]:
    """Take who beats off an attack of nobody named for the one attacked: "the special forces |beat off an attack| in A"."""
    named = [p for p in parts if p.ids and p.role is not Role.NONE]
    if not named or any(p.role is not Role.AGENT for p in named) or any(p.rule != "roles.and" for p in named[1:]):
        return []
    if scene.row[at].reading(Kind.TRIGGER) is None and scene.trigger == at:
        return []
    return [
        msgspec.structs.replace(p, role=Role.TARGET, rule="roles.repels") if p.role is Role.AGENT and p.ids else p
        for p in parts
    ]


def turn_lost(scene: Scene, parts: list[Part]) -> list[Part]:
    """Give the sides of a place that was lost: "X lost A |to| Y". Nothing where none was."""
    if scene.trigger is None or not scene.row[scene.trigger].has(_LOSE_TO):
        return []
    winner = next((p for p in parts if p.at > scene.lo and scene.row[p.at - 1].particle == "for_group"), None)
    if winner is None:
        return []
    return [
        msgspec.structs.replace(p, role=Role.AGENT if p is winner else Role.TARGET, rule="roles.fell_to")
        if p is winner or p.role in (Role.AGENT, Role.SIDE)
        else p
        for p in parts
    ]


_LOSE_TO: Final = "trigger.lose_to"


def _repelled_at(scene: Scene) -> int | None:
    row = scene.row
    if scene.trigger is None:
        return None
    if not _names_attack(row[scene.trigger]):
        return None
    return next((k for k in range(scene.lo, scene.trigger + 1) if row[k].has(_REPEL)), None)


def _attacks(scene: Scene, part: Part, at: int) -> bool:
    """Tell whether a part stands behind the repelled attack: "of", "which … launched"."""
    if not part.ids or part.at <= at:
        return False
    behind = part.at > (scene.trigger or 0) and (
        scene.trigger != at or scene.row[part.at].prep == "ل" or part.at > at + 1
    )
    from_whom = scene.row[part.at].prep == "من" and _names_attack(scene.row[part.at - 1])
    return behind and (
        from_whom or part.role is Role.AGENT or part.rule in _OF_ATTACK or scene.row[part.at].prep == "ل"
    )


def _names_attack(chunk: Chunk) -> bool:
    return chunk.entry(Kind.TRIGGER).id in _ATTACKS


_OF_ATTACK: Final = frozenset({"roles.act_of", "roles.agent", "roles.second_side", "roles.object_with_l", "roles.and"})


def _turned(scene: Scene, part: Part, at: int) -> Part:
    if _attacks(scene, part, at):
        return msgspec.structs.replace(part, role=Role.AGENT, rule="roles.repelled")
    if part.role in (Role.AGENT, Role.SIDE) and part.ids:
        return msgspec.structs.replace(part, role=Role.TARGET, rule="roles.repels")
    return part


def keep_one_subject(scene: Scene, parts: list[Part]) -> list[Part]:
    """Let an act have one subject: of several that stand ahead of it, the one right before it, with all that "and" joins to it.

    A noun with a pronoun ("after |its| taking of") goes on about the first.
    """
    ahead = _nominative(scene, [p for p in parts if p.rule == _AHEAD])
    parts = [_set_aside(scene, p) if p.rule == _AHEAD and p not in ahead else p for p in parts]
    if not ahead or scene.trigger is None:
        return parts
    trigger = scene.row[scene.trigger].reading(Kind.TRIGGER)
    if trigger is not None and not trigger.form.suffix and any(_is_own_doer(scene, p) for p in parts):
        return [_set_aside(scene, p) if _group(parts, p) in ahead else p for p in parts]
    if len(ahead) < 2:
        return parts
    kept = ahead[0] if trigger is not None and trigger.form.suffix else ahead[-1]
    if kept is ahead[-1] and not _is_right_before(scene, parts, kept):
        return parts
    return [
        _set_aside(scene, p)
        if _group(parts, p) in ahead and _group(parts, p) is not kept and abs(p.at - kept.at) > 1
        else p
        for p in parts
    ]


def _nominative(scene: Scene, ahead: list[Part]) -> list[Part]:
    """Leave out of several subjects those in another case: "went on pursuing |the rebels|, and managed to take A"."""
    upright = [p for p in ahead if scene.row[p.at].that or not scene.row[p.at].text.endswith(_OBLIQUE)]
    return upright or ahead


_OBLIQUE: Final = "ين"


def _is_own_doer(scene: Scene, part: Part) -> bool:
    """Tell whether a verbal noun, or a passive, has its doer behind it with no other act between."""
    assert scene.trigger is not None
    if part.rule not in _OWN_DOER or not part.ids or part.at < scene.trigger:
        return False
    told = reading_in_place(scene.row, scene.trigger, scene.lo, scene.hi)
    if told is None or (told.form.is_active_verb and told.entry.kind is Kind.TRIGGER):
        return False
    return all(scene.row[k].reading(Kind.TRIGGER) is None for k in range(scene.trigger + 1, part.at))


def _set_aside(scene: Scene, part: Part) -> Part:
    """Take a subject for that of another verb; before a verb of dying, for who died: "six of X |were killed| by …"."""
    after = scene.row[part.at + 1]
    harm = after.reading(Kind.HARM)
    if harm is not None and harm.form.pos is Pos.VERB and not after.gap and not after.joined:
        return msgspec.structs.replace(part, role=Role.TARGET, rule="roles.victim_before_verb")
    return msgspec.structs.replace(part, role=Role.NONE, rule="roles.other_subject")


def _is_right_before(scene: Scene, parts: list[Part], part: Part) -> bool:
    """Tell whether nothing but what is joined to it stands between a subject and the act."""
    assert scene.trigger is not None
    last = max(p.at for p in parts if _group(parts, p) is part)
    return scene.trigger - last == 1 and scene.row[scene.trigger].gap <= 1


def _group(parts: list[Part], part: Part) -> Part:
    """Give the part that "and", or another name for the same, joins this one to."""
    at = parts.index(part)
    while at > 0 and parts[at].rule in ("roles.and", "roles.apposition"):
        at -= 1
    return parts[at]


def with_fellows(scene: Scene, parts: list[Part]) -> list[Part]:
    """Add, as whom he hit, the force of one who shot at his own: "a soldier of X opened fire on |his fellows|" (ruling 16)."""
    doers = [p for p in parts if p.role is Role.AGENT and p.ids]
    if scene.family not in _SHOT or scene.trigger is None or len(doers) != 1:
        return parts
    if any(p.role is Role.TARGET and p.ids for p in parts):
        return parts
    words = tables()["fellows"]["words"]
    at = next((k for k in range(doers[0].at + 1, scene.hi) if scene.row[k].text in words), -1)
    if at < 0 or scene.row[at].joined:
        return parts
    return [*parts, Part(at, doers[0].ids, Role.SIDE, FELLOWS)]


FELLOWS: Final = "roles.fellows"
_SHOT: Final = frozenset({"violence", "open", "bomb"})


def is_other_side(scene: Scene, parts: Sequence[Part], k: int) -> bool:
    """Tell whether "and" brings another side of a fight, by itself or in a word before it: "between X |and the alliance of| Y"."""
    chunk = scene.row[k]
    if not parts or parts[-1].role is not Role.SIDE or chunk.gap > _ON_ONE_SIDE:
        return False
    if chunk.joined:
        return True
    between = [p for p in parts if p.rule in ("roles.between", "roles.and") and p.role is Role.SIDE]
    return scene.is_clash and chunk.linked and not chunk.prep and len(between) == 1


_ON_ONE_SIDE: Final = 3
"""Unread words between two sides: "between X |on the one side| and Y"."""


def is_alone(scene: Scene, k: int) -> bool:
    """Tell whether "between" has one side only: "fighting among the mercenaries in …" (ruling 16)."""
    if k + 1 >= scene.hi:
        return True
    after = scene.row[k + 1]
    if after.sort is Sort.STOP:
        return after.gap == 0 and after.text in ".;"
    return after.sort is Sort.PLACE and not after.joined and after.gap == (1 if after.prep == "في" else 0)
