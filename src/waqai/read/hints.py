"""What the names of a page's parts say they are, by the words of ``data/read/markup.toml``."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, Final, NamedTuple

from waqai.shipped import shipped_table

_CUT: Final = re.compile(r"[^a-z0-9]+")
_CAMEL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SILENT: Final = re.compile(
    r"^(?:has|is|no|with|without|type|status|format|category|postid)-|^post-\d|^tag-(?!links|list|cloud)"
)
"""Classes that tell of the whole page (WordPress hangs "tag-aleppo" on the article itself) or of its state."""
_BUILDER: Final = re.compile(r"^(?:elementor-widget-|elementor-|wp-block-|field-name-field-|field--name-field-)")
"""Prefixes of page builders, whose "widget" is any block."""
_WHOLE: Final = frozenset({"html", "body", "main", "form"})
"""Tags that hold the page: their classes say nothing about a part."""


class Hint(NamedTuple):
    """What a part calls itself: ``reason`` why it is no story, or ``content``, or ``lead`` (a line of the story's head)."""

    reason: str = ""
    content: bool = False
    lead: bool = False


_NONE: Final = Hint()


@cache
def _table() -> tuple[dict[str, str], tuple[tuple[str, str], ...], frozenset[str], frozenset[str], dict[str, str]]:
    raw: dict[str, Any] = shipped_table("read/markup.toml")
    whole: dict[str, str] = {}
    begins: list[tuple[str, str]] = []
    for entry in raw["hint"]:
        for word in entry["words"]:
            if word.endswith("*"):
                begins.append((word[:-1], entry["reason"]))
            else:
                whole.setdefault(word.lower(), entry["reason"])
    content = raw["content"]
    return whole, tuple(begins), frozenset(map(str.lower, content["words"])), frozenset(content["lead"]), raw["tag"]


@lru_cache(maxsize=20_000)
def hint(tag: str, classes: str, ident: str) -> Hint:
    """Tell what an element's tag, class attribute and id say it is."""
    whole, begins, content, lead, tags = _table()
    if tag in _WHOLE:
        return _NONE
    names = [_BUILDER.sub("", name) for name in (*classes.split(), ident) if name and not _SILENT.match(name)]
    keys = [key for name in names for key in _keys(name)]
    of_content = [key for name in names for key in _endings(name) if key in content]
    if of_content:
        return Hint(content=True, lead=any(key in lead for key in of_content))
    reasons = [whole[key] for key in keys if key in whole]
    reasons += [reason for start, reason in begins for key in keys if key.startswith(start)]
    if tag == "article" and "comments" not in reasons:
        return _NONE
    if not reasons:
        return Hint(tags[tag]) if tag in tags else _NONE
    return Hint(_strongest(reasons))


_ORDER: Final = ("comments", "newsletter", "ticker", "other stories", "share", "tags")


def _strongest(reasons: list[str]) -> str:
    return next((reason for reason in _ORDER if reason in reasons), reasons[0])


def _endings(name: str) -> tuple[str, ...]:
    """Give the last two words of a short name and the last: "entry-content" of "single-entry-content", "subtitle"."""
    words = _words(name)
    return ("-".join(words[-2:]), words[-1]) if 1 <= len(words) <= 3 else ()


def _words(name: str) -> list[str]:
    return [w for w in _CUT.split(_CAMEL.sub("-", name).lower()) if w]


def _keys(name: str) -> list[str]:
    """Give a name, its words, and its neighbouring words joined: "post-navigation" is met in "main-post-navigation"."""
    words = _words(name)
    return ["-".join(words), *words, *("-".join(pair) for pair in pairwise(words))]
