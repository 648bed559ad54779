"""The headline among a page's blocks, and the site's name out of the window's title.

The window's title is the headline and the site's name, in either order, with a mark between. The block that says one
part of it again is the headline; what is left of it is the site's name.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from waqai.read.chrome import Chrome
from waqai.read.headline import headline_span, site_name
from waqai.read.meta import Head
from waqai.read.tree import Block, Part
from waqai.text.fold import fold_key

_MARKS: Final = ' -–—|:»«>"'
_PARTS: Final = re.compile(r"\s+[-–—|»«]+\s+|\s*(?:\||::|»|&raquo;)\s*")
_LEVELS: Final = {"h1": 3, "h2": 2, "h3": 1}
_ENOUGH: Final = 4


class Headline(msgspec.Struct, frozen=True):
    """A page's headline: its words, the block that says them (-1: none does), and how sure, 0 to 1; ``rest`` is the site's name."""

    text: str
    block: int
    sure: float
    rest: str = ""


def find_headline(blocks: list[Block], head: Head) -> Headline:
    """Find the headline; an empty one when the page has nothing like it."""
    chrome = Chrome.load()
    window = fold_key(head.window)
    titles = [fold_key(title) for title in head.titles]
    best, most = -1, 0.0
    sizes = [len(title) for title in (window, *titles) if title]
    least, longest = (
        0.4 * min(sizes, default=0),
        1.5 * max(sizes, default=0) + 20,
    )  # marks do not count in folded titles
    for at, block in enumerate(blocks):
        if not least <= len(block.text) <= longest:
            continue
        score = _score(block, window, titles)
        if score > most:
            best, most = at, score
    if best >= 0 and most >= _ENOUGH:
        text = blocks[best].text
        return Headline(text, best, min(1.0, 0.7 + most / 30), _rest(head, text))
    best = _by_level(blocks, {word for title in (window, *titles) for word in title.split()})
    if best >= 0:
        return Headline(blocks[best].text, best, 0.7, _rest(head, blocks[best].text))
    return _from_head(head, chrome, "\n".join(b.text for b in blocks[:80]), blocks)


def _score(block: Block, window: str, titles: list[str]) -> float:
    if " " not in block.text:
        return 0.0
    key = block.key
    words = key.count(" ") + 1
    if words < 2 or not any("\u0621" <= c <= "\u064a" for c in key):
        return 0.0
    said = 0.0
    for title in titles:
        if title == key:
            said = 6.0
        elif len(key) > 0.5 * len(title) and words >= 3 and _is_part(key, title):
            said = max(said, 5.0)
    if window and words >= 3 and len(key) > 0.4 * len(window) and _is_part(key, window):
        said += 4.0
    if not said:
        return 0.0
    return said + level(block.part) - (3.0 if block.part.hint.reason else 0.0) - (2.0 if block.is_link else 0.0)


def _is_part(key: str, title: str) -> bool:
    """Tell whether a title is these words, with or without something behind or before a mark."""
    if key not in title:
        return False
    before, _, after = title.partition(key)
    return (not before or before.rstrip()[-1:] in _MARKS) and (not after or after.lstrip()[:1] in _MARKS)


def level(part: Part) -> int:
    """Give how high a heading the part is or stands in: 3 for ``h1``, 0 for none."""
    up: Part | None = part
    for _ in range(3):
        if up is None:
            return 0
        if up.tag in _LEVELS:
            return _LEVELS[up.tag]
        up = up.parent
    return 0


def _by_level(blocks: list[Block], words: set[str]) -> int:
    """Give the first ``h1`` that is no link and shares two words with the titles of the page's head, or -1."""
    for at, block in enumerate(blocks):
        if level(block.part) == 3 and not block.is_link and not block.part.hint.reason:
            own = block.key.split()
            if len(own) >= 3 and (not words or len(words.intersection(own)) >= 2):
                return at
    return -1


def _from_head(head: Head, chrome: Chrome, page: str, blocks: list[Block]) -> Headline:
    """Take the headline from the head alone, or the line above the first sentence when the head names only the site."""
    for title in (*head.titles, head.window):
        a, b = headline_span(title, chrome, page=page)
        text = title[a:b]
        if text.count(" ") >= 3 and f"\n{text}\n" not in f"\n{page}\n":
            return Headline(text, -1, 0.5, site_name(title, b))
    for at, block in enumerate(blocks):
        if block.is_prose:
            above = [
                i for i in range(max(0, at - 6), at)
                if blocks[i].text.count(" ") >= 4 and not blocks[i].is_link and not any(c.isdigit() for c in blocks[i].text[-12:])
            ]  # fmt: skip
            return (
                Headline(blocks[above[-1]].text, above[-1], 0.4, head.window)
                if above
                else Headline("", -1, 0.0, head.window)
            )
    return Headline(head.window, -1, 0.2) if head.window else Headline("", -1, 0.0)


def _is_page_number(part: str) -> bool:
    """Tell whether a part of a title only numbers the page: "الصفحة 2"."""
    words = fold_key(part).split()
    return words[-1].isdigit() and (len(words) == 1 or words[0] in Chrome.load().page_words)


def _rest(head: Head, headline: str) -> str:
    """Give what the window's title, or else OpenGraph's, has besides the headline: the site's name."""
    key = fold_key(headline)
    for title in (head.window, *head.titles):
        before, found, after = title.partition(headline)
        parts = [before, after] if found else [p for p in _PARTS.split(title) if fold_key(p) not in key]
        kept = [part.strip(_MARKS) for half in parts for part in (_PARTS.split(half) if found else [half])]
        kept = [part for part in kept if part and not _is_page_number(part)]
        if kept and (found or len(kept) == 1):
            return kept[-1]
    return ""
