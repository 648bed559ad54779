"""The golden pages with what a person says they hold, and how right a reader is about them.

A page lies beside its truth (``1.html``, ``1.toml``) in the folder of its layout. ``ASIDE`` names the layouts that
nobody looked at while the reader was written, ``LATER`` those that were written when it was done: what holds there holds
elsewhere too.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from waqai.text.fold import fold_letters

PAGES = Path(__file__).resolve().parent.parent / "tests/golden/pages"
ASIDE = frozenset({"agency", "bulletin", "elementor", "paginated", "short", "x"})
LATER = frozenset({"jnews", "php-nuke", "react", "tagdiv"})
RELATED = "other stories"
_WORD = re.compile(r"\w+")


class Told(msgspec.Struct, frozen=True):
    """One article of a page: as a person tells it, or as a reader does."""

    title: str
    outlet: str
    published: date | None
    body: tuple[str, ...]
    updated: date | None = None
    byline: str = ""
    forwarded_from: str = ""


class Apart(msgspec.Struct, frozen=True):
    """Words of a page that are no story, and what they are instead."""

    reason: str
    text: str


class Page(msgspec.Struct, frozen=True):
    """A page and its truth."""

    path: Path
    articles: tuple[Told, ...]
    apart: tuple[Apart, ...]

    @property
    def layout(self) -> str:
        """The kind of page: its folder."""
        return self.path.parent.name


class Marks(msgspec.Struct, frozen=True):
    """How right a reading of a page is; ``None`` where the page has nothing to be right about."""

    title: bool | None
    outlet: bool
    published: bool
    f1: float
    leaks: tuple[str, ...]
    """Related headlines that stand in a body."""


def load_pages(folder: Path = PAGES) -> list[Page]:
    """Load every page of the corpus."""
    pages = []
    for path in sorted(folder.glob("*/*.html")):
        raw: dict[str, Any] = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
        articles = msgspec.convert(raw["article"], tuple[Told, ...])
        pages.append(Page(path, articles, msgspec.convert(raw["apart"], tuple[Apart, ...])))
    return pages


def mark(page: Page, read: Iterable[Told]) -> Marks:
    """Compare what was read with the truth; a reader that gives one text for many posts is compared with all of them."""
    told = list(read)
    pairs = list(zip(page.articles, told, strict=False))
    whole = len(told) == len(page.articles)
    body = " ".join(_words(part) for t in told for part in t.body)
    titled = [(a.title, b.title) for a, b in pairs if a.title]
    return Marks(
        title=whole and all(_words(a) == _words(b) for a, b in titled) if any(a.title for a in page.articles) else None,
        outlet=whole and all(_words(a.outlet) == _words(b.outlet) for a, b in pairs),
        published=whole and all(a.published == b.published for a, b in pairs),
        f1=_f1(body.split(), " ".join(_words(part) for a in page.articles for part in a.body).split()),
        leaks=tuple(x.text for x in page.apart if x.reason == RELATED and f" {_words(x.text)} " in f" {body} "),
    )


def set_apart(page: Page, excluded: Iterable[tuple[str, str]]) -> tuple[int, int, int]:
    """Count the blocks that should be apart, those of them that are, and those with the right reason."""
    have = [(reason, f" {_words(text)} ") for reason, text in excluded]
    kept = [[r for r, text in have if f" {_words(block.text)} " in text] for block in page.apart]
    named = sum(block.reason in reasons for block, reasons in zip(page.apart, kept, strict=True))
    return len(page.apart), sum(map(bool, kept)), named


def _words(text: str) -> str:
    return " ".join(_WORD.findall(fold_letters(text)))


def _f1(got: list[str], gold: list[str]) -> float:
    common = sum((Counter(got) & Counter(gold)).values())
    return 2 * common / (len(got) + len(gold)) if got or gold else 1.0
