"""What a page tells of an accident, a crime or an animal that its headline names, or of a quarrel that it tells next, which no armed side did (codebook section 1)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from waqai.code.act.draft import Draft

_ACCIDENT: Final = "accident"
_BODY: Final = "method.body_found"


def spread_accident(drafts: Sequence[Draft]) -> None:
    """Let bodies recovered be those of the accident told before on the page: "a boat sank …. |Five bodies were recovered|"."""
    at = next((draft.marks[_ACCIDENT] for draft in drafts if _ACCIDENT in draft.marks), None)
    if at is None:
        return
    for draft in drafts:
        if draft.method is not None and draft.method.rule == _BODY and draft.clause.hi > at:
            draft.marks.setdefault(_ACCIDENT, at)


_OF_THE_PAGE: Final = ("private", "crime", "beast")
"""Words that say of a whole page, in its headline, that what it tells has no political actor."""
_ON_THE_PAGE: Final = {"decree": (1, "decree"), "sport": (3, "sport"), "player": (3, "sport"), "cinema": (3, "film")}
"""Words that say so of their page wherever they stand, how many clauses must have one, and as what: curfews of a decree, attacks of a game or a film."""
_MARKS: Final = frozenset({*_OF_THE_PAGE, *_ON_THE_PAGE})


def spread_crime(drafts: Sequence[Draft]) -> None:
    """Let what the page tells be the crime or the animal of its headline, the curfews of a decree, the attacks of a game, the shots of a quarrel: "a madman kills three. … |A man opened fire| in A"."""
    marked = [d for d in drafts if not _MARKS.isdisjoint(d.marks)]
    if not marked:
        return
    told: dict[str, int] = {
        cls: d.marks[cls] for d in marked if d.clause.headline for cls in _OF_THE_PAGE if cls in d.marks
    }
    for cls, (often, mark) in _ON_THE_PAGE.items():
        said = [d.marks[cls] for d in marked if cls in d.marks]
        if len(said) >= often:
            told[mark] = said[0]
    for draft, after in pairwise(drafts):
        if "sport" in draft.marks and draft.clause.sentence == after.clause.sentence:
            after.marks.setdefault("sport", draft.marks["sport"])  # "X attacked the goal |and its striker shelled| it"
    _spread_quarrel(drafts)
    for draft in drafts if told else ():
        for cls, at in told.items():
            draft.marks.setdefault(cls, at)


def _spread_quarrel(drafts: Sequence[Draft]) -> None:
    """Let shots be those of the quarrel that the next sentences tell they were over: "a youth was shot dead in A. |The killing was over a family quarrel|"."""
    shot: Draft | None = None
    for draft in drafts:
        quarrel = draft.marks.get(_PRIVATE)
        if quarrel is not None and shot is not None and not draft.places:
            if draft.clause.sentence - shot.clause.sentence <= _NEXT and draft.clause.block - shot.clause.block <= 1:
                shot.marks.setdefault(_PRIVATE, quarrel)
        elif draft.method is not None and not (draft.refers_back and not draft.places):
            shot = draft if draft.family_name == _VIOLENCE and quarrel is None else None


_PRIVATE: Final = "private"
_VIOLENCE: Final = "violence"
_NEXT: Final = 2
"""Sentences from shots to what they were over."""
