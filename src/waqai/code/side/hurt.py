"""Where an actor beside a verb is not its subject: men who were killed, whom a bombing hit (design section 3.4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.scene import Role, Scene
from waqai.code.clause.voice import reading_in_place
from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.tail import is_countryman

_PERSONS: Final = ("ان", "ين", "ون")
"""Endings of duals and plurals of men."""
_SEIZED: Final = frozenset({"detained", "abducted"})
_HITS: Final = frozenset({"trigger.fire_at", "trigger.shelling", "trigger.destroy"})
"""Verbs whose subject may be an act: "the raids |hit, shelled, destroyed| positions"."""


def is_means(chunk: Chunk) -> bool:
    """Tell whether an actor with "b-" is what it was done with: "by warplanes of", not "a leader in"."""
    return chunk.prep == "ب" and bool(chunk.actor_method)


def is_by_means(scene: Scene, k: int) -> bool:
    """Tell whether a machine of somebody's is what the unarmed died by: "a man died |by a drone of X| that hit A", not "a soldier |in the air force|"."""
    if not is_means(scene.row[k]):
        return False
    hurt = (scene.row[j].entry(Kind.VICTIM).who for j in range(k - 1, scene.lo - 1, -1))
    return next((who for who in hurt if who), "") == "civilians"


def is_hurt(scene: Scene, k: int) -> bool:
    """Tell whether men stand before or behind a verb of harm that has nobody else for its object: "nine rebels |were killed|"."""
    row, chunk = scene.row, scene.row[k]
    if chunk.prep or not _is_beside_harm(scene, k):
        return False
    if is_countryman(chunk) or not (chunk.men or chunk.text.endswith(_PERSONS)):
        return False
    behind = k + 1 < scene.hi and _harms(row[k + 1]) and row[k + 1].gap <= 1 and not row[k + 1].joined
    if behind:
        return not _is_object(row, k + 2, scene.hi) and not _seizes(scene, k)
    before = k > scene.lo and _harms(row[k - 1]) and chunk.gap == 0 and not chunk.joined
    return before and not _is_object(row, behind_mates(row, k, scene.hi), scene.hi)


def _is_beside_harm(scene: Scene, k: int) -> bool:
    """Tell whether a word of harm stands right before or behind an actor: beside most there is none."""
    return k + 1 in scene.harms or k - 1 in scene.harms


def behind_mates(row: Sequence[Chunk], k: int, hi: int) -> int:
    """Give the chunk behind an actor and those whom "and" joins to him, or who are he by another name: "arrested X |and Y| …"."""
    at = k + 1
    while at < hi and is_mate(row, at):
        at += 1
    return at


def is_mate(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether "and" joins an actor to the one right before him, or he is that one by another name."""
    chunk, before = row[at], row[at - 1]
    return chunk.sort is before.sort is Sort.ACTOR and not chunk.gap and (chunk.joined or chunk.ids == before.ids)


def _seizes(scene: Scene, k: int) -> bool:
    """Tell whether armed men seize somebody rather than are seized: "the soldiers arrested …", with no number and no "by"."""
    row = scene.row
    harm = row[k + 1].reading(Kind.HARM)
    if harm is None or harm.entry.harm not in _SEIZED or (k > scene.lo and row[k - 1].sort is Sort.NUMBER):
        return False
    return not any(row[j].particle == "agent" for j in range(k + 2, scene.hi))


def _harms(chunk: Chunk) -> bool:
    harm = chunk.reading(Kind.HARM)
    if harm is None or harm.form.pos is not Pos.VERB or harm.entry.cls != "passive":
        return False
    lets_go = harm.entry.harm == "released" and harm.form.number == "pl"  # those who are released stand behind "of"
    return harm.form.tense != "present" and harm.form.voice != "active" and not harm.form.suffix and not lets_go


def _is_object(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether a chunk can be whom the verb before it hits."""
    if k >= hi or row[k].joined or row[k].prep or row[k].gap > 1:
        return False
    if row[k].entry(Kind.OBJECT).cls == "vehicle":
        return True  # "members of X stopped |a tanker|"
    return row[k].sort in (Sort.NUMBER, Sort.ACTOR, Sort.PERSON) or row[k].reading(Kind.VICTIM) is not None


def act_is_subject(scene: Scene, governor: int, at: int) -> bool:
    """Tell whether it is an act told before that hits the actor at ``at``: "that |the bombing| in A hit members of"; aircraft are no object."""
    trigger = reading_in_place(scene.row, governor, scene.lo, scene.hi)
    if trigger is None or trigger.entry.id not in _HITS or trigger.form.suffix or trigger.form.voice == "passive":
        return False
    if scene.row[at].actor_method:
        return False
    if _is_of_bomb(scene, governor):
        return True
    for k in range(governor - 1, max(scene.lo - 1, governor - 4), -1):
        act = scene.row[k].reading(Kind.TRIGGER)
        if act is not None:
            return act.form.pos is not Pos.VERB and not _is_of_other_gender(scene, k, governor)
        if (
            scene.row[k].sort not in (Sort.PLACE, Sort.DATE, Sort.WORD)
            or scene.row[k].reading(Kind.PARTICLE) is not None
        ):
            return False
    return False


def _is_of_other_gender(scene: Scene, k: int, governor: int) -> bool:
    """Tell whether a verb cannot have the act behind "in" for its subject, as its gender says: "in another shelling (m) |X (f) hit (f)| houses"."""
    noun, verb = scene.row[k].text, scene.row[governor].text
    return scene.row[k].prep == _IN and noun.endswith(_SHE) != verb.endswith(_SHE_DID)


_IN: Final = "في"
_SHE: Final = ("ه", "ات")
_SHE_DID: Final = "ت"


def _is_of_bomb(scene: Scene, governor: int) -> bool:
    """Tell whether a bomb is the subject, with where and when it went off between: "|the bomb that went off| in A on Monday hit …"."""
    for k in range(governor - 1, scene.lo, -1):
        chunk = scene.row[k]
        act = chunk.reading(Kind.TRIGGER)
        if act is not None:
            return act.form.pos is Pos.VERB and chunk.gap == 1 and _is_bomb(scene.row[k - 1])
        if chunk.sort not in (Sort.PLACE, Sort.DATE) and chunk.actor_cls != "nationality":
            return False
    return False


def _is_bomb(chunk: Chunk) -> bool:
    weapon = chunk.reading(Kind.WEAPON)
    return weapon is not None and weapon.form.pos is not Pos.VERB and not chunk.prep


def has_bare_doer(row: Sequence[Chunk], governor: int, k: int) -> bool:
    """Tell whether words behind the act name as its doer a force that nobody knows: "an ambush |that a group laid| for X"."""
    return any(
        row[j].particle == "agent" and row[j + 1].reading(Kind.FORCE) is not None and row[j + 1].sort is Sort.WORD
        for j in range(governor + 1, k - 1)
    )


def is_hit_by(scene: Scene, k: int) -> bool:
    """Tell whether a weapon or force is the subject and the actor its object: "a device hit a patrol of [l-] X", "|the artillery| shelled the men of X"."""
    row = scene.row
    if row[k].prep or row[k].gap or k - 2 < scene.lo or not (row[k].is_free or _is_no_owner(row[k - 1], row[k])):
        return False
    verb = row[k - 2].reading(Kind.TRIGGER)
    return verb is not None and verb.form.pos is Pos.VERB and not row[k - 1].gap and not row[k - 1].prep


def _is_no_owner(force: Chunk, actor: Chunk) -> bool:
    """Tell whether a force has the article, so that the actor behind it, who has none, does not own it."""
    return Kind.FORCE in force.senses and force.text.startswith(_THE) and not actor.text.startswith(_THE)


_THE: Final = "ال"


def is_hit_with(scene: Scene, k: int) -> bool:
    """Tell whether the weapon stands between who shot and whom: "gunmen targeted |with the bullets| a member of [min] X"."""
    row = scene.row
    if k - 2 < scene.lo or row[k].prep or row[k].joined or not (_is_side(row[k - 2]) or _has_subject(row, k - 2)):
        return False
    mention, by = row[k].mention, row[k - 1].prep == "ب" or row[k - 1].text.startswith("ب")
    stands_free = getattr(mention, "free", False) and not getattr(mention, "method", "") and by
    if row[k].gap > (1 if stands_free else 0):  # "with a shell |of RPG| a patrol of X"
        return False
    return (stands_free or row[k - 1].text.startswith(_WITH_THE)) and scene.family in _SHOT_OR_BOMBED


def _is_side(chunk: Chunk) -> bool:
    return chunk.sort is Sort.ACTOR or (Kind.FORCE in chunk.senses and not chunk.prep)


def _has_subject(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether the side that hit stands right before the verb: "X |targets| with shells a patrol of [l-] Y"."""
    verb = row[at].reading(Kind.TRIGGER)
    return at > 0 and verb is not None and verb.form.is_active_verb and row[at - 1].names_side and not row[at - 1].prep


_WITH_THE: Final = "بال"
"""A weapon with the article has no owner behind it."""
_SHOT_OR_BOMBED: Final = frozenset({"fire", "air", "open", "violence", "clash", "bomb"})


def is_bracketed(scene: Scene, k: int) -> bool:
    """Tell whether a group stands in brackets behind a person, as whose man he is: "a car in which So-and-so was |(X)|"."""
    row = scene.row
    if k - 2 < scene.lo or row[k - 1].text != "(" or row[k].gap or row[k].prep or scene.family not in _OF_MEN:
        return False
    return row[k - 2].sort is Sort.PERSON


_OF_MEN: Final = frozenset({"raid", "violence", "air", "open", "clash", "bomb"})


def fell_into(scene: Scene, k: int, governor: int, trigger: Reading | None) -> bool:
    """Tell whether somebody else's ambush is what befell the subject: "X suffered losses |in an ambush of| Y"."""
    if trigger is None or trigger.entry.id != _AMBUSH or scene.row[governor].prep != "في" or governor + 1 >= scene.hi:
        return False
    if any(chunk.sort is Sort.ACTOR for chunk in scene.row[behind_mates(scene.row, k, governor) : governor]):
        return False
    after = scene.row[governor + 1]
    return after.particle == "agent" or (after.sort is Sort.ACTOR and after.prep == "ل" and after.gap <= 1)


def is_ambush(scene: Scene) -> bool:
    """Tell whether the act is an ambush."""
    return scene.trigger is not None and scene.row[scene.trigger].has(_AMBUSH)


_AMBUSH: Final = "trigger.ambush"


def is_met_then(scene: Scene, governor: int) -> bool:
    """Tell whether whoever stands before "when" is whom the act behind it met: "they were on patrol |when| fire was opened at them, a bomb went off, gunmen attacked them"."""
    verb = scene.row[governor].reading(Kind.TRIGGER)
    if not scene.row[governor].when or verb is None or verb.form.pos is not Pos.VERB:
        return False
    if scene.family == "bomb" or verb.form.suffix:
        return True
    behind = scene.row[governor + 1 : min(scene.hi, governor + _FIRED)]
    return bool(behind) and behind[0].gap > 0 and any(chunk.particle == "fire_word" for chunk in behind)


_FIRED: Final = 4
"""Chunks from a verb of opening fire to the fire, with who opened it; at whom is an unread word right behind the verb."""


def whose_man(scene: Scene, k: int) -> tuple[Role, str]:
    """Read whose a man is who stands before him: of one who does what the verb before him says, who did it, else whom it hit."""
    return (Role.AGENT, "roles.subject_after_verb") if _acts_himself(scene, k) else (Role.TARGET, "roles.member_of")


def _acts_himself(scene: Scene, k: int) -> bool:
    """Tell whether the man takes houses, or seizes whoever stands behind: "|a leader| in X took over a house", "|seized| a leader |of X a man|", not "was seized a leader of X"."""
    row, at = scene.row, scene.trigger
    if at is None or at != k - 2 or row[k - 1].gap or row[k - 1].prep or scene.family not in _DONE_TO_ANOTHER:
        return False
    verb, done_to = row[at].reading(Kind.TRIGGER), k + 1
    if verb is None or not verb.form.is_active_verb:
        return False
    if scene.family == _PROPERTY:
        return True
    if verb.form.suffix:
        return False
    if done_to >= scene.hi or row[done_to].joined or row[done_to].gap > 1:
        return False
    done_to += row[done_to].sort is Sort.NUMBER and not row[done_to].gap
    one = row[done_to].reading(Kind.VICTIM) if done_to < scene.hi else None
    return one is not None and one.entry.who == "civilians" and not (row[k + 1].prep or row[done_to].prep)


_PROPERTY: Final = "property"
_DONE_TO_ANOTHER: Final = frozenset({_PROPERTY, "abduction", "raid"})
