"""Days counted from an act: "two days after a blast in A", "a day after the blast", "before it by two days", "the day after".

In: words and their time and number marks. Out: an expression counted from the day told, with the tokens it takes, or nothing.
"""

from __future__ import annotations

from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.date.expression import Narrative, Open, Unit
from waqai.tag.date.quantity import Quantity, read_quantity
from waqai.tag.date.span import LESS, Found
from waqai.tag.number.words import Mark, Marks, mark_at
from waqai.tag.words import Words

_UPON: Final = frozenset({"من", "علي"})
_ONLY: Final = frozenset({"فقط", "واحد", "واحده"})
_IT: Final = frozenset({"ذلك", "هذا", "هذه"})
_TIMES: Final = frozenset({"relative", "weekday", "now", "day_word"})
_DAY_ENDS: Final = _TIMES | {"shift"}
"""Classes of words that end the name of a day: Tuesday, yesterday, the |last|."""
_LONG: Final = 4
_WEEK: Final = 7
_MONTH: Final = 30.44
_YEAR_OF_MONTHS: Final = 12
_IN_DAYS: Final = {Unit.HOUR: 1 / 24, Unit.DAY: 1.0, Unit.WEEK: 7.0}
_ACTS: Final = (Kind.TRIGGER, Kind.HARM)
_THE: Final = "ال"
_OF: Final = "ل"
_OF_THE: Final = "لل"
_OPENS: Final = frozenset({".", ":", "\n", "و"})
_IN: Final = "في"
_RELATIVE: Final = frozenset({"الذي", "التي"})
_TELLS: Final = _RELATIVE | {_IN}
"""Words that tell of an act which the reader is not taken to know."""


def read_after(words: Words, marks: Marks, mark: Mark) -> Found | None:
    """Read "two days after [an act]", which dates the act behind it, and "a day after the act", which dates its clause.

    "Months after" an act is no time of it, where they are not counted, and "a day after the government" had said something dates nothing.
    """
    quantity = read_quantity(words, marks, mark.last)
    if quantity is None or quantity.definite:
        return None
    days, link = _whole_days(words, quantity)
    tokens = words.tokens
    if link + 1 >= len(tokens) or tokens[link].text not in _UPON or mark_at(marks, link + 1, _TIMES) is not None:
        return None
    if days and tokens[link].text == _OF_IT and tokens[link + 1].text.removeprefix(_THE) in _LASTS:
        if not _COMES.isdisjoint(words.texts[max(0, mark.last - _COMING) : mark.last]):
            return Found(Narrative(-days, back=True), link)  # "this |comes| two days after the clashes in A"
        return Found(Open(days=True), link)
    if mark.last > 1 and mark_at(marks, mark.last - 2, _DAY_ENDS) is not None and _is_of_leaving(words, link + 1):
        return None  # "last Tuesday, |a day after| its people left": the day is told
    if _is_known(words, link + 1) and not _is_told_anew(words, mark, link + 1):
        told = words.reading(link + 1, _ACTS) is not None or tokens[link + 1].text in _IT
        told = told and words.texts[mark.last] != LESS  # "less than a day after the blast": of no day in particular
        if told and quantity.number is None and quantity.unit in _UNCOUNTED and tokens[link + 1].text not in _IT:
            return Found(Open(), link)  # "weeks after |the attack on| A", months after it
        return Found(Narrative(days), link) if days and told else None
    if days is None and quantity.unit is Unit.HOUR:
        days = 0  # "hours after": the same day
    within = days == _WEEK and words.texts[mark.last] == LESS
    if days is None and words.reading(link + 1, _ACTS) is not None:
        within = quantity.number is None and quantity.unit is Unit.DAY  # "days after": of the week before (ruling 22)
        days = _WEEK if within else _in_months(quantity)
    if days is None:
        weeks = quantity.number is None and quantity.unit is Unit.WEEK and not tokens[link + 1].text.endswith(_ITS)
        return Found(Open(days=quantity.unit in _IN_DAYS and not weeks), link)
    return Found(Narrative(-days, back=True, within=within), link)


_ITS: Final = ("ها", "هم")
"""Endings of "its siege", which lasted so long."""
_UNCOUNTED: Final = frozenset({Unit.WEEK, Unit.MONTH, Unit.YEAR})
"""Units of which several that nobody counts reach back more than a month can bound."""


_COMES: Final = frozenset(f"{start}{word}" for start in ("", "و") for word in ("ياتي", "تاتي", "جاء", "جاءت"))
_COMING: Final = 6
"""Words from "comes" to "after": what comes."""
_OF_IT: Final = "من"
_LASTS: Final = frozenset(
    {
        "حصار",
        "محاصره",
        "محاصرتها",
        "حصارها",
        "معارك",
        "اشتباكات",
        "مواجهات",
        "قتال",
        "اقتتال",
        "مفاوضات",
        "محادثات",
        "هدوء",
        "توتر",
        "خلافات",
    }
)
"""What goes on so long, and is not over by then: "took A |after two days of fighting|", which dates neither."""


def _is_of_leaving(words: Words, at: int) -> bool:
    """Tell whether what it is counted from is that people left or came back: "last Tuesday, a day after |its people left|"."""
    return words.texts[at].startswith(_LEAVING)


_LEAVING: Final = ("مغادر", "نزوح", "رحيل", "فرار", "هروب", "عوده", "وصول")


def read_day_after(words: Words, _: Marks, mark: Mark) -> Found | None:
    """Read "the day after [an act]", one word in Arabic."""
    if mark.last >= len(words.tokens) or (_is_known(words, mark.last) and not _says_which(words, mark.last)):
        return None
    return Found(Narrative(-mark.value, back=True), mark.last)


def _says_which(words: Words, at: int) -> bool:
    """Tell whether an act with "the" is told here: "the day after |the blast that| killed 32", "|the attack in the town of| A"."""
    hit = words.reading(at, _ACTS)
    last = hit[0].last if hit is not None else len(words.texts)
    follow = words.texts[last : last + _PAIR]
    if not follow:
        return False
    return follow[0] in _RELATIVE or (follow[0] == _IN and not follow[-1].startswith(_THE))


def read_next_day_of(words: Words, mark: Mark) -> Found | None:
    """Read "on the day following [li-] an attack", which the reader is not taken to know."""
    hit = words.reading(mark.last, _ACTS) if mark.value == 1 and mark.last < len(words.tokens) else None
    if hit is None or hit[0].proclitic != _OF or words.tokens[mark.last].text.startswith(_OF_THE):
        return None
    return Found(Narrative(-mark.value, back=True), mark.last)


def read_by_it(words: Words, marks: Marks, mark: Mark) -> Found | None:
    """Read "before it by two days", "after that by a day" behind the word for before or after it."""
    quantity = read_quantity(words, marks, mark.last)
    if quantity is None or quantity.definite:
        return None
    days, last = _whole_days(words, quantity)
    return Found(Narrative(mark.value * days), last) if days else None


def _whole_days(words: Words, quantity: Quantity) -> tuple[int | None, int]:
    """Give so many days or weeks as days, hours as the days nearest, with the token behind; ``None`` for months and "days"."""
    last = quantity.last
    if last < len(words.tokens) and words.tokens[last].text in _ONLY:
        last += 1
    if quantity.number is None or quantity.unit not in _IN_DAYS:
        return None, last
    return round(quantity.number * _IN_DAYS[quantity.unit]), last


def _in_months(quantity: Quantity) -> int | None:
    """Give so many months as days; ``None`` where nobody counts them, or they make more than a year (codebook section 1)."""
    number = quantity.number
    if quantity.unit is not Unit.MONTH or number is None or number > _YEAR_OF_MONTHS:
        return None
    return round(number * _MONTH)


def _is_told_anew(words: Words, mark: Mark, at: int) -> bool:
    """Tell whether an act with "the" is told here for its own sake, behind another: "…, two days after |the blast that| killed 32"."""
    if mark.last < 2 or words.texts[mark.last - 2] in _OPENS:
        return False
    hit = words.reading(at, _ACTS)
    return hit is not None and hit[0].last < len(words.texts) and words.texts[hit[0].last] in _TELLS


def _is_known(words: Words, at: int) -> bool:
    """Tell whether the act is one told before: "the blast", "it"."""
    text = words.tokens[at].text
    return (text.startswith(_THE) and len(text) > _LONG) or text in _IT


def read_day_told(words: Words, marks: Marks, mark: Mark) -> Found | None:
    """Read "the evening of |that day|"; not "until six of the morning of the next day", hours of a curfew."""
    told = mark_at(marks, mark.last, _TOLD)
    if told is None or told.proclitic or words.texts[max(0, mark.last - _PAIR)] == _FROM:
        return None
    return Found(Narrative(told.value), told.last)


_TOLD: Final = frozenset({"narrative"})
_FROM: Final = "من"
_PAIR: Final = 2
