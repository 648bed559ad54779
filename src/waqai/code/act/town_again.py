"""The town of whoever tells it, which "in the town" takes up: "activists |from the city of A| told of two killed by a raid on a market |of the city|".

In: a text tagged, and the drafts of its clauses. Out: the drafts that name no place but the speaker's put there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.placed import put_at
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk
from waqai.tag.place.find import PlacePhrase
from waqai.tag.tagged import Tagged

_TOWNS: Final = {f"place_kind.{kind}": kind for kind in ("city", "town", "village", "camp", "neighbourhood")}
_FAMILIES: Final = frozenset({"fire", "air", "bomb", "clash", "violence"})
"""Families of acts that are where they hit."""


def take_up_towns(tagged: Tagged, drafts: Sequence[Draft]) -> None:
    """Put an act without a place of its own in the town that its clause names with whoever speaks, and then by its kind alone."""
    lacking = [d for d in drafts if d.family_name in _FAMILIES and not d.places and not d.clause.headline]
    again = _taken_up(tagged) if lacking else []
    for draft in lacking if again else ():
        clause, row = draft.clause, tagged.row
        lo = row[clause.lo].first
        hi = row[clause.hi].first if clause.hi < len(row) else len(tagged.words.texts)
        here = again[bisect_left(again, (lo, "")) : bisect_left(again, (hi, ""))]
        if not here:
            continue
        named = [(k, p) for k in range(clause.lo, clause.hi) if isinstance(p := row[k].mention, PlacePhrase)]
        for at, kind in here:
            if not named and any(c.particle == _UNDERGOES and c.last == at for c in row[clause.lo : clause.hi]):
                if told := _told_before(tagged, draft, kind):
                    put_at(draft, row, told)
                break
            if len(named) == 1 and named[0][1].kind == kind and named[0][1].first < at and _speaks(row, *named[0]):
                put_at(draft, row, named)
                draft.homes = [home for home in draft.homes if home not in named]
                break


def _speaks(row: Sequence[Chunk], k: int, phrase: PlacePhrase) -> bool:
    """Tell whether a place is that of a source right before it, as that of no battery is: "a witness |from the village of A|"."""
    return phrase.relation == "in" and any(c.reading(Kind.SOURCE) is not None for c in row[max(0, k - _NEAR) : k])


_NEAR: Final = 2
_UNDERGOES: Final = "undergo"


def _told_before(tagged: Tagged, draft: Draft, kind: str) -> list[tuple[int, PlacePhrase]]:
    """Give the last place told of before a clause, where it is of this kind: "shelling of the city of A killed two. |The city underwent| the like yesterday"."""
    since = tagged.sentences[max(0, draft.clause.sentence - _BACK)].lo
    before = ((k, tagged.row[k].mention) for k in range(draft.clause.lo - 1, since - 1, -1))
    last = next(((k, p) for k, p in before if isinstance(p, PlacePhrase)), None)
    return [last] if last is not None and last[1].kind == kind else []


_BACK: Final = 3
"""Sentences within which a town is still known by its kind alone."""


def _taken_up(tagged: Tagged) -> list[tuple[int, str]]:
    """Find the tokens at which a kind of town stands with the article, each with its kind."""
    return sorted(
        (hit.first, _TOWNS[reading.entry.id])
        for hit, reading in tagged.words.by_kind[Kind.PLACE_KIND]
        if reading.entry.id in _TOWNS and reading.form.definite and reading.form.number == "sg"
    )
