"""What people who are held are said to have done: "arrested a man in A, |whom they suspect behind an attack that killed five|" tells one act.

In: the row of chunks and the drafts of the text in order. A clause that only charges those just arrested tells nothing by itself, and
what one of them did is none of the arrest: "arrested the men |who had bombed a mosque and killed five|".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.code.act.draft import Draft
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IN
from waqai.tag.harm.find import HURT

_CHARGES: Final = frozenset({"grounds", "suspected", "claims", "accused", "hedge"})
_DEEDS: Final = frozenset({"open", "violence", "bomb"})
_HELD: Final = "detained"
_RAID: Final = "raid"


def leave_out_charges(row: Sequence[Chunk], drafts: list[Draft]) -> None:
    """Take the act and the dead out of clauses that go on in the sentence of an arrest with what those arrested are charged with."""
    if all(draft.family_name != _RAID for draft in drafts):
        return
    for n, draft in enumerate(drafts):
        charge = charge_of(draft)
        if charge < draft.clause.hi and any(k > charge for k, _ in draft.dates):
            draft.dates = [(k, m) for k, m in draft.dates if k < charge]  # when they did what they are held for
        if draft.family_name == _RAID and any(h.kind in HURT for h in draft.harm):
            drafts[n] = _without_their_deed(row, draft)
        elif draft.method is None and draft.harm and n and _comes_of(row, drafts[n - 1], draft):
            drafts[n] = replace(draft, harm=[h for h in draft.harm if h.kind not in HURT])
    for n in range(1, len(drafts)):
        before, draft = drafts[n - 1], drafts[n]
        if draft.method is None or draft.clause.sentence != before.clause.sentence or before.family_name != _RAID:
            continue
        if draft.family_name in _DEEDS and not (draft.dates or draft.places) and _is_charge(row, before, draft):
            drafts[n] = replace(draft, method=None, harm=[])


def charge_of(draft: Draft) -> int:
    """Give the chunk behind an arrest from which on it is told what for; the end of the clause where it is not."""
    charge = draft.marks.get("grounds", draft.clause.hi)
    arrest = draft.family_name == _RAID and draft.method is not None and charge > draft.method.at
    return charge if arrest else draft.clause.hi


def _is_charge(row: Sequence[Chunk], before: Draft, draft: Draft) -> bool:
    """Tell whether a charge stands before the act, and somebody was arrested."""
    assert draft.method is not None
    if not any(h.kind == _HELD for h in before.harm):
        return False
    return any(row[k].particle in _CHARGES for k in range(draft.clause.lo, draft.method.at))


def _without_their_deed(row: Sequence[Chunk], draft: Draft) -> Draft:
    """Leave out the dead of what those arrested had done before, and whose men they were."""
    assert draft.method is not None
    deed = _deed_of_held(row, draft.method.at, draft.clause.hi)
    if deed < 0:
        return draft
    end = next((k for k in range(deed + 1, draft.clause.hi) if _goes_on(row[k])), draft.clause.hi)
    harm = [h for h in draft.harm if h.kind not in HURT or not deed <= h.at < end]
    parts = [p for p in draft.parts if p.rule != _VICTIM or not deed <= p.at < end]
    return replace(draft, harm=harm, parts=parts)


_VICTIM: Final = "roles.victim"


def _comes_of(row: Sequence[Chunk], before: Draft, draft: Draft) -> bool:
    """Tell whether a clause of harm tells what came of the deed of those arrested just before: "the arrest of those behind a blast in A, |which led to| five deaths"."""
    if before.method is None or before.family_name != _RAID or before.clause.sentence != draft.clause.sentence:
        return False
    lo = draft.clause.lo
    if not any(row[k].particle == "result" for k in range(lo, min(lo + 2, draft.clause.hi))):
        return False
    return _deed_of_held(row, before.method.at, before.clause.hi) >= 0


def _deed_of_held(row: Sequence[Chunk], at: int, hi: int) -> int:
    """Find the deed that stands behind those whose arrest is told at ``at``: "the arrest of a cell |that carried out an attack|"; -1 where there is none."""
    reading = row[at].reading(Kind.TRIGGER)
    if reading is None or reading.entry.id not in _ARRESTS:
        return -1
    charged = False
    for k in range(at + 1, hi):
        chunk = row[k]
        if chunk.sort is Sort.STOP or chunk.joined or chunk.prior or chunk.particle in _APART:
            return -1
        charged = charged or chunk.particle in _GROUNDS
        if chunk.has(_ATTACKER):
            return k
        told, hurt = chunk.reading(Kind.TRIGGER), chunk.reading(Kind.HARM)
        if told is not None and told.entry.method in _DONE:
            relative = told.form.pos is Pos.VERB and row[k - 1].reading(Kind.VICTIM) is not None
            return k if chunk.gap or relative or charged else -1
        if hurt is not None and hurt.entry.harm in HURT:
            return k if charged or (chunk.gap and chunk.prep in IN) or hurt.entry.id == _COST else -1
    return -1


_ARRESTS: Final = frozenset(
    {
        "trigger.arrest",
        "trigger.arrest_apart",
        "trigger.arrest.laid_hands",
        "trigger.stop",
        "trigger.stop.intelligence",
        "trigger.stopping",
    }
)
_APART: Final = frozenset({"after", "during", "meanwhile", "cause", "result"})
"""Particles behind which something is told that went with the arrest, or came of it."""
_GROUNDS: Final = frozenset({"grounds", "accused"})
_COST: Final = "harm.cost_lives"
_ATTACKER: Final = "victim.attacker"
_DONE: Final = frozenset(
    {"other", "massacre", "demolition", "ied", "vehicle_bomb", "suicide", "assassination", "execution"}
)
"""Methods of what people are arrested for; shots may be fired at an arrest."""


def _goes_on(chunk: Chunk) -> bool:
    """Tell whether a verb that "and" joins goes on with who made the arrest: "|and killed| another", not "and led to"."""
    if not chunk.joined:
        return False
    told = (chunk.reading(kind) for kind in (Kind.TRIGGER, Kind.HARM))
    return any(reading is not None and reading.form.pos is Pos.VERB for reading in told)
