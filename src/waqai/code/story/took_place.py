"""Where an act took place that was first told with the dead man's home or a countryside alone: "a man of A was killed. |The incident took place in| B".

In: the act told last, and the clause behind it with its place. Out: whether the act was there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act, When, Where
from waqai.tag.actor.camps import tables
from waqai.tag.tagged import Tagged


def is_told_at_home(act: Act) -> bool:
    """Tell whether an act stands where somebody comes from, for want of another place; who is arrested is so at home."""
    if act.where is None or act.family_name == "raid":
        return False
    return any(k == act.where.at for d in act.drafts for k, _ in d.homes)


def put_where_it_was(tagged: Tagged, draft: Draft, act: Act | None, where: Where, when: When | None) -> None:
    """Put the act told last where a clause that tells nothing else says that it took place."""
    if (
        act is None
        or act.where is None
        or where.is_coarse
        or draft.clause.sentence - act.drafts[-1].clause.sentence > 1
    ):
        return
    if draft.dates and when is not None and act.when is not None and not when.value.overlaps(act.when.value):
        return
    within = act.where.is_coarse and act.where.value.admin1 == where.value.admin1
    if not (within or is_told_at_home(act)):
        return
    first = tagged.row[where.at].first
    if _took_place(tagged.words.texts[max(0, first - _REACH) : first]):
        act.where, act.own_place = where, True


def _took_place(texts: Sequence[str]) -> bool:
    """Tell whether the words ahead of a place are "the incident took place", in either order."""
    words = tables()["phrases"]
    verb = next((n for n, text in enumerate(texts) if text in words["occurred"]), None)
    return verb is not None and any(t in words["incident"] for t in texts[max(0, verb - _NEAR) : verb + _NEAR + 1])


_REACH: Final = 8
"""Tokens before a place in which it is said that the incident took place there."""
_NEAR: Final = 2
