"""Doers carried on from clause to clause: a verb without a subject has that of the verb before it (design section 3.4)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

import msgspec

from waqai.code.act.beaten_off import acting
from waqai.code.act.draft import Draft
from waqai.code.act.own_hold import is_its_hold, name_holder
from waqai.code.act.same_subject import by_pronoun, by_the_same, has_own_subject
from waqai.code.act.suspects import are_suspects_of
from waqai.code.camps import foes_of
from waqai.code.clause.ahead import MOVES_ON, is_right_behind_besides
from waqai.code.clause.scene import BEATS_OFF, DOERS, HELPED, TELLS, Part, Role, ids_of
from waqai.code.deed.flown import flown_by, goes_on_flying
from waqai.code.deed.hints import hints_of
from waqai.code.deed.refine import narrow
from waqai.code.family import FROM_AFAR
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.actor.armed import is_armed_group
from waqai.tag.chunk import Chunk, Sort
from waqai.values.actor import UNKNOWN

_ASIDE: Final = HELPED | {"roles.with"}
"""Rules of those beside whom a doer acts, or with whom he fights."""
_BY_ITSELF: Final = frozenset(
    {"trigger.blast", "trigger.blast_heard", "trigger.ied", "trigger.vehicle_bomb", "trigger.landmine"}
)
"""Triggers whose subject is the bomb: it went off, whoever was told of before."""
_CAPTURE: Final = "trigger.capture"
_CAUGHT: Final = "disrupted"
_OPENING: Final = 2
"""Chunks from the start of a sentence within which a verb can go on about the sentence before: "|Also| it took A"."""
_WAS_DONE: Final = frozenset({"تم", "وتم", "تمت"})
"""First words of what says that something was done, by nobody named: "the freeing of A |was done|"."""
_OF_VERBS: Final = ("ت", "وا")
"""Endings of verbs at the head of a set phrase: "|and let| go of"."""


def carry_on(row: Sequence[Chunk], drafts: Sequence[Draft]) -> None:
    """Give verbs without a subject the doer of the clause before: "… raided A, and shelled B", "advanced to A. Also took B"."""
    before: Draft | None = None
    did: Draft | None = None
    beat: Draft | None = None
    for draft in drafts:
        if draft.clause.tells_of >= 0:
            _tell_of_doer(row, draft)
            continue
        tells_act = draft.method is not None
        if before is not None and tells_act:
            _turn_enemy(row, before, draft)
            if "plan" in before.marks and _is_planned_too(row, before, draft):
                draft.marks["plan"] = before.marks["plan"]
        if before is not None and tells_act and _goes_on(row, before, draft):
            on_foot = _goes_with(row, before, draft)
            shared = _is_what_they_did(row, before, draft)
            doers = [p for p in acting(beat, before, draft) if p.ids and (shared or p.rule not in HELPED)] or _subject(
                row, before
            )
            draft.parts.extend(p.turned(Role.AGENT, "roles.carried_on") for p in doers)
            if not on_foot:
                _by_air(row, before, draft)
                assert draft.method is not None
                draft.tell(goes_on_flying(row, before.method, doers, draft.method))
            if _is_of_trend(row, before, draft):
                draft.marks.setdefault("trend", draft.clause.lo)
        elif before is not None and tells_act and _catches(before, draft) and not draft.agents:
            assert draft.method is not None
            draft.parts.append(Part(draft.method.at, (UNKNOWN,), Role.AGENT, "roles.carried_on"))
            draft.parts.extend(p.turned(Role.TARGET, "roles.carried_on") for p in before.agents if p.ids)
        elif did is not None and tells_act and _moves_on(row, did, draft):
            draft.parts.extend(p.turned(Role.AGENT, "roles.carried_on") for p in did.agents if p.ids)
        did = draft if draft.names_doer else did
        beat = draft if any(p.rule == BEATS_OFF and p.ids for p in draft.parts) else beat
        if draft.family_name == "capture":
            name_holder(row, draft)
        tells = tells_act or any(p.ids for p in draft.parts)
        if tells or before is None or draft.clause.sentence != before.clause.sentence:
            before = draft


def _catches(before: Draft, draft: Draft) -> bool:
    """Tell whether somebody nobody names caught what others had fired: "X's missiles fell on A, |while a battery intercepted| another"."""
    same = draft.clause.sentence == before.clause.sentence and draft.opens_with("joint")
    return same and draft.family_name == _CAUGHT and before.family_name in FROM_AFAR


def _is_of_trend(row: Sequence[Chunk], before: Draft, draft: Draft) -> bool:
    """Tell whether a clause says of blows that are told as a trend what they hit: "in past years X carried out dozens of raids |that hit| Y"."""
    lo = draft.clause.lo
    behind = (
        draft.method is not None and draft.method.at == lo == before.clause.hi and not (row[lo].joined or row[lo].prep)
    )
    return behind and not draft.dates and any(m.is_trend for _, m in before.dates)


def _is_planned_too(row: Sequence[Chunk], before: Draft, draft: Draft) -> bool:
    """Tell whether a joined noun goes on with what the clause before says is wished: "X |want| to advance west of A|, and the taking of| B"."""
    plan, method = before.marks["plan"], draft.method
    if method is None or method.at != draft.clause.lo or before.clause.hi != method.at:
        return False
    if not row[method.at].joined or row[plan].text[:1] not in _PRESENT:
        return False
    trigger = row[method.at].reading(Kind.TRIGGER)
    told = (row[at].reading(Kind.TRIGGER) for at in before.told_at if at > plan)
    if any(act is not None and act.form.is_active_verb and act.form.tense == "past" for act in told):
        return False  # "X wants A, |shelled| B, and the taking of C …"
    return trigger is not None and trigger.form.pos is not Pos.VERB


_PRESENT: Final = frozenset("تين")
"""First letters of verbs of the present tense."""


def _tell_of_doer(row: Sequence[Chunk], draft: Draft) -> None:
    """Give a relative clause about a doer, which is read apart, himself: "X launched, |who took A last month|, an attack on B"."""
    at = draft.clause.tells_of
    if row[at].sort is not Sort.ACTOR or draft.method is None or any(p.role in DOERS for p in draft.parts):
        return
    trigger = row[draft.method.at].reading(Kind.TRIGGER)
    if trigger is not None and trigger.form.voice != "passive":
        draft.parts.append(Part(at, row[at].ids, Role.AGENT, "roles.carried_on"))


def _moves_on(row: Sequence[Chunk], did: Draft, draft: Draft) -> bool:
    """Tell whether whoever did the act told last has moved on to do this one: "then they moved on to A, where they plundered"."""
    if draft.method is None or draft.agents or did.clause.headline or draft.clause.sentence - did.clause.sentence > 1:
        return False
    return any(chunk.has(MOVES_ON) for chunk in row[draft.clause.lo : draft.method.at])


def _turn_enemy(row: Sequence[Chunk], before: Draft, draft: Draft) -> None:
    """Take for its object who stands alone behind a joined verb and is the enemy of the doer before: "X raided A |and hit| Y"."""
    if draft.method is None or draft.clause.sentence != before.clause.sentence or not row[draft.method.at].joined:
        return
    doers = draft.agents
    if len(doers) != 1 or doers[0].rule != "roles.subject_after_verb":
        return
    at = doers[0].at
    foes = foes_of(ids_of(before.agents))
    if not foes & set(doers[0].ids) or any(_may_be_hit(chunk) for chunk in row[at + 1 : draft.clause.hi]):
        return
    draft.parts[:] = [p.turned(Role.TARGET, "roles.enemy_of_doer") if p is doers[0] else p for p in draft.parts]


def _may_be_hit(chunk: Chunk) -> bool:
    kinds = (Kind.OBJECT, Kind.VICTIM)
    thing = any(chunk.reading(kind) is not None for kind in kinds) or chunk.sort in (
        Sort.ACTOR,
        Sort.PLACE,
        Sort.NUMBER,
    )
    return thing and chunk.prep in ("", "علي", "ل")


def _goes_on(row: Sequence[Chunk], before: Draft, draft: Draft) -> bool:
    if draft.method is None or (draft.parts and any(p.role in DOERS and p.rule not in _ASIDE for p in draft.parts)):
        return False
    if not _BY_OTHERS.isdisjoint(draft.marks) or (
        draft.family_name == _RAID != before.family_name and are_suspects_of(ids_of(before.agents), draft)
    ):
        return False  # whoever was hit before answers, or nobody is known to have done it
    if _catches(before, draft):
        return False
    at = draft.method.at
    if row[draft.clause.lo].prep == "علي" and (at == draft.clause.lo or _is_answered(row, draft.clause.lo, at)):
        return False  # "shelled A in answer |to the shelling of| B", "|to the launch of a rocket that fell| on B"
    if draft.clause.sentence == before.clause.sentence and (by_pronoun(row, draft) or _goes_with(row, before, draft)):
        return True
    if _is_told_by(row, before, draft) or _is_what_they_did(row, before, draft):
        return True
    trigger = row[at].reading(Kind.TRIGGER)
    if trigger is None or trigger.form.voice == "passive" or trigger.entry.id in _BY_ITSELF:
        return False
    if at > 0 and draft.clause.sentence == before.clause.sentence and is_right_behind_besides(row, at - 1):
        return not (trigger.form.definite or "failure" in before.marks)
    if _is_announced_too(row, before, draft):
        return True
    if has_own_subject(row, draft) or (before.method is None and row[at].text in _WAS_DONE):
        return False
    if by_the_same(row, draft) and draft.clause.sentence - before.clause.sentence <= 1:
        return not before.clause.headline
    verb = trigger.form.pos is Pos.VERB or (trigger.form.pos is Pos.PHRASE and row[at].text.endswith(_OF_VERBS))
    if draft.clause.sentence == before.clause.sentence and (verb or before.method is None or is_its_hold(row, draft)):
        return verb or trigger.entry.id == _CAPTURE or is_its_hold(row, draft)
    follows = draft.clause.sentence == before.clause.sentence + 1 and (
        draft.clause.block == before.clause.block or (draft.method.bare and _strikes_from_afar(row, before))
    )
    opens = at - draft.clause.lo < _OPENING and all(row[k].sort is not Sort.ACTOR for k in range(draft.clause.lo, at))
    return follows and opens and not before.clause.headline and (verb or trigger.entry.id == _CAPTURE)


_RAID: Final = "raid"
"""Family of arrests."""
_BY_OTHERS: Final = frozenset({"retaliates", "nobody_known"})


def _is_answered(row: Sequence[Chunk], lo: int, at: int) -> bool:
    """Tell whether the act that another answers is told by its noun at the head of a clause, and at ``at`` what came of it."""
    return Kind.TRIGGER in row[lo].senses and not any(row[k].joined for k in range(lo + 1, at + 1))


def _is_announced_too(row: Sequence[Chunk], before: Draft, draft: Draft) -> bool:
    """Tell whether "and" brings a second deed of what somebody announces: "X announced the targeting of A, |and the shelling of B|"."""
    assert draft.method is not None
    at, act = draft.method.at, row[draft.method.at].entry(Kind.TRIGGER)
    if before.method is None or draft.clause.sentence != before.clause.sentence or at != draft.clause.lo:
        return False
    acts = (row[k].reading(Kind.TRIGGER) for k in (before.method.at, at))
    nouns = all(told is not None and told.form.pos is Pos.NOUN for told in acts)
    return row[at].joined and nouns and act.id in _DEEDS and any(p.rule in _TOLD for p in before.agents)


_DEEDS: Final = frozenset({"trigger.fire_at", "trigger.shelling", "trigger.sniper", "trigger.bombing"})
_TOLD: Final = frozenset({"roles.announces", TELLS})


def _is_told_by(row: Sequence[Chunk], before: Draft, draft: Draft) -> bool:
    """Tell whether a force's man or press tells of an arrest in a line of his own: "the commander of X's police: |the arrest of| …"."""
    if before.method is not None or draft.family_name != _RAID or draft.clause.sentence - before.clause.sentence > 1:
        return False
    assert draft.method is not None
    last = row[before.clause.hi - 1]
    says = last.text == ":" or last.reading(Kind.SOURCE) is not None
    return says and draft.method.at - draft.clause.lo < _OPENING


def _is_what_they_did(row: Sequence[Chunk], before: Draft, draft: Draft) -> bool:
    """Tell whether a comma parts an act from the noun of carrying it out, whose doers it has: "a day after X carried out, with the aid of Y|, a raid in A|"."""
    lo = draft.clause.lo
    if before.method is not None or draft.clause.sentence != before.clause.sentence or lo != before.clause.hi:
        return False
    act = row[lo].reading(Kind.TRIGGER)
    bare = act is not None and act.form.pos is not Pos.VERB and not (row[lo].prep or row[lo].joined or row[lo].gap)
    return bare and row[lo - 1].text == "," and any(p.rule == _CARRIED_OUT and p.ids for p in before.agents)


_CARRIED_OUT: Final = "roles.agent"


def _strikes_from_afar(row: Sequence[Chunk], draft: Draft) -> bool:
    """Tell whether a clause tells of a strike, or of who flies: a bare "it hit" goes on about it even in a paragraph of its own."""
    return draft.family_name in FROM_AFAR or bool(flown_by(row, draft.agents))


def _by_air(row: Sequence[Chunk], before: Draft, draft: Draft) -> None:
    """Let an open act be an air raid where its doer was in the air just before: "aircraft stepped up |their raids|, hitting A"."""
    method = draft.method
    if method is None or not method.bare or draft.clause.sentence != before.clause.sentence:
        return
    narrowed = narrow(method.method, [h for h in hints_of(row, before.clause.lo, before.clause.hi) if h[0] in _AIR])
    if narrowed is not None:
        draft.tell(msgspec.structs.replace(method, method=narrowed[0], by=(narrowed[1],), bare=False))


_AIR: Final = frozenset({"airstrike", "drone_strike", "barrel_bomb"})


def _goes_with(row: Sequence[Chunk], before: Draft, draft: Draft) -> bool:
    """Tell whether an assault or fire goes with the fire of the clause before, whose doers it does not hit: "X shelled A, |together with an assault on| B"."""
    lo = draft.clause.lo
    if lo == 0 or draft.method is None or draft.method.at != lo:
        return False
    by = ids_of(before.agents) or ids_of(_subject(row, before))
    if row[lo - 1].particle == _ABOVE_ALL:  # "X launched many attacks, |above all the attack on| A"
        return before.family_name in _ATTACKS and bool(by) and all(map(is_armed_group, by))
    trigger = row[lo].reading(Kind.TRIGGER)
    if row[lo - 1].particle != _MEANWHILE or trigger is None or trigger.form.definite:
        return False
    if trigger.entry.id not in _WITH_FIRE:
        return False
    return before.family_name in FROM_AFAR and by.isdisjoint(ids_of(draft.parts))


_ABOVE_ALL: Final = "above_all"
_ATTACKS: Final = frozenset({"open", "bomb", "violence"})
_MEANWHILE: Final = "meanwhile"
_WITH_FIRE: Final = frozenset({"trigger.assault", "trigger.launch"})


_TOLD_OF: Final = frozenset({"roles.no_act", "roles.member_of"})
"""Rules of who a clause that tells no act is about: a force, or the force of an officer."""


def _subject(row: Sequence[Chunk], draft: Draft) -> list[Part]:
    """Give who a clause that tells no act is about: its first actor that stands without a preposition, and whoever "and" joins to him."""
    if draft.method is not None and "above_all" not in draft.marks:
        return []
    told = _TOLD_OF if draft.method is None else {"roles.aside"}  # "X, which made many bloody attacks, |above all| …"
    first = next((n for n, p in enumerate(draft.parts) if p.rule in told and p.ids and not row[p.at].prep), -1)
    if first < 0:
        return []
    return [
        draft.parts[first],
        *takewhile(lambda p: p.rule == "roles.and" and row[p.at].joined, draft.parts[first + 1 :]),
    ]
