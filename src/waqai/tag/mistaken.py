"""Words that the lexicon takes for others: what the page tells apart by its spelling, or by the verb behind it.

In: words with lexicon hits, and the folded text. Out: the same words without the hits that cannot be meant: "wa-addā" (and it led to) is folded
like "wādī" (valley), and the particle of "fa-qad jaddada X hujūmahu" (X did renew his attack) is spelt like the verb "faqada" (he lost).
Where a word has another sense too, only the readings go that cannot be meant: "amīn" (secretary) keeps its own, and is no two mothers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.lexicon.index import Hit
from waqai.lexicon.readings import Readings
from waqai.tag.words import Words
from waqai.text.fold import Folded

_LED: Final = re.compile("\u0648\u0623\u062f\u0651?\u064e?[\u0649\u064a](?![\u0621-\u0652])")
"""Waw, alef with hamza, dal, alef maqsura."""
_LED_TO: Final = "\u0648\u0623\u062f"
_INDEED: Final = "فقد"
_AS_FOR: Final = "اما"
_AND: Final = "و"
_HEAD: Final = 12
"""Words between "as for" and what is said of it."""
_SAID: Final = ("كان", "تم", "جدد", "بات", "بدا")
"""How verbs begin that are in no lexicon for themselves: was, has been, renewed, has become, began."""


def but_mistaken(words: Words, folded: Folded) -> Words:
    """Leave out the hits upon words that are others."""
    valleys = _led(words, folded) if _LED_TO in folded.raw else frozenset()
    losses = _indeed(words) if _INDEED in words.vocabulary else frozenset()
    topics = _topics(words)
    if not (valleys or losses or topics) and _SPELT_ALIKE.keys().isdisjoint(words.vocabulary):
        return words
    kept = []
    for hit in words.hits:
        alone = hit.last == hit.first + 1
        if alone and hit.first in losses:
            continue
        wrong = _is_valley if hit.first in valleys else _SPELT_ALIKE.get(words.texts[hit.first]) if alone else None
        left = hit if wrong is None else _without(hit, wrong)
        if left is not None and alone and hit.first in topics:
            left = _without(left, _is_victim)
        if left is not None:
            kept.append(left)
    return words.with_hits(kept)


def _led(words: Words, folded: Folded) -> frozenset[int]:
    """Find where "and it led to" stands, by its hamza."""
    at = {folded.offsets.folded_span(m.start(), m.end())[0] for m in _LED.finditer(folded.raw)}
    return frozenset(k for k, token in enumerate(words.tokens) if token.start in at) if at else frozenset()


def _without(hit: Hit, wrong: Callable[[Reading], bool]) -> Hit | None:
    """Give the hit without its wrong readings; none where all are wrong."""
    readings = Readings(r for r in hit.readings if not wrong(r))
    return hit.read_as(readings) if readings else None


def _is_valley(reading: Reading) -> bool:
    return reading.entry.kind is Kind.PLACE_KIND


def _topics(words: Words) -> frozenset[int]:
    """Find "as for", which is spelt like "a mother" told as whom something was done to: she is told with her children, "|a mother| and her sons"."""
    texts = words.texts
    return frozenset(k for k in words.where(_TOPICS) if k + 1 < len(texts) and not texts[k + 1].startswith(_HERS))


_TOPICS: Final = frozenset({_AS_FOR, _AND + _AS_FOR})


_HERS: Final = (_AND, "ل", "لل")
"""How words begin that say whose mother she is."""


def _is_victim(reading: Reading) -> bool:
    return reading.entry.kind is Kind.VICTIM


def _is_force(reading: Reading) -> bool:
    return reading.entry.kind is Kind.FORCE


def _are_two(reading: Reading) -> bool:
    return reading.entry.kind is Kind.VICTIM and reading.form.number == "du"


_SPELT_ALIKE: Final[dict[str, Callable[[Reading], bool]]] = {
    "\u0627\u0645\u0646\u064a": _is_force,  # amnī: "a |security| officer of X", spelt like the dual of the force
    "\u0627\u0645\u064a\u0646": _are_two,  # amīn: a secretary, spelt like two mothers
}
"""Words, and which of their readings are those of another word that is spelt alike."""


def _indeed(words: Words) -> frozenset[int]:
    """Find the particle before a verb in the past, or behind "as for A,"; who lost something is named, and what."""
    texts = words.texts
    return frozenset(
        k
        for k, text in enumerate(texts[:-1])
        if text == _INDEED and (texts[k + 1].startswith(_SAID) or _is_verb(words, k + 1) or _is_said_of(texts, k))
    )


def _is_verb(words: Words, at: int) -> bool:
    """Tell whether a word can be a verb in the past, and nothing that one can lose."""
    hits = [hit for hit in words.by_first.get(at, ()) if not hit.proclitic]
    forms = [reading.form for hit in hits for reading in hit.readings]
    return any(form.pos is Pos.VERB and form.tense == "past" and form.voice != "passive" for form in forms)


def _is_said_of(texts: list[str], at: int) -> bool:
    """Tell whether a comma stands before it that ends "as for A"."""
    if texts[at - 1] != "," or texts[at + 1].startswith("ال"):
        return False
    return any(text.removeprefix(_AND) == _AS_FOR for text in texts[max(0, at - _HEAD) : at])
