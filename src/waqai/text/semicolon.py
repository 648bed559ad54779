"""Semicolons read as commas, which they mostly are, or as full stops, where another act is told behind one: "A was shelled; |arrest| of two in B".

In: a folded text. Out: one of the same length, so that every offset holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import msgspec

from waqai.text.fold import Folded

_SEMICOLON: Final = re.compile(r";([ \"]*)([\u0621-\u064a]*)")


def part_semicolons(folded: Folded, is_act: Callable[[str], bool]) -> Folded:
    """Rewrite the semicolons of a text; the lexicon knows which words tell an act."""
    if ";" not in folded.text:
        return folded
    text = _SEMICOLON.sub(lambda m: ("." if is_act(m[2]) else ",") + m[1] + m[2], folded.text)
    return msgspec.structs.replace(folded, text=text)
