"""An article from a record of title and text as crawlers keep them: nothing moved, everything sorted.

Title and text keep their length, because offsets count in them: a carriage return that ends a line alone becomes a line feed, and
nothing else changes. What is headline, story or furniture is said by spans.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import msgspec

from waqai.errors import InputError
from waqai.model import Article, Excluded, Span, Sure
from waqai.read.blocks import Line, sort_lines
from waqai.read.chrome import Chrome
from waqai.read.decode import with_line_feeds
from waqai.read.headline import headline_span, site_name
from waqai.read.social import find_post, is_social, page_of_title, tweet_in_title, without_tags
from waqai.read.thread import posts_of_thread
from waqai.text.fold import fold_key


def article_from_record(record: Mapping[str, Any]) -> Article:
    """Read a record with the keys ``id, url, published, title, text`` (all but ``id`` may be missing or null).

    Raises: InputError when a value is of the wrong kind.
    """
    if "paragraphs" in record:
        return _read_before(record)
    ident = record.get("id")
    if ident is None or isinstance(ident, dict | list):
        raise InputError("has no id")
    fields = {key: with_line_feeds(_text(record, key)) for key in ("url", "title", "text")}
    published = _day(record.get("published"), str(ident))
    outlet = _text(record, "outlet")
    return read_article(
        str(ident), fields["title"], fields["text"], url=fields["url"], published=published, outlet=outlet
    )


def _read_before(record: Mapping[str, Any]) -> Article:
    """Take an article as ``waqai read`` wrote it, so that nothing is sorted twice."""
    try:
        article = msgspec.convert(record, Article)
    except msgspec.ValidationError as error:
        raise InputError(f"is no article as waqai read writes them: {error}") from error
    ends = [span.end for span in (*article.paragraphs, *filter(None, [article.headline]))]
    if max(ends, default=0) > len(article.full):
        raise InputError("has spans beyond its text")
    return article


def read_article(
    ident: str, title: str, text: str, *, url: str = "", published: date | None = None, outlet: str = ""
) -> Article:
    """Sort a page's title and text into an article."""
    chrome = Chrome.load()
    shift = len(title) + 1
    post = find_post(title, text) if is_social(url, title) else None
    if post is not None and text[post.start : post.end].strip():
        end = without_tags(text, post.start, post.end)
        lines = [Line(a + post.start, b + post.start, r) for a, b, r in _plain(text[post.start : end])]
        lines += [Line(end, post.end, "hashtags")] if end < post.end else []
        lines += [Line(0, post.start, "page furniture")] * (post.start > 0) + [
            Line(post.end, len(text), "comments")
        ] * (post.end < len(text))
        return _article(ident, title, text, lines, None, url=url, published=published, outlet=outlet or post.page)
    if is_social(url, title):
        return _captured_title(ident, title, text, chrome, url=url, published=published, outlet=outlet)
    a, b = headline_span(title, chrome, page=text)
    lines = sort_lines(text, title[a:b], chrome)
    headline = Span(a, b) if b > a else None
    named = outlet or _outlet_line(text, lines, chrome) or site_name(title, b)[:80]
    return _article(
        ident,
        title,
        text,
        [Line(n.start, n.end, n.reason) for n in lines],
        headline,
        url=url,
        published=published,
        outlet=named,
        shift=shift,
    )


def _outlet_line(text: str, lines: list[Line], chrome: Chrome) -> str:
    """Give the line above the story that is an outlet's name ("بلدي نيوز", "جسر – إدلب")."""
    for line in lines:
        if not line.reason:
            break
        words = text[line.start : line.end].split()
        if line.reason in ("menu", "dateline") and len(words) <= 6:
            for part in _PARTS.split(text[line.start : line.end]):
                if any(w in chrome.site or w.removeprefix("ال") in chrome.site for w in fold_key(part).split()):
                    return part.strip(" *")
    return ""


_ENDS = '.!?؟»"”…'
_PARTS = re.compile(r"\s*[-–—/|:]\s*")


def _plain(text: str) -> list[tuple[int, int, str]]:
    found = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, at + len(line), ""))
        at += len(line) + 1
    return found


def _captured_title(
    ident: str, title: str, text: str, chrome: Chrome, *, url: str, published: date | None, outlet: str
) -> Article:
    """Read a capture that kept no stamp: the text if it has any prose, else the title."""
    page = page_of_title(title)
    tweet = tweet_in_title(title)
    if tweet is not None:
        more = posts_of_thread(text, url, title[slice(*tweet)])
        edges = [0, *(at for post in more for at in post), len(text)]
        lines = [Line(a, b, "replies and buttons") for a, b in zip(edges[::2], edges[1::2], strict=True)]
        lines += [Line(a, b, "") for a, b in more]
        article = _article(
            ident, title, text, lines, None, url=url, published=published, outlet=outlet or page, shift=len(title) + 1
        )
        return msgspec.structs.replace(article, paragraphs=(Span(*tweet), *article.paragraphs))
    lines = [line for line in sort_lines(text, "", chrome) if not line.reason]
    if sum(line.end - line.start for line in lines) > len(page) + 20:
        every = sort_lines(text, "", chrome)
        return _article(ident, title, text, every, None, url=url, published=published, outlet=outlet or page)
    return _article(ident, title, text, [], Span(0, len(title)), url=url, published=published, outlet=outlet or page)


def _article(
    ident: str,
    title: str,
    text: str,
    lines: list[Line],
    headline: Span | None,
    *,
    url: str,
    published: date | None,
    outlet: str,
    shift: int | None = None,
) -> Article:
    shift = len(title) + 1 if shift is None else shift
    story = sorted((n for n in lines if not n.reason), key=lambda n: n.start)
    apart = sorted((n for n in lines if n.reason), key=lambda n: n.start)
    return Article(
        id=ident,
        title=title,
        text=text,
        url=url or None,
        published=published,
        outlet=outlet or None,
        headline=headline,
        paragraphs=tuple(Span(n.start + shift, n.end + shift) for n in story),
        excluded=tuple(
            Excluded(n.reason, text[n.start : n.end], Span(n.start + shift, n.end + shift))
            for n in apart
            if n.end > n.start
        ),
        sure=_sure([text[n.start : n.end] for n in story], headline, apart, published),
    )


def _sure(story: list[str], headline: Span | None, apart: list[Line], published: date | None) -> Sure:
    """Say how sure the reading of a plain text is: of a headline that the text repeats, of lines that end as sentences do."""
    size = sum(map(len, story))
    ended = sum(len(line) for line in story if line.rstrip()[-1:] in _ENDS)
    again = any(line.reason == "repeated title" for line in apart)
    return Sure(
        title=0.0 if headline is None else 1.0 if again else 0.7,
        date=1.0 if published is not None else 0.0,
        body=round(0.3 + 0.6 * ended / size, 2) if size else 0.0,
    )


def _text(record: Mapping[str, Any], key: str) -> str:
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InputError(f"its {key} is no text")
    return value


def _day(value: Any, ident: str) -> date | None:
    if value is None or value == "":
        return None
    try:
        day = date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise InputError(
            f"has a published day that is no date (YYYY-MM-DD): {str(value)[:20]!r}", where=ident
        ) from error
    return day if day.year in _YEARS else None


_YEARS: Final = range(1900, 2200)
"""Years in which a page may be published: other days stand for none, as .NET's 0001-01-01."""
