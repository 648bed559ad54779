"""The places of what a clause tells, changed after it was read: each goes with its chunk.

In: a draft, and its new places or the draft whose places they are. Out: the draft, changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from waqai.tag.chunk import Chunk
from waqai.tag.place.find import PlacePhrase

if TYPE_CHECKING:
    from waqai.code.act.draft import Draft


def put_at(draft: Draft, row: Sequence[Chunk], places: list[tuple[int, PlacePhrase]]) -> None:
    """Put what a clause tells at these places."""
    draft.places = places
    draft.place_chunks = [row[k] for k, _ in places]


def share_places(draft: Draft, other: Draft) -> None:
    """Put what a clause tells where another is, each place joined to the one before it as there."""
    draft.places, draft.place_chunks = list(other.places), list(other.place_chunks)
    draft.joined_places = other.joined_places
