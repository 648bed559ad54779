"""Who did it and to whom: the role of each actor phrase in its clause (design section 3.4).

Position, preposition and voice decide, in this order: what the words right beside the actor say (victim of a toll, a speaker, an
agent marker, an owned object), the preposition, the act that governs it, then the side of the verb. Each part keeps its rule's name.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.camps import foes_of
from waqai.code.clause.scene import HELPED, Part, Role, Scene, behind_day, ids_of
from waqai.code.clause.voice import reading_in_place
from waqai.code.deed.ground import takes_over
from waqai.code.deed.telling import is_help
from waqai.code.side.after_verb import is_accusative, object_of_verb, takes_him_up, was_in_it
from waqai.code.side.announce import with_announcer
from waqai.code.side.around import (
    by_another_act,
    carried_it_out,
    fired_between,
    hits_with,
    is_believed_theirs,
    is_fired,
    is_foe_of_taken,
    is_left_behind,
    is_met,
    is_of_arrest,
    is_of_doer,
    is_one_aimed_at,
    is_said_between,
    is_shooter,
    is_stricken,
    is_wielded,
    opens_act,
    sets_off,
    stands_free,
    witnesses_say,
)
from waqai.code.side.asides import (
    set_armourers_aside,
    set_finders_aside,
    set_later_aside,
    set_near_aside,
    set_next_aside,
)
from waqai.code.side.attempts import turn_attempted
from waqai.code.side.behind import behind_doer, behind_to
from waqai.code.side.beside import AGENT_CLASSES, beside, is_near
from waqai.code.side.between_them import with_pronoun
from waqai.code.side.claims import by_claim, set_general_aside, with_joint, with_mates
from waqai.code.side.column import moves_in
from waqai.code.side.downed import by_downing, is_destroyed
from waqai.code.side.exchanged import with_exchange
from waqai.code.side.governor import governor_of
from waqai.code.side.help import (
    escorts,
    helps,
    is_backing,
    is_foe_of_helped,
    is_helper_too,
    is_informed,
    lends_strikes,
    takes_with,
    with_helped,
)
from waqai.code.side.hurt import fell_into, has_bare_doer, is_bracketed, is_by_means, is_hurt, is_means, is_met_then
from waqai.code.side.lost import turn_lost
from waqai.code.side.naming import CALLS, beside_actor, is_ally_beside, named_so, same_again
from waqai.code.side.owned import set_owners, turn_passive
from waqai.code.side.people import is_brawl, with_bystanders
from waqai.code.side.posts import comes_from, is_firing_post, is_of_owner
from waqai.code.side.protest import protested_against
from waqai.code.side.sides import (
    is_alone,
    is_other_side,
    is_struck,
    keep_one_camp,
    keep_one_subject,
    set_own_aside,
    turn_repelled,
    with_fellows,
)
from waqai.code.side.sought import held_beside, is_charge, is_sought, rule_of_plan
from waqai.code.side.speech import is_accused, is_ascribed, of_official, of_speech
from waqai.code.side.taking import on_ground
from waqai.code.side.there import fires_itself, is_there, is_where
from waqai.code.side.tool import aims_with, wields
from waqai.code.side.upon import TAKES_VICTIM, act_upon, is_driven_out, is_laid_between, is_make, is_undone, went_off_at
from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.actor_words import FLIES
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.tail import counts, is_countryman, says_country
from waqai.values.actor import UNKNOWN

__all__ = ["Part", "Role", "Scene", "read_roles"]

_DENIES: Final = "negation"
_ACCUSES: Final = "accuses"
_FOUND: Final = "found"
"""Particle before who found a body, who is no doer (ruling 3)."""
_BY_ITSELF: Final = frozenset({"bomb"})
"""Families whose act has a doer only where one is marked: a mine goes off under someone."""
_BLEW_HIMSELF_UP: Final = "trigger.suicide_bomb"
_BOMBER: Final = "weapon.belt"
"""A man who is also a weapon: his country did not send him."""
_INSIDE: Final = ("داخل", "من")
_AIMED: Final = ("علي", "ضد", "تجاه")
_STATE: Final = 2
"""Unread words that tell what somebody did, or how he is, after an act."""
_FORMER: Final = "victim.former"
_ATTACK: Final = "هجوما"
"""The accusative of an attack right behind who launched it."""
_NO_DOER: Final = frozenset({"led", "located"})  # behind which a state does nothing: "led by", "which has its seat in"
_OBLIQUE: Final = ("ين", "مسلحي", "مقاتلي")  # plurals of persons that are never the subject of the verb before them
_CIVIL: Final = "actor.sdf.administration"
"""A civil administration, which arrests and bans as its forces do, and whose cars and offices are no position."""
_DOES: Final = frozenset({"roles.agent", "roles.partner"})
"""Rules by which words right before an actor say that he did it, or helped."""
_WITHIN: Final = frozenset({"في", "ب", "داخل"})
_ASIDE: Final = ("من", "في", "الي", "عن", "قرب", "داخل", "ضمن", "نحو", "باتجاه", "لدي", "فوق")


def read_roles(scene: Scene) -> list[Part]:
    """Give every actor phrase of the scene its role towards the act."""
    parts: list[Part] = []
    if scene.actors:  # a third of all clauses name nobody
        over, moved = takes_over(scene), moves_in(scene)
        for k in scene.actors:
            part = Part(k, scene.row[k].ids, *_role(scene, k, parts))
            if over or moved or scene.row[k].prep == "من":
                part = on_ground(scene, part, parts, over=over, moved=moved)
            parts.append(part)
        parts = _weighed(scene, parts)
    if scene.is_clash or is_brawl(scene):
        return with_bystanders(scene, parts)
    return with_fellows(scene, parts) if parts else parts


def _weighed(scene: Scene, parts: list[Part]) -> list[Part]:
    """Give the parts the roles that they have beside each other."""
    parts = turn_passive(scene, set_owners(scene, set_armourers_aside(scene, with_pronoun(scene, parts))))
    parts = with_helped(scene, with_announcer(scene, set_general_aside(scene, with_joint(scene, parts))))
    turned = turn_repelled(scene, parts) or turn_attempted(scene, parts) or turn_lost(scene, parts)
    parts = with_mates(scene, turned) if turned else keep_one_subject(scene, parts)
    parts = keep_one_camp(scene, with_exchange(scene, set_own_aside(scene, parts)))
    parts = set_next_aside(scene, set_later_aside(scene, set_finders_aside(scene, set_near_aside(scene, parts))))
    return protested_against(scene, parts)


def _role(scene: Scene, k: int, parts: list[Part]) -> tuple[Role, str]:
    row = scene.row
    chunk = row[k]
    nearest = behind_day(row, k) - 1
    before = row[nearest] if nearest >= scene.lo else None
    if other := by_another_act(scene, k) or (scene.family == "raid" and rule_of_plan(scene, k)):
        return Role.NONE, other
    if (harmed := _of_harm(scene, k)) is not None:
        return harmed
    if scene.family in _BY_ITSELF and is_left_behind(scene, k):
        return Role.NONE, "roles.left_behind"
    if (there := is_there(scene, k) or by_downing(scene, k) or of_official(scene, k)) is not None:
        return there
    if chunk.is_land:
        return _land(scene, k, before, parts)
    if parts and not CALLS.isdisjoint(scene.marks) and (named := named_so(row, parts, k)) is not None:
        return named, "roles.apposition"
    if parts and same_again(row, parts[-1], k):
        return parts[-1].role, "roles.apposition"
    if before is not None and before.particle == "partner" and before.gap > 1 and row[k - 2].sort is Sort.ACTOR:
        return Role.NONE, "roles.fights_beside"  # "two men of X, |who fights beside| Y"
    if before is not None and _only_finds(scene, chunk, nearest):
        return Role.NONE, "roles.finds"
    after = row[k + 1].reading(Kind.PARTICLE) if k + 1 < scene.hi and row[k + 1].gap == 0 else None
    if (claimed := by_claim(scene, parts, k, after)) is not None:
        return claimed
    if is_destroyed(scene, k):
        return Role.TARGET, "roles.machine_hit"
    if (deed := _of_deed(scene, k, after)) is not None:
        return deed
    if before is not None and (parts or chunk.prep != "من") and is_backing(before, chunk):
        return (parts[-1].role if parts and parts[-1].role is not Role.NONE else Role.AGENT), "roles.partner"
    if (said := of_speech(scene, k, before)) is not None:
        return said
    if (before := _ahead_of_count(scene, nearest, before)) is not None and is_near(chunk, before):
        close = beside(scene, k, before)
        told = scene.is_clash or scene.family == "release"
        if close is not None and close[1] in _DOES and told and is_of_arrest(scene, k):
            return Role.NONE, "roles.other_act"
        if close is not None:
            return close
    if after is not None and after.entry.cls == _DENIES and chunk.prep == "":
        return Role.NONE, "roles.denies"
    if chunk.joined and parts and is_foe_of_helped(scene, parts, k):
        return Role.SIDE, "roles.and"
    if chunk.joined and parts and _coordinated(row, parts[-1].at, k):
        return parts[-1].role, "roles.partner" if is_helper_too(row, parts, k) else "roles.and"
    if is_other_side(scene, parts, k):
        return Role.SIDE, "roles.and"
    if parts and is_struck(parts, chunk, k):
        return Role.TARGET, "roles.inflicted_on"
    if parts and parts[-1].role is Role.AGENT and k - parts[-1].at == 1 and stands_free(chunk):
        return Role.TARGET, "roles.object_beside_doer"
    if (chunk.prep in _AIMED and not is_foe_of_taken(scene, k, parts)) or is_one_aimed_at(scene, k, _AIMED):
        return Role.TARGET, "roles.against"
    if chunk.prep == "مع":
        return held_beside(scene, k, parts) or _beside_whom(scene, k, before, parts)
    if chunk.prep == "بين":
        return Role.SIDE, "roles.among" if is_alone(scene, k) else "roles.between"
    return _by_act(scene, k, parts)


def _only_finds(scene: Scene, chunk: Chunk, before: int) -> bool:
    """Tell whether an actor found something right behind chunk ``before``; who finds a bomb or arms has done just that."""
    found = scene.row[before].particle == _FOUND and before != scene.trigger
    return found and chunk.gap == 0 and not chunk.prep


def _ahead_of_count(scene: Scene, k: int, before: Chunk | None) -> Chunk | None:
    """Give the word ahead of how many they were who did it: "raids flown by |four| aircraft of X"."""
    if before is None or before.sort is not Sort.NUMBER or before.gap or before.prep or k <= scene.lo:
        return before
    by = scene.row[k - 1]
    return by if by.particle == "agent" else before


def _beside_whom(scene: Scene, k: int, before: Chunk | None, parts: Sequence[Part]) -> tuple[Role, str]:
    """Read an actor behind "with": an enemy, a side of the fight, a helper, or one who only stands by."""
    chunk = scene.row[k]
    if takes_with(scene, parts, k):
        return Role.AGENT, "roles.together"
    if scene.is_clash:
        return Role.SIDE, "roles.with"
    if _fights(chunk, parts):
        return Role.TARGET, "roles.against"
    if chunk.gap > 1 and before is not None and before.sort is Sort.WORD:
        return Role.NONE, "roles.beside"  # "during a joint round |with| X"
    return (Role.AGENT, "roles.together") if scene.family else (Role.NONE, "roles.beside")


def _of_deed(scene: Scene, k: int, after: Reading | None) -> tuple[Role, str] | None:
    """Read whose deed the words say it is, or whose the man or the thing of it: accused of it, owner of what was hit, helper by strikes."""
    if _ACCUSES in scene.marks and is_accused(scene, k, after):
        return Role.AGENT, "roles.accused"
    if is_ascribed(scene, k):
        return Role.AGENT, "roles.ascribed"
    if scene.family in _BY_ITSELF and is_of_owner(scene, k):
        return Role.TARGET, "roles.owner_of_object"
    if is_of_doer(scene, k) or carried_it_out(scene, k):
        return Role.AGENT, "roles.of_doer"
    if scene.trigger is not None and scene.family not in _BY_ITSELF and (lends_strikes(scene, k) or escorts(scene, k)):
        return Role.AGENT, "roles.partner"
    return None


def _of_harm(scene: Scene, k: int) -> tuple[Role, str] | None:
    """Read whom a toll names: its victims, and who did it; in a raid, whom it is after; ``None`` when it names nobody."""
    if scene.row[k].prep == "ب" and is_by_means(scene, k):
        return Role.AGENT, "roles.by"
    hurt = k in scene.victims or (bool(scene.harms) and is_hurt(scene, k))
    if hurt and _is_of_the_unarmed(scene, k):
        return Role.NONE, "roles.civilian_of"
    if k in scene.victims:
        if k > scene.lo and scene.row[k - 1].has(_FORMER) and scene.family != "raid":
            return Role.NONE, "roles.former"
        nobody = scene.row[k].ids == (UNKNOWN,)
        return (Role.NONE, "roles.victim_unknown") if nobody else (Role.TARGET, "roles.victim")
    if k in scene.doers and not is_countryman(scene.row[k]) and not says_country(scene.row[k]):
        return Role.AGENT, "roles.subject_after_verb"
    if hurt:
        return Role.TARGET, "roles.victim"
    if is_bracketed(scene, k):
        return Role.TARGET, "roles.member_of"
    return (Role.TARGET, "roles.sought") if scene.family == "raid" and is_sought(scene, k) else None


def _is_of_the_unarmed(scene: Scene, k: int) -> bool:
    """Tell whether a people's adjective says whose civilians were hit: "three |Lebanese| workers"."""
    if not scene.row[k].is_land or k == scene.lo:
        return False
    return scene.row[k - 1].entry(Kind.VICTIM).who == "civilians"


def _fights(chunk: Chunk, parts: Sequence[Part]) -> bool:
    """Tell whether "with" names an enemy of who acts: "stormed A and fought in its streets |with| …"."""
    foes = foes_of(ids_of(p for p in parts if p.role is Role.AGENT))
    return not foes.isdisjoint(chunk.ids)


def _by_act(scene: Scene, k: int, parts: list[Part]) -> tuple[Role, str]:
    """Read the side of its act on which the actor stands."""
    chunk = scene.row[k]
    if scene.trigger is None:
        if helps(scene, k, parts):
            return Role.AGENT, "roles.partner"
        return (Role.AGENT, "roles.by") if is_means(chunk) else (Role.NONE, "roles.no_act")
    if k == scene.trigger and not chunk.prep:
        return Role.AGENT, "roles.act_of"  # "|a drone of X| ventured on killing two men"
    governor = governor_of(scene, k)
    if governor is None:
        return Role.NONE, "roles.other_act"
    trigger = reading_in_place(scene.row, governor, scene.lo, scene.hi)
    if k < governor:
        return _ahead_of_trigger(scene, k, governor, trigger)
    if is_said_between(scene, governor, k) and not (scene.family == "raid" and is_sought(scene, k)):
        return Role.NONE, "roles.source"
    if governor != scene.trigger and scene.row[governor].prep == "علي" and not chunk.prep:
        return Role.NONE, "roles.answered"  # "X answered |the advance of| Y by shelling A"
    return _behind_trigger(scene, k, governor, trigger, parts)


def _land(scene: Scene, k: int, before: Chunk | None, parts: list[Part]) -> tuple[Role, str]:
    """Read "Russian", "Turkey": a doer only beside an act, behind a weapon, a doer, or an agent marker."""
    chunk = scene.row[k]
    if parts and (beside_it := beside_actor(parts[-1], chunk, k)) is not None:
        return beside_it
    if scene.is_clash and chunk.prep == "بين":
        return Role.SIDE, "roles.between"
    if scene.family == "protest" and scene.trigger == k - 1 and not chunk.prep:
        return Role.NONE, "roles.civilian_of"  # "|the Kurds| demonstrated"
    if before is not None and before.particle in _NO_DOER and chunk.gap <= 1:
        return Role.NONE, f"roles.{before.particle}"
    if chunk.joined and before is not None and before.sort is Sort.ACTOR and parts and chunk.gap <= 1:
        return parts[-1].role, "roles.and"
    if opens_act(scene, k):
        return Role.AGENT, "roles.subject"
    if chunk.prep in _WITHIN or (chunk.prep == "من" and before is not None and Kind.TRIGGER in before.senses):
        return Role.NONE, "roles.where_it_was"  # "nine raids |in| Syria", "rockets launched |from| Syria"
    if scene.family == "closure" and scene.trigger is not None and k < scene.trigger and not chunk.prep:
        return Role.AGENT, "roles.orders"  # "the |Tunisian| president decided to impose a curfew"
    if before is None or chunk.gap > (1 if chunk.actor_cls == "nationality" else 0):
        return Role.NONE, "roles.nationality_alone"
    if before.has(_BOMBER) or before.has(_BLEW_HIMSELF_UP) or is_stricken(scene, k) or is_make(scene.row, k):
        return Role.NONE, "roles.nationality_alone"
    if before.reading(Kind.HARM) is not None and is_countryman(chunk):
        return Role.NONE, "roles.civilian_of"
    if (
        parts
        and k - 2 >= scene.lo
        and scene.row[k - 2].particle == "backed"
        and before.reading(Kind.WEAPON) is not None
    ):
        return parts[-1].role, "roles.partner"  # "forces backed with |Turkish| aircraft"
    acts = before.reading(Kind.TRIGGER) is not None or before.reading(Kind.WEAPON) is not None
    if acts and not (chunk.gap and scene.family in _BY_ITSELF) and not is_where(scene, k):
        governor = governor_of(scene, k) if scene.trigger is not None else None
        if scene.trigger is not None and governor is None:
            aid = is_help(scene.row, scene.lo, k - 1)
            return (Role.AGENT, "roles.partner") if aid else (Role.NONE, "roles.other_act")
        return Role.AGENT, "roles.act_of_nation"
    if parts and before.particle == "allies":
        return parts[-1].role, "roles.and"
    if before.particle in AGENT_CLASSES:
        return (Role.NONE, "roles.informed") if is_informed(before, chunk) else (Role.AGENT, f"roles.{before.particle}")
    if before.reading(Kind.OBJECT) is not None and before.prep in _INSIDE and not comes_from(scene, k - 1):
        return Role.NONE, "roles.nationality_alone"  # "from inside |Yemeni| territory"
    if is_believed_theirs(scene, k):
        return Role.AGENT, "roles.act_of_nation"
    if chunk.gap == 0 and before.entry(Kind.VICTIM).who == "combatants":
        return Role.TARGET, "roles.member_of"
    thing = before.reading(Kind.OBJECT)
    if thing is not None and thing.entry.cls != "civilian" and comes_from(scene, k - 1):
        return Role.AGENT, "roles.origin"  # not "shells from |Yemeni| territory"
    if thing is not None and _CIVIL in chunk.called:
        return Role.NONE, "roles.civil"
    if thing is not None and (fires_itself(scene, k) or is_firing_post(scene, k)):
        return Role.AGENT, "roles.fires"
    if thing is not None and (thing.entry.cls == "military" or chunk.gap == 0 and thing.entry.cls == "vehicle"):
        return Role.TARGET, "roles.owner_of_object"
    return Role.NONE, "roles.nationality_alone"


def _coordinated(row: Sequence[Chunk], a: int, b: int) -> bool:
    return all(row[j].sort is Sort.STOP and row[j].text in ',()"' for j in range(a + 1, b)) and row[b].gap <= 1


def _ahead_of_trigger(scene: Scene, k: int, governor: int, trigger: Reading | None) -> tuple[Role, str]:
    chunk = scene.row[k]
    if is_means(chunk):
        return Role.AGENT, "roles.by"
    if trigger is not None and trigger.form.suffix and governor - 1 > k and is_fired(scene, governor - 1):
        return (
            Role.NONE,
            "roles.aside",
        )  # "a leader of X, who recruited fighters, was killed |by a rocket that was fired| …"
    undergone = next((j for j in range(k + 1, governor) if scene.row[j].particle == "undergo"), None)
    if undergone is not None and not chunk.prep:  # "while X were on duty, a patrol |came under| fire"
        beside = undergone == k + 1 and scene.row[undergone].gap <= 1
        return (Role.TARGET, "roles.undergoes") if beside else (Role.NONE, "roles.aside")
    verb = trigger is not None and (
        trigger.form.pos is Pos.VERB or hits_with(scene, k, governor) or sets_off(scene.row[governor])
    )
    of_many = chunk.prep == "من" and k > scene.lo and counts(scene.row[k - 1].mention) and chunk.gap <= 1
    of_many = of_many and (verb or scene.row[governor].text.endswith("ا"))  # "launched dozens of X |an attack| on"
    if chunk.prep == "" or of_many or (chunk.prep == "ل" and verb):
        if is_met_then(scene, governor):
            return Role.TARGET, "roles.met"
        if trigger is not None and takes_him_up(scene, governor, trigger):
            return Role.TARGET, "roles.object_by_pronoun"
        if trigger is not None and trigger.form.voice == "passive":
            return Role.TARGET, "roles.subject_of_passive"
        if not verb and scene.row[governor].that and witnesses_say(scene, k, governor):
            return Role.NONE, "roles.other_subject"
        if scene.family in _BY_ITSELF and not (verb or is_wielded(scene, k, governor) or _set_off(scene, k, governor)):
            return Role.NONE, "roles.aside"
        if not verb and (_died_in(scene, k, governor) or fell_into(scene, k, governor, trigger)):
            return Role.TARGET, "roles.victim_before_act"
        if not verb and scene.row[governor].prior and scene.row[governor].gap > _STATE and not scene.is_clash:
            return Role.NONE, "roles.after_it"  # "X |is on the highest alert after| an attack on …"
        if k > scene.lo and scene.row[k - 1].particle == _AMONG and not chunk.gap:
            return Role.NONE, "roles.among"  # "eight were hurt, |among them a soldier of X|, by shells that hit A"
        return Role.AGENT, "roles.subject"
    return Role.NONE, "roles.aside"


_AMONG: Final = "subset"


def _set_off(scene: Scene, k: int, governor: int) -> bool:
    """Tell whether the actor did or managed the bombing: "X |managed| to blow a charge up", "X |set about| blowing up a bridge"."""
    if scene.row[k + 1].text == _ATTACK and governor <= k + 2:
        return True  # "X launched |a suicide attack|", "|an attack with a grenade|"
    if wields(scene, k, governor):
        return True
    near = scene.row[max(scene.lo, k - 1) : governor]
    word = "managed" if scene.row[governor].prep == "من" else "does"
    return any(chunk.particle in (word, "in_course") for chunk in near)  # "an attack |in whose course| a car went off"


def _died_in(scene: Scene, k: int, governor: int) -> bool:
    """Tell whether men of the actor died in the act: "an officer |was killed| of the ranks of X |in| an ambush"."""
    if scene.row[governor].prep != "في" or not scene.row[k].gap:
        return False
    told = (scene.row[j].reading(Kind.HARM) for j in range(scene.lo, k))
    return any(harm is not None and harm.form.pos is not Pos.NOUN and harm.form.voice != "active" for harm in told)


def _behind_trigger(
    scene: Scene, k: int, governor: int, trigger: Reading | None, parts: list[Part]
) -> tuple[Role, str]:
    row, chunk = scene.row, scene.row[k]
    has_agent = any(p.role is Role.AGENT and _is_doer(row, p) and p.rule not in HELPED for p in parts)
    has_agent = has_agent or has_bare_doer(row, governor, k)
    verb = trigger is not None and trigger.form.pos is Pos.VERB
    near = behind_day(row, k) - governor <= 2 and chunk.gap <= 2
    if chunk.prep == "ل":
        return behind_to(scene, k, governor, trigger, parts, doer_told=has_agent)
    flown = is_means(chunk) and chunk.actor_method in FLIES  # no charge goes off by a tank
    blown = scene.family in _BY_ITSELF and not flown
    if blown and went_off_at(scene, k, near=near or is_laid_between(row, governor, k)):
        return Role.TARGET, "roles.went_off_at"
    if chunk.prep == "ب":
        return (Role.AGENT, "roles.by") if is_means(chunk) else (Role.NONE, "roles.aside")
    if chunk.prep in _ASIDE:
        # "there were killed dozens |of the sons of the tribes|"
        of_many = Kind.HARM in row[governor].senses and chunk.gap <= 1 and counts(row[k - 1].mention)
        if chunk.prep == "من" and not (has_agent or of_many) and (near or fired_between(scene, governor, k)):
            return Role.AGENT, "roles.from"
        return Role.NONE, "roles.aside"
    if scene.is_clash and has_agent:
        return Role.SIDE, "roles.second_side"
    if is_driven_out(scene, k, governor):
        return Role.TARGET, "roles.driven_out"
    if near and not chunk.gap and (is_met(scene, governor, trigger) or is_shooter(scene, governor, trigger)):
        return Role.AGENT, "roles.act_of"
    if near and not verb and trigger is not None and (trigger.entry.id in TAKES_VICTIM or is_undone(chunk, trigger)):
        if (whose := act_upon(scene, k, governor, has_agent=has_agent)) is not None:
            return whose
    if (scene.family in _BY_ITSELF and not near) or (verb and is_charge(scene, governor, k)):
        return Role.NONE, "roles.aside"
    if verb and parts and is_ally_beside(row, parts[-1], k):
        return Role.AGENT, "roles.and"
    oblique = chunk.text.endswith(_OBLIQUE) or is_accusative(chunk)
    if not verb and k == governor + 1 and not (chunk.gap or chunk.prep) and aims_with(scene, governor):
        return Role.TARGET, "roles.direct_object"
    if verb and near and (rule := object_of_verb(scene, k, governor, trigger, has_agent=has_agent, oblique=oblique)):
        return Role.TARGET, rule
    if not has_agent and ((near and not chunk.gap) or (verb and not was_in_it(scene, k, governor))):
        return Role.AGENT, "roles.subject_after_verb" if verb else "roles.act_of"
    if has_agent and parts:
        return behind_doer(scene, k, governor, trigger, parts)
    return Role.NONE, "roles.loose"


def _is_doer(row: Sequence[Chunk], part: Part) -> bool:
    """Tell whether a part names who did it, or what it was done with: "aircraft hit a patrol of …"."""
    return bool(part.ids) or bool(row[part.at].actor_method)
