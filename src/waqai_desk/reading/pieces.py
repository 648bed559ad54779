"""An article's text cut into pieces that a template can print: evidence marked, persons hidden, what is no story left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import msgspec

from waqai.model import Article, Person, Report, Span
from waqai_desk.reading.mask import hidden, pseudonym


class Piece(msgspec.Struct, frozen=True):
    """A stretch of the story: ``fields`` are those whose values it gave, ``left_out`` says why it is not shown.

    ``start`` and ``end`` are where it stands in the article; a person's is that of the name.
    """

    text: str
    fields: tuple[str, ...] = ()
    is_person: bool = False
    left_out: str = ""
    start: int = 0
    end: int = 0

    @property
    def first_field(self) -> str:
        """Give the field that colours the piece."""
        return self.fields[0] if self.fields else ""


def evidence(reports: Iterable[Report]) -> dict[str, tuple[Span, ...]]:
    """Join the evidence of several reports of one article: field to words."""
    found: dict[str, list[Span]] = {}
    for report in reports:
        for field, spans in report.evidence.items():
            found.setdefault(field, []).extend(spans)
    return {field: tuple(sorted(set(spans))) for field, spans in found.items()}


def story(
    article: Article, marks: Mapping[str, Sequence[Span]], persons: Sequence[Person], *, names: bool = False
) -> list[Piece]:
    """Cut an article's title and text.

    marks: field to the stretches that gave its value. persons: whom it names. names: show them all the same.
    """
    text = article.full
    secret = [] if names else [(h.span, pseudonym(h.number)) for h in hidden(text, persons)]
    apart = [(block.span, block.reason) for block in article.excluded if block.span is not None]
    cuts = {0, len(text)}
    for span in (*(s for spans in marks.values() for s in spans), *(s for s, _ in (*secret, *apart))):
        cuts |= {min(span.start, len(text)), min(span.end, len(text))}
    edges = sorted(cuts)
    pieces: list[Piece] = []
    for start, end in pairwise(edges):
        piece = _piece(text, start, end, marks, secret, apart)
        if piece is not None:
            pieces.append(piece)
    return pieces


def _piece(
    text: str,
    start: int,
    end: int,
    marks: Mapping[str, Sequence[Span]],
    secret: Sequence[tuple[Span, str]],
    apart: Sequence[tuple[Span, str]],
) -> Piece | None:
    """Make the piece of one stretch; a hidden name or block is told once, where it begins."""
    for span, reason in apart:
        if span.start <= start and end <= span.end:
            return Piece("", left_out=reason, start=start, end=span.end) if start == span.start else None
    fields = tuple(f for f, spans in marks.items() if any(s.start <= start and end <= s.end for s in spans))
    for span, name in secret:
        if span.start <= start and end <= span.end:
            found = Piece(name, fields, is_person=True, start=start, end=span.end)
            return found if start == span.start else None
    return Piece(text[start:end], fields, start=start, end=end)


def masked_title(article: Article, persons: Sequence[Person]) -> str:
    """Give an article's title without names."""
    parts, at, end = [], 0, len(article.title)
    for item in hidden(article.full, persons):
        if item.span.start >= end:
            break
        parts += [article.title[at : item.span.start], f"[{pseudonym(item.number)}]"]
        at = min(item.span.end, end)
    return "".join((*parts, article.title[at:]))


def masked_quote(article: Article, spans: Sequence[Span], persons: Sequence[Person], *, around: int = 160) -> str:
    """Give the words around the first evidence, without names; ``around`` in characters."""
    if not spans:
        return ""
    text = article.full
    start = max(len(article.title) + 1 if spans[0].start > len(article.title) else 0, spans[0].start - around // 4)
    end = min(len(text), spans[0].end + around)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = text.find(" ", end) if text.find(" ", end) > 0 else len(text)
    parts, at = [], start
    for item in hidden(text, persons):
        if item.span.end <= start or item.span.start >= end:
            continue
        parts += [text[at : max(at, item.span.start)], f"[{pseudonym(item.number)}]"]
        at = max(at, item.span.end)
    return " ".join("".join((*parts, text[at:end])).split())
