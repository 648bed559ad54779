"""The key under which a name is looked up: one key for all the ways reporters write it.

In: a name as written or folded. Out: letters only, without spaces, so that the joined and the split
form, with the article or without, meet:

    كفر سجنة = كفرسجنة     البوكمال = أبو كمال = ابو كمال     تل الضمان = تل ضمان
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from waqai.text.fold import fold_key

_FATHER: Final = frozenset({"ابو", "ابي", "ابا", "بو"})
_HAMZA: Final = "ء"
_WORD: Final = re.compile(r"[^\W_]+")
_ARTICLE: Final = "ال"
_KEPT: Final = 20_000
"""Names whose key is remembered: an article asks for the key of each of its places several times."""


@lru_cache(maxsize=_KEPT)
def name_key(name: str) -> str:
    """Give the look-up key of a name in any spelling."""
    return words_key(_WORD.findall(fold_key(name)))


def joined_key(name: str) -> str:
    """Give the key of a name of several words written as one: ديرالزور."""
    words = _WORD.findall(fold_key(name))
    return word_key("".join(words)) if len(words) > 1 else ""


def words_key(words: list[str]) -> str:
    """Give the look-up key of a name whose words are folded already."""
    return "".join([word_key(word) for word in words])


@lru_cache(maxsize=_KEPT)
def word_key(word: str) -> str:
    """Give the key of one folded word."""
    if word.startswith(_ARTICLE) and len(word) > 3:
        word = word[2:]
    if word in _FATHER:
        return _FATHER_KEY
    return word.replace(_HAMZA, "") if _HAMZA in word else word


_FATHER_KEY: Final = "بو"


def latin_key(name: str) -> str:
    """Give the look-up key of a name in Latin letters: no accents, no article, no marks."""
    plain = unicodedata.normalize("NFKD", name).lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("ı", "i").replace("ʿ", "").replace("ʾ", ""))
    kept = [w for w in words if w not in _LATIN_ARTICLES] or words
    return "".join(kept)


_LATIN_ARTICLES: Final = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ath", "adh"})
