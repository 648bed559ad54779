"""Who disarms a bomb that others came upon: "people found a bomb in A |and told the sappers of X, who blew it up|" (ruling 13)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.clause.scene import Part, Role
from waqai.code.deed.arms_found import DISARMS
from waqai.code.side.downed import WARDS_OFF
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk
from waqai.tag.chunk_words import ENDS
from waqai.values.actor import NO_SIDE

_DISPOSES: Final = frozenset({"trigger.bombing", "trigger.defuse", "trigger.interception"})
_RULE: Final = "roles.disarms"


def name_disarmers(row: Sequence[Chunk], drafts: Sequence[Draft]) -> None:
    """Make those who got rid of a bomb, in the clause of its finding or the next, the doers of that, and those who seized arms that others were to use."""
    for n, draft in enumerate(drafts):
        if draft.method is not None and draft.method.sub == DISARMS:
            _name_seizers(row, draft, draft.method.at)
        if any(p.rule == WARDS_OFF for p in draft.agents):
            draft.parts = [p.turned(Role.TARGET, _WARDED) if p.rule == _OF_NATION else p for p in draft.parts]
        if draft.method is None or draft.family_name not in _FAMILIES or any(_is_named(p) for p in draft.agents):
            continue
        if draft.method.method == "seizure" and draft.method.sub != DISARMS:
            continue
        _name_sappers(row, draft, draft.method.at, drafts[n + 1 : n + 2])


def _name_sappers(row: Sequence[Chunk], draft: Draft, at: int, behind: Sequence[Draft]) -> None:
    """Make the one side that is named with the end of the bomb, there or in the clause ``behind`` it, the doer."""
    behind = [d for d in behind if d.method is None and not d.places and not d.harm]
    hi = behind[-1].clause.hi if behind else draft.clause.hi
    gone = next((k for k in range(at + 1, hi) if _disposes(row[k])), None)
    if gone is None or any(row[k].text in ENDS for k in range(at, gone)):
        return
    who = [p for d in (draft, *behind) for p in d.parts if p.at > at and p.role is not Role.AGENT and _is_named(p)]
    who += [p for d in behind for p in d.agents if _is_named(p)]
    if len({p.ids for p in who}) == 1:
        kept = [p for p in draft.parts if p.at != who[0].at and p.role is not Role.AGENT]
        draft.parts = [*kept, who[0].turned(Role.AGENT, _RULE)]


def _name_seizers(row: Sequence[Chunk], draft: Draft, at: int) -> None:
    """Make the subject right behind the verb the doer where "by" only says who was to use the arms: "X seized a depot |meant to be used by Y|"."""
    subject = next((p for p in draft.parts if p.at == at + 1 and _is_named(p)), None)
    verb = row[at].reading(Kind.TRIGGER)
    if subject is None or subject.role is Role.AGENT or row[subject.at].prep or row[subject.at].gap:
        return
    if verb is None or verb.form.pos is not Pos.VERB or verb.form.voice == "passive":
        return
    users = [p for p in draft.agents if p.at > subject.at]
    rest = [p for p in draft.parts if p is not subject and p not in users]
    draft.parts = [subject.turned(Role.AGENT, _RULE), *rest, *(p.turned(Role.TARGET, _OWNS) for p in users)]


_OF_NATION, _WARDED = "roles.act_of_nation", "roles.warded_off"
_OWNS: Final = "roles.whose_arms"
_FAMILIES: Final = frozenset({"disrupted", "property"})


def _is_named(part: Part) -> bool:
    return bool(part.ids) and NO_SIDE.isdisjoint(part.ids)


def _disposes(chunk: Chunk) -> bool:
    """Tell whether a word says that it was blown up or defused: "|and it was blown up|", "|to [l-] defuse it|"."""
    told = chunk.reading(Kind.TRIGGER)
    return told is not None and told.entry.id in _DISPOSES and bool(told.form.suffix)
