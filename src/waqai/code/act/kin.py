"""Whose kin were held: "arrested the family of So-and-so, |who was killed in a raid|" tells of a death before, and no toll of the arrest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk
from waqai.tag.harm.unsaid import KIN

if TYPE_CHECKING:
    from waqai.code.act.draft import Draft

_WHO: Final = 5
"""Chunks between the kin who were held and the verb that says how he died whose kin they are."""


def without_death_of_kin(row: Sequence[Chunk], draft: Draft) -> None:
    """Leave out of the toll of an arrest whoever's kin were held, of whom a relative verb says that he was killed."""
    if any(h.kind == "detained" for h in draft.harm):
        draft.harm = [h for h in draft.harm if h.kind != "killed" or not _is_of_kin(row, h.at, draft)]


def _is_of_kin(row: Sequence[Chunk], k: int, draft: Draft) -> bool:
    """Tell whether a verb of dying stands behind a name, and kin who were held before that."""
    assert draft.method is not None
    verb = row[k].reading(Kind.HARM)
    if verb is None or verb.form.pos is not Pos.VERB or row[k].joined or row[k].prep or not row[k].gap:
        return False
    return any(row[j].entry(Kind.VICTIM).id in KIN for j in range(max(draft.method.at + 1, k - _WHO), k))
