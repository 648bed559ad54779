"""Lines of posts that are one sentence read as one: a sentence wrapped by hand, and names listed one a line.

"Artillery shelled |↵ the town of A |↵ with rockets" is one sentence; "the martyrs of A: |↵ So-and-so |↵ So-and-so" is a list
with commas, and so is "the villages shelled today |↵ A |↵ B |↵ C". In: a folded text. Out: the same text with a space or a comma for such line breaks, so that every offset holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final, Self

import msgspec

from waqai.shipped import shipped_table
from waqai.text.fold import Folded, fold_key

_ENDED: Final = frozenset('.!?:,;|-)"')
_NAME: Final = re.compile(r" *(?:\d{1,2} ?[-.)/] ?|[-*+•] ?)?(?:[\u0621-\u064a]+ ){1,5}[\u0621-\u064a]+[ .,]*\Z")
"""A line that is a name alone: two to six words, with or without a number or a dash ahead."""
_FIRST: Final = re.compile(r" *1 ?[-.)/]")
"""How the first name of a numbered list begins, whose heading needs no colon."""
_MARK: Final = r" *(?:\d{1,2} ?[-.)/]|[^\w\s\"(.,]{1,3})? *"
"""What an item of a list has ahead: a number, a dash, a hash, a picture."""
_SPOTS: Final = re.compile(rf"(?:\n{_MARK}(?:[\u0621-\u064a]+ ){{0,3}}[\u0621-\u064a]+[ .,]*(?=\n|\Z)){{3,}}")
"""Lines of one to four words, as a list of places has them."""
_FEWEST: Final = 3
_PIECES: Final = 6
"""Pieces between spaces in a line of a list at most: a number, its dash, four words."""
_ITEM: Final = re.compile(rf"\n{_MARK}")
_WORD: Final = re.compile(r" *(\w+)")
_LONGEST: Final = 60
"""Characters of the next line that are looked at."""


class _Wraps(msgspec.Struct, frozen=True):
    """Words and patterns of the lists of ``data/wrap.toml``."""

    open_ended: frozenset[str]
    prepositions: frozenset[str]
    results: re.Pattern[str]
    """What goes on behind them in a paragraph of its own."""
    first: frozenset[str]
    """The first words of what ``goes_on`` reads."""
    goes_on: re.Pattern[str]
    heads: re.Pattern[str]
    no_name: re.Pattern[str]
    spots: re.Pattern[str]
    """What heads a list of places: "|the villages shelled| today"."""

    @classmethod
    @cache
    def load(cls) -> Self:
        """Read the word lists that ship with the package."""
        raw = shipped_table("wrap.toml")
        on = raw["goes_on"]
        return cls(
            open_ended=frozenset(map(fold_key, raw["open"]["words"])),
            prepositions=frozenset(map(fold_key, raw["open"]["prepositions"])),
            results=re.compile(rf"( *\n[ \n]*)(?:{_any(raw['open']['results'])})(?!\w)"),
            first=frozenset(
                fold_key(w).split()[0] for w in (*on["words"], *on["in"], *("ب" + place for place in on["places"]))
            ),
            goes_on=re.compile(
                rf" *(?:(?:{_any(on['words'])})(?!\w)|(?:(?:{_any(on['in'])}) |ب)(?:{_any(on['places'])}) \w)"
            ),
            heads=re.compile(rf"(?:^|\s)(?:{_any(raw['list']['heads'])})(?!\w)[^\n.]*: *\Z"),
            spots=re.compile(
                rf"(?=.*(?:^|[\s#])(?:{_any(raw['places']['kinds'])})(?!\w)).*(?:{_any(raw['places']['acts'])})[^.]*\Z"
            ),
            no_name=re.compile(rf"(?:^|\s)[وب]?(?:{_any(raw['list']['none'])})(?!\w)"),
        )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(fold_key(word)) for word in words)


def unwrap(folded: Folded, title: int) -> Folded:
    """Join the lines of one sentence; the break at ``title``, behind the title, stays."""
    text, wraps = folded.text, _Wraps.load()
    found = _spots(text, title, wraps)
    listed = False
    at = 0
    while (end := text.find("\n", at)) >= 0:
        if end == at:
            listed, at = False, end + 1
            continue
        line = text[at:end].rstrip()
        after = text[end + 1 : end + _LONGEST]
        colon, headed = line[-1:] == ":", False
        if colon or (after.lstrip()[:1] == "1" and _FIRST.match(after)):
            headed = end != title and wraps.heads.search(line if colon else line + ":") is not None
        listed = headed or (listed and _is_name(line, wraps))
        if listed and _is_name(after.partition("\n")[0], wraps):
            found[end] = "," if not headed else " " if colon else ":"
        elif line and end != title and line[-1] not in _ENDED:
            first = _WORD.match(after)
            goes_on = first is not None and first[1] in wraps.first and wraps.goes_on.match(after)
            last = line.rpartition(" ")[2]
            if goes_on or last in wraps.open_ended:
                found[end] = " "
            if last in wraps.prepositions and (gap := wraps.results.match(text, end)) is not None:
                found |= dict.fromkeys(range(end, gap.end(1)), " ")  # "which led to |↵ ↵ the death of a man"
                end = gap.end(1) - 1
        at = end + 1
    if not found:
        return folded
    letters = list(text)
    for k, new in found.items():
        letters[k] = new
    return msgspec.structs.replace(folded, text="".join(letters))


def _spots(text: str, title: int, wraps: _Wraps) -> dict[int, str]:
    """Give the commas between the lines of places below one that says what befell them, and spaces for the marks ahead of them."""
    found: dict[int, str] = {}
    if not _may_list(text):
        return found
    for run in _SPOTS.finditer(text, title):
        items = list(_ITEM.finditer(text, *run.span()))
        while len(items) >= _FEWEST:
            first = items[0].start()
            head = text[text.rfind("\n", 0, first) + 1 : first].rstrip()
            if wraps.spots.match(head.removesuffix(":")):
                for item in items:
                    found |= dict.fromkeys(range(item.start() + 1, item.end()), " ")
                    found[item.start()] = ","
                found[first] = " " if head.endswith(":") else ":"
                break
            del items[0]  # the heading may be as short as a place
    return found


def _may_list(text: str) -> bool:
    """Tell whether lines as short as those of a list of places follow upon each other; most texts have none such."""
    run = 0
    for line in text.split("\n"):
        run = run + 1 if len(line.rstrip(" .,").split(None, _PIECES)) <= _PIECES else 0
        if run >= _FEWEST:
            return True
    return False


def _is_name(line: str, wraps: _Wraps) -> bool:
    return _NAME.match(line) is not None and wraps.no_name.search(line) is None
