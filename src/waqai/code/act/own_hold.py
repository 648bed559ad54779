"""Whose hold "its control of A" is: that of whoever stands ahead of it, in its clause or at the end of the one before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.clause.scene import Part, Role
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IT

_ITS_CAPTURE: Final = "trigger.its_capture"
_MANAGED: Final = "managed"
_ON: Final = " علي"
_THEM: Final = "طره"
"""What no pronoun is: the noun itself, "control"."""


def is_its_hold(row: Sequence[Chunk], draft: Draft) -> bool:
    """Tell whether "and |its| control of A" goes on about whoever the clause before has act: "the fights ended in X's advance |and its control of A|"."""
    assert draft.method is not None
    word = row[draft.method.at]
    return word.joined and word.reading(Kind.TRIGGER) is not None and word.entry(Kind.TRIGGER).id == _ITS_CAPTURE


def name_holder(row: Sequence[Chunk], draft: Draft) -> None:
    """Give the taking "|its| control of A" whoever the clause has named before: "the army showed pictures of |its control| of A"."""
    method = draft.method
    if method is None or any(p.ids and p.rule != "roles.with" for p in (*draft.agents, *draft.sides)):
        return
    held, at = row[method.at].text.removesuffix(_ON), method.at
    managed = at > draft.clause.lo and row[at - 1].particle == _MANAGED and row[at - 1].text.endswith(IT)
    if not managed and (not held.endswith(IT) or held.endswith(_THEM)):
        return  # "announced |its success in| the taking of A"
    named = _ahead_of_hold(row, draft.clause.lo, at)
    named = named or [p for p in draft.parts if p.role is Role.NONE and p.ids and p.at < at and not row[p.at].prep]
    first = len(named) - 1
    while first > 0 and row[named[first].at].joined and not row[named[first].at].gap:
        first -= 1  # "X |and Y| announced their hold of A"
    draft.parts.extend(Part(p.at, p.ids, Role.AGENT, "roles.own_hold") for p in named[max(first, 0) :])


def _ahead_of_hold(row: Sequence[Chunk], lo: int, at: int) -> list[Part]:
    """Give whoever stands right before "and its control of" at ``at``, the head of a clause: "amid an advance of |X and its control| of A"."""
    before = row[at - 1] if at == lo > 0 and row[at].joined and not row[at].gap else None
    return [Part(at - 1, before.ids, Role.NONE, "roles.aside")] if before and before.sort is Sort.ACTOR else []
