"""How many times an act was done: "three landings", "two raids", "several strikes" (ruling 8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from waqai.code.deed.method import MethodFound
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk
from waqai.tag.number.find import NumberMention

if TYPE_CHECKING:
    from waqai.code.act.draft import Draft


def count_times(row: Sequence[Chunk], method: MethodFound, draft: Draft) -> None:
    """Read how many times: "three landings", "two raids (dual)", "several strikes" (ruling 8)."""
    at = method.at
    trigger = row[at].reading(Kind.TRIGGER)
    hurt = any(h.first < at <= h.last for h in draft.harm)  # "four were hurt by a blast": the number is theirs
    if at > draft.clause.lo and row[at].gap == 0 and not hurt:
        mention = row[at - 1].mention
        if isinstance(mention, NumberMention) and mention.counts and not _counts_men(row, at - 1):
            low = mention.count.min
            draft.count = max(low, 2) if mention.count.max is None and low is not None and low < 2 else low
            draft.count_at = at - 1
            return
    if trigger is not None and trigger.form.pos is not Pos.VERB and trigger.form.number in ("du", "pl"):
        draft.count, draft.count_at = 2, at


def _counts_men(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether a number stands behind those whom it counts: "that the drivers, |the four|, were executed"."""
    return k > 0 and not row[k].gap and row[k].text.startswith(_THE) and row[k - 1].reading(Kind.VICTIM) is not None


_THE: Final = "ال"
