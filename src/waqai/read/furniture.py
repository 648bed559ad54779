"""Which of a page's blocks are no story, and why: by what parts call themselves, by the words that head them, by their links.

The order is that of trust. A part that names itself ("related-posts") is believed unless it holds the headline or leaves
nothing; a heading ("مقالات ذات صلة") takes with it the part it heads, or the links behind it; a card is a linked title with
its excerpt. The block's own words (a date, a writer's name, a credit) come last.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from waqai.read.chrome import Chrome
from waqai.read.headline import key_says_again
from waqai.read.page_date import page_dates
from waqai.read.tree import Block, Part, Walk
from waqai.text.fold import fold_key

OTHER: Final = "other stories"
_STRONG: Final = frozenset({"comments", OTHER, "newsletter", "ticker", "hidden", "advertisement"})
"""Whatever stands inside such a part belongs to it, dates and names too."""
_SMALL: Final = {
    "date line": 200,
    "byline": 700,  # with a line about the writer
    "caption": 600,
    "share": 400,
    "tags": 600,
    "pull quote": 400,
    "advertisement": 400,
}
"""A part of such a name that is longer holds something else: themes hang these names on whole articles."""
_CARD: Final = 700
_HEADING: Final = 60
_WORDS_OF_TITLE: Final = 4
_DATE_WORDS: Final = 12
_LISTS: Final = frozenset({"li", "dt", "dd", "td", "th", "h2", "h3", "h4"})
_POOR: Final = frozenset({"menu", "byline", "hidden"})
"""Names of parts with few sentences; some pages hide half of the story until it is asked for."""
_VAGUE: Final = frozenset({"", "page furniture", "menu", "byline", "date line"})
"""Reasons that a block's own words may make more exact."""
_EXACT: Final = frozenset({"byline", "date line", "caption"})
_DATELINE: Final = re.compile(r"^[*\s]*[^.،:؛]{2,40}\s*[-–—/]\s*[^.،؛]{2,30}:?$")
_CLOCK: Final = re.compile(r"^\W*\d{1,2}\s*:\s*\d{2}(?:\s*\w{1,5}){0,2}\W*$")


def reasons(walk: Walk, headline: int, title: str, byline: str = "", *, believe: bool = True) -> list[str]:
    """Give for each block why it is no story; an empty string for what may be. ``believe``: whether parts are believed."""
    blocks = walk.blocks
    found = [""] * len(blocks)
    if believe:
        named = _named_parts(walk, headline)
        for at, block in enumerate(blocks):
            found[at] = _of_parts(block.part, named)
    if headline >= 0:
        found[headline] = "headline"
    _by_headings(walk, headline, found)
    _by_cards(walk, headline, found)
    title = fold_key(title)
    for at, block in enumerate(blocks):
        if not found[at] or (found[at] in _VAGUE and not block.is_link):
            own = _own_reason(block, title, byline)
            found[at] = own if not found[at] or own in _EXACT else found[at]
    return found


def _named_parts(walk: Walk, headline: int) -> frozenset[int]:
    """Give the parts whose names are believed."""
    top = walk.parts[0]
    believed = set()
    for part in walk.parts:
        reason = part.hint.reason
        if not reason or part.first < 0:
            continue
        holds_headline = part.first <= headline <= part.last and part.first < part.last
        if holds_headline or part.chars > _SMALL.get(reason, 1_000_000):
            continue
        if reason in _POOR and part.prose > 0.3 * top.prose:
            continue
        if part.prose > 0.6 * top.prose and reason not in ("comments", "hidden") and not _has_rival(walk, part):
            continue
        believed.add(part.index)
    return frozenset(believed)


def _has_rival(walk: Walk, part: Part) -> bool:
    """Tell whether a part outside calls itself the story and has a sentence."""
    return any(
        other.hint.content and not other.hint.lead and other.prose > 0 and not (part.first <= other.first <= part.last)
        for other in walk.parts
    )


def _of_parts(part: Part | None, named: frozenset[int]) -> str:
    """Give the reason of the parts around a block: a strong one wherever it stands, else the nearest."""
    nearest = ""
    sheltered = False
    while part is not None:
        if part.index in named:
            if part.hint.reason in _STRONG:
                return part.hint.reason
            if not sheltered:
                nearest = nearest or part.hint.reason
        sheltered = sheltered or (part.hint.content and part.prose > 0)
        part = part.parent
    return nearest


def heading_reason(key: str) -> str:
    """Tell what kind of furniture a folded line begins, or give an empty string."""
    for begins, reason in _beginnings():
        if key.startswith(begins):
            # One word alone ("مشاركة", "شاهد") begins sentences and subheadings too.
            lone = next((b for b in begins if key.startswith(b) and (" " in b or key[len(b) :].strip(" :") == "")), "")
            return reason if lone or key.count(" ") <= 1 or ":" in key[:20] else ""
    return ""


@cache
def _beginnings() -> tuple[tuple[tuple[str, ...], str], ...]:
    chrome = Chrome.load()
    return (*chrome.reason, (chrome.end_begins + chrome.aside_begins, OTHER))


def _by_headings(walk: Walk, headline: int, found: list[str]) -> None:
    for at, block in enumerate(walk.blocks):
        if found[at] or len(block.text) > 2 * _HEADING + 60:
            continue
        key = block.key
        reason = heading_reason(key)
        if not reason or (block.is_prose and not block.linked):
            continue
        found[at] = reason
        if len(key) > _HEADING or (block.linked and not block.is_link):
            continue  # it is heading and link in one
        _spread(walk, at, headline, reason, found)


def _spread(walk: Walk, at: int, headline: int, reason: str, found: list[str]) -> None:
    """Give a heading's reason to the part that it heads, or to the links behind it."""
    blocks = walk.blocks
    top = walk.parts[0]
    part: Part | None = blocks[at].part
    headed: Part | None = None
    while (
        part is not None and part.parent is not None and part.first == at and not (part.first < headline <= part.last)
    ):
        if part.prose > 0.5 * top.prose and reason != "comments":
            break
        headed = part
        part = part.parent
    last = headed.last if headed is not None else at
    for i in range(at + 1, last + 1):
        found[i] = found[i] if found[i] in _STRONG else reason
    if last > at:
        return
    for i in range(at + 1, len(blocks)):
        follower = blocks[i]
        if found[i] and found[i] not in ("share", "tags", "date line", reason):
            break
        if not (follower.is_link or (follower.linked and not follower.is_prose)) and not _is_date(follower.text):
            break
        if i == headline:
            break
        found[i] = reason


def _by_cards(walk: Walk, headline: int, found: list[str]) -> None:
    """Set apart the parts that begin with a linked title and go on with its excerpt."""
    top = walk.parts[0]
    for part in walk.parts:
        if part.first < 0 or part.parent is None or not 0 < part.chars < _CARD or part.first == part.last:
            continue
        if found[part.first] or part.first <= headline <= part.last or part.prose > 0.5 * top.prose:
            continue
        first = walk.blocks[part.first]
        if first.is_link and first.text.count(" ") >= _WORDS_OF_TITLE - 1 and part.last - part.first <= 4:
            for i in range(part.first, part.last + 1):
                found[i] = found[i] or OTHER


def _own_reason(block: Block, title: str, byline: str) -> str:
    """Give the reason that a block's own words tell."""
    chrome = Chrome.load()
    text = block.text
    key = block.key
    words = key.count(" ") + 1
    if key in chrome.line_whole or not any("\u0621" <= c <= "\u064a" or c.isdigit() for c in text):
        return "page furniture"
    if key.strip(" -") in chrome.advertisement:
        return "advertisement"
    if any(phrase in key for phrase in chrome.disclaimer):
        return "page furniture"
    if key_says_again(key, title):
        return "repeated title"
    if block.is_link:
        return OTHER if words >= _WORDS_OF_TITLE else "menu"
    if words <= _DATE_WORDS and not block.is_prose and (is_byline(key) or text == byline):
        return "byline"
    if words <= _DATE_WORDS and not block.is_prose and _is_date(text):
        return "date line"
    if len(text) < 200 and not text.endswith(".") and _credits().search(key):
        return "caption"
    if words <= 6 and _DATELINE.match(text) and block.part.tag not in _LISTS:
        return "dateline"
    return "caption" if block.after_picture and len(text) < 120 and not block.is_prose else ""


def _is_date(text: str) -> bool:
    return bool(_CLOCK.match(text)) or (len(text) < 120 and bool(page_dates(text)))


def is_byline(key: str) -> bool:
    """Tell whether a folded line begins as a writer's name does: "بقلم", "كتب", "إعداد:"."""
    return key.startswith(_labels())


@cache
def _credits() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, Chrome.load().credit)))


@cache
def _labels() -> tuple[str, ...]:
    return tuple(label + end for label in Chrome.load().byline for end in " :")
