"""Days on which something was said, which date an act that nothing else dates (codebook ruling 22)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Pos
from waqai.tag.aside import ends_with_day
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.place.find import PlacePhrase
from waqai.tag.tagged import Sentence, Tagged
from waqai.tag.words import Words
from waqai.values.place import POINTS


def spoken_days(tagged: Tagged, days: Sequence[int]) -> frozenset[int]:
    """Find which of the row's ``days`` are those of sayings: between a verb of saying or a statement and what it tells, or behind "as … said"."""
    found: set[int] = set()
    says = _says(tagged.words) if days else []
    for sentence in tagged.sentences if says else ():
        n = bisect_left(days, sentence.hi)
        told = n and days[n - 1] >= sentence.lo
        if told and bisect_left(says, sentence.first) < bisect_left(says, sentence.last):
            found.update(_spoken_in(tagged, sentence, days[n - 1]))
    return frozenset(found)


def _says(words: Words) -> list[int]:
    """Give the tokens of whatever may tell that something was said."""
    said = [*words.of_kind[Kind.SOURCE], *words.particles.get(_CONDEMN, ())]
    return sorted([*(hit.first for hit in said), *words.where(_STATEMENTS)])


def _spoken_in(tagged: Tagged, sentence: Sentence, last: int) -> Iterator[int]:
    """Give the days of sayings in a sentence, ``last`` its last day."""
    row, texts, lo, hi = tagged.row, tagged.words.texts, sentence.lo, sentence.hi
    said = behind = False
    end = row[lo].first
    for k in range(lo, last + 1):
        chunk = row[k]
        passed = texts[end : chunk.first]
        end = chunk.last
        if passed:
            said = (said and _THAT.isdisjoint(passed)) or not _STATEMENTS.isdisjoint(passed)
        if chunk.particle == _CONDEMN:
            said = True  # "condemned on Thursday |the shelling|" dates the saying alone
        if behind and chunk.sort is Sort.STOP:
            behind = _day_ends(row, k, hi)
        source = chunk.senses[Kind.SOURCE].entry.cls if Kind.SOURCE in chunk.senses else ""
        if source == "verb":
            said = True
            behind = not _AS.isdisjoint(passed) or (k > lo and row[k - 1].entry(Kind.SOURCE).cls == "preposition")
        elif source == "preposition":
            behind = True
        elif chunk.tells and not behind:
            said = False
        elif (said or behind) and chunk.sort is Sort.DATE:
            yield k
            said = False  # of two days the next is that of the act: "published on the 23rd: they raided A on the evening before"


def _day_ends(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether a comma at ``k`` only parts from the end of the sentence the day on which it was said: "…, as the monitor said|, on Thursday|"."""
    return row[k].text == "," and ends_with_day(row, k, hi) and not row[k + 1].prep


_CONDEMN: Final = "condemn"
_THAT: Final = frozenset({"ان", "انه", "انها", "انهم", "انهما", "بان", "بانه", "بانها", "بانهم"})
_AS: Final = frozenset({"ما", "حسبما", "كما", "وفقما", "فيما", "مثلما"})
_STATEMENTS: Final = frozenset({"بيان", "البيان", "بيانا", "تصريح", "تصريحات", "تقرير"})
"""Words behind which a day is that of the statement: "in a statement on Friday", "a statement issued yesterday"."""


def sums_up(row: Sequence[Chunk], lo: int, hi: int) -> bool:
    """Tell whether a sentence tells of many acts in no one place, which its page then tells one by one: "30 died |in a series of blasts| in the country on Tuesday", "|18 raids| on X"."""
    if any(isinstance(c.mention, PlacePhrase) and c.mention.precision in POINTS for c in row[lo:hi]):
        return False
    for k in range(lo, hi):
        act = row[k].reading(Kind.TRIGGER)
        if row[k].particle in _MANY or (act is not None and act.form.number == "pl"):
            return True
        if act is not None and k > lo and row[k - 1].sort is Sort.NUMBER and act.form.pos is Pos.NOUN:
            return True
    return False


_MANY: Final = frozenset({"scattered", "nationwide"})
