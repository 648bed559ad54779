"""Brackets that only set a word off, read as if they were not there: "(3) civilians", "the gunmen of (X)".

A number in brackets before what it counts loses them; a name in brackets gets quotation marks where the sentence needs it there: behind a
preposition, or behind what it is the name of. What glosses the word before ("(north)", "(aged 12)") keeps its brackets. In: a folded
text. Out: one of the same length, so that every offset holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

import msgspec

from waqai.shipped import shipped_table
from waqai.text.fold import Folded, fold_key

_BRACKET: Final = re.compile(r"\( ?(?:(\d{1,4})|([\u0621-\u064a]+(?: [\u0621-\u064a]+){0,3})) ?\)")
_COUNTED: Final = re.compile(r"[ \"]*([\u0621-\u064a]{2,})")
_BEFORE: Final = re.compile(r"(?:^|[ \n,(\"])([\u0621-\u064a]+)( ?)\Z")
_LONGEST: Final = 24
"""Characters before a bracket that are looked at."""


def open_brackets(folded: Folded, is_actor: Callable[[str], bool], is_common: Callable[[str], bool]) -> Folded:
    """Rewrite the brackets of a text that only set a number or a name off; the lexicon knows actors and other words."""
    text = folded.text
    if "(" not in text:
        return folded
    words = _words()
    letters: list[str] | None = None
    for m in _BRACKET.finditer(text):
        if m[1]:
            after = _COUNTED.match(text, m.end())
            mark = " " if after is not None and after[1] not in words["no_unit"] else ""
        else:
            before = _BEFORE.search(text[max(0, m.start() - _LONGEST) : m.start()])
            mark = '"' if before is not None and _is_needed(before, m[2], words, is_actor, is_common) else ""
        if mark:
            letters = letters or list(text)
            letters[m.start()] = letters[m.end() - 1] = mark
    return folded if letters is None else msgspec.structs.replace(folded, text="".join(letters))


def _is_needed(
    before: re.Match[str],
    name: str,
    words: dict[str, frozenset[str]],
    is_actor: Callable[[str], bool],
    is_common: Callable[[str], bool],
) -> bool:
    """Tell whether a sentence needs the name in brackets behind a word: behind one that nobody knows, a person's name, it glosses it."""
    if not before[2] or before[1] in words["needs_name"]:
        return name.partition(" ")[0] not in words["gloss"]
    return is_actor(name) and is_common(before[1])


@cache
def _words() -> dict[str, frozenset[str]]:
    """Read the word lists that ship with the package."""
    raw = shipped_table("brackets.toml")
    return {name: frozenset(map(fold_key, words)) for name, words in raw.items()}
