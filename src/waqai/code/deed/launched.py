"""Whether shells or rockets that somebody launched were fired at something: a word before whom, or their own shells."""

from __future__ import annotations

from typing import Final

from waqai.code.clause.put_aside import TOWARDS
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort

AT: Final = TOWARDS | {"علي"}
"""What a launch is told with where it is told for where it fell, not where it came from."""


def is_launched(chunk: Chunk) -> bool:
    """Tell whether a chunk behind "launched" says that it was fired at somebody."""
    return _is_fired_at(chunk) or _is_their_fire(chunk)


def _is_fired_at(chunk: Chunk) -> bool:
    """Tell whether something was launched at what the chunk names, a word before it or the first of a place's: "at the post", "|towards| A"."""
    return chunk.prep in AT or (chunk.sort is Sort.PLACE and chunk.text in TOWARDS)


def _is_their_fire(chunk: Chunk) -> bool:
    """Tell whether shells are the doers' own, which are launched at somebody: "the boats fired |their shells|"."""
    fired = chunk.reading(Kind.WEAPON)
    return fired is not None and bool(fired.form.suffix)
