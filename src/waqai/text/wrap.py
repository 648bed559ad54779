"""Lines of posts that are one sentence read as one: a sentence wrapped by hand, and names listed one a line.

"Artillery shelled |↵ the town of A |↵ with rockets" is one sentence; "the martyrs of A: |↵ So-and-so |↵ So-and-so" is a list
with commas. In: a folded text. Out: the same text with a space or a comma for such line breaks, so that every offset holds.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final, Self

import msgspec

from waqai.text.fold import Folded, fold_key

_ENDED: Final = frozenset('.!?:,;|-)"')
_NAME: Final = re.compile(r" *(?:\d{1,2} ?[-.)/] ?|[-*+•] ?)?(?:[\u0621-\u064a]+ ){1,5}[\u0621-\u064a]+[ .,]*\Z")
"""A line that is a name alone: two to six words, with or without a number or a dash ahead."""
_FIRST: Final = re.compile(r" *1 ?[-.)/]")
"""How the first name of a numbered list begins, whose heading needs no colon."""
_LONGEST: Final = 60
"""Characters of the next line that are looked at."""


class _Wraps(msgspec.Struct, frozen=True):
    """Patterns of the word lists of ``data/wrap.toml``."""

    open_ended: re.Pattern[str]
    goes_on: re.Pattern[str]
    heads: re.Pattern[str]
    no_name: re.Pattern[str]

    @classmethod
    @cache
    def load(cls) -> Self:
        """Read the word lists that ship with the package."""
        raw = tomllib.loads((files("waqai") / "data" / "wrap.toml").read_text(encoding="utf-8"))
        on = raw["goes_on"]
        return cls(
            open_ended=re.compile(rf"(?:^|\s)(?:{_any(raw['open']['words'])}) *\Z"),
            goes_on=re.compile(
                rf" *(?:(?:{_any(on['words'])})(?!\w)|(?:(?:{_any(on['in'])}) |ب)(?:{_any(on['places'])}) \w)"
            ),
            heads=re.compile(rf"(?:^|\s)(?:{_any(raw['list']['heads'])})(?!\w)[^\n.]*: *\Z"),
            no_name=re.compile(rf"(?:^|\s)[وب]?(?:{_any(raw['list']['none'])})(?!\w)"),
        )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(fold_key(word)) for word in words)


def unwrap(folded: Folded, title: int) -> Folded:
    """Join the lines of one sentence; the break at ``title``, behind the title, stays."""
    text, wraps = folded.text, _Wraps.load()
    found: dict[int, str] = {}
    listed = False
    at = 0
    while (end := text.find("\n", at)) >= 0:
        line = text[at:end]
        if end != title and line.strip():
            after = text[end + 1 : end + _LONGEST]
            headed = not line.rstrip().endswith(":") and _FIRST.match(after) and wraps.heads.search(line + ":")
            listed = bool(headed or wraps.heads.search(line)) or (listed and _is_name(line, wraps))
            if headed and _is_name(after.partition("\n")[0], wraps):
                found[end] = ":"
            elif listed and _is_name(after.partition("\n")[0], wraps):
                found[end] = " " if line.rstrip().endswith(":") else ","
            elif line.rstrip()[-1] not in _ENDED and (wraps.goes_on.match(after) or wraps.open_ended.search(line)):
                found[end] = " "
        else:
            listed = False
        at = end + 1
    if not found:
        return folded
    letters = list(text)
    for k, new in found.items():
        letters[k] = new
    return msgspec.structs.replace(folded, text="".join(letters))


def _is_name(line: str, wraps: _Wraps) -> bool:
    return _NAME.match(line) is not None and wraps.no_name.search(line) is None
