"""Blasts that the next sentences say were the noise of a strike: "blasts shook the town of A. |They followed raids by| X's aircraft on a camp".

The strike is the act (codebook section 1), at the place and on the day of the blasts where it names none of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.placed import share_places
from waqai.code.act.told import BLAST_RULES
from waqai.code.deed.blasts import BLASTS, is_made_by
from waqai.code.family import FROM_AFAR
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk

_NEXT: Final = 2
"""Sentences behind the blasts in which their cause is told."""


def leave_out_blasts(row: Sequence[Chunk], drafts: list[Draft]) -> None:
    """Take blasts out of which the next sentences tell the strike that made them."""
    heard = [d for d in drafts if d.method is not None and d.method.rule in BLAST_RULES and not d.parts]
    for blast in heard:
        at = next(n for n, d in enumerate(drafts) if d is blast)
        told = drafts[at + 1 : at + 1 + _NEXT]
        strike = next((d for d in told if _is_cause(row, blast, d)), None)
        if strike is None:
            continue
        if not strike.places:
            share_places(strike, blast)
        strike.dates = strike.dates or blast.dates
        strike.harm = strike.harm or blast.harm
        del drafts[at]


def _is_cause(row: Sequence[Chunk], blast: Draft, strike: Draft) -> bool:
    """Tell whether a clause soon behind blasts takes them up and says which strike they came of."""
    if strike.method is None or strike.method.family not in FROM_AFAR:
        return False
    if not 0 <= strike.clause.sentence - blast.clause.sentence <= _NEXT or strike.clause.lo <= blast.clause.lo:
        return False
    for k in range(strike.clause.lo, strike.clause.hi):
        told = row[k].reading(Kind.TRIGGER)
        if told is not None and told.form.definite and told.entry.id in BLASTS:
            return is_made_by(row, k, strike.clause.hi)
    return False
