"""Days in what a text says of a man beside his death: "shot dead in A, |who is a former fighter and settled in 2018|"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.tag.actor.camps import tables
from waqai.tag.tagged import Tagged

_LONG: Final = 22
"""Tokens of what he is said to be."""


def drop_days_of_him(tagged: Tagged, draft: Draft) -> None:
    """Take from an act the days on which its victim once settled, was set free, joined somebody."""
    if not draft.dates or draft.method is None:
        return
    at, texts = draft.method.at, tagged.words.texts
    draft.dates = [(k, m) for k, m in draft.dates if k < at or not is_of_him(texts, m.first, tagged.row[at].last)]


def is_of_him(texts: Sequence[str], first: int, since: int = 0) -> bool:
    """Tell whether the day or the year at token ``first`` stands in it, behind token ``since`` and up to the next comma."""
    words = tables()["who_he_was"]
    for i in range(first - 1, max(since, first - _LONG) - 1, -1):
        if texts[i] in words["ends"]:
            return False
        if texts[i] in words["he_is"]:
            return texts[i + 1] in words["one"]
    return False
