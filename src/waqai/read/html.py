"""A page of HTML as an article; a channel's preview as one article a message.

Lines from the first to the last of the story are the article's text, the furniture between them with its reason and its
span; what stands around them is kept beside the text, so that it costs the coder nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

import msgspec
from selectolax.lexbor import LexborHTMLParser

from waqai.model import Article, Excluded, Span, Sure
from waqai.read.capture import read_capture
from waqai.read.markup import Page, PageLine, read_page
from waqai.read.message import Skipped
from waqai.read.telegram_export import is_export_page, read_export_page
from waqai.read.telegram_preview import is_preview, read_preview

_FRAMES: Final = re.compile(r"</?(?:frameset|frame|noframes)\b[^>]*>", re.I)
"""A page of frames has its words where no modern parser looks: in what browsers without frames are shown."""

_ATTRIBUTES: Final = re.compile(r"<(/?[a-z][a-z0-9]*)\b[^<>]*>", re.I)


def articles_from_markup(markup: str, ident: str, url: str = "") -> Iterator[Article | Skipped]:
    """Read one HTML page; a preview of a channel gives an article a message, any other page gives one."""
    tree = LexborHTMLParser(_FRAMES.sub("", markup) if "<frameset" in markup[:20_000].lower() else markup)
    if is_preview(tree):
        yield from read_preview(tree, ident)
        return
    if is_export_page(tree):
        yield from read_export_page(tree, ident)
        return
    page = read_capture(tree, url) or read_page(tree, url)
    yield article_of_page(page if page.sure_body else _mended(markup, page), ident, url)


def _mended(markup: str, page: Page) -> Page:
    """Read a page that gave no story again without attributes: one whose quotes are not closed swallows the page."""
    again = read_page(LexborHTMLParser(_ATTRIBUTES.sub(r"<\1>", markup)))
    if not again.sure_body:
        return page
    return msgspec.structs.replace(
        again,
        outlet=page.outlet or again.outlet,
        published=page.published or again.published,
        sure_date=page.sure_date or again.sure_date,
        sure_body=again.sure_body / 2,
    )


def article_of_page(page: Page, ident: str, url: str) -> Article:
    """Lay a page's lines out as an article's text."""
    story = [i for i, line in enumerate(page.lines) if not line.reason]
    first, last = (story[0], story[-1] + 1) if story else (0, 0)
    around = [Excluded(reason, text) for reason, text in _runs((*page.lines[:first], *page.lines[last:]))]
    at = len(page.title) + 1
    paragraphs: list[Span] = []
    between: list[Excluded] = []
    for line in page.lines[first:last]:
        span = Span(at, at + len(line.text))
        if line.reason:
            between.append(Excluded(line.reason, line.text, span))
        else:
            paragraphs.append(span)
        at = span.end + 1
    return Article(
        id=ident,
        title=page.title,
        text="\n".join(line.text for line in page.lines[first:last]),
        url=url or None,
        published=page.published,
        outlet=page.outlet or None,
        headline=Span(0, len(page.title)) if page.title else None,
        paragraphs=tuple(paragraphs),
        excluded=(*_joined(between), *around),
        updated=page.updated,
        byline=page.byline or None,
        sure=Sure(page.sure_title, page.sure_date, page.sure_body),
    )


def _runs(lines: tuple[PageLine, ...]) -> Iterator[tuple[str, str]]:
    """Join neighbouring lines that have one reason; the headline itself is no furniture."""
    for reason, run in groupby(lines, key=lambda line: line.reason):
        if reason != "headline":
            yield reason, "\n".join(line.text for line in run)


def _joined(blocks: list[Excluded]) -> list[Excluded]:
    """Join neighbouring blocks inside the story that have one reason."""
    joined: list[Excluded] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if (
            before
            and before.span
            and block.span
            and before.reason == block.reason
            and before.span.end + 1 == block.span.start
        ):
            span = Span(before.span.start, block.span.end)
            joined[-1] = msgspec.structs.replace(before, text=f"{before.text}\n{block.text}", span=span)
        else:
            joined.append(block)
    return joined
