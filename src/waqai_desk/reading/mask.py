"""Persons' names out of a text: the same person has the same pseudonym on one page, and none across pages.

Names are found by the spans the coder gave, and again by their letters wherever else they stand, in any spelling that
folding makes equal: ``الناشط فلان الفلاني`` becomes ``[person 1]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import unquote

import msgspec
from django.utils.translation import gettext as _

from waqai.model import Person, Span
from waqai.text import fold, fold_key

_SHORT: Final = 4
"""Letters below which a name of one word is too much like other words to be looked for by its letters."""


class Hidden(msgspec.Struct, frozen=True):
    """A stretch of a text that names a person; ``number`` tells persons apart on one page."""

    span: Span
    number: int


def hidden(text: str, persons: Sequence[Person]) -> list[Hidden]:
    """Find every stretch of a text that names one of the persons, in order and without overlaps.

    text: the ``full`` text that the persons' evidence counts in.
    """
    found = [
        Hidden(span, n) for n, person in enumerate(persons, 1) for span in person.evidence if span.end > span.start
    ]
    found += _by_letters(text, [(n, name) for n, p in enumerate(persons, 1) for name in _spellings(text, p)])
    return _apart(text, found)


def _spellings(text: str, person: Person) -> set[str]:
    return {person.name, *(span.quote(text) for span in person.evidence)}


def _by_letters(text: str, names: Iterable[tuple[int, str]]) -> list[Hidden]:
    folded = fold(text)
    found = []
    for number, name in names:
        key = fold_key(name)
        if " " not in key and len(key) < _SHORT:
            continue
        # A name ends with its word; before it a clitic may stand.
        for match in re.finditer(rf"(?<!\w)(?:[وف]?[بلك]?)({re.escape(key)})(?!\w)", folded.text):
            found.append(Hidden(Span(*folded.offsets.raw_span(*match.span(1))), number))
    return found


def _apart(text: str, found: Iterable[Hidden]) -> list[Hidden]:
    """Join what overlaps: the earlier and longer stretch wins and takes the other's rest."""
    kept: list[Hidden] = []
    for item in sorted(found, key=lambda h: (h.span.start, -h.span.end)):
        if kept and item.span.start < kept[-1].span.end:
            if item.span.end > kept[-1].span.end:
                kept[-1] = Hidden(Span(kept[-1].span.start, item.span.end), kept[-1].number)
            continue
        kept.append(item)
    return kept


def safe_url(url: str, persons: Sequence[Person]) -> str:
    """Give an address that can be linked to; empty when it is none of the web, or spells somebody's name."""
    if not url.startswith(("http://", "https://")):
        return ""
    words = re.sub(r"[-_+/.?=&%]+", " ", unquote(unquote(url)))
    return "" if hidden(words, [Person(p.name, p.role, ()) for p in persons]) else url


def pseudonym(number: int) -> str:
    """Give what stands instead of a name."""
    return _("person %(number)d") % {"number": number}


class Mask:
    """Takes the names of some persons out of short texts: titles, sources, places, quotations."""

    def __init__(self, persons: Sequence[Person]) -> None:
        """Keep the persons, in the order that numbers them."""
        self._persons = [Person(name=p.name, role=p.role, evidence=()) for p in persons]

    def __call__(self, text: str) -> str:
        """Give the text without names."""
        parts, at = [], 0
        for item in hidden(text, self._persons):
            parts += [text[at : item.span.start], f"[{pseudonym(item.number)}]"]
            at = item.span.end
        return "".join((*parts, text[at:]))
