"""Whom a passive or an owner turns: "X was driven out |at the hands of| Y", "a house |of one of the men of| X", a group only named in a charge."""

from __future__ import annotations

from typing import Final

from waqai.code.clause.scene import Part, Role, Scene
from waqai.code.family import FAMILY
from waqai.code.side.sought import is_charge
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.number.find import NumberMention


def set_owners(scene: Scene, parts: list[Part]) -> list[Part]:
    """Take for no doer who owns what was hit through one of his, and who is only named in what men were arrested for."""
    return [
        p.turned(Role.AGENT, "roles.orders")
        if p.ids and scene.trigger == p.at + 2 and _imposes(scene, p.at)
        else _owned(scene, p)
        if p.role is Role.AGENT or p.rule in _IDLE
        else _of_loyal(scene, p)
        for p in parts
    ]


def _imposes(scene: Scene, k: int) -> bool:
    """Tell whether a relative clause says that the actor imposed a curfew, the act two chunks behind him: "among the men of X, |who imposed| a curfew"."""
    if scene.row[k + 2].entry(Kind.TRIGGER).method != _CURFEW:
        return False
    verb = scene.row[k + 1].reading(Kind.TRIGGER)
    imposed = verb is not None and verb.form.is_active_verb and scene.row[k + 1].has(_IMPOSES)
    return imposed and scene.row[k + 1].gap == 1 and not scene.row[k + 1].joined


_CURFEW: Final = "curfew"
_IMPOSES: Final = "trigger.establish"


def _of_loyal(scene: Scene, part: Part) -> Part:
    """Take for whom it was aimed at to whom the man is loyal whose house was hit: "shelled |the house of an officer loyal to| X"."""
    row, k = scene.row, part.at
    if part.role is not Role.NONE or k - 2 < scene.lo or row[k].gap or row[k - 1].particle not in _SERVES:
        return part
    for j in range(k - 2, max(scene.lo - 1, k - _NAMED), -1):
        if row[j].entry(Kind.OBJECT).cls in _THINGS:
            return part.turned(Role.TARGET, "roles.owner_of_object") if j < k - 2 else part
        # a brigadier is spelt as a brigade, before his name
        ranked = Kind.FORCE in row[j].senses and row[j + 1].sort is Sort.PERSON
        if not ranked and row[j].sort is not Sort.PERSON and row[j].entry(Kind.VICTIM).who != _FIGHTS:
            return part
    return part


_SERVES: Final = frozenset({"loyal", "link"})
_FIGHTS: Final = "combatants"
_THINGS: Final = frozenset({"civilian", "vehicle"})
_NAMED: Final = 7
"""Chunks between a house and whom its owner serves: his rank, his name."""


_ASIDE: Final = "roles.aside"
_IDLE: Final = frozenset({_ASIDE, "roles.loose"})


def _owned(scene: Scene, part: Part) -> Part:
    of_one = scene.row[part.at - 1].sort is Sort.NUMBER and (
        _is_of_one_of_his(scene, part.at) or _is_his_own(scene, part.at)
    )
    if of_one or _is_shared_by(scene, part.at):
        return part.turned(Role.TARGET, "roles.owner_of_object")
    if part.rule in _IDLE:
        return part.turned(Role.TARGET, "roles.rides") if _rides_in_it(scene, part.at) else part
    if _is_taken_too(scene, part.at) or _are_led_away(scene, part.at):
        return part.turned(Role.TARGET, "roles.victim")
    if _is_in_charge(scene, part.at):
        return part.turned(Role.NONE, "roles.charged")
    if part.rule == _AGENT and _is_of_blow_before(scene, part.at):
        return part.turned(Role.NONE, "roles.other_act")
    return part


def _is_of_blow_before(scene: Scene, k: int) -> bool:
    """Tell whether "that he carried out" takes up a blow for which arrests followed: "after |the attack that| X |carried out| two were arrested"."""
    if scene.family != "raid" or scene.trigger is None or k > scene.trigger or k - 2 < scene.lo:
        return False
    told = scene.row[k - 2].reading(Kind.TRIGGER)
    blow = told is not None and told.form.definite and FAMILY[told.entry.method].name in _BLOWS
    return blow and scene.row[k - 1].text.endswith(_IT)


_BLOWS: Final = frozenset({"open", "bomb", "fire", "violence", "clash"})
_IT: Final = ("ه", "ها")


def _is_of_one_of_his(scene: Scene, k: int) -> bool:
    """Tell whether a thing belongs to one of the actor's men: "raided a house |of one of the men of| X"."""
    row = scene.row
    if k - 2 < scene.lo or row[k].prep or row[k].gap:
        return False
    return row[k - 1].prep == "ل" and not row[k - 1].gap and row[k - 2].reading(Kind.OBJECT) is not None


def _is_shared_by(scene: Scene, k: int) -> bool:
    """Tell whether a checkpoint is manned by the actor with others: "hit a checkpoint |shared by [min]| the army and the police"."""
    chunk = scene.row[k]
    return chunk.prep == "من" and 1 < chunk.gap <= _SHARED and k > scene.lo and scene.row[k - 1].has(_CHECKPOINT)


_CHECKPOINT: Final = "object.checkpoint"
_SHARED: Final = 3
"""Words between a checkpoint and whose it is: "security", "shared", "of"."""


def _is_his_own(scene: Scene, k: int) -> bool:
    """Tell whether a thing is that of one of the actor's men: "went off in |the car of one of| X's men"."""
    row = scene.row
    if k - 2 < scene.lo or any(c.gap or c.prep or c.joined for c in (row[k - 1], row[k])):
        return False
    one = row[k - 1].mention
    return isinstance(one, NumberMention) and one.cls == _ONE_OF and row[k - 2].reading(Kind.OBJECT) is not None


_ONE_OF: Final = "one_of"


def _rides_in_it(scene: Scene, k: int) -> bool:
    """Tell whether the actor's men, counted or one, were in the vehicle that was hit: "fired at a car |in which were three of| X's men"."""
    row = scene.row
    if scene.family not in _HITS or row[k].gap or row[k].prep:
        return False
    at = k - 1 - (row[k - 1].sort is Sort.NUMBER and not row[k - 1].joined)
    if at - 1 < scene.lo or row[at].particle != _RIDES or row[at + 1].gap > 1:
        return False
    return row[at - 1].entry(Kind.OBJECT).cls == _VEHICLE


_HITS: Final = frozenset({"bomb", "fire", "air", "violence", "clash", "open"})
_RIDES: Final = "rides"
_VEHICLE: Final = "vehicle"


def _is_taken_too(scene: Scene, k: int) -> bool:
    """Tell whether men of the actor were taken along with another: "seized the commander |with nine men of| X"."""
    if scene.family not in _TAKES or scene.trigger is None or k < scene.trigger or scene.row[k].prep:
        return False
    return k - 1 > scene.lo and scene.row[k - 1].sort is Sort.NUMBER and scene.row[k - 1].prep == "مع"


_TAKES: Final = frozenset({"raid", "abduction"})


def _are_led_away(scene: Scene, k: int) -> bool:
    """Tell whether many of the actor's were led away: "the leading away |of many of the protesters| to an unknown place"."""
    if scene.trigger is None or k != scene.trigger + 2 or scene.row[k].prep != "من" or scene.row[k].gap > 1:
        return False
    return scene.row[k - 1].sort is Sort.NUMBER and scene.row[scene.trigger].has(_LED_AWAY)


_LED_AWAY: Final = "trigger.lead_away"


def _is_in_charge(scene: Scene, k: int) -> bool:
    """Tell whether an actor stands behind another act, for which men were arrested: "arrested two |whom it accuses of| an attack of X's"."""
    if scene.family != "raid" or scene.trigger is None or k <= scene.trigger + 2:
        return False
    act = next((j for j in range(k - 1, scene.trigger, -1) if scene.row[j].tells), -1)
    return act > 0 and is_charge(scene, scene.trigger, act)


def turn_passive(scene: Scene, parts: list[Part]) -> list[Part]:
    """Give who stands as the subject of a verb whose doer "at the hands of" brings what was done to him: "X was driven out of A |at the hands of| Y"."""
    by = next((p for p in parts if p.rule == _AGENT and p.role is Role.AGENT), None)
    if by is None or scene.trigger is None or by.at <= scene.trigger or not _is_passive(scene, by.at):
        return parts
    return [
        _turned(scene, p) if p.at < by.at and p.rule in _SUBJECTS and p.role is Role.AGENT and p.ids != by.ids else p
        for p in parts
    ]


def _turned(scene: Scene, part: Part) -> Part:
    assert scene.trigger is not None
    if part.at > scene.trigger or (scene.trigger - part.at == 1 and scene.row[scene.trigger].gap <= 1):
        return part.turned(Role.TARGET, "roles.subject_of_passive")
    return part.turned(Role.NONE, "roles.other_subject")


def _is_passive(scene: Scene, agent: int) -> bool:
    """Tell whether the act's verb can be a passive: past, with no other act and no object between it and the hands."""
    at = scene.trigger
    assert at is not None
    told = scene.row[at].reading(Kind.TRIGGER)
    if told is None or told.form.pos is not Pos.VERB or told.form.tense == "present" or told.form.suffix:
        return False
    return scene.row[agent - 1].text.removeprefix("و").startswith(_HANDS) and not any(
        _is_object(scene.row[j]) for j in range(at + 1, agent - 1)
    )


def _is_object(chunk: Chunk) -> bool:
    if chunk.tells:
        return True
    bare = not (chunk.prep or chunk.joined)
    return bare and (chunk.sort in (Sort.PLACE, Sort.NUMBER) or bool({Kind.OBJECT, Kind.VICTIM} & chunk.senses.keys()))


_AGENT: Final = "roles.agent"
_SUBJECTS: Final = frozenset({"roles.subject", "roles.subject_after_verb", "roles.and", "roles.apposition"})
_HANDS: Final = ("علي", "ب")
"""How "at the hands of" begins, which brings the doer of a passive and nothing else."""
