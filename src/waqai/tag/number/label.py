"""Numbers that count no heads: ages, hours, dates, kilometres, unit names, list marks, telephone numbers.

In: a number with the words around it. Out: why it counts nothing, or ``None`` when it may.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from waqai.lexicon.entry import Kind
from waqai.tag.number.words import DIGITS, Cardinal, Marks, mark_at
from waqai.tag.words import Words
from waqai.text.segment import Token
from waqai.values.term import Terms


class NumberClass(Terms):
    """What kind of number it is; the last five are no head counts."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"
    ONE_OF = "one_of"
    AGE = "age"
    TIME = "time"
    MEASURE = "measure"
    LABEL = "label"
    ORDINAL = "ordinal"


NO_COUNTS: Final = frozenset(
    {NumberClass.AGE, NumberClass.TIME, NumberClass.MEASURE, NumberClass.LABEL, NumberClass.ORDINAL}
)
SMALL_UNITS: Final = frozenset({"unit_sg", "unit_pl", "unit_small"})
_YEAR_HOURS: Final = 8760
YEARS: Final = range(1900, 2100)
"""Years that a number of four digits can be."""
_PHONE: Final = 10_000_000
_FOUR: Final = 4
_CLOSERS: Final = frozenset("-.):/")
_JOINTS: Final = frozenset({"-", "/", ":"})
_MONTHS: Final = frozenset({"month", "hijri_month"})
_ARTICLES: Final = frozenset({"ال", "و", "وال", "ب", "ل", "بال"})
_FROM: Final = "من"


class NumberSetting(NamedTuple):
    """The text a number stands in: its words, its number and time marks, and the tokens inside names."""

    words: Words
    marks: Marks
    named: frozenset[int]


def no_count(setting: NumberSetting, at: int, cardinal: Cardinal) -> NumberClass | None:
    """Say why the number at a token counts no heads; ``None`` when it may."""
    if setting.words.tokens[at].text[0] in DIGITS:
        cls = _as_name(setting, at, cardinal) or _by_before(setting, at) or _by_after(setting, at)
        if cls is not None:
            return cls
        if cardinal.value in YEARS and cardinal.last == at + 1 and setting.words.tokens[at].text.isdecimal():
            return NumberClass.TIME
    return _by_unit(setting, at, cardinal)


def _as_name(setting: NumberSetting, at: int, cardinal: Cardinal) -> NumberClass | None:
    """Tell telephone numbers, house numbers and the numbers of a name."""
    text = setting.words.tokens[at].text
    padded = text[0] == "0" and len(text) > 1
    if padded and at and setting.words.tokens[at - 1].text in _CLOSERS:
        padded = False
    return NumberClass.LABEL if at in setting.named or cardinal.value >= _PHONE or padded else None


def _by_before(setting: NumberSetting, at: int) -> NumberClass | None:
    """Read off the word before: "division 25", "M4", "at 7", "March 17"."""
    if not at:
        return None
    tokens = setting.words.tokens
    before = tokens[at - 1]
    if before.text in _JOINTS and at > 1 and tokens[at - 2].text[0] in DIGITS:
        return _joint(tokens, at - 2, before.text)
    if before.end == tokens[at].start and before.text[0].isalpha() and before.text not in _ARTICLES:
        return NumberClass.LABEL
    if before.text == "-" and before.end == tokens[at].start and at > 1 and tokens[at - 2].end == before.start:
        return NumberClass.LABEL  # "F-16"
    for mark in setting.marks.get(at - 1, ()):
        if mark.cls == "label":
            return NumberClass.LABEL
        if mark.cls == "clock":
            return NumberClass.TIME
    if mark_at(setting.marks, at - 1, _MONTHS) is None or _counts_victims(setting.words, at):
        return None
    return NumberClass.TIME


def _counts_victims(words: Words, at: int) -> bool:
    """Tell whether a victim stands right behind a number: "killed in late May |25 gunmen|"."""
    behind = words.reading(at + 1, (Kind.VICTIM,)) if at + 1 < len(words.tokens) else None
    return behind is not None and not behind[0].proclitic


def _by_after(setting: NumberSetting, at: int) -> NumberClass | None:
    """Read off the mark behind: "7:15", "2K", "1- first item"."""
    tokens = setting.words.tokens
    if at + 1 >= len(tokens):
        return None
    after = tokens[at + 1]
    if after.text in _JOINTS and at + 2 < len(tokens) and tokens[at + 2].text[0] in DIGITS:
        return _joint(tokens, at, after.text)
    if after.start != tokens[at].end:
        return None
    opens_line = not at or tokens[at - 1].text == "\n"
    glued = "a" <= after.text[0] <= "z"
    return NumberClass.LABEL if glued or (opens_line and after.text in _CLOSERS) else None


def _joint(tokens: list[Token], at: int, joint: str) -> NumberClass | None:
    """Tell dates and clock times from ranges: 17-5-2020, 7:15, 20/5 are times, 5-7 may be a range."""
    if joint in ":/":
        return NumberClass.TIME
    if any(0 < i < len(tokens) and tokens[i].text in "-/" for i in (at - 1, at + 3)):
        return NumberClass.TIME
    low, high = tokens[at].text, tokens[at + 2].text
    rising = low.isdecimal() and high.isdecimal() and int(low) < int(high)
    return None if rising and len(low) <= _FOUR and len(high) <= _FOUR else NumberClass.TIME


def _by_unit(setting: NumberSetting, at: int, cardinal: Cardinal) -> NumberClass | None:
    """Read off the unit behind: years, hours, kilometres, per cent, a month; or "aged" before."""
    tokens, marks, last = setting.words.tokens, setting.marks, cardinal.last
    if last < len(tokens) and tokens[last].text == "%":
        return NumberClass.MEASURE
    for mark in marks.get(last, ()):
        if mark.proclitic:
            continue
        if mark.cls in SMALL_UNITS and not _is_day_of_week(setting, last):
            return NumberClass.AGE if mark.value == _YEAR_HOURS else NumberClass.TIME
        if mark.cls == "measure":
            return NumberClass.MEASURE
        if mark.cls in _MONTHS:
            return NumberClass.TIME
    if last + 1 < len(tokens) and tokens[last].text == _FROM and mark_at(marks, last + 1, _MONTHS):
        return NumberClass.TIME
    return NumberClass.AGE if at and any(m.cls == "age" for m in marks.get(at - 1, ())) else None


def _is_day_of_week(setting: NumberSetting, at: int) -> bool:
    """Tell whether "day" behind a number heads a day's name: "173 hurt (173) |on the day| of Sunday"."""
    texts = setting.words.texts
    if texts[at] != _DAY or at + 1 >= len(texts):
        return False
    named = setting.words.reading(at + 1, (Kind.TIME,))
    return named is not None and named[1].entry.cls == _WEEKDAY


_DAY: Final = "يوم"
_WEEKDAY: Final = "weekday"
