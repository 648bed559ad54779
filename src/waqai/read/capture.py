"""Captured pages of Facebook and X as archives keep them: the post, its page and its day; the rest is comments and furniture.

The networks' markup changes every year and its class names mean nothing; what stays is named here, oldest last. A capture
that has none of it is read like any other page.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Final

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from waqai.read.markup import Page, PageLine
from waqai.read.meta import time_of
from waqai.read.page_date import page_dates
from waqai.read.social import page_of_title, without_tags
from waqai.read.telegram_preview import lines_of, text_of


class _Network(msgspec.Struct, frozen=True):
    """Where a network's page has what; selectors, the newest markup first."""

    hosts: tuple[str, ...]
    signs: str
    post: tuple[str, ...]
    name: tuple[str, ...]
    stamp: tuple[str, ...]


_FACEBOOK: Final = _Network(
    hosts=("facebook.com", "fb.com"),
    signs='html#facebook, link[href*="facebook.com/"][rel="canonical"], meta[property="og:url"][content*="facebook.com/"]',
    post=(
        '[data-ad-preview="message"]', '[data-ad-comet-preview="message"]', '[data-testid="post_message"]', ".userContent",
        "#m_story_permalink_view [data-ft] > div > div[data-ft]", '#m_story_permalink_view div[data-ft*="*s"]', ".story_body_container > div > p",
    ),
    name=(
        '[role="article"] h2 strong', '[role="article"] h2', '[role="article"] h3 strong', "h5 .fwb", "h5 a", "#m_story_permalink_view h3 strong",
        "#m_story_permalink_view h3", "header h3",
    ),
    stamp=("abbr[data-utime]", "#m_story_permalink_view abbr", "abbr", '[role="article"] h2 ~ div', '[role="article"] a[role="link"] span'),
)  # fmt: skip
_X: Final = _Network(
    hosts=("//x.com", "twitter.com"),
    signs='[data-testid="tweetText"], .permalink-tweet .tweet-text',
    post=(
        'article[data-testid="tweet"] [data-testid="tweetText"]', ".permalink-tweet .js-tweet-text", ".permalink-tweet .tweet-text", ".tweet-text",
    ),
    name=('article[data-testid="tweet"] [data-testid="User-Name"] span', ".permalink-tweet .fullname", ".fullname"),
    stamp=('article[data-testid="tweet"] time[datetime]', ".permalink-tweet .metadata", ".metadata", "time[datetime]"),
)  # fmt: skip
_CUT: Final = ".twitter-timeline-link, .u-hidden, [aria-hidden='true']"
_SILENT: Final = "script,style,noscript,template,head"
_COMMENT: Final = re.compile(r"comment|repl|ufi|cellInnerDiv|descendant", re.I)


def _network(tree: LexborHTMLParser, url: str) -> _Network | None:
    for network in (_FACEBOOK, _X):
        if any(host in url for host in network.hosts) or tree.css_first(network.signs) is not None:
            return network
    return None


def read_capture(tree: LexborHTMLParser, url: str = "") -> Page | None:
    """Read a captured post; ``None`` when the page is no capture or its post cannot be found."""
    network = _network(tree, url)
    post = _first(tree, network.post) if network else None
    if network is None or post is None:
        return None
    for node in post.css(_CUT):
        node.decompose()
    text = lines_of(post)
    if not text:
        return None
    name = text_of(_first(tree, network.name))
    title = text_of(tree.css_first("title"))
    day = _day(tree, network)
    end = without_tags(text, 0, len(text))
    lines = [PageLine(line, "") for line in text[:end].split("\n") if line.strip()]
    lines += [PageLine(text[end:].strip(), "hashtags")] if text[end:].strip() else []
    post.decompose()
    return Page(
        title="",
        lines=(*lines, *_rest(tree)),
        outlet=name or page_of_title(title),
        published=day,
        sure_date=0.95 if day else 0.0,
        sure_body=0.95,
    )


def _first(tree: LexborHTMLParser, selectors: tuple[str, ...]) -> LexborNode | None:
    for selector in selectors:
        for node in tree.css(selector):
            if node.text().strip():
                return node
    return None


def _day(tree: LexborHTMLParser, network: _Network) -> date | None:
    for selector in network.stamp:
        for node in tree.css(selector)[:3]:
            seconds = node.attributes.get("data-utime") or ""
            told = time_of(node)
            if told is not None:
                return told
            dates = page_dates(node.attributes.get("title") or "") or page_dates(text_of(node))
            if dates:
                return dates[0].day
            if seconds.isdigit():
                return datetime.fromtimestamp(int(seconds), UTC).date()
    return None


def _rest(tree: LexborHTMLParser) -> list[PageLine]:
    """Give the other lines of the page: comments where the markup says so, furniture elsewhere."""
    for node in tree.css(_SILENT):
        node.decompose()
    comments: list[PageLine] = []
    for node in tree.css("[class], [id], [aria-label], [data-testid]"):
        if node.parent is None or node.tag in ("body", "html"):
            continue
        marks = " ".join((node.attributes.get(key) or "") for key in ("class", "id", "aria-label", "data-testid"))
        if _COMMENT.search(marks) and len(node.text()) < 20_000:
            comments += [PageLine(line, "comments") for line in lines_of(node).split("\n") if line]
            node.decompose()
    body = tree.body
    furniture = (
        [PageLine(line, "page furniture") for line in lines_of(body).split("\n") if line] if body is not None else []
    )
    return [*comments, *furniture]
