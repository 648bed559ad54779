"""The words by which a page's furniture is known, from ``data/read/chrome.toml``."""

from __future__ import annotations

import re
from functools import cache
from typing import Self

import msgspec

from waqai.shipped import shipped_table
from waqai.text.fold import fold_key


class Chrome(msgspec.Struct, frozen=True):
    """Compiled word lists; all words are folded."""

    end_begins: tuple[str, ...]
    end_whole: frozenset[str]
    resumes: tuple[str, ...]
    """Beginnings of lines behind which the story goes on, though one above them ended it."""
    goes_on: tuple[str, ...]
    """Beginnings of sentences that no headline has."""
    goes_over: frozenset[str]
    """Words with which a line of a story breaks off and no headline ends."""
    aside_begins: tuple[str, ...]
    tail: re.Pattern[str]
    line_whole: frozenset[str]
    credit: tuple[str, ...]
    site: frozenset[str]
    roundup: tuple[str, ...]
    sums_up: tuple[str, ...]
    toll: tuple[str, ...]
    reason: tuple[tuple[tuple[str, ...], str], ...]
    """Beginnings of lines, and what kind of furniture they begin."""
    byline: tuple[str, ...]
    byline_ends: tuple[str, ...]
    updated: tuple[str, ...]
    page_words: frozenset[str]
    disclaimer: tuple[str, ...]
    advertisement: frozenset[str]

    @classmethod
    @cache
    def load(cls) -> Self:
        """Read the word lists that ship with the package."""
        raw = shipped_table("read/chrome.toml")
        kinds = tuple((tuple(map(fold_key, words)), reason) for reason, words in raw["reason"].items())
        return cls(
            end_begins=tuple(map(fold_key, raw["end"]["begins"])) + tuple(word for words, _ in kinds for word in words),
            end_whole=frozenset(map(fold_key, raw["end"]["whole"])),
            resumes=tuple(map(fold_key, raw["end"]["resumes"])),
            goes_on=tuple(map(fold_key, raw["line"]["goes_on"])),
            goes_over=frozenset(map(fold_key, raw["line"]["goes_over"])),
            aside_begins=tuple(map(fold_key, raw["aside"]["begins"])),
            tail=re.compile("|".join(map(re.escape, raw["tail"]["from"]))),
            line_whole=frozenset(map(fold_key, raw["line"]["whole"])),
            credit=tuple(map(fold_key, raw["line"]["credit"])),
            roundup=tuple(map(fold_key, raw["roundup"]["words"])),
            sums_up=tuple(map(fold_key, raw["roundup"]["of_the_day"])),
            toll=tuple(map(fold_key, raw["toll"]["words"])),
            reason=kinds,
            byline=tuple(map(fold_key, raw["byline"]["label"])),
            byline_ends=tuple(raw["byline"]["ends"]),
            updated=tuple(map(fold_key, raw["date"]["updated"])),
            advertisement=frozenset(map(fold_key, raw["line"]["advertisement"])),
            disclaimer=tuple(map(fold_key, raw["disclaimer"]["has"])),
            page_words=frozenset(map(fold_key, raw["page"]["words"])),
            site=frozenset(w for words in raw["site"]["words"] for w in fold_key(words).split()),
        )
