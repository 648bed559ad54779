"""Words that a reader copies out of an article as it is shown, found in the article: names stand there under pseudonyms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from waqai.model import Span
from waqai.text import fold
from waqai_desk.reading.pieces import Piece


def find_words(pieces: Sequence[Piece], words: str, near: int = 0) -> Span | None:
    """Give the stretch of the article that shows these words, however spelt; ``None`` when none does.

    near: of several places the nearest to this one, in code points of the article.
    """
    parts = fold(words).text.split()
    if not parts:
        return None
    shown = fold("".join(piece.text for piece in pieces))
    pattern = r"\s+".join(re.escape(part) for part in parts)
    raws = (shown.offsets.raw_span(*match.span()) for match in re.finditer(pattern, shown.text))
    found = [Span(_place(pieces, start).start, _place(pieces, end - 1).end) for start, end in raws if start < end]
    return min(found, key=lambda span: abs(span.start - near), default=None)


def _place(pieces: Sequence[Piece], at: int) -> Span:
    """Give where a character of the text that is shown stands in the article; one of a pseudonym is the whole name."""
    for piece in pieces:
        if at < len(piece.text):
            return Span(piece.start, piece.end) if piece.is_person else Span(piece.start + at, piece.start + at + 1)
        at -= len(piece.text)
    raise IndexError(at)
