"""How many times an act was done: "three landings", "two raids", "several strikes" (ruling 8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from waqai.code.clause.joined import joined_places
from waqai.code.deed.method import MethodFound
from waqai.code.family import FAMILY, FROM_AFAR
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk
from waqai.tag.number.find import NumberMention

if TYPE_CHECKING:
    from waqai.code.act.draft import Draft
    from waqai.code.act.told import Act


def count_times(row: Sequence[Chunk], method: MethodFound, draft: Draft) -> None:
    """Read how many times: "three landings", "two raids (dual)", "several strikes" (ruling 8)."""
    if _counts(row, method.at, draft) or FAMILY[method.method].name not in FROM_AFAR:
        return
    for k in draft.told_at:
        if k != method.at and row[k].entry(Kind.TRIGGER).id == _RAID and _counts(row, k, draft):
            return  # "shelled A |in five raids|"


_RAID: Final = "trigger.airstrike"
_FIGHT: Final = "clash"
"""Method of words that stand in the plural for one fight: "violent clashes"."""


def _counts(row: Sequence[Chunk], at: int, draft: Draft) -> bool:
    """Read how many times from the number before a word for an act, or from its own; tell whether either says it."""
    trigger = row[at].reading(Kind.TRIGGER)
    mention = row[at - 1].mention if at > draft.clause.lo and row[at].gap == 0 else None
    if isinstance(mention, NumberMention) and mention.counts:
        hurt = any(h.first < at <= h.last for h in draft.harm)  # "four were hurt by a blast": the number is theirs
        if not (hurt or row[at].has_any(_ONE) or _counts_men(row, at - 1)):
            low = mention.count.min
            draft.count = max(low, 2) if mention.count.max is None and low is not None and low < 2 else low
            draft.count_at = at - 1
            return True
    if trigger is None or trigger.form.pos is Pos.VERB:
        return False
    if trigger.form.number == "du" or (trigger.form.number == "pl" and trigger.entry.method != _FIGHT):
        draft.count, draft.count_at = 2, at
        return True
    return False


_ONE: Final = frozenset({"weapon.gun", "trigger.protest.walk"})
"""Bullets, however many hit somebody, are one act, and so is the walk of however many."""


def _counts_men(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether a number stands behind those whom it counts: "that the drivers, |the four|, were executed"."""
    return k > 0 and not row[k].gap and row[k].text.startswith(_THE) and row[k - 1].reading(Kind.VICTIM) is not None


_THE: Final = "ال"


def with_own_times(row: Sequence[Chunk], draft: Draft, at: int) -> Draft:
    """Give the draft with how many raids a list counts behind the place at chunk ``at``, as it does behind each: "ten raids on A |with three raids|, and B |with two|"."""
    if draft.family_name != _AIR:
        return draft
    blows = [k for k in range(draft.clause.lo, draft.clause.hi) if _is_blow(row, k)]
    if len(blows) < _EACH:
        return draft
    behind = min((k for k, _ in draft.places if k > at), default=draft.clause.hi)
    own = next((k for k in blows if at < k < behind), None)
    if own is None:
        return draft
    mention = row[own - 1].mention
    dual = (read := row[own].reading(Kind.TRIGGER)) is not None and read.form.number == "du"
    count = mention.count.min if isinstance(mention, NumberMention) and not row[own].prep else 1 + dual
    marks = {**draft.marks, OWN_TIMES: own}
    return replace(draft, count=count, count_at=own, marks=marks)


def _is_blow(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether raids stand here with which a place was hit: "|with two raids|", "|with three| raids"."""
    if row[k].entry(Kind.TRIGGER).id != _RAID or k == 0:
        return False
    counted = isinstance(row[k - 1].mention, NumberMention) and row[k - 1].prep == _WITH and not row[k].gap
    return row[k].prep == _WITH or counted


_AIR: Final = "air"
_WITH: Final = "ب"
_EACH: Final = 2
OWN_TIMES: Final = "own_times"
"""Mark of a count that stands behind its own place of a list."""


def told_how_often(act: Act, row: Sequence[Chunk]) -> Draft | None:
    """Give the draft that says how many times, among those that name the act's one place themselves (ruling 8)."""
    if act.where is None:
        return None
    told = [d for d in act.drafts if d.count is not None and d.count > 1 and _names_it(d, act.where.at, row)]
    return next((d for d in told if not d.clause.headline), told[0] if told else None)


def _names_it(draft: Draft, at: int, row: Sequence[Chunk]) -> bool:
    """Tell whether a count is of one place: no list, and nothing but where the place lies stands between the two."""
    if OWN_TIMES in draft.marks:
        return draft.marks[OWN_TIMES] > at and not any(at < k < draft.marks[OWN_TIMES] for k, _ in draft.places)
    if all(k != at for k, _ in draft.places) or joined_places(row, draft.places):
        return False
    lo, hi = sorted((draft.count_at or draft.clause.lo, at))
    return all(row[k].prep == _IN for k, _ in draft.places if lo < k < hi)


_IN: Final = "في"
