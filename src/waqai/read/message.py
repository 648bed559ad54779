"""A channel's message as an article: its lines are the paragraphs, the row of hashtags that closes it is set apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from waqai.model import Article, Excluded, Span, Sure
from waqai.read.social import without_tags


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """A message as its form has it; ``apart`` are reasons and words that belong to it and are not its own."""

    number: str
    text: str
    channel: str
    day: date | None = None
    edited_day: date | None = None
    url: str = ""
    byline: str = ""
    forwarded_from: str = ""
    apart: tuple[tuple[str, str], ...] = ()


class Skipped(msgspec.Struct, frozen=True):
    """What a form holds and no article came of, counted: service messages, pictures without words."""

    what: str
    count: int


def article_of_message(message: Message, ident: str) -> Article:
    """Write a message as an article without a headline."""
    text = message.text
    end = without_tags(text, 0, len(text))
    tags = text[end:].strip()
    first = text.index(tags, end) + 1
    closing = [Excluded("hashtags", tags, Span(first, first + len(tags)))] if tags else []
    return Article(
        id=ident,
        title="",
        text=text,
        url=message.url or None,
        published=message.day,
        outlet=message.channel or None,
        paragraphs=tuple(Span(a + 1, b + 1) for a, b in _lines(text[:end])),
        excluded=(*closing, *(Excluded(reason, words) for reason, words in message.apart)),
        updated=message.edited_day,
        byline=message.byline or None,
        forwarded_from=message.forwarded_from or None,
        sure=Sure(title=0.0, date=1.0 if message.day else 0.0, body=1.0),
    )


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = at + line.index(words)
            yield start, start + len(words)
        at += len(line) + 1


def counted(found: dict[str, int]) -> Iterator[Skipped]:
    """Give what was skipped, each kind with its count."""
    for what, count in found.items():
        if count:
            yield Skipped(what, count)
