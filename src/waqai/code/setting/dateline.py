"""Where a story was written, which says where its acts were only if nothing else does: "A (agencies) – gunmen attacked …"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act, Where
from waqai.tag.chunk import Chunk
from waqai.tag.place.find import PlacePhrase


def is_dateline(draft: Draft, row: Sequence[Chunk], headers: int) -> bool:
    """Tell whether the place at the head of a clause can be where its story was written.

    A dash or the agency stands behind it, no colon, and no other item of the page is headed so; ``headers`` counts them.
    """
    return draft.header >= 0 and headers == 1 and row[draft.header + 1].text != ":"


def put_where_written(
    acts: Sequence[Act],
    row: Sequence[Chunk],
    headers: int,
    where: Callable[[int, PlacePhrase, int], Where | None],
) -> None:
    """Put acts where their story was written, if it names no place else."""
    if any(act.where is not None for act in acts):
        return
    written = next((d for act in acts for d in act.drafts if is_dateline(d, row, headers)), None)
    if written is None:
        return
    for act in acts:
        act.where = where(*written.homes[0], written.clause.sentence)
