"""What holds of all parts of a clause together: an attack beaten off, one subject for one act, the sides of a clash."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.camps import foes_of
from waqai.code.clause.scene import BEATEN_OFF, BEATS_OFF, DOERS, HELPED, Part, Role, Scene, ids_of
from waqai.code.clause.voice import reading_in_place
from waqai.code.side.repelled import names_attack, repelled_at
from waqai.code.side.upon import as_enemy
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.actor.camps import tables
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.tail import counts

_AHEAD: Final = "roles.subject"
_OWN_DOER: Final = frozenset({"roles.act_of", "roles.agent"})
"""Rules by which an act's own words name its doer: whoever stands ahead of it did something else."""


def turn_repelled(scene: Scene, parts: list[Part]) -> list[Part]:
    """Give the sides of an attack that was beaten off: who repels is the one attacked (codebook section 3, ruling 21).

    Nothing when none was.
    """
    at = repelled_at(scene)
    if at is None or any(_strikes(scene, p) for p in parts if p.at < (scene.trigger or 0) and p.rule not in HELPED):
        return []
    attackers = [p for p in parts if _attacks(scene, p, at)] or _whose_men_died(parts)
    if not attackers and not _only_repels(scene, parts, at):
        return []
    turned: list[Part] = []
    foes = foes_of(ids_of(p for p in attackers if p.rule not in HELPED))
    for p in parts:
        if turned and p.rule == "roles.and":
            turned.append(p.turned(turned[-1].role, turned[-1].rule))
        elif p.rule in HELPED and not foes.isdisjoint(p.ids):
            turned.append(p.turned(Role.TARGET, p.rule))  # "beat it off |with air cover from| X"
        elif p in attackers:
            turned.append(p.turned(Role.AGENT, BEATEN_OFF))
        else:
            turned.append(p.turned(Role.TARGET, BEATS_OFF) if p.role in DOERS and p.ids else p)
    return turned


def _strikes(scene: Scene, part: Part) -> bool:
    """Tell whether a part is aircraft or artillery: who beats off with these strikes himself."""
    return bool(scene.row[part.at].actor_method)


def _whose_men_died(parts: list[Part]) -> list[Part]:
    """Take for the attackers of a beaten-off attack, where nobody else is named, whose men died in it."""
    ours = ids_of(p for p in parts if p.role in DOERS)
    return [p for p in parts if ours and p.role is Role.TARGET and p.rule == "roles.victim" and not set(p.ids) & ours]


def _only_repels(scene: Scene, parts: list[Part], at: int) -> bool:
    """Tell whether only who beats off an attack is named: "the special forces |beat off an attack| in A"."""
    named = [p for p in parts if p.ids and p.role is not Role.NONE]
    if not named or any(p.role is not Role.AGENT for p in named) or any(p.rule != "roles.and" for p in named[1:]):
        return False
    return scene.row[at].reading(Kind.TRIGGER) is not None or scene.trigger != at


def _attacks(scene: Scene, part: Part, at: int) -> bool:
    """Tell whether a part stands behind the repelled attack: "of", "which … launched"."""
    if not part.ids or part.at <= at:
        return False
    behind = part.at > (scene.trigger or 0) and (
        scene.trigger != at or scene.row[part.at].prep == "ل" or part.at > at + 1
    )
    from_whom = scene.row[part.at].prep == "من" and names_attack(scene.row[part.at - 1])
    return behind and (
        from_whom or part.role is Role.AGENT or part.rule in _OF_ATTACK or scene.row[part.at].prep == "ل"
    )


_OF_ATTACK: Final = frozenset({"roles.act_of", "roles.agent", "roles.second_side", "roles.object_with_l", "roles.and"})


def keep_one_subject(scene: Scene, parts: list[Part]) -> list[Part]:
    """Let an act have one subject: of several that stand ahead of it, the one right before it, with all that "and" joins to it.

    A noun with a pronoun ("after |its| taking of") goes on about the first.
    """
    ahead = [p for p in parts if p.rule == _AHEAD]
    if not ahead:
        return parts
    ahead = _nominative(scene, ahead)
    parts = [_set_aside(scene, p) if p.rule == _AHEAD and p not in ahead else p for p in parts]
    if scene.trigger is None:
        return parts
    trigger = scene.row[scene.trigger].reading(Kind.TRIGGER)
    if trigger is not None and trigger.form.is_active_verb and _is_right_before(scene, parts, ahead[-1]):
        parts = [_set_aside(scene, p) if _is_of_verb_before(scene, parts, p) else p for p in parts]
    if trigger is not None and not trigger.form.suffix and any(_is_own_doer(scene, p) for p in parts):
        return [_set_aside(scene, p) if group_of(parts, p) in ahead else p for p in parts]
    if len(ahead) < 2:
        return parts
    kept = ahead[0] if trigger is not None and trigger.form.suffix else ahead[-1]
    if kept is ahead[-1] and not _is_right_before(scene, parts, kept):
        return parts
    return [
        _set_aside(scene, p)
        if group_of(parts, p) in ahead and group_of(parts, p) is not kept and abs(p.at - kept.at) > 1
        else p
        for p in parts
    ]


def keep_one_camp(scene: Scene, parts: list[Part]) -> list[Part]:
    """Let enemies do no act together: whom its own words name did it, else the first of those ahead of it: "X wrecked the lines |of Y|, and battles broke out".

    Whom "and" joins did it both, save to each other: "X |and Y| shelled the town", "accused each other of it".
    """
    if len(parts) < 2 or scene.family in _TOGETHER:
        return parts
    doers = [p for p in parts if p.role is Role.AGENT and p.ids and p.rule not in HELPED]
    if len(doers) < 2:
        return parts
    kept = min(doers, key=lambda p: (p.rule not in _MARKED, group_of(parts, p).rule == _AHEAD, p.at))
    foes = foes_of(kept.ids)
    apart = [
        p for p in doers if foes & set(p.ids) and (scene.is_clash or group_of(parts, p) is not group_of(parts, kept))
    ]
    return [as_enemy(scene, p) if p in apart else p for p in parts]


_MARKED: Final = frozenset({"roles.agent", "roles.claims", "roles.accused"})
"""Rules by which a word marks the doer."""
_TOGETHER: Final = frozenset({"release", ""})
"""Families of acts that enemies do together: they exchange prisoners."""


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


def _is_of_verb_before(scene: Scene, parts: list[Part], part: Part) -> bool:
    """Tell whether a part is the subject of a verb ahead of the act's: "|settlers| stormed A, guarded by X |who arrested| three"."""
    first = group_of(parts, part)
    return first.rule == "roles.subject_after_verb" and first.at < (scene.trigger or 0)


def set_own_aside(scene: Scene, parts: list[Part]) -> list[Part]:
    """Take no one ahead of an act's noun for its doer whose own men or posts it hit: "X is on alert after an attack on a post of X"."""
    told = scene.row[scene.trigger].reading(Kind.TRIGGER) if scene.trigger is not None else None
    if told is None or told.form.is_active_verb or scene.family == "raid":
        return parts
    hit = {p.ids for p in parts if p.role is Role.TARGET and p.rule in _OF_THEIRS}
    return [_set_aside(scene, p) if p.rule == _AHEAD and p.role is Role.AGENT and p.ids in hit else p for p in parts]


_OF_THEIRS: Final = frozenset({"roles.owner_of_object", "roles.member_of", "roles.victim"})
"""Rules by which an act hit men or posts of somebody."""


def _set_aside(scene: Scene, part: Part) -> Part:
    """Take a subject for that of another verb; before a verb of dying, for who died: "six of X |were killed| by …"."""
    after = scene.row[part.at + 1]
    harm = after.reading(Kind.HARM)
    if harm is not None and harm.form.pos is Pos.VERB and not after.gap and not after.joined:
        return part.turned(Role.TARGET, "roles.victim_before_verb")
    return part.turned(Role.NONE, "roles.other_subject")


def _is_right_before(scene: Scene, parts: list[Part], part: Part) -> bool:
    """Tell whether nothing but what is joined to it stands between a subject and the act."""
    assert scene.trigger is not None
    last = max(p.at for p in parts if group_of(parts, p) is part)
    return scene.trigger - last == 1 and scene.row[scene.trigger].gap <= 1


def group_of(parts: list[Part], part: Part) -> Part:
    """Give the part that "and", or another name for the same, joins this one to."""
    at = parts.index(part)
    while at > 0 and parts[at].rule in ("roles.and", "roles.apposition"):
        at -= 1
    return parts[at]


def is_struck(parts: list[Part], chunk: Chunk, k: int) -> bool:
    """Tell whether an actor stands right behind all who inflicted something: "X and Y inflicted |on Z| heavy losses"."""
    if k - parts[-1].at != 1 or chunk.gap or chunk.prep:
        return False
    return group_of(parts, parts[-1]).rule == "roles.inflicts"


def with_fellows(scene: Scene, parts: list[Part]) -> list[Part]:
    """Add, as whom he hit, the force of one who shot at his own: "a soldier of X opened fire on |his fellows|" (ruling 16)."""
    if scene.family not in _SHOT or scene.trigger is None:
        return parts
    doers = [p for p in parts if p.role is Role.AGENT and p.ids]
    if len(doers) != 1:
        return parts
    hit = [p for p in parts if p.role is Role.TARGET and p.ids]
    if hit and scene.family == "violence" and doers[0].rule == "roles.subject_after_verb" and len(hit) == 1:
        own = hit[0].ids == doers[0].ids and counts(scene.row[hit[0].at - 1].mention)
        return [p.turned(Role.SIDE, FELLOWS) if own and p is hit[0] else p for p in parts]  # "X executed |four of X's|"
    if hit:
        return parts
    words = tables()["fellows"]["words"]
    at = next((k for k in range(doers[0].at + 1, scene.hi) if scene.row[k].text in words), -1)
    if at < 0:
        at = _one_of_his(scene, doers[0].at)
    if at < 0 or scene.row[at].joined:
        return parts
    return [*parts, Part(at, doers[0].ids, Role.SIDE, FELLOWS)]


def _one_of_his(scene: Scene, doer: int) -> int:
    """Find how many of his own men a doer killed, nobody else named before: "X executed in A |four of its leaders|"."""
    for k in range(doer + 1, scene.hi):
        chunk = scene.row[k]
        men = chunk.reading(Kind.VICTIM)
        if men is not None:
            his = men.entry.who == "combatants" and bool(men.form.suffix) and chunk.prep == "من" and not chunk.joined
            return k if his and counts(scene.row[k - 1].mention) else -1
        if chunk.sort in (Sort.ACTOR, Sort.PERSON) or chunk.particle == "agent":
            return -1
    return -1


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
    if scene.row[k].text.endswith(_OBLIQUE) and after.sort is Sort.WORD and not after.joined:
        return all(
            chunk.sort is not Sort.ACTOR for chunk in scene.row[k + 1 : scene.hi]
        )  # "between |two factions| led to"
    if after.sort is Sort.STOP:
        return after.gap == 0 and after.text == "."
    return after.sort is Sort.PLACE and not after.joined and after.gap == (1 if after.prep == "في" else 0)
