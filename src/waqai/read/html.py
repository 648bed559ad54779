"""The story out of a page's markup, with what stands around it.

JSON-LD and OpenGraph say title, day and outlet where a page has them. For the body, blocks that are
mostly links and blocks under the Arabic headings of link lists are pruned first, then trafilatura
extracts what is left: in that order it kept related headlines out of the text best of all tried.
"""

from __future__ import annotations

import html
import json
import re
from datetime import date
from typing import Any, Final

import msgspec
import trafilatura
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode as Node

from waqai.read.chrome import Chrome
from waqai.text.fold import fold_key

_LINKY: Final = 0.75
"""Share of a block's text inside links from which it is a list of links."""
_FURNITURE: Final = "script,style,noscript,nav,footer,aside,form,iframe,svg,button,figcaption,.related,.share,.tags,.breadcrumb,.newsletter,.comments,#comments,.sidebar,.ticker"
_BLOCKS: Final = "div,ul,ol,section,table,p,td,li"
_KINDS: Final = frozenset({"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "LiveBlogPosting"})


class Page(msgspec.Struct, frozen=True):
    """What a page's markup says; empty strings where it says nothing."""

    title: str
    text: str
    outlet: str = ""
    published: date | None = None
    pruned: tuple[tuple[str, str], ...] = ()
    """Blocks left out: reason and text."""


def read_markup(markup: str, url: str = "") -> Page:
    """Read one HTML page."""
    tree = HTMLParser(markup)
    linked = _linked_data(tree)
    title = _first(
        _value(linked, "headline"), _meta(tree, "og:title"), _node_text(tree, "h1"), _node_text(tree, "title")
    )
    outlet = _first(_publisher(linked), _meta(tree, "og:site_name"))
    day = _day(_first(_value(linked, "datePublished"), _meta(tree, "article:published_time"), _time(tree)))
    pruned = _prune(tree)
    body = _value(linked, "articleBody")
    text = _clean(body) if len(body) > 200 else _extract(tree, url)
    return Page(html.unescape(title).strip(), text, html.unescape(outlet).strip(), day, tuple(pruned))


def _extract(tree: HTMLParser, url: str) -> str:
    found = trafilatura.extract(
        tree.html or "", url=url or None, fast=True, include_comments=False, include_tables=True
    )
    if found:
        return found
    return "\n".join(
        line.strip() for line in (tree.body.text(separator="\n") if tree.body else "").splitlines() if line.strip()
    )


def _prune(tree: HTMLParser) -> list[tuple[str, str]]:
    """Remove furniture, link lists, and what stands under a heading of other stories."""
    chrome = Chrome.load()
    left_out: list[tuple[str, str]] = []
    for node in tree.css(_FURNITURE):
        _drop(node, "page furniture", left_out)
    for node in tree.css(_BLOCKS):
        if node.parent is None:
            continue
        words = node.text(separator=" ").strip()
        if not words or len(words) > 3000:
            continue
        in_links = sum(len(a.text()) for a in node.css("a"))
        if in_links >= _LINKY * len(words) and len(words) > 15:
            _drop(node, "links", left_out)
    for node in tree.css("h2,h3,h4,h5,strong,p,div"):
        if node.parent is None:
            continue
        words = fold_key(node.text())
        if len(words) < 40 and words.startswith(chrome.end_begins + chrome.aside_begins):
            _drop_heading(node, left_out)
    return left_out


def _drop_heading(node: Node, left_out: list[tuple[str, str]]) -> None:
    parent = node.parent
    if parent is not None and parent.tag not in ("body", "article", "main", "html") and len(parent.text()) < 2500:
        _drop(parent, "other stories", left_out)
        return
    follower = node.next
    while (
        follower is not None and follower.tag in ("-text", "ul", "ol", "div", "a", "br") and len(follower.text()) < 1500
    ):
        following = follower.next
        _drop(follower, "other stories", left_out)
        follower = following
        if follower is not None and follower.tag not in ("-text", "ul", "ol", "br"):
            break
    _drop(node, "other stories", left_out)


def _drop(node: Node, reason: str, left_out: list[tuple[str, str]]) -> None:
    words = " ".join(node.text(separator=" ").split())
    if words and node.tag not in ("script", "style", "noscript"):
        left_out.append((reason, words[:2000]))
    node.decompose()


def _linked_data(tree: HTMLParser) -> dict[str, Any]:
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(node.text())
        except ValueError:
            continue
        for item in _items(data):
            kinds = item.get("@type")
            if _KINDS & set(kinds if isinstance(kinds, list) else [kinds]):
                return item
    return {}


def _items(data: Any) -> list[dict[str, Any]]:
    if isinstance(data, list):
        return [i for part in data for i in _items(part)]
    if isinstance(data, dict):
        return [data, *_items(data.get("@graph", []))]
    return []


def _value(data: dict[str, Any], key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""


def _publisher(data: dict[str, Any]) -> str:
    publisher = data.get("publisher")
    return _value(publisher, "name") if isinstance(publisher, dict) else ""


def _meta(tree: HTMLParser, name: str) -> str:
    node = tree.css_first(f'meta[property="{name}"]') or tree.css_first(f'meta[name="{name}"]')
    return (node.attributes.get("content") or "") if node is not None else ""


def _time(tree: HTMLParser) -> str:
    node = tree.css_first("time[datetime]")
    return (node.attributes.get("datetime") or "") if node is not None else ""


def _node_text(tree: HTMLParser, selector: str) -> str:
    node = tree.css_first(selector)
    return " ".join(node.text().split()) if node is not None else ""


def _first(*values: str) -> str:
    return next((v for v in values if v), "")


def _day(text: str) -> date | None:
    found = re.match(r"\d{4}-\d{2}-\d{2}", text)
    try:
        return date.fromisoformat(found.group()) if found else None
    except ValueError:
        return None


def _clean(body: str) -> str:
    text = html.unescape(re.sub(r"<br\s*/?>|</p>", "\n", body))
    return "\n".join(line.strip() for line in re.sub(r"<[^>]+>", "", text).splitlines() if line.strip())
