"""Harm that is the act itself, where no word names one: "was killed by gunfire", "gunmen killed …", "was abducted"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.code.camps import foes_of
from waqai.code.clause.voice import reading_in_place
from waqai.code.deed.custody import CUSTODY, died_in_custody
from waqai.code.deed.found_dead import is_killed_ahead
from waqai.code.deed.gunmen import are_gunmen, by_force, by_gunmen
from waqai.code.deed.hints import hints_of
from waqai.code.deed.method import MethodFound
from waqai.code.deed.refine import OPEN, narrow
from waqai.code.deed.set_about import is_claimed, set_about
from waqai.code.family import FAMILY
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.actor.camps import tables
from waqai.tag.actor_words import FLIES
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IN
from waqai.tag.harm.find import COMBATANTS, HURT, HarmMention
from waqai.tag.harm.held import holds_a_thing
from waqai.tag.harm.victim_side import CROWD, GUNMEN
from waqai.tag.place.find import PlacePhrase
from waqai.values.place import POINTS

_BODY: Final = frozenset({"harm.body", "harm.found_killed"})
_FIND: Final = 6
"""Chunks between "found" and the body (ruling 3)."""
_FELL: Final = "harm.fell"
_BY_HARM: Final = {"detained": "raid", "abducted": "kidnapping"}
_REACH: Final = 8
"""Chunks between a harm word and the words that say at whose hands it was."""


def find_harm_act(row: Sequence[Chunk], lo: int, hi: int, harm: Sequence[HarmMention]) -> MethodFound | None:
    """Find the act that the harm of chunks ``[lo, hi)`` is; ``None`` when nothing says what or who did it."""
    if not harm and not any(Kind.HARM in chunk.senses for chunk in row[lo:hi]):
        return None
    return (
        _in_custody(row, lo, hi, harm)
        or _with_weapon(row, lo, hi, harm)
        or _by_gas(row, lo, hi, harm)
        or _body_found(row, lo, hi)
        or _by_itself(row, lo, hi)
        or _by_doer(row, lo, hi, harm)
        or _announced(row, lo, harm)
        or _at_scene(row, lo, hi, harm)
        or _at_front(row, lo, hi, harm)
        or _fell_there(row, hi, harm)
    )


def by_whom_it_killed(row: Sequence[Chunk], harm: Sequence[HarmMention], method: MethodFound) -> MethodFound | None:
    """Read an act by its dead: what was blown up over people was bombed; where fighters died ahead of a bomb that was dealt with, "killed four gunmen |and defused| 20 charges", they fought."""
    if method.rule == _BLOWING_UP and any(h.kind == "killed" and h.at > method.at and h.count.max != 0 for h in harm):
        # "|the blowing up of| a mosque that killed 27"
        return msgspec.structs.replace(method, method="ied", family="bomb")
    if method.method != _DISARMED or not row[method.at].joined or row[method.at].prep:
        return None
    for told in harm:
        fell = told.kind == "killed" and told.who == COMBATANTS and told.count.max != 0
        if fell and told.at < method.at and not row[told.at].prior:
            return MethodFound("clash", "", told.at, (), 2, "method.harm_by_doer", False)
    return None


_DISARMED: Final = "interception"
_BLOWING_UP: Final = "method.trigger.blowing_up"


def _in_custody(row: Sequence[Chunk], lo: int, hi: int, harm: Sequence[HarmMention]) -> MethodFound | None:
    """Read a detainee's death in prison, an attack of whoever kept him (ruling 12)."""
    at = died_in_custody(row, lo, hi, harm)
    return MethodFound(OPEN, "Attack", at, (), 2, CUSTODY, False) if at is not None else None


def _with_weapon(row: Sequence[Chunk], lo: int, hi: int, harm: Sequence[HarmMention]) -> MethodFound | None:
    """Read "was killed by gunfire", "wounded by a mine": harm, and what did it."""
    told = [word for k in range(lo, hi) if (word := row[k].senses.get(Kind.HARM)) is not None]
    if not told or all(word.entry.harm in ("detained", "released") for word in told):
        return None
    narrowed = narrow(OPEN, hints_of(row, lo, hi))
    if narrowed is None:
        return None
    method, k = narrowed
    if not harm and method in FLIES and all(word.entry.id == _FELL for word in told):
        return None  # "the fall of an aircraft"
    found = FAMILY[method].name == "violence" and _body_found(row, lo, hi) is not None
    if row[k].has(_BOMB) and k + 1 < hi and row[k + 1].particle == "agent" and _is_thrown(row[k + 1]):
        method = "grenade"  # "a bomb |that gunmen threw| at his house"
    return MethodFound(method, "Attack" if found else "", k, (), 2, "method.harm_with_weapon", False)


def _is_thrown(verb: Chunk) -> bool:
    """Tell whether a verb behind a bomb says that it is one of those that men throw."""
    return verb.text.startswith(tuple(tables()["blast"]["thrown"]))


_BOMB: Final = "weapon.bomb"


def _by_gas(row: Sequence[Chunk], lo: int, hi: int, harm: Sequence[HarmMention]) -> MethodFound | None:
    """Read protesters hurt by what crowds are broken up with: "ten protesters |were hit by smoke grenades|"."""
    if not any(told.kind in HURT and CROWD in told.sides and told.count.max != 0 for told in harm):
        return None
    gas = next((k for k in range(lo, hi) if row[k].has(_GAS)), None)
    return MethodFound("demonstration", "", gas, (), 2, "method.harm_by_gas", False) if gas is not None else None


_GAS: Final = "particle.disperses.gas"


def _at_scene(row: Sequence[Chunk], lo: int, hi: int, harm: Sequence[HarmMention]) -> MethodFound | None:
    """Read "visited |the scene of the blast| that killed ten in A yesterday": its day and its dead make it an act told."""
    at = next((k for k in range(lo, hi) if row[k].particle == "scene" and row[k].has(_SCENE)), None)
    if at is None or all(row[k].sort is not Sort.DATE for k in range(at, hi)):
        return None
    hurt = any(told.kind in HURT and told.at > at and told.count.max != 0 for told in harm)
    return MethodFound("ied", "", at, (), 2, "method.scene", False) if hurt else None


_SCENE: Final = "particle.scene.blast"


def _body_found(row: Sequence[Chunk], lo: int, hi: int) -> MethodFound | None:
    """Read the finding of a body, whatever killed him (ruling 3)."""
    for k in range(lo, hi):
        harm = row[k].senses.get(Kind.HARM)
        if harm is not None and (harm.entry.id in _BODY or _were_killed(row, lo, k)):
            if any(row[j].particle == "found" for j in range(max(lo, k - _FIND), k)):
                return MethodFound(OPEN, "Attack", k, (), 2, "method.body_found", False)
    return None


def _were_killed(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a verb says of the people right before it that they were killed: "two policemen |who were killed|"."""
    verb = row[k].reading(Kind.HARM)
    if k == lo or verb is None or verb.entry.id != _KILLED or row[k].prep or row[k].joined or row[k].gap:
        return False
    return verb.form.number in _MANY and row[k - 1].reading(Kind.VICTIM) is not None


_KILLED: Final = "harm.killed_passive"
_MANY: Final = frozenset({"du", "pl"})


def _at_front(row: Sequence[Chunk], lo: int, hi: int, harm: Sequence[HarmMention]) -> MethodFound | None:
    """Read fighters killed at a front, which is a fight: "six of X |were killed on the front of A|"."""
    fell = any(told.kind == "killed" and told.who == COMBATANTS and told.count.max != 0 for told in harm)
    k = next((k for k in range(lo, hi) if row[k].place_kind == "front" and row[k].prep == "في"), None) if fell else None
    return MethodFound("clash", "", k, (), 2, "method.harm_at_front", False) if k is not None else None


def _fell_there(row: Sequence[Chunk], hi: int, harm: Sequence[HarmMention]) -> MethodFound | None:
    """Read one fighter of a named side killed in a place, which is a fight, whoever killed him: "a commander of X |was killed in A|" (section 2)."""
    for told in harm:
        if told.kind != "killed" or told.who != COMBATANTS or not told.actors or told.count.max != 1:
            continue  # of more, the toll is that of a fight told elsewhere
        if row[told.at].has(_COUNTED):
            continue  # "|one dead| of X in A": a line of a toll
        for k in range(told.at + 1, min(hi, told.at + _REACH)):
            mention = row[k].mention
            if row[k].sort is Sort.STOP:
                break
            if isinstance(mention, PlacePhrase) and row[k].prep in IN and mention.precision in POINTS:
                return MethodFound("clash", "", told.at, (), 2, "method.harm_there", False)
    return None


_COUNTED: Final = "harm.killed_count"


def _by_itself(row: Sequence[Chunk], lo: int, hi: int) -> MethodFound | None:
    """Read harm that is an act of its own: detained, abducted."""
    for k in range(lo, hi):
        harm = row[k].senses.get(Kind.HARM)
        if harm is not None and harm.entry.harm in _BY_HARM and harm.form.pos is not Pos.NOUN and row[k].prep != "ل":
            if holds_a_thing(row, k, hi):
                continue
            if row[k].prior and is_killed_ahead(row, lo, k):
                continue  # "was killed |after he was kidnapped|"
            return MethodFound(_BY_HARM[harm.entry.harm], "", k, (), 2, "method.harm_alone", False)
    return None


def _by_doer(row: Sequence[Chunk], lo: int, hi: int, harm: Sequence[HarmMention]) -> MethodFound | None:
    """Read a killing or wounding whose doer is named and not how: "at the hands of", "gunmen killed" (codebook section 2, Attack)."""
    for told in harm:
        if told.kind not in HURT or told.count.max == 0:
            continue
        doer = told.agents or _at_the_hands_of(row, told.at, hi) or _has_subject(row, told.at, lo, hi)
        doer = doer or _is_inflicted(row, told.at, lo) or is_claimed(row, told.at, hi)
        if doer or set_about(row, told.at, lo) or by_gunmen(row, told, hi) or by_force(row, told, hi):
            return MethodFound(OPEN, "", told.at, (), 2, "method.harm_by_doer", True)
    return None


def _announced(row: Sequence[Chunk], lo: int, harm: Sequence[HarmMention]) -> MethodFound | None:
    """Read gunmen, or men of a foe, whose death a side announces as its own doing: "the army |announced the killing of| three gunmen", "|that it| killed"."""
    for told in harm:
        k = _teller(row, lo, told.at) if told.kind == "killed" and told.count.max != 0 else None
        if k is not None and (GUNMEN in told.sides or not foes_of(row[k].ids).isdisjoint(told.owner)):
            return MethodFound(OPEN, "", told.at, (), 2, "method.harm_announced", True)
    return None


def _teller(row: Sequence[Chunk], lo: int, at: int) -> int | None:
    """Find whoever announces what stands at ``at``, a day between at most: "|the army| announced yesterday the killing of"."""
    k = at - 1
    while k > lo and (row[k].sort is Sort.DATE or row[k].text == ","):
        k -= 1
    if k <= lo or row[k].sort is not Sort.ACTOR or not speaks_for(row, k, lo):
        return None
    return k if row[at].gap <= 1 and row[at].prep in ("", _OF) and not row[at].that else None


def speaks_for(row: Sequence[Chunk], k: int, lo: int) -> bool:
    """Tell whether a verb of saying has a side for its subject, or one of its commanders or spokesmen: "|the spokesman of the army| announced", "|a leader in X| told of"."""
    one = k - 1 > lo and not row[k - 1].gap and row[k - 1].has_any(_SPEAKERS)
    if (row[k].prep and not (one and row[k].prep in IN)) or (one and row[k].is_land):
        return False  # "|Iraqi| officials announced"
    return row[k].gap <= (row[k].prep in IN) and row[k - 1 - one].entry(Kind.SOURCE).cls == _VERB


_SPEAKERS: Final = frozenset({"victim.commander", "victim.leader", "victim.officer", "source.name.official"})
_OF: Final = "عن"
_VERB: Final = "verb"
"""Class of the words with which somebody says or announces something."""


def _is_inflicted(row: Sequence[Chunk], at: int, lo: int) -> bool:
    """Tell whether the dead are what one side inflicted on another: "X |inflicted on| Y ten dead"."""
    inflicts = next((k for k in range(at - 1, lo - 1, -1) if row[k].particle == "inflicts"), at)
    return any(row[k].sort is Sort.ACTOR and not row[k].prep for k in range(inflicts + 1, at))


def _at_the_hands_of(row: Sequence[Chunk], at: int, hi: int) -> bool:
    """Tell whether words behind the harm say at whose hands it was."""
    for k in range(at + 1, min(hi - 1, at + _REACH)):
        if row[k].sort is Sort.STOP and row[k].text == ".":
            return False
        if row[k].particle == "agent":
            return (row[k + 1].sort is Sort.ACTOR or are_gunmen(row[k + 1])) and row[k + 1].gap <= 1
    return False


def _has_subject(row: Sequence[Chunk], at: int, lo: int, hi: int) -> bool:
    """Tell whether an actor is the subject of the verb right behind it: "the forces kill a man", "as for the forces, [fa-] they killed a man"."""
    if at == lo or row[at - 1].sort is not Sort.ACTOR or row[at - 1].prep not in ("", "ان"):
        return False
    if (row[at].gap or row[at].joined) and not _is_said_of(row, at):
        return False
    verb = reading_in_place(row, at, lo, hi)
    if verb is None or verb.entry.id == _WIPED_OUT:
        return verb is not None
    return verb.form.is_active_verb and verb.entry.cls == "passive"


def _is_said_of(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether a verb says with "then" what the side did that heads the sentence behind "as for", which nobody reads."""
    heads = at > 1 and row[at - 1].gap == 1 and row[at - 2].sort is Sort.STOP and row[at - 2].text != ","
    return heads and row[at].gap <= 1 and not row[at].that and (row[at].text.startswith(_THEN) or not row[at].joined)


_THEN: Final = "ف"
_WIPED_OUT: Final = "harm.wiped_out"
"""A set phrase that is a verb: "a unit of X |put an end to| five gunmen"."""
