"""A looser key, for spellings that ``name_key`` keeps apart and for names that a source has in Latin letters only.

Consonants alone, those that reporters and romanisers mix up made one:

    جنديرس جندريس Jindayris → jndrs      معارة النعسان Ma`arrat an Na`san → mr nsn → mrnsn

A second key is the name without dots, for what typing and copying confuse (راجو راحو → حاحو), a third the name without the
words that tell namesakes apart ("كبش غربي").
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import Final

from waqai.shipped import shipped_table
from waqai.text.fold import fold_key

_KEPT: Final = 20_000
"""Names whose sounds are remembered: the same candidates come up again and again."""
SHORTEST: Final = 2
"""Keys of fewer consonants say too little."""

_ARABIC: Final = str.maketrans(
    {
        **dict.fromkeys("اويعءهى", None), "ب": "b", "ت": "t", "ط": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "k", "ك": "k", "ق": "k",
        "د": "d", "ض": "d", "ذ": "d", "ظ": "d", "ر": "r", "ز": "z", "س": "s", "ص": "s", "ش": "s", "غ": "g", "ف": "f", "ل": "l",
        "م": "m", "ن": "n",
    }
)  # fmt: skip
_SOUNDS: Final = str.maketrans(
    {
        "ا": "a", "و": "u", "ي": "i", "ع": "a", "ء": None, "ه": "h", "ب": "b", "ت": "t", "ط": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "k",
        "ك": "k", "ق": "k", "د": "d", "ض": "d", "ذ": "d", "ظ": "d", "ر": "r", "ز": "z", "س": "s", "ص": "s", "ش": "s", "غ": "g", "ف": "f",
        "ل": "l", "م": "m", "ن": "n",
    }
)  # fmt: skip
_DIGRAPHS: Final = (
    ("kh", "k"),
    ("gh", "g"),
    ("sh", "s"),
    ("ch", "j"),
    ("th", "t"),
    ("dh", "d"),
    ("ou", "u"),
    ("ee", "i"),
    ("oo", "u"),
)
_LETTERS: Final = str.maketrans("qcpvwyeox", "kkbfuiiuk")
_ARTICLE: Final = re.compile(r"^(?:a[ldnrstz]|a[ts]h|adh|el|i[ln])$")
_TWICE: Final = re.compile(r"(.)\1+")
_VOWELS: Final = re.compile(r"[aiu]+")
_DOTLESS: Final = str.maketrans("بتثنيپئجخذزشضظغقةف", "ٮٮٮٮٮٮٮححدرسصطعٯهٯ")
_BY_DOTS: Final = 0.9
"""Likeness of names that differ in dots only."""
_BY_CORE: Final = 0.82
"""Likeness of names that differ in a word that tells namesakes apart, at most."""


@lru_cache(maxsize=_KEPT)
def loose_key(name: str) -> str:
    """Give the consonants of a name in either script; empty when there are too few."""
    letters = "".join([_arabic_word(w) for w in _words(fold_key(name))])
    if not letters:
        letters = (
            "".join([_VOWELS.sub("", w) for w in latin_sounds(name).split()])
            if name.isascii() or not _has_arabic(name)
            else ""
        )
    key = _TWICE.sub(r"\1", letters)
    return key if len(key) >= SHORTEST else ""


def loose_keys(name: str) -> set[str]:
    """Give every key under which a name is looked for when nobody knows it as it is written."""
    core = core_of(name)
    keys = {loose_key(name), loose_key(core), dotless_key(name)}
    return keys - {""}


@lru_cache(maxsize=_KEPT)
def dotless_key(name: str) -> str:
    """Give an Arabic name without dots and the article, marked apart from consonants; empty for other scripts."""
    words = [w[2:] if w.startswith("ال") and len(w) > 3 else w for w in _words(fold_key(name))]
    letters = "".join(words).translate(_DOTLESS)
    return f".{letters}" if len(letters) > SHORTEST else ""


@lru_cache(maxsize=_KEPT)
def core_of(name: str) -> str:
    """Give a name, folded, without the words that tell namesakes apart; the whole name when nothing else is left."""
    before, after = _qualifiers()
    words = fold_key(name).split()
    while len(words) > 1 and words[0] in before:
        words = words[1:]
    while len(words) > 1 and words[-1].removeprefix("ال") in after:
        words = words[:-1]
    core = " ".join(words)
    return core if core.removeprefix("ال") not in before | after else fold_key(name)


def alike(written: str, name: str) -> float:
    """Tell how alike two names sound, 0 to 1; either may be in Arabic or Latin letters."""
    return Likeness(written).of(name)


class Likeness:
    """How alike other names sound to one that was written: what is asked of many candidates is prepared once."""

    def __init__(self, written: str) -> None:
        """Take the name as the text writes it."""
        self._dotless = dotless_key(written)
        core = core_of(written)
        self._is_core = core == fold_key(written)
        self._whole = SequenceMatcher(None, "", _sounds(written), autojunk=False)
        self._core = self._whole if self._is_core else SequenceMatcher(None, "", _sounds(core), autojunk=False)

    def of(self, name: str, least: float = 0.0) -> float:
        """Tell how alike a name sounds; where it is certain to be less than ``least``, any lesser figure will do."""
        ratio = _ratio(self._whole, _sounds(name), least)
        if ratio < _BY_DOTS and self._dotless and self._dotless == dotless_key(name):
            return _BY_DOTS
        if ratio < _BY_CORE:
            core = core_of(name)
            if not self._is_core or core != fold_key(name):
                return max(ratio, _BY_CORE * _ratio(self._core, _sounds(core), least / _BY_CORE))
        return ratio


def _ratio(matcher: SequenceMatcher[str], sounds: str, least: float) -> float:
    """Give twice the letters in common, in order, by the letters of both; its bounds first, which cost a tenth."""
    matcher.set_seq1(sounds)
    for bound in (matcher.real_quick_ratio, matcher.quick_ratio):
        if (most := bound()) < least:
            return most
    return matcher.ratio()


@cache
def _qualifiers() -> tuple[frozenset[str], frozenset[str]]:
    table = shipped_table("gazetteer/qualifier.toml")
    return frozenset(table["before"]), frozenset(table["after"])


def latin_sounds(name: str) -> str:
    """Give a Latin name in the few letters that ``alike`` compares, without articles."""
    plain = "".join(
        c
        for c in unicodedata.normalize("NFKD", name.lower().replace("ı", "i"))
        if c.isascii() and (c.isalpha() or c in " -")
    )
    words = [w for w in re.split(r"[ \-]+", plain) if w and not _ARTICLE.match(w)]
    return " ".join([_latin_word(w, last=k == len(words) - 1) for k, w in enumerate(words)])


def _words(folded: str) -> list[str]:
    return re.findall(r"[\u0621-\u064a]+", folded)


def _has_arabic(name: str) -> bool:
    return any("\u0621" <= c <= "\u064a" for c in name)


def _arabic_word(word: str) -> str:
    if word.startswith("ال") and len(word) > 3:
        word = word[2:]
    inner = word[:-1].replace("ه", "\x01") + word[-1]
    return inner.translate(_ARABIC).replace("\x01", "h")


def _latin_word(word: str, *, last: bool) -> str:
    for pair, letter in _DIGRAPHS:
        word = word.replace(pair, letter)
    word = word.translate(_LETTERS)
    if word.endswith("ah") or not last and word.endswith("at") and len(word) > 3:
        word = word[:-1]
    return _TWICE.sub(r"\1", word)


@lru_cache(maxsize=_KEPT)
def _sounds(name: str) -> str:
    if not _has_arabic(name):
        return latin_sounds(name).replace(" ", "")
    words = [w[2:] if w.startswith("ال") and len(w) > 3 else w for w in _words(fold_key(name))]
    sounds = [(w[:-1] + "ا" if w.endswith("ه") and len(w) > 2 else w).translate(_SOUNDS) for w in words]
    return _TWICE.sub(r"\1", "".join(sounds))
