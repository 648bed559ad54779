"""What a page's head says of itself: JSON-LD, OpenGraph, Twitter, Dublin Core and microdata.

Every value comes with how far such a sign can be trusted, 0 to 1, from how the signs fared on the golden pages.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

_KINDS: Final = frozenset(
    "NewsArticle Article ReportageNewsArticle BlogPosting LiveBlogPosting SocialMediaPosting AnalysisNewsArticle Report WebPage".split()
)
_DAY: Final = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})")
_TAG: Final = re.compile(r"<[^>]+>")
_BREAK: Final = re.compile(r"<br\s*/?>|</p>", re.I)
_TITLES: Final = ("og:title", "twitter:title", "dc.title", "title")
_SITES: Final = ("og:site_name", "application-name", "twitter:app:name:iphone", "dc.publisher", "publisher")
_PUBLISHED: Final = (
    "article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "publish-date", "date",
    "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "sailthru.date", "parsely-pub-date",
)  # fmt: skip
_UPDATED: Final = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")
_AUTHORS: Final = ("author", "article:author", "dc.creator", "twitter:data1", "parsely-author")


class Head(msgspec.Struct, frozen=True):
    """What the head says; empty strings and ``None`` where it says nothing."""

    titles: tuple[str, ...] = ()
    """Best first: the headline of JSON-LD, OpenGraph's title, …; the window's title is not among them."""
    window: str = ""
    outlet: str = ""
    published: date | None = None
    updated: date | None = None
    byline: str = ""
    body: str = ""
    """``articleBody`` of JSON-LD as lines."""


def read_head(tree: LexborHTMLParser) -> Head:
    """Read a page's head."""
    meta = _metas(tree)
    items = [item for data in _scripts(tree) for item in _items(data)]
    told = _article(items)
    names = {item["@id"]: item for item in items if isinstance(item.get("@id"), str)}
    outlet = _name(told.get("publisher"), names) or _first(meta, _SITES) or _site(items)
    window = tree.css_first("title")
    titles = (_text(told.get("headline")) or _text(told.get("name")), *(meta.get(key, "") for key in _TITLES))
    return Head(
        titles=tuple(dict.fromkeys(t for t in map(_clean, titles) if t)),
        window=_clean(window.text()) if window is not None else "",
        outlet=_clean(outlet),
        published=_day(told.get("datePublished")) or _day(_first(meta, _PUBLISHED)) or _marked_day(tree),
        updated=_day(told.get("dateModified")) or _day(_first(meta, _UPDATED)),
        byline=_clean(_name(told.get("author"), names) or _author(meta)),
        body=_lines(_text(told.get("articleBody"))),
    )


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if key:
            found.setdefault(key.lower(), (attributes.get("content") or "").strip())
    return found


def _scripts(tree: LexborHTMLParser) -> Iterator[Any]:
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            yield json.loads(node.text(), strict=False)  # raw line breaks inside strings are common
        except ValueError:
            continue


def _items(data: Any) -> list[dict[str, Any]]:
    if isinstance(data, list):
        return [item for part in data for item in _items(part)]
    if isinstance(data, dict):
        return [data, *_items(data.get("@graph", []))]
    return []


def _article(items: list[dict[str, Any]]) -> dict[str, Any]:
    """Give the item that tells the article; a web page's item only when there is no better one."""
    told = [item for item in items if _KINDS & set(_kinds(item))]
    return next((item for item in told if "WebPage" not in _kinds(item)), told[0] if told else {})


def _kinds(item: dict[str, Any]) -> list[str]:
    kinds = item.get("@type")
    return [str(k) for k in kinds] if isinstance(kinds, list) else [str(kinds)]


def _site(items: list[dict[str, Any]]) -> str:
    return next((_text(item.get("name")) for item in items if "WebSite" in _kinds(item)), "")


def _name(value: Any, names: dict[str, dict[str, Any]]) -> str:
    if isinstance(value, list):
        return _name(value[0], names) if value else ""
    if isinstance(value, dict):
        return _text(value.get("name")) or _text(names.get(str(value.get("@id")), {}).get("name"))
    return _text(value)


def _author(meta: dict[str, str]) -> str:
    author = _first(meta, _AUTHORS)
    return "" if author.startswith("http") else author


def _marked_day(tree: LexborHTMLParser) -> date | None:
    """Give the day of a marked date that stands in the story's own head, not in a list of other stories."""
    for selector, attribute in (
        ('[itemprop="datePublished"]', "content"), ('[itemprop="datePublished"]', "datetime"),
        ('[itemprop="datePublished"]', "title"), ('[property~="dc:date"]', "content"),
    ):  # fmt: skip
        node = tree.css_first(selector)
        day = _day(node.attributes.get(attribute)) if node is not None else None
        if day is not None:
            return day
    return None


def time_of(node: LexborNode) -> date | None:
    """Give the day of a ``<time datetime>``."""
    return _day(node.attributes.get("datetime"))


def _first(meta: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((meta[key] for key in keys if meta.get(key)), "")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _day(value: Any) -> date | None:
    found = _DAY.match(value) if isinstance(value, str) else None
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _clean(text: str) -> str:
    return " ".join(html.unescape(text).split())


def _lines(body: str) -> str:
    text = html.unescape(_TAG.sub("", _BREAK.sub("\n", body)))
    return "\n".join(line for line in (" ".join(part.split()) for part in text.split("\n")) if line)
