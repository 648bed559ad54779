"""Acts that their clause dates by a year: more than the month that codebook section 1 allows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from waqai.code.act.charged import charge_of
from waqai.code.act.draft import Draft
from waqai.code.act.who_he_was import is_of_him
from waqai.code.clause.cut import Clause
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.date.expression import CalendarMonth, Open
from waqai.tag.date.find import DateMention
from waqai.tag.tagged import Tagged
from waqai.tag.words import Words

_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_AFTER: Final = frozenset({"بعد", "عقب"})
_BORN: Final = frozenset({"مواليد", "المواليد", "تولد", "ولد", "ولدت"})
"""Words behind which a year is that of a victim's birth."""
_IN_A_YEAR: Final = frozenset({"في", "عام", "العام", "سنه", "لعام", "بعام", "منذ", "خلال", "وفي"})


def years_of(words: Words) -> list[int]:
    """Give the tokens of a text that are years, as the words before them say."""
    return [n for n in words.digits if _is_year(words.texts, n)]


def names_a_year(tagged: Tagged, draft: Draft, years: Sequence[int]) -> bool:
    """Tell whether a clause dates its act by a year, or since a year: more than the month that section 1 allows; ``years`` are those of the text."""
    if draft.dates:
        if any(_ends_months(tagged, m) for _, m in draft.dates):
            return True
        if dates := _without_by_the_way(tagged, draft):
            by_years = all(isinstance(m.expression, Open) and _is_of_act(tagged, draft, k, m) for k, m in dates)
            return by_years or _goes_back_years(tagged, draft, years)
    return bool(years) and (_goes_back_years(tagged, draft, years) or _stands_by_a_year(tagged, draft, years))


def _without_by_the_way(tagged: Tagged, draft: Draft) -> list[tuple[int, DateMention]]:
    """Leave out of the days of a clause when somebody was born, what the act came after, and since when nothing was as bad."""
    texts = tagged.words.texts
    at = draft.method.at if draft.method is not None else draft.clause.hi
    charge = charge_of(draft)
    return [
        (k, m)
        for k, m in draft.dates
        if not (m.first and texts[m.first - 1] in _BORN)
        and (k < charge or charge == draft.clause.hi)  # "arrested an officer, |charged with killings in the year 2012|"
        and (k < at or texts[m.first] not in _AFTER)  # "attacked, |weeks after| a siege"
        and not _is_since_the_worst(texts, m)
    ]


def _stands_by_a_year(tagged: Tagged, draft: Draft, years: Sequence[int]) -> bool:
    """Tell whether a clause without a day has a year that is that of its act."""
    row, texts, clause = tagged.row, tagged.words.texts, draft.clause
    sentence = tagged.sentences[clause.sentence]
    first = row[clause.lo - 1].last if clause.lo > sentence.lo else sentence.first
    within = [n for n in years if first < n < row[min(charge_of(draft), clause.hi - 1)].last]
    if not within:
        return False
    at = draft.method.at if draft.method is not None else clause.hi
    own = (n for n in _tokens(row, clause, first + 1) if n in within and texts[n - 2] not in _BORN)
    return any(not _is_of_place(row, texts, at, n) and not is_of_him(texts, n) for n in own)


def _is_since_the_worst(texts: Sequence[str], mention: DateMention) -> bool:
    """Tell whether a year is that since which nothing was as bad as what is told: "in |one of the bloodiest attacks since| its offensive of last year"."""
    before = texts[max(0, mention.first - _WORST_SINCE) : mention.first]
    if _SINCE not in before or not isinstance(mention.expression, Open):
        return False
    return not _WORST.isdisjoint(before[: before.index(_SINCE)])


_WORST: Final = frozenset({"اكثر", "الاكثر", "اسوا", "الاسوا", "اعنف", "الاعنف", "اكبر", "الاكبر", "ادمي"})
_WORST_SINCE: Final = 14
"""Words from "the bloodiest" to the year since which."""


def _goes_back_years(tagged: Tagged, draft: Draft, years: Sequence[int]) -> bool:
    """Tell whether the sentence says ahead of the clause to which year what it tells goes back: "the case |goes back to the year 2013|, when gunmen raided …"."""
    words, sentence = tagged.words, tagged.sentences[draft.clause.sentence]
    first = tagged.row[draft.clause.lo].first
    if draft.method is None or draft.clause.lo == sentence.lo or any(m.has_day_word for _, m in draft.dates):
        return False
    ahead = (n for n in years if sentence.first < n < first)
    return any(not _GOES_BACK.isdisjoint(words.texts[max(sentence.first, n - _OF_WHAT) : n]) for n in ahead)


_GOES_BACK: Final = frozenset({"تعود", "وتعود", "يعود", "ويعود", "ترجع", "وترجع"})
_OF_WHAT: Final = 6
"""Words between "goes back" and the year: what does, of which case."""


def reviews_a_year(tagged: Tagged, years: Sequence[int]) -> bool:
    """Tell whether the headline says by one of the years of the text that the page looks back on it: "A in the year 2016: …", "harvest of the year 2016"."""
    row, words = tagged.row, tagged.words
    if not tagged.sentences or not tagged.article.title:
        return False
    head = tagged.sentences[0]
    if _is_periodic_report(words.texts[head.first : head.last]):
        return True
    year = next((n for n in years if head.first < n < head.last), None)
    if year is None or _SINCE in words.texts[head.first : year]:
        return False
    if words.texts[year + 1] not in _HEADS and year > head.first + _OPENS:
        return False
    return not any(chunk.tells for chunk in row[head.lo : head.hi] if chunk.last <= year)


def _is_periodic_report(head: Sequence[str]) -> bool:
    """Tell whether a headline names a monitor's report of a month or a year: "in |its yearly report|: …" (ruling 6)."""
    if _PERIODIC.isdisjoint(head):
        return False
    reports = (n for n, text in enumerate(head) if text.removeprefix("ال").startswith(_REPORT))
    return any(not _PERIODIC.isdisjoint(head[n + 1 : n + _NEXT]) for n in reports)


_REPORT: Final = ("تقرير", "حصاد", "حصيل", "احصاي")
_PERIODIC: Final = frozenset({"السنوي", "سنوي", "الشهري", "شهري", "الشهريه", "السنويه", "الفصلي", "الربعي", "النصفي"})
_NEXT: Final = 3
"""Words behind "report" in which it is called yearly."""
_SINCE: Final = "منذ"
_HEADS: Final = frozenset({":", ".", "-", "\n"})
"""What stands behind a year that heads what a page looks back on."""
_OPENS: Final = 2
"""Tokens from the start of a headline that a year opens: "|the harvest of| 2016"."""


def _is_of_place(row: Sequence[Chunk], texts: Sequence[str], at: int, year: int) -> bool:
    """Tell whether a year is that of what a relative clause says of a place: "in a town of the [northern] Punjab, |which was divided in 1947|"."""
    for chunk in row[at + 1 :]:
        if chunk.last >= year:
            return False
        if chunk.sort is Sort.PLACE:
            which = next((n for n in range(chunk.last, min(chunk.last + _SIDE, year - 1)) if texts[n] in _WHICH), None)
            if which is not None:
                return texts[which + 1] not in _OCCURRED
    return False


_SIDE: Final = 3
"""Tokens between a place and "which": its side, a comma."""
_WHICH: Final = frozenset({"التي", "الذي"})
_OCCURRED: Final = frozenset(
    {
        "وقع",
        "وقعت",
        "حدث",
        "حدثت",
        "جري",
        "جرت",
        "نفذ",
        "نفذها",
        "نفذه",
        "شن",
        "شنها",
        "شنه",
        "راح",
        "اودت",
        "اودي",
        "قتل",
        "اسفر",
        "اسفرت",
        "اوقع",
        "اوقعت",
        "استهدف",
        "استهدفت",
        "هز",
        "هزت",
        "ضرب",
        "ضربت",
    }
)
"""Verbs that say of an act, and of no place, when it was."""


def is_of_calendar(texts: Sequence[str], first: int) -> bool:
    """Tell whether a line begins at token ``first`` with a year and a dash: what happened on this day in history."""
    if not texts[first][:1].isdigit() or first + 1 >= len(texts):
        return False
    return texts[first + 1] in _DASHES and _YEAR.fullmatch(texts[first]) is not None


_DASHES: Final = frozenset("-–")


def _ends_months(tagged: Tagged, mention: DateMention) -> bool:
    """Tell whether a month is the end of a stretch of several: "between September |and January|", "from May to August"."""
    if not isinstance(mention.expression, CalendarMonth) or mention.expression.month is None:
        return False
    words, first = tagged.words, mention.first
    for at in range(max(0, first - _APART), first):
        begun = words.reading(at, (Kind.TIME,))
        if begun is None or begun[1].entry.cls != "month" or begun[0].last > first:
            continue
        between = words.texts[begun[0].last : first]
        apart = (mention.expression.month - (begun[1].entry.value or 0)) % _YEAR_OF_MONTHS
        joined = words.texts[first].startswith("و") or any(t in _TO for t in between)
        return joined and apart > 1 and words.texts[at - 1] in _FROM
    return False


_APART: Final = 5
"""Words from one month to the other: it may have a name in brackets too."""
_YEAR_OF_MONTHS: Final = 12
_TO: Final = frozenset({"الي", "حتي", "و"})
_FROM: Final = frozenset({"من", "بين", "منذ", "شهري", "شهر"})


def _is_year(texts: Sequence[str], n: int) -> bool:
    """Tell whether a number is a year, as the word before it says."""
    return texts[n - 1] in _IN_A_YEAR and _YEAR.fullmatch(texts[n]) is not None


def _tokens(row: Sequence[Chunk], clause: Clause, first: int) -> Iterator[int]:
    """Give the tokens of a clause from ``first`` on, without those of the relative clauses that are read apart."""
    for chunk in row[clause.lo : clause.hi]:
        yield from range(max(first, chunk.first - chunk.gap), chunk.last)


def _is_of_act(tagged: Tagged, draft: Draft, at: int, mention: DateMention) -> bool:
    """Tell whether "years ago" says when the act was, and not, behind a dash or a full stop, something about those it hit."""
    assert isinstance(mention.expression, Open)
    if mention.expression.year is not None or draft.method is None:
        return True
    between = tagged.row[draft.method.at + 1 : at]
    return not any(c.sort is Sort.STOP and tagged.words.texts[c.first] not in "،," for c in between)
