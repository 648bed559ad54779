"""How many: counts in digits and words, bounded, vague or exact (codebook section 3, ruling 20).

In: words with lexicon hits. Out: number mentions in text order, non-overlapping. ``أكثر من 40`` is 40 or more,
``عشرات`` 24 or more. Numbers that count no heads (ages, hours, kilometres, unit names, ordinals) come out too, with
a class that says so, because a reader must be able to skip them.
"""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.lexicon.entry import Kind
from waqai.tag.number.label import NO_COUNTS, SMALL_UNITS, NumberClass, NumberSetting, no_count
from waqai.tag.number.words import DIGITS, Cardinal, Mark, Marks, cardinal_at, mark_at, marks_of
from waqai.tag.words import Words
from waqai.values.count import Count


class NumberMention(msgspec.Struct, frozen=True, gc=False):
    """Tokens ``[first, last)`` that say a number; a bound before or after it is inside."""

    first: int
    last: int
    count: Count
    cls: NumberClass
    clitic: str = ""
    """The "and" that is written with "one of"."""

    @property
    def counts(self) -> bool:
        """Whether it can count people, raids or shells."""
        return self.cls not in NO_COUNTS


_STARTS: Final = frozenset(
    {"unit", "teen", "ten", "hundred", "scale", "scale_dual", "scale_plural", "vague", "one_of", "ordinal"}
)
_BEFORE: Final = {
    "more_than": NumberClass.MORE_THAN,
    "at_least": NumberClass.AT_LEAST,
    "up_to": NumberClass.UP_TO,
    "about": NumberClass.ABOUT,
}
_AFTER: Final = {"at_least_after": NumberClass.AT_LEAST, "about_after": NumberClass.ABOUT}
_RISES: Final = "rises"
_RISE_REACH: Final = 14
"""Tokens between the verb of rising and the numbers: what rose, what killed them and where."""
_AFTER_REACH: Final = 6
"""Tokens between a number and "at least" behind it."""
_COMMAS: Final = (",", "،", "(")
_CLOSES: Final = (",", "،", ".", "\n", ")")
_ONE_OF: Final = frozenset({"one_of"})
_THE: Final = "ال"
_FROM: Final = "من"
_OF_THEM: Final = frozenset({"of_both", "subset"})
_AND: Final = "و"
_OR: Final = "او"
_TO: Final = frozenset({"الي", "حتي"})
_UNTIL: Final = "حتي"
_BETWEEN: Final = frozenset({"بين"})
_PLURAL_SCALE: Final = frozenset({"scale_plural"})


def find_numbers(words: Words, marks: Marks | None = None, story: bytearray | None = None) -> list[NumberMention]:
    """Find every number, those that count nothing among them.

    marks: those of the words, where a caller has them already. story: marks the tokens to look at, all of them without it.
    """
    marks = marks_of(words) if marks is None else marks
    ends = _bound_ends(marks)
    starts = {first for first, found in marks.items() for mark in found if mark.cls in _STARTS}
    starts.update(words.digits)
    if story is not None:
        starts = {at for at in starts if story[at]}
    scan = _Scan(NumberSetting(words, marks, _named(words)), ends)
    found: list[NumberMention] = []
    free_from = 0
    for at in sorted(starts):
        if at >= free_from:
            mention = scan.read(at, free_from)
            if mention is not None:
                found.append(mention)
                free_from = mention.last
    return found


def _bound_ends(marks: Marks) -> dict[int, tuple[int, NumberClass]]:
    """Index bounds by the token after them: "more than" |40|."""
    ends: dict[int, tuple[int, NumberClass]] = {}
    for first, found in marks.items():
        for mark in found:
            if mark.cls in _BEFORE and (mark.last not in ends or first < ends[mark.last][0]):
                ends[mark.last] = (first, _BEFORE[mark.cls])
    return ends


def _named(words: Words) -> frozenset[int]:
    """Collect tokens inside a name of several words: the number in it is part of the name."""
    inside: set[int] = set()
    for kind in (Kind.ACTOR, Kind.SOURCE):
        for hit in words.of_kind[kind]:
            if hit.last - hit.first > 1:
                inside.update(range(hit.first, hit.last))
    return frozenset(inside)


class _Scan:
    """One text being read; holds the indexes that every rule looks into."""

    __slots__ = ("ends", "marks", "setting", "tokens", "words")

    def __init__(self, setting: NumberSetting, ends: dict[int, tuple[int, NumberClass]]) -> None:
        self.setting = setting
        self.words = setting.words
        self.tokens = setting.words.tokens
        self.marks = setting.marks
        self.ends = ends

    def read(self, at: int, free_from: int) -> NumberMention | None:
        """Read the number that begins at a token, and the bound before it."""
        cardinal = None if self._is_and_one_of(at) else cardinal_at(self.words, self.marks, at)
        if cardinal is None:
            return self._word(at)
        cls = no_count(self.setting, at, cardinal)
        if cls is not None:
            return NumberMention(at, self._tail(cardinal, cls), Count.exactly(cardinal.value), cls)
        return self._counted(at, cardinal, free_from)

    def _word(self, at: int) -> NumberMention | None:
        """Read vague words, "one of", ordinals, and digits that are no whole number."""
        if self.tokens[at].text[0] in DIGITS:
            return NumberMention(at, at + 1, Count(), NumberClass.MEASURE)
        mark = mark_at(self.marks, at, _ONE_OF if self._is_and_one_of(at) else _STARTS)
        if mark is None:
            return None
        if mark.cls in ("vague", "scale_plural"):
            return self._vague(at, mark)
        if mark.cls == "one_of":
            return self._one_of(at, mark)
        if mark.cls == "ordinal":
            return NumberMention(at, mark.last, Count.exactly(mark.value), NumberClass.ORDINAL)
        return None

    def _is_and_one_of(self, at: int) -> bool:
        """Tell "and one of his sons" from "one", which is spelt alike when folded: people stand behind it."""
        mark = mark_at(self.marks, at, _ONE_OF)
        if mark is None or mark.proclitic != _AND:
            return False
        after = self.words.reading(mark.last, (Kind.VICTIM,))
        return after is not None and after[1].form.number == "pl"

    def _vague(self, at: int, mark: Mark) -> NumberMention:
        value, last = mark.value, mark.last
        if mark.cls == "scale_plural":
            value *= 2
        scale = mark_at(self.marks, last, _PLURAL_SCALE)
        if scale is not None:
            value, last = value * scale.value, scale.last
        if self._are_of_them(last - 1):
            last -= 1  # "a number |of both sides|", "|of them|"
        unit = mark_at(self.marks, last, SMALL_UNITS)
        cls = NumberClass.VAGUE if unit is None else NumberClass.TIME
        return NumberMention(at, last, Count.at_least(value), cls)

    def _are_of_them(self, at: int) -> bool:
        """Tell whether "of" belongs to a phrase for two sides or for some of them: "dozens |of both sides|", "dozens, |among them| women"."""
        return any(r.entry.cls in _OF_THEM for hit in self.words.by_first.get(at, ()) for r in hit.readings)

    def _one_of(self, at: int, mark: Mark) -> NumberMention | None:
        follows = self.tokens[mark.last].text if mark.last < len(self.tokens) else "\n"
        if mark.proclitic.endswith(_THE) or not follows[0].isalpha():
            return None
        return NumberMention(at, mark.last, Count.exactly(1), NumberClass.ONE_OF, mark.proclitic)

    def _counted(self, at: int, cardinal: Cardinal, free_from: int) -> NumberMention:
        first, cls = at, NumberClass.EXACT
        bound = self.ends.get(at)
        if bound is not None and bound[0] >= free_from and not self._is_joined(at):
            first, cls = bound
        elif at > free_from and self.tokens[at - 1].text == _UNTIL:
            first, cls = at - 1, NumberClass.UP_TO
        high = self._range_end(at, cardinal)
        if high is not None and self._rose(at):
            return NumberMention(first, high.last, Count.exactly(high.value), NumberClass.EXACT)
        if high is not None:
            return NumberMention(first, high.last, Count(cardinal.value, high.value), NumberClass.RANGE)
        if cls is NumberClass.EXACT:
            cls = self._bound_after(cardinal.last)
        return NumberMention(first, cardinal.last, _count(cls, cardinal.value), cls)

    def _is_joined(self, at: int) -> bool:
        """Tell whether "and" begins a number, whose bound is not before it: "six children at least |and three| adults"."""
        return any(mark.proclitic == _AND for mark in self.marks.get(at, ()) if mark.cls in _STARTS)

    def _bound_after(self, at: int) -> NumberClass:
        for i in range(at, min(at + _AFTER_REACH, len(self.tokens))):
            if self._is_set_off(at, i):
                continue
            if not self.tokens[i].text[0].isalpha() or self.tokens[i].text[0] in DIGITS:
                break
            for mark in self.marks.get(i, ()):
                if mark.cls in _AFTER and not self._is_more_than(mark.last):
                    return _AFTER[mark.cls]
        return NumberClass.EXACT

    def _is_set_off(self, at: int, i: int) -> bool:
        """Tell whether this sets off an "at least" that closes again: "5 persons|,| at least, and …", "5 persons |(|at least)"."""
        if i == at or self.tokens[i].text not in _COMMAS:
            return False
        bounds = [mark for mark in self.marks.get(i + 1, ()) if mark.cls in _AFTER]
        return any(mark.last < len(self.tokens) and self.tokens[mark.last].text in _CLOSES for mark in bounds)

    def _is_more_than(self, at: int) -> bool:
        """Tell "18 dead and more than 70 wounded" from "18 and more"."""
        if at + 1 >= len(self.tokens) or self.tokens[at].text != _FROM:
            return False
        return cardinal_at(self.words, self.marks, at + 1) is not None

    def _range_end(self, at: int, low: Cardinal) -> Cardinal | None:
        """Read the upper number of "10 to 15", "10-15", "between 10 and 15"."""
        tokens, link = self.tokens, low.last
        if link + 1 >= len(tokens):
            return None
        if tokens[link].text == "-" or tokens[link].text in _TO or tokens[link].text == _OR:
            high = cardinal_at(self.words, self.marks, link + 1)
        elif at and tokens[at - 1].text in _BETWEEN:
            high = cardinal_at(self.words, self.marks, link + (tokens[link].text == _AND))
        else:
            return None
        return high if high is not None and high.value > low.value else None

    def _rose(self, at: int) -> bool:
        """Tell whether a number is said to have risen from one to another, which then is the number: "rose from |25 to 27|"."""
        if at == 0 or self.tokens[at - 1].text != _FROM:
            return False
        return any(mark.cls == _RISES for k in range(max(0, at - _RISE_REACH), at) for mark in self.marks.get(k, ()))

    def _tail(self, cardinal: Cardinal, cls: NumberClass) -> int:
        """Take the unit of an age or measure into the mention."""
        if cls in (NumberClass.AGE, NumberClass.MEASURE, NumberClass.TIME):
            for mark in self.marks.get(cardinal.last, ()):
                if not mark.proclitic and (mark.cls in SMALL_UNITS or mark.cls == "measure"):
                    return mark.last
        return cardinal.last


def _count(cls: NumberClass, value: int) -> Count:
    if cls in (NumberClass.AT_LEAST, NumberClass.MORE_THAN):
        return Count.at_least(value)
    return Count.up_to(value) if cls is NumberClass.UP_TO else Count.exactly(value)
