"""What the words right beside an actor say of it: a weapon's owner, a member of a group, who holds a place (design section 3.4)."""

from __future__ import annotations

from typing import Final

from waqai.code.clause.driven import leaves
from waqai.code.clause.scene import Role, Scene
from waqai.code.deed.armed import COME_UNDER
from waqai.code.family import FROM_AFAR
from waqai.code.side.around import is_attacking
from waqai.code.side.downed import brought_down_by
from waqai.code.side.hurt import is_ambush, is_hit_by, is_hit_with, whose_man
from waqai.code.side.posts import (
    HELD,
    are_its_men,
    comes_from,
    fires,
    is_attacked_post,
    is_firing_post,
    is_held_source,
    is_machine_at_work,
    is_manned,
    is_seized_at,
    is_shared,
    loyal_to,
    military_before,
    shares_post,
)
from waqai.code.side.speech import only_carries, speaks
from waqai.code.side.there import is_site
from waqai.code.side.upon import NEAR_POST
from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import UNDERGOES

_INTERCEPTS: Final = "trigger.intercept"
_ALWAYS: Final = {"marks_of": (Role.AGENT, "roles.marks_of"), "taken": (Role.TARGET, "roles.taken_from")}
AGENT_CLASSES: Final = frozenset({"agent", "partner", "claims"})
"""Classes of particles that are followed by who did it."""
_NOT_CLASSES: Final = frozenset({"pledge", "destination", "hover", "dealing", "opposed", "led", "concord", "appeals"})
_OTHER: Final = "victim.other"
"""Said of men and of things: "in |another| incident members of X …"."""
_FORMER: Final = frozenset({"victim.former", "victim.former_two"})
"""A former fighter is a civilian when he is hit; who raids his house seeks his group."""
_ACCUSES: Final = frozenset({"accuses", "ascribes"})
_OF_MEN: Final = frozenset({"raid", "abduction", "violence", "air", "clash", "open"})
"""Families of acts that are done to men, whose group says at whom they are aimed."""
# Families of acts that come from somewhere; people who leave an area are no act of whoever holds it.
_FIRED: Final = frozenset({"", "fire", "air", "open", "violence", "clash", "bomb"})
_NEAR: Final = "قرب"
_REMNANT: Final = "weapon.remnant"
"""Whoever left a mine behind did not lay it for whom it hits (ruling 18)."""
_MADE_OF: Final = "object.column"
"""What is made of what stands behind "of": "a column |of tanks of X|"; elsewhere aircraft come "from"."""
_ATTACKER: Final = "victim.attacker"
_ARM: Final = 3
"""Unread words between "belonging to" and the group: "|the youth wing of the organisation of| X"."""
_AT: Final = ("علي", "ضد")
_LINK_REACH: Final = 3
"""Chunks between a thing and the "belonging to" that says whose it is."""


def beside(scene: Scene, k: int, before: Chunk) -> tuple[Role, str] | None:
    """Read what the chunk right before the actor says of it; ``None`` when it says nothing."""
    chunk = scene.row[k]
    particle = before.reading(Kind.PARTICLE)
    if particle is not None and (said := _after_particle(scene, k, particle.entry.cls)) is not None:
        return said
    if chunk.that:
        return None
    if before.has(_ATTACKER) and chunk.prep in ("من", "") and not (chunk.joined or is_attacking(before, chunk)):
        return Role.AGENT, "roles.attackers_are"
    source = before.reading(Kind.SOURCE)
    if source is not None and speaks(chunk, source, scene.row[k + 1 : scene.hi]) and not _is_position(scene, k):
        return Role.NONE, "roles.source"
    if before.sort is Sort.PERSON and _is_surname(scene, k):
        return Role.TARGET, "roles.member_of"
    if chunk.prep == "ل" and is_attacked_post(before):
        return Role.TARGET, "roles.owner_of_object"
    if (weapon := before.reading(Kind.WEAPON)) is not None and (owned := _behind_weapon(scene, k, weapon)) is not None:
        return owned
    victim = before.reading(Kind.VICTIM)
    if victim is not None and victim.entry.who != "civilians" and _is_marked(scene, k - 1):
        aimed = scene.family == "disrupted" or (chunk.prep == "ل" and is_ambush(scene))  # "that gunmen laid |for| X"
        return (Role.TARGET, "roles.whose_weapon") if aimed else (Role.AGENT, "roles.agent")
    if before.particle == "protests_at" and scene.family == "protest":
        return Role.TARGET, "roles.protested"
    if victim is not None and victim.entry.id in _FORMER and scene.family == "raid":
        return Role.TARGET, "roles.member_of"
    if victim is not None and chunk.prep == "ل" and _says_how(scene, k - 1):
        return Role.AGENT, "roles.act_of"
    if victim is not None and not chunk.joined and chunk.prep in ("", "من", "في", "ل", "ب"):
        if victim.entry.who != "civilians" and not (victim.entry.id == _OTHER and chunk.gap and not chunk.prep):
            return whose_man(scene, k)
        if chunk.prep or not chunk.gap:
            return Role.NONE, "roles.civilian_of"
    thing = before.reading(Kind.OBJECT)
    if thing is not None and chunk.prep in ("", "ل", "من") and not chunk.joined:
        if chunk.prep == "من" and bool(chunk.actor_method) and not before.has(_MADE_OF):
            return Role.AGENT, "roles.from"
        if is_manned(scene, k) or is_seized_at(scene, k) or fires(scene, k - 1) or is_firing_post(scene, k):
            return Role.AGENT, "roles.checkpoint_of"
        if thing.entry.cls == "prison":
            return Role.AGENT, "roles.prison_of"
        if is_machine_at_work(scene, k):
            return Role.AGENT, "roles.machine_of"
        if comes_from(scene, k - 1):
            return Role.AGENT, "roles.origin"
        if are_its_men(scene, k):
            return Role.AGENT, "roles.men_of_post"
        if scene.family == "bomb" and before.prep == _NEAR:
            return Role.TARGET, NEAR_POST
        return Role.TARGET, "roles.owner_of_object"
    return None


def _behind_weapon(scene: Scene, k: int, weapon: Reading) -> tuple[Role, str] | None:
    """Give the part of an actor right behind a weapon: whose it is, or whom it hit."""
    before, chunk = scene.row[k - 1], scene.row[k]
    if is_hit_by(scene, k):
        return Role.TARGET, "roles.hit_by_weapon"
    if weapon.entry.id == _REMNANT:
        return Role.NONE, "roles.left_behind"
    if is_hit_with(scene, k):
        return Role.TARGET, "roles.direct_object"
    if before.prep == "علي" and chunk.prep in ("", "ل"):
        return Role.TARGET, "roles.weapon_met"  # "answered |shells of| X by bombing A", "raids on rockets of X"
    return (Role.AGENT, "roles.weapon_of") if chunk.prep in ("", "ل", "من") else None


def _is_marked(scene: Scene, k: int) -> bool:
    """Tell whether "by" stands before the men at ``k``, with what they are called between: "laid by |members| of X"."""
    row = scene.row
    while k > scene.lo and not row[k].prep and not row[k].joined and row[k].gap == 0:
        k -= 1
        if row[k].particle in AGENT_CLASSES:
            return True
        if row[k].reading(Kind.FORCE) is None:
            return False
    return False


def _is_position(scene: Scene, k: int) -> bool:
    """Tell whether "a site" is what was hit, not one that tells: nobody says anything before it."""
    row = scene.row
    if row[k - 1].reading(Kind.OBJECT) is None or k - 2 < scene.lo:
        return False
    return row[k - 2].reading(Kind.SOURCE) is None


def _is_surname(scene: Scene, k: int) -> bool:
    """Tell whether a fighter's group stands behind his name, as a surname does: "the commander Abu A |of X|"."""
    chunk = scene.row[k]
    if k - 2 < scene.lo or chunk.gap or chunk.prep or chunk.joined or scene.row[k - 1].gap:
        return False
    return scene.row[k - 2].entry(Kind.VICTIM).who == "combatants"


def _says_how(scene: Scene, k: int) -> bool:
    """Tell whether "armed" says how the act before it was: "an |armed| attack of"."""
    act = scene.row[k - 1].reading(Kind.TRIGGER) if k > scene.lo and not scene.row[k].gap else None
    return act is not None and act.form.pos is not Pos.VERB and not scene.row[k].joined


def is_near(chunk: Chunk, before: Chunk) -> bool:
    """Tell whether a word can say something of the actor behind it: "a commander |in the field| in X"."""
    if chunk.gap <= 1 or (before.particle == "membership" and chunk.gap <= _ARM):
        return True
    return before.entry(Kind.VICTIM).who == "combatants" and chunk.gap == 2 and chunk.prep in ("", "في", "من")


def _after_particle(scene: Scene, k: int, cls: str) -> tuple[Role, str] | None:
    """Read an actor behind a steering particle of this class."""
    if cls in _ALWAYS:
        return (Role.NONE, "roles.not") if scene.row[k - 2].particle == "negation" else _ALWAYS[cls]
    if cls == "agent" and scene.row[k].joined and scene.is_clash:
        return Role.SIDE, "roles.and"  # "between X on one side |and Y| on the other"
    if cls == "agent" and scene.row[k].prep in _AT:
        return Role.TARGET, "roles.against"  # "an attack that they launched |on| X", "battles they fight |against| X"
    if (cls == "jointly" or is_shared(scene, k)) and not scene.is_clash:
        return shares_post(scene, k)
    if cls in AGENT_CLASSES and scene.family == "disrupted":
        return brought_down_by(scene, k, cls)
    if cls in AGENT_CLASSES:  # but "debris fell on a house after its interception |by| X"
        no_doer = scene.row[k - 2].has(_INTERCEPTS) and k - 2 != scene.trigger
        return Role.NONE if no_doer else Role.AGENT, f"roles.{cls}"
    if cls in _ACCUSES and not scene.row[k].prep and not only_carries(scene, k):
        return Role.NONE, "roles.source"
    if cls in ("rides", "passes_by") and scene.family in HELD | {"bomb"}:
        return Role.TARGET, "roles.rides"
    if cls == "found" and not (scene.trigger is not None and scene.row[scene.trigger].particle == cls):
        return Role.NONE, "roles.finder"
    if cls == "for_group":
        return Role.TARGET if scene.family == "raid" else Role.NONE, "roles.for_group"
    if cls == "membership" and k - 2 >= scene.lo and scene.row[k - 2].has(_ATTACKER):
        return Role.AGENT, "roles.attackers_are"
    if cls in ("membership", "suspected") and scene.family == "bomb" and _is_of_bomber(scene, k):
        return Role.AGENT, "roles.act_of"
    charged = cls == "suspected" and scene.family == "raid" and scene.row[k].prep in ("الي", "ل", "من")
    if cls == "membership" or charged:
        return (Role.TARGET if scene.family in _OF_MEN else Role.NONE), "roles.member_of"
    if cls == "origin" or (cls == "fire_source" and scene.row[k - 2].sort is Sort.STOP):
        return (Role.AGENT if scene.family in _FIRED and not leaves(scene.row[k - 2]) else Role.NONE), "roles.origin"
    if cls in UNDERGOES and not scene.row[k].prep and not _inflicts_on(scene, k):
        return Role.TARGET, "roles.undergoes"
    if cls in UNDERGOES | {"inflicts"} and not scene.row[k].prep:
        return _inflicts(scene, k)
    if is_held_source(scene, k, cls) or (cls == "holds" and comes_from(scene, k - 2)):
        return Role.AGENT, "roles.origin"  # "shelling |from positions in which| X |stands|"
    if cls == "holds":
        aimed = scene.family in HELD or (scene.family == "bomb" and is_site(scene.row[k - 2]))
        return (Role.TARGET if aimed else Role.NONE), "roles.holds"
    if cls == "hands" and scene.trigger is not None and scene.row[scene.trigger].has("trigger.fall"):
        return Role.AGENT, "roles.fell_to"
    if cls == "control" and scene.row[k - 1].prep == "ضمن":
        return Role.NONE, "roles.control"  # "a post |within the areas of| X"
    if cls in ("control", "hands") and _comes_to_hold(scene, k):
        return Role.AGENT, "roles.takes"
    if cls in ("control", "hands"):
        held = scene.family == "capture" or (scene.family in HELD and military_before(scene, k))
        return (Role.TARGET if held else Role.NONE), "roles.control"
    if cls == "destination" and scene.family in FROM_AFAR and military_before(scene, k):
        return Role.TARGET, "roles.reinforcements_to"
    if cls == "loyal":
        return loyal_to(scene, k)
    within = cls == "serves_in" and k - 2 >= scene.lo and scene.row[k - 2].sort is Sort.ACTOR
    if cls in _NOT_CLASSES or within or (cls == "condemn" and scene.family != "protest"):
        return Role.NONE, f"roles.{cls}"  # "the aircraft of X, |serving in| the alliance"
    return _linked(scene, k) if cls == "link" else None


def _comes_to_hold(scene: Scene, k: int) -> bool:
    """Tell whether the words before an actor say that he has come to hold a place: "was taken |by X|", "A came |under the control of| X"."""
    at = scene.trigger
    if at is None or at >= k or not any(scene.row[at].has(word) for word in COME_UNDER):
        return at == k - 1
    return all(scene.row[j].particle not in _HOLDING for j in range(at + 1, k - 1))  # "after it had been in Y's hands"


def _inflicts_on(scene: Scene, k: int) -> bool:
    """Tell whether a verb that reads "inflicts" or "suffered" inflicts: another actor stands behind its subject."""
    row = scene.row
    if not any(r.entry.cls == "inflicts" for r in row[k - 1].readings) or k + 1 >= scene.hi:
        return False
    after = row[k + 1]
    return after.sort is Sort.ACTOR and not (after.prep or after.gap or after.joined)


def _inflicts(scene: Scene, k: int) -> tuple[Role, str]:
    """Read "X inflicted |on| Y losses": whoever stands first did it; behind a subject, it was done to him."""
    ahead = any(scene.row[j].sort is Sort.ACTOR and not scene.row[j].prep for j in range(scene.lo, k - 1))
    return (Role.TARGET, "roles.inflicted_on") if ahead else (Role.AGENT, "roles.inflicts")


_HOLDING: Final = frozenset({"hands", "control"})
_BOMBER: Final = "weapon.belt"
"""Also the suicide bomber himself."""


def _is_of_bomber(scene: Scene, k: int) -> bool:
    """Tell whether it is the bomber of whom a group is told: "a bomber |thought to belong to| X blew himself up"."""
    return any(c.has(_BOMBER) or c.has(_BLEW_UP) for c in scene.row[max(scene.lo, k - _LINK_REACH - 1) : k - 1])


_BLEW_UP: Final = "trigger.suicide_bomb"


def _linked(scene: Scene, k: int) -> tuple[Role, str] | None:
    """Read whose something is: "a camp belonging to [l-] …", "aircraft belonging to [l-] …"."""
    row = scene.row
    if row[k].prep not in ("", "ل"):
        return None
    for j in range(k - 2, max(scene.lo, k - 1 - _LINK_REACH) - 1, -1):
        chunk = row[j]
        thing, victim, act = chunk.reading(Kind.OBJECT), chunk.reading(Kind.VICTIM), chunk.reading(Kind.TRIGGER)
        if thing is not None and (fires(scene, j) or is_seized_at(scene, j + 1) or is_manned(scene, j + 1)):
            return Role.AGENT, "roles.checkpoint_of"
        if thing is not None and thing.entry.cls == "prison":
            return Role.AGENT, "roles.prison_of"
        if (thing is not None or chunk.sort is Sort.PLACE) and scene.family == "fire" and comes_from(scene, j):
            return Role.AGENT, "roles.origin"  # "the shelling |from| the camp of A |that belongs to| X"
        if thing is not None:
            return Role.TARGET, "roles.owner_of_object"
        if victim is not None and victim.entry.who == "combatants":
            bomber = (scene.family == "bomb" and chunk.has(_BOMBER)) or row[j - 1].particle == "agent"
            return (Role.AGENT, "roles.act_of") if bomber else (Role.TARGET, "roles.member_of")
        if act is not None and act.form.pos is Pos.VERB and scene.family == "bomb":
            return Role.TARGET, "roles.owner_of_object"  # "a car bomb |went off| beside a convoy of [l-] X"
        if chunk.reading(Kind.WEAPON) is not None or (act is not None and act.form.pos is not Pos.VERB):
            return Role.AGENT, "roles.act_of"
        if chunk.reading(Kind.SOURCE) is not None:
            return Role.NONE, "roles.source"  # "the observatory |belonging to| the opposition said that …"
        if chunk.sort is Sort.PLACE:
            held = scene.family in HELD | {"bomb"}
            return (Role.TARGET, "roles.owner_of_object") if held else (Role.NONE, "roles.owner")
        if chunk.sort is Sort.STOP or chunk.sort is Sort.ACTOR:
            return None
    return None
