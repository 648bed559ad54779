"""Which language a story is in, so that what is not Arabic is set aside with a reason and never coded.

Persian, Urdu, Pashto and Kurdish share Arabic's letters; their own letters and small words tell them (``languages.toml``).
A short text that tells nothing is taken for Arabic: the coder finds nothing in it if it is not.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

import msgspec

from waqai.model import Article, Excluded, Span
from waqai.shipped import shipped_table
from waqai.text.fold import fold_key, fold_letters

_SAMPLE: Final = 3000
"""Characters looked at."""
_LEAST: Final = 5
"""Words under which a text tells nothing."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_FOREIGN: Final = re.compile(
    "[\u067e\u0686\u0698\u06af\u06a9\u06cc\u0679\u0688\u0691\u06ba\u06d2\u06ce\u06c6\u0695\u06b5\u06d5\u0693\u069a\u0681\u0685\u0696\u06cd\u067c\u0689\u06bc\u06d0A-Za-z]"
)
_ARTICLE: Final = "\u0627\u0644"
_ARABIC: Final = re.compile("[\u0621-\u063a\u0641-\u064a]")
_TOLD_TWICE: Final = 0.25
"""Share of words in Arabic letters from which a text in Latin ones is a post in two languages, or a capture with its buttons."""


class Language(msgspec.Struct, frozen=True):
    """A language with its signs; ``words`` are folded."""

    code: str
    name: str
    share: float
    words: frozenset[str]
    letters: frozenset[str] = frozenset()


@cache
def languages() -> tuple[Language, ...]:
    """Load the languages that are told apart, Arabic first."""
    raw: dict[str, Any] = shipped_table("read/languages.toml")
    arabic = Language("ar", "Arabic", 0.0, frozenset(map(fold_key, raw["arabic"]["words"])))
    others = (
        Language(
            entry["code"],
            entry["name"],
            entry["share"],
            frozenset(map(fold_key, entry["words"])),
            frozenset(entry.get("letters", "")),
        )
        for entry in raw["language"]
    )
    return arabic, *others


def language_of(text: str) -> Language:
    """Tell which language a text is in; Arabic when nothing says otherwise."""
    arabic, *others = languages()
    sample = text[:_SAMPLE]
    if len(_FOREIGN.findall(sample)) < 0.03 * len(sample):
        return arabic
    words = _WORD.findall(sample.lower())
    lettered = [word for word in words if _ARABIC.search(word)]
    if len(lettered) >= max(_LEAST, _TOLD_TWICE * len(words)):
        words = lettered  # the coder passes over Latin words
    if len(words) < _LEAST:
        return arabic
    folded = [fold_letters(word) for word in words]
    own = sum(word.startswith(_ARTICLE) or word in arabic.words for word in folded)
    for language in others:
        told = sum(
            word in language.words or not language.letters.isdisjoint(raw)
            for raw, word in zip(words, folded, strict=True)
        )
        if told >= language.share * len(words) and told > own:
            return language
    return arabic


def set_aside(article: Article) -> Article:
    """Give the article, or, when its story is not in Arabic, the article with all of its words set apart."""
    language = language_of(article.story)
    if language.code == "ar":
        return article
    reason = f"in {language.name}, not in Arabic"
    apart = [Excluded(reason, article.full, Span(0, len(article.full)))]
    return msgspec.structs.replace(
        article, language=language.code, headline=None, paragraphs=(), excluded=(*apart, *article.excluded)
    )
