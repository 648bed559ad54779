"""Pages that are several pieces of news one below the other, each with its own headline and dateline: "A – agency: …".

Such a page is coded piece by piece, as so many articles: no day, place or side of one is another's. In: an article. Out: its pieces,
each with how far its offsets lie from the article's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from waqai.code.setting.when import Calendar
from waqai.model import Article, CodedArticle, Span
from waqai.tag.tagged import Tagged

_GAP: Final = r"(?:[^\S\n]|\u200f)"
"""A space, or a mark of direction between spaces."""
_DASHES: Final = "-–—"
_DATELINE: Final = re.compile(
    rf"^[\s*•▪\u200f]*[^\W\d_]+(?:{_GAP}+[^\W\d_]+){{0,3}}{_GAP}*[{_DASHES}]{_GAP}*[^\n:]{{2,40}}?\s*:", re.MULTILINE
)
"""A place, a dash, who reports, a colon, at the start of a line."""
_LEAST: Final = 3
"""Datelines by which a page is such a list: one heads every piece of news, two a page and its continuation."""
_HEADLINE: Final = 120
"""Letters of the longest line that is the headline of the piece below it."""
_FULL_STOP: Final = "."


def pieces_of(tagged: Tagged) -> list[tuple[Article, int]]:
    """Give the pieces of a page of briefs, of the day that the page is of; none of any other page."""
    article, full = tagged.article, tagged.article.full
    if full.count(":") < _LEAST or sum([full.count(dash) for dash in _DASHES]) < _LEAST:
        return []  # most pages have no such lines to look for
    starts = [match.start() for match in _DATELINE.finditer(full, len(article.title) + 1)]
    if len(starts) < _LEAST:
        return []
    begins = [_headline(full, at) for at in starts]
    article = replace(article, published=Calendar.of(tagged).anchor.published)
    return [_piece(article, a, b) for a, b in zip(begins, [*begins[1:], len(full)], strict=True)]


def _headline(full: str, at: int) -> int:
    """Give where the headline above a dateline begins; the end of the line before where it has none."""
    line = full[:at].rstrip()
    first = line.rfind("\n") + 1
    short = 0 < len(line) - first <= _HEADLINE and not line.endswith(_FULL_STOP)
    return first if short else len(line)


def _piece(article: Article, first: int, last: int) -> tuple[Article, int]:
    title, _, text = article.full[first:last].partition("\n")
    spans = tuple(
        Span(s.start - first, s.end - first) for s in article.paragraphs if first <= s.start and s.end <= last
    )
    heads = bool(spans) and spans[0].end <= len(title)
    headline, paragraphs = (spans[0], spans[1:]) if heads else (None, spans)
    piece = replace(article, title=title, text=text, headline=headline, paragraphs=paragraphs, excluded=())
    return piece, first


def together(
    article: Article, pieces: Sequence[tuple[Article, int]], code: Callable[[Article], CodedArticle]
) -> CodedArticle:
    """Code the pieces of a page one by one, and give what they tell with the offsets of the page."""
    coded = [(code(piece), by) for piece, by in pieces]
    return CodedArticle(
        article=article,
        reports=tuple(
            replace(report, evidence={field: _moved(spans, by) for field, spans in report.evidence.items()})
            for told, by in coded
            for report in told.reports
        ),
        persons=tuple(
            replace(person, evidence=_moved(person.evidence, by)) for told, by in coded for person in told.persons
        ),
    )


def _moved(spans: Iterable[Span], by: int) -> tuple[Span, ...]:
    return tuple(Span(span.start + by, span.end + by) for span in spans)
