"""A blast of which nobody knows the cause, told as the news of the page (codebook ruling 42)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.told import Act
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort

_LEAD: Final = 1
"""Sentences, with the headline, that tell the news."""
_ADJECTIVES: Final = 2
"""Unread words behind a blast that still say of what kind it was; of more, one says what blew up."""
_STRONG: Final = "قوي"
"""Spelt like "forces"."""
_VEHICLE: Final = "vehicle"
_ACCIDENT: Final = "accident"
_CAUSE: Final = "cause"


def is_news_of_blasts(act: Act, row: Sequence[Chunk]) -> bool | None:
    """Tell whether blasts by nobody named are an incident; ``None`` where nothing says so."""
    if (act.lead.count or 1) > 1 and act.own_place and act.where is not None:
        return not act.where.is_coarse  # several blasts are no accident: of unknown cause, by nobody named (ruling 42)
    return True if _is_news(act, row) else None


def _is_news(act: Act, row: Sequence[Chunk]) -> bool:
    """Tell whether headline or lead tells a blast at a place of its own, of no gas bottle and no works: "a strong blast shook A"."""
    lead = act.lead
    if lead.method is None or lead.refers_back or act.where is None or act.where.is_coarse or not act.own_place:
        return False
    clause, at = lead.clause, lead.method.at
    if clause.background or clause.earlier or not (clause.headline or clause.sentence <= _LEAD):
        return False
    if any(_ACCIDENT in d.marks for d in act.drafts):
        return False
    blast = row[at].reading(Kind.TRIGGER)
    if blast is None or blast.form.definite or blast.form.suffix or row[at].prep or row[at].prior:
        return False
    if at > clause.lo and row[at - 1].particle == _CAUSE:
        return False  # "a fire broke out |because of| a blast"
    behind = at + 1 + (at + 1 < clause.hi and row[at + 1].text == _STRONG)
    return behind < clause.hi and _says_where(row[behind])


def _says_where(behind: Chunk) -> bool:
    """Tell whether a place or a day stands behind the blast, and nothing that blew up but a car."""
    if behind.entry(Kind.OBJECT).cls == _VEHICLE:
        return not behind.prep
    return behind.sort in (Sort.PLACE, Sort.DATE, Sort.STOP) and behind.gap <= _ADJECTIVES
