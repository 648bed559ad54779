"""Where a feed, a sitemap or a page of headlines leads: addresses in their order, with the day of change when it is told."""

from __future__ import annotations

import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import urljoin

import msgspec
from lxml import etree, html

from waqai.errors import NO_JSON, FetchError, RefusedError
from waqai.fetch.getter import plain
from waqai.fetch.markup import local_name, read_xml
from waqai.fetch.message import MAX_BODY, gunzip
from waqai.fetch.sources import url_faults

Link = tuple[str, datetime | None]
_SITEMAPS: Final = 200
"""Sitemaps of an index that one run follows, the newest first."""


def links_of_feed(body: bytes, content_type: str, base: str) -> list[Link]:
    """Read RSS, Atom, RDF or JSON Feed.

    Raises: FetchError when it is none of them.
    """
    if body.lstrip()[:1] == b"{":
        return _clean(_json_feed(body), base)
    import feedparser  # brings half the XML world: only for feeds

    parsed = feedparser.parse(
        body, response_headers={"content-type": content_type, "content-location": base}, sanitize_html=False
    )
    if not parsed.get("version") and not parsed.entries:
        raise FetchError(f"is no feed: it begins with {_beginning(body)}", where=base)
    return _clean(((str(e.get("link") or ""), _changed(e)) for e in parsed.entries), base)


def _changed(entry: Any) -> datetime | None:
    """Give when an entry says it was updated; its publication is no change."""
    at = dict.get(entry, "updated_parsed")
    return datetime.fromtimestamp(timegm(at), UTC) if at else None


def _json_feed(body: bytes) -> Iterator[Link]:
    """Read JSON Feed 1.1 (jsonfeed.org)."""
    try:
        feed = msgspec.json.decode(body)
    except NO_JSON as error:
        raise FetchError(f"is no JSON Feed: {error}") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise FetchError("is no JSON Feed: it has no items")
    for item in items:
        if isinstance(item, dict):
            yield str(item.get("url") or item.get("external_url") or ""), _day(item.get("date_modified"))


def read_sitemap(body: bytes, base: str) -> tuple[list[Link], list[Link]]:
    """Read a sitemap, packed or not: pages, and further sitemaps when it is an index; the newest first where days are told.

    Raises: FetchError when it is no sitemap, RefusedError when it unpacks to too much.
    """
    data = gunzip(body, MAX_BODY) if body[:2] == b"\x1f\x8b" else body
    if data.lstrip()[:1] != b"<":
        lines = [line.strip() for line in data.decode("utf-8", errors="replace").splitlines()]
        if lines and all(line.startswith("http") for line in lines if line):
            return _clean(((line, None) for line in lines), base), []
        raise FetchError(f"is no sitemap: it begins with {_beginning(data)}", where=base)
    root = read_xml(data)
    kind = "" if root is None else local_name(root)
    if kind not in ("urlset", "sitemapindex"):
        raise FetchError(f"is no sitemap: it begins with {_beginning(data)}", where=base)
    found = _clean(_sitemap_rows(root), base)
    found.sort(key=lambda link: link[1] or datetime.min.replace(tzinfo=UTC), reverse=True)
    return ([], found[:_SITEMAPS]) if kind == "sitemapindex" else (found, [])


def _sitemap_rows(root: Any) -> Iterator[Link]:
    for row in root:
        told = {local_name(e): (e.text or "").strip() for e in row.iter()}
        yield told.get("loc", ""), _day(told.get("lastmod") or told.get("publication_date"))


def links_of_section(body: bytes, charset: str | None, base: str, pattern: str) -> list[Link]:
    """Give the links of a page whose address the pattern is found in.

    Raises: FetchError when the page is empty.
    """
    try:
        root = html.document_fromstring(body, parser=html.HTMLParser(encoding=charset, recover=True))
    except (etree.ParserError, LookupError) as error:
        raise FetchError("is no page: it has no markup", where=base) from error
    declared = root.xpath("string(//base/@href)")
    inside = urljoin(base, declared) if declared else base
    wanted = re.compile(pattern)
    links = _clean(((href, None) for href in root.xpath("//a/@href")), inside)
    return [link for link in links if wanted.search(link[0])]


def newer(links: list[Link], days: int | None, pattern: str) -> list[Link]:
    """Leave out what is older than so many days where the day is told, and what the pattern is not found in."""
    since = datetime.now(UTC) - timedelta(days=days) if days else None
    wanted = re.compile(pattern)
    return [k for k in links if wanted.search(k[0]) and (since is None or k[1] is None or k[1] >= since)]


def _clean(links: Iterator[Link], base: str) -> list[Link]:
    """Make addresses whole and leave out what can be none; each once."""
    found: dict[str, datetime | None] = {}
    for href, day in links:
        try:
            url = plain(urljoin(base, href.strip()))
        except (RefusedError, ValueError):
            continue
        if href.strip() and not any(url_faults(url)):
            found.setdefault(url, day)
    return list(found.items())


def _day(text: Any) -> datetime | None:
    """Read a W3C date (year, month, day or time); a day counts from its beginning, UTC."""
    if not isinstance(text, str):
        return None
    for tail in ("", "-01", "-01-01"):
        try:
            at = datetime.fromisoformat(text.strip() + tail)
        except ValueError:
            continue
        return at.replace(tzinfo=at.tzinfo or UTC)
    return None


def _beginning(body: bytes) -> str:
    return repr(body.lstrip()[:40].decode("utf-8", errors="replace"))
