"""Sides that tell of their own acts: who announces, says that he did it, or counts the dead of his enemy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.camps import can_fly, foes_of
from waqai.code.clause.scene import DOERS, TELLS, Part, Role, Scene, ids_of
from waqai.code.clause.voice import reading_in_place
from waqai.code.deed.harm_act import speaks_for
from waqai.code.taxonomy import Taxonomy
from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.actor.armed import is_armed_group
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import HE_IS, IN, SET_OFF
from waqai.values.actor import ANY_STATE, OTHER


def with_announcer(scene: Scene, parts: list[Part]) -> list[Part]:
    """Take for the doer, where nobody else is named, whoever announces his enemy's dead: "X announced the killing of ten of Y in an attack"."""
    if scene.trigger is None or scene.family not in _ANNOUNCED:
        return parts
    if any(p.role in DOERS for p in parts):
        return parts
    first = next((p for p in parts if p.ids), None)
    if first is None or first.rule not in (_SOURCE, _ASIDE):
        return parts
    if (scene.row[first.at].prep or first.rule == _ASIDE) and not speaks_for(scene.row, first.at, scene.lo):
        return parts
    if scene.row[scene.trigger].entry(Kind.TRIGGER).sub == _DISARMS:
        return [first.turned(Role.AGENT, TELLS) if p is first else p for p in parts] if _goes_on(scene) else parts
    own = scene.family == "bomb" and _tells_of_own_bomb(scene, first)
    if scene.family == "bomb" and not own:
        return parts  # what goes off need be nobody's who tells of it
    if not _tells_of_enemy(scene, first, parts) and (not own or _hits_friends(scene, first, parts)):
        return parts
    told = first.turned(Role.AGENT, TELLS)
    return [told if p is first else p for p in parts]


def _tells_of_enemy(scene: Scene, teller: Part, parts: list[Part]) -> bool:
    """Tell whether an act hit an enemy of who tells of it; of a state's army that has no enemies listed, any faction, or gunmen."""
    hit = ids_of(p for p in parts if p.role is Role.TARGET)
    if not hit and _tells_of_planes(scene, teller):
        return True
    if hit & foes_of(teller.ids) or (not hit and _targets_a_machine(scene) and all(map(is_armed_group, teller.ids))):
        return True
    if (scene.family != "air" and not _tells_of_dead(scene, teller)) or hit:
        return scene.family == "air" and teller.ids == (ANY_STATE,) and any(i.startswith(OTHER) for i in hit)
    return any(scene.row[k].has(word) for k in range(teller.at + 1, scene.hi) for word in _GUNMEN)


def _tells_of_planes(scene: Scene, teller: Part) -> bool:
    """Tell whether an army that has aircraft tells what aircraft did that nobody else is said to own, and nobody died of: "a spokesman of X said that |warplanes sank| a ship"."""
    at = scene.trigger
    if scene.family != "air" or at is None or at - 1 <= teller.at or not scene.row[at - 1].has(_PLANES):
        return False
    verb = scene.row[at].reading(Kind.TRIGGER)
    flies = verb is not None and verb.form.is_active_verb and verb.form.tense == "past" and not scene.row[at].gap
    hurt = any(Kind.HARM in scene.row[k].senses for k in range(at + 1, scene.hi))
    return flies and not hurt and bool(can_fly(list(teller.ids)))


_PLANES: Final = "force.manned"


def _tells_of_own_bomb(scene: Scene, teller: Part) -> bool:
    """Tell whether what a group announces is that a charge was set off, or somebody targeted: "X announced |the blowing up of| a charge in a tank"."""
    if scene.trigger is not None and scene.row[scene.trigger].entry(Kind.TRIGGER).id == _FIRE_AT:
        return True
    at = _past_day(scene, _past_seat(scene, teller.at + 1))
    if at >= scene.hi or scene.row[at].that or not all(map(is_armed_group, teller.ids)):
        return False
    told = scene.row[at].reading(Kind.TRIGGER)
    aimed = told is not None and told.form.pos is not Pos.VERB and told.entry.id in (_FIRE_AT, _BOMBING)
    return aimed or scene.row[at].text == SET_OFF


_BOMBING: Final = "trigger.bombing"


def _hits_friends(scene: Scene, teller: Part, parts: list[Part]) -> bool:
    """Tell whether a bomb that somebody tells of may be another's: it hit who is no foe of his, or he polices the place."""
    hit = any(p.role is Role.TARGET for p in parts) or any(scene.row[k].men for k in range(teller.at + 1, scene.hi))
    return hit or any(map(Taxonomy.load().polices, teller.ids))


def _tells_of_dead(scene: Scene, teller: Part) -> bool:
    """Tell whether the act is the killing that stands right behind whoever announces it: "X announced |the killing of| three gunmen [in a raid]"."""
    at = _past_day(scene, teller.at + 1)
    if at >= scene.hi or scene.row[at].reading(Kind.HARM) is None:
        return False
    if scene.family in _OF_ITS_MEN:  # a state's forces, which came to where the gunmen were
        return at < (scene.trigger or 0) and all(map(Taxonomy.load().is_of_a_state, teller.ids))
    return at == scene.trigger and scene.family == "open"


_OF_ITS_MEN: Final = frozenset({"raid", "clash"})


def _targets_a_machine(scene: Scene) -> bool:
    """Tell whether the act is "the targeting of |a military vehicle|", which no rebels have to announce but their own."""
    at = scene.trigger
    if at is None or at + 1 >= scene.hi or not scene.row[at].has(_FIRE_AT):
        return False
    return scene.row[at + 1].has(_MACHINE) and not scene.row[at + 1].prep


_MACHINE: Final = "object.machine"
_GUNMEN: Final = ("victim.gunman", "victim.rebel")
"""Whom no state's army kills by the raids of another."""


def _goes_on(scene: Scene) -> bool:
    """Tell whether who tells of something goes on to seize it: "the forces told of a workshop in A |and seized| a rifle"."""
    assert scene.trigger is not None
    verb = scene.row[scene.trigger].reading(Kind.TRIGGER)
    return scene.row[scene.trigger].joined and verb is not None and verb.form.is_active_verb


_DISARMS: Final = "Disrupted weapons use"
_SOURCE: Final = "roles.source"
_ASIDE: Final = "roles.aside"
_FIRE_AT: Final = "trigger.fire_at"
_ANNOUNCED: Final = frozenset({"open", "fire", "air", "clash", "violence", "bomb", "property", "raid"})


def announces(scene: Scene, k: int) -> bool:
    """Tell whether an actor announces an act of its own: "the coalition announced the interception of a drone"."""
    nxt = _past_day(scene, _past_seat(scene, k + 1))
    if nxt + 1 == scene.trigger and scene.row[nxt].has(_IMPOSES):
        nxt += 1  # "announced |the imposing of| a curfew"
    if scene.trigger is None or nxt >= scene.hi or nxt > scene.trigger or scene.row[nxt].joined:
        return False
    declared = _declares_of(scene, k, nxt)
    if scene.row[nxt].that or scene.row[nxt].gap - declared > (scene.family in _CARRIED_OUT):
        return False
    if _is_of_another(scene, k, scene.trigger):
        return False
    acts = [r for r in scene.row[nxt].readings if r.entry.kind is Kind.TRIGGER or r.entry.harm == "detained"]
    its_own = _is_its_own(scene, nxt)
    if (scene.row[nxt].prep and not declared) or not any(_is_noun(r, its_own=its_own) for r in acts):
        return False
    return scene.family not in _BEFALLS or scene.row[nxt].has(_BEGUN)


_IMPOSES: Final = "trigger.establish"


def _past_seat(scene: Scene, k: int) -> int:
    """Step over where who announces has its seat, and in what: "the directorate |in A| announced", "X |in the land B| announced |in a statement|"."""
    while k < scene.hi and scene.row[k].prep in IN and scene.row[k].gap <= 1 and _is_seat(scene.row[k]):
        k += 1
    return k


def _is_seat(chunk: Chunk) -> bool:
    """Tell whether a chunk is a place, a country, or what somebody announces something in."""
    return chunk.sort is Sort.PLACE or chunk.is_land or chunk.entry(Kind.SOURCE).cls == "noun"


def _past_day(scene: Scene, k: int) -> int:
    """Step over a day and commas: "the coalition announced|, on Sunday,| the interception of"."""
    while k < scene.hi and (scene.row[k].sort is Sort.DATE or scene.row[k].text == ","):
        k += 1
    return k


def _is_noun(act: Reading, *, its_own: bool) -> bool:
    """Tell whether a word can be an act's noun: "dabt" is the seizure where it is spelt like "seized"; ``its_own`` lets it have a pronoun."""
    if act.form.pos is not Pos.VERB:
        return its_own or not act.form.suffix
    return any(form.pos is Pos.NOUN and form.text == act.form.text for form in act.entry.forms)


def _declares_of(scene: Scene, k: int, act: int) -> bool:
    """Tell whether an actor declares an act with "of" before it: "X |declared of [ʿan]| the downing of a drone"."""
    row = scene.row
    return (
        scene.family != "violence"
        and row[act].prep == _OF
        and k > scene.lo
        and row[k].gap <= (row[k].prep in IN)
        and ((row[k - 1].has(_DECLARE) and not row[k].gap) or _says_for(row, k, scene.lo))
    )


def _says_for(row: Sequence[Chunk], k: int, lo: int) -> bool:
    """Tell whether a commander or spokesman of the actor's tells of it: "|the head of| the internal security |disclosed|"."""
    return k - 2 >= lo and row[k - 1].entry(Kind.SOURCE).cls != "verb" and speaks_for(row, k, lo)


_OF: Final = "عن"
_DECLARE: Final = "source.declare"


def _is_its_own(scene: Scene, act: int) -> bool:
    """Tell whether the pronoun on an act's noun is who announces it: "the command announced |its targeting of| a leader of Y in A"."""
    told = scene.row[act].reading(Kind.TRIGGER)
    if told is None or told.entry.id not in _DONE_TO or act + 1 >= scene.hi:
        return False
    after = scene.row[act + 1]
    return after.prep in ("", "ل") and after.sort is not Sort.STOP and after.particle == ""


_DONE_TO: Final = frozenset({"trigger.fire_at", "trigger.arrest", "trigger.assassination"})
"""Acts whose noun and pronoun are followed by whom it was done to."""


def _is_of_another(scene: Scene, k: int, act: int) -> bool:
    """Tell whether the act that somebody announces has another doer right behind it: "X announced |the taking by Y| of A"."""
    at = act + 1
    if at >= scene.hi or scene.row[at].sort is not Sort.ACTOR or scene.row[at].ids == scene.row[k].ids:
        return False
    told = scene.row[act].reading(Kind.TRIGGER)
    return told is not None and told.entry.id in _BY and not (scene.row[at].prep or scene.row[at].gap)


_BY: Final = frozenset(
    {f"trigger.{act}" for act in ("capture", "hold", "shelling", "advance", "storming", "airstrike")}
)
"""Acts whose noun is followed by who did it, without a preposition."""


def tells_of_itself(scene: Scene, k: int) -> bool:
    """Tell whether an actor says that it did something: "the forces said that |they| took A"."""
    row = scene.row
    beside_verb = k > scene.lo and row[k - 1].reading(Kind.SOURCE) is not None and row[k].gap == 0
    cited = not row[k].prep and (beside_verb or row[k].first in scene.speakers)
    if not (cited or _is_of_sources(row, k, scene.lo)):
        return False
    for j in range(k + 1, scene.hi):
        if row[j].itself not in ("", HE_IS):
            managed = row[j].particle in _MANAGES  # "announced that it |managed| to free A"
            told = row[j].reading(Kind.PARTICLE) if managed else reading_in_place(row, j, scene.lo, scene.hi)
            return (
                told is not None
                and told.form.pos in (Pos.VERB, Pos.PHRASE)
                and _agrees(row[j].itself, told.form.number, told.form.gender)
            )
        if getattr(row[j].mention, "ids", ()) == getattr(row[k].mention, "ids", None):
            continue  # "X|, which is called X too,| announced that it …"
        if row[j].sort is Sort.ACTOR or row[j].tells:
            return _are_his_men(scene, j)
        if _are_his_men(scene, j):
            return True
    return False


_MANAGES: Final = frozenset({"achieves", "managed", "able"})


def _is_of_sources(row: Sequence[Chunk], k: int, lo: int) -> bool:
    """Tell whether an actor's own sources speak for him: "sources |in X| said that it killed …"."""
    if k - 2 < lo or row[k].prep not in IN or row[k].gap > 1 or row[k - 1].gap:
        return False
    return row[k - 2].entry(Kind.SOURCE).cls == "verb" and row[k - 1].reading(Kind.SOURCE) is not None


def _are_his_men(scene: Scene, k: int) -> bool:
    """Tell whether "his men" stand here as the subject of an act's verb right behind: "X announced that |its fighters| hit …"."""
    row = scene.row
    men = row[k].reading(Kind.FORCE)
    if men is None or not men.form.suffix or row[k].prep or k + 1 >= scene.hi or row[k + 1].gap:
        return False
    verb = row[k + 1].reading(Kind.TRIGGER)
    return verb is not None and verb.form.is_active_verb


def _agrees(pronoun: str, number: str, gender: str) -> bool:
    """Tell whether a verb can have the pronoun for its subject; forms that the lexicon leaves open can."""
    if not number:
        return True
    return pronoun == {("sg", "m"): "ه", ("sg", "f"): "ها"}.get((number, gender), "هم" if number == "pl" else "هما")


_CARRIED_OUT: Final = frozenset({"fire", "air", "raid"})
"""Families whose act is announced with one more word: "announced |the carrying out of| a strike"."""
_BEGUN: Final = "trigger.offensive"
_BEFALLS: Final = frozenset({"bomb", "clash", "protest", "abduction"})
"""Families whose act is announced by those to whom it happened too."""
