"""When two place names count as one (codebook, section 5).

The judge folds by its own small table and not by ``waqai.text``: a change to the coder's folding must never move the
score by moving the judge.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from waqai.evaluate.record import ScoredPlace, ScoredReport
from waqai.shipped import shipped_rows, shipped_table

_MARKS: Final = re.compile("[\u064b-\u0652\u0670\u200c-\u200f]")
_LETTERS: Final = str.maketrans(
    {
        "\u0622": "\u0627",  # alef with madda, hamza above, hamza below, wasla → alef
        "\u0623": "\u0627",
        "\u0625": "\u0627",
        "\u0671": "\u0627",
        "\u0649": "\u064a",  # alef maqsura → ya
        "\u0629": "\u0647",  # ta marbuta → ha
        "\u0624": "\u0648",  # hamza on waw → waw
        "\u0626": "\u064a",  # hamza on ya → ya
        "\u0640": None,  # tatweel
        '"': None,
        "\u00ab": None,
        "\u00bb": None,
        "\u201c": None,
        "\u201d": None,
    }
)
_ARTICLE: Final = "\u0627\u0644"  # al-
_LONG_NAME: Final = 4


def same_place(a: ScoredReport, b: ScoredReport) -> bool:
    """Tell whether name or text agree, or one contains the other and the shorter has at least four letters."""
    these, those = _names(a.place), _names(b.place)
    if these & those:
        return True
    return any((x in y or y in x) and min(len(x), len(y)) >= _LONG_NAME for x in these for y in those)


def same_governorate(a: ScoredReport, b: ScoredReport) -> bool:
    """Tell whether both name a governorate, and the same one of the same country in any of its spellings."""
    this, that = _governorate(a.place), _governorate(b.place)
    return bool(this[1]) and this == that


def bare_name(name: str) -> str:
    """Fold a name and take kind words and the article off its front; a kind word alone stays."""
    words = _MARKS.sub("", name).translate(_LETTERS).split()
    kinds = _kind_words()
    while len(words) > 1 and words[0] in kinds:
        del words[0]
    return " ".join(words).removeprefix(_ARTICLE).strip()


def _names(place: ScoredPlace | None) -> set[str]:
    if place is None:
        return set()
    return {bare_name(name) for name in (place.name, place.text) if name} - {""}


def _governorate(place: ScoredPlace | None) -> tuple[str | None, str]:
    if place is None:
        return None, ""
    latin = _latin(place.admin1 or "")
    return place.country, _spellings().get((place.country, latin), latin)


def _latin(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


@cache
def _kind_words() -> frozenset[str]:
    raw = shipped_table("evaluate.toml")
    return frozenset(raw["kind_words"])


@cache
def _spellings() -> dict[tuple[str | None, str], str]:
    """Give the governorate's own spelling for each of its spellings, both in plain Latin letters."""
    return {
        (row["country"], _latin(spelling)): _latin(row["admin1"])
        for row in shipped_rows("admin1.csv")
        for spelling in (row["admin1"], *row["other_spellings"].split("|"))
        if spelling
    }
