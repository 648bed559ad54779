"""One page of markup as headline, day, outlet, writer and lines, each line with its reason.

In: the page's text. Out: a ``Page``; nothing visible of it is lost. JSON-LD and OpenGraph are heard first, but what a reader
of the page sees goes before what its head claims: the day beside the headline is the page's local day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

import msgspec
from selectolax.lexbor import LexborHTMLParser

from waqai.read.chrome import Chrome
from waqai.read.find_headline import Headline, find_headline
from waqai.read.furniture import reasons
from waqai.read.meta import Head, read_head
from waqai.read.page_date import page_dates
from waqai.read.story import choose, sureness
from waqai.read.tree import Walk
from waqai.text.fold import fold_key, fold_letters

_WORD: Final = re.compile(r"\w+")
_HAS_BODY: Final = 200
"""Characters from which ``articleBody`` is a body and no teaser."""
_COVERED: Final = 0.85
_NEAR: Final = timedelta(days=1)
_PATH_DAY: Final = re.compile(r"/(20\d\d|19\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:[/-]|\D)")
_BEHIND, _BEFORE = 8, 6
"""Blocks behind and before the headline in which a date is the story's own."""
_NAME: Final = 80


class PageLine(msgspec.Struct, frozen=True):
    """A line of the page, and why it is no story; an empty reason is story."""

    text: str
    reason: str


class Page(msgspec.Struct, frozen=True):
    """A page as read; ``sure_…`` from 0 to 1."""

    title: str
    lines: tuple[PageLine, ...]
    outlet: str = ""
    published: date | None = None
    updated: date | None = None
    byline: str = ""
    sure_title: float = 0.0
    sure_date: float = 0.0
    sure_body: float = 0.0


def read_page(tree: LexborHTMLParser, url: str = "") -> Page:
    """Read one page of HTML."""
    head = read_head(tree)
    root = tree.body or tree.root
    if root is None:
        return Page(head.titles[0] if head.titles else head.window, ())
    walk = Walk(root)
    headline = find_headline(walk.blocks, head)
    chosen = choose(walk, reasons(walk, headline.block, headline.text, head.byline), headline.block)
    sure = sureness(walk, chosen, headline.block)
    if sure == 0.0:
        # A theme may give the story itself a furniture's name: then names are not believed.
        chosen = choose(walk, reasons(walk, headline.block, headline.text, believe=False), headline.block)
        sure = sureness(walk, chosen, headline.block) / 2
    lines = [PageLine(b.text, reason) for b, reason in zip(walk.blocks, chosen, strict=True)]
    lines, sure = _with_body(lines, sure, head.body)
    day, updated, sure_date = _days(walk, chosen, headline, head, url or _canonical(tree))
    return Page(
        title=headline.text,
        lines=tuple(lines),
        outlet=(head.outlet or headline.rest or _home(tree) or _owner(lines))[:_NAME],
        published=day,
        updated=updated,
        byline=head.byline or _byline(walk, chosen, headline.block),
        sure_title=round(headline.sure, 2),
        sure_date=sure_date,
        sure_body=round(sure, 2),
    )


def _with_body(lines: list[PageLine], sure: float, body: str) -> tuple[list[PageLine], float]:
    """Hold the story to the body that JSON-LD gives; take that one where the page's blocks miss much of it."""
    if len(body) < _HAS_BODY:
        return lines, sure
    wanted = _WORD.findall(fold_letters(body))
    have = set(_WORD.findall(fold_letters(" ".join(line.text for line in lines if not line.reason))))
    if sum(word in have for word in wanted) >= _COVERED * len(wanted):
        return lines, max(sure, 0.95)
    told = [PageLine(line, "") for line in body.split("\n")]
    return [*(PageLine(x.text, x.reason or "page furniture") for x in lines), *told], 0.9


def _days(
    walk: Walk, chosen: list[str], headline: Headline, head: Head, url: str
) -> tuple[date | None, date | None, float]:
    """Give the day of publication, of the last change, and how sure the first is."""
    published, updated = _seen_days(walk, chosen, headline.block)
    updated = updated or head.updated
    if head.published is not None:
        if published is not None and abs(published[0] - head.published) <= _NEAR:
            return published[0], updated, 1.0
        return head.published, updated, 0.9
    if published is not None:
        return published[0], updated, published[1]
    path = _PATH_DAY.search(url)
    if path is not None:
        try:
            return date(int(path[1]), int(path[2]), int(path[3])), updated, 0.8
        except ValueError:
            pass
    return None, updated, 0.0


def _seen_days(walk: Walk, chosen: list[str], headline: int) -> tuple[tuple[date, float] | None, date | None]:
    """Give the day that stands nearest to the headline, behind it before above it, and the day of a change."""
    ranked: list[tuple[int, int, date, float]] = []
    updated: date | None = None
    for at, block in enumerate(walk.blocks):
        if chosen[at] not in ("date line", "byline", "page furniture", "title-like line", "dateline", "menu"):
            continue
        distance = at - headline
        if chosen[at] not in ("date line", "byline") and not -_BEFORE <= distance <= _BEHIND:
            continue
        told = [(d.day, d.is_update, 0.85 if d.is_hijri else 0.95) for d in page_dates(block.text)]
        if block.day is not None and not told:
            told = [(block.day, False, 0.95)]
        for day, is_update, sure in told:
            if is_update:
                updated = updated or day
            elif headline >= 0:
                near = 0 < distance <= _BEHIND or -_BEFORE <= distance < 0
                ranked.append(
                    (0 if 0 < distance <= _BEHIND else 1 if near else 2, abs(distance), day, sure if near else sure / 2)
                )
            else:
                ranked.append((0, at, day, sure / 2))
    if not ranked:
        return ((updated, 0.6), updated) if updated is not None else (None, None)
    _, _, day, sure = min(ranked)
    return (day, sure), updated


def _byline(walk: Walk, chosen: list[str], headline: int) -> str:
    """Give the writer's name of the first line that names one; else what a dateline behind the headline says."""
    for kinds in (("byline",), ("date line",), ("dateline",)):
        for at, block in enumerate(walk.blocks):
            if chosen[at] in kinds:
                name = writer(block.text)
                if name and (
                    chosen[at] == "byline" or (at > headline and (chosen[at] == "dateline" or name != block.text))
                ):
                    return name[:_NAME]
    return ""


def writer(line: str) -> str:
    """Give the writer's name of a line, without what stands before it ("بقلم:") and the day behind it."""
    chrome = Chrome.load()
    words = line.split()
    keys = [fold_key(word).strip(":") for word in words]
    start = 0
    for label in chrome.byline:
        size = label.count(" ") + 1
        at = next((i for i in range(len(words) - size + 1) if keys[i : i + size] == label.split()), -1)
        if at >= 0:
            start = at + size
            break
    name = " ".join(words[start:])
    for end in chrome.byline_ends:
        name = name.split(end)[0]
    name = name.strip(" :-–|،")
    return "" if page_dates(name) or not any(c.isalpha() for c in name) else name


def _canonical(tree: LexborHTMLParser) -> str:
    node = tree.css_first('link[rel="canonical"]') or tree.css_first('meta[property="og:url"]')
    if node is None:
        return ""
    return node.attributes.get("href") or node.attributes.get("content") or ""


_HOME: Final = (
    'a[href="/"], a[href="./"], a[href="index.htm"], a[href="index.html"], a[href="index.php"], a[rel="home"]'
)


def _home(tree: LexborHTMLParser) -> str:
    """Give the words of the first link to the front page that are no menu's."""
    chrome = Chrome.load()
    for node in tree.css(_HOME)[:6]:
        image = node.css_first("img[alt]")
        name = " ".join(node.text(separator=" ").split()) or ((image.attributes.get("alt") or "") if image else "")
        if 1 < len(name) <= _NAME and fold_key(name) not in chrome.line_whole:
            return name
    return ""


def _owner(lines: list[PageLine]) -> str:
    """Give whom the line of rights at the page's foot names."""
    for line in reversed(lines):
        if line.reason == "page furniture" and _RIGHTS.search(fold_key(line.text)):
            name = _RIGHTS.split(fold_key(line.text))[-1].strip(" -–©:0123456789")
            if name:
                return name
    return ""


_RIGHTS: Final = re.compile("\u0645\u062d\u0641\u0648\u0638\u0647 (?:\u0644|@)?")
