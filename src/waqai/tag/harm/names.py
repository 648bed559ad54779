"""Lists of the names of victims: "arrested each of: A, B, C and D".

In: a row of chunks and the chunk of the colon. Out: how many they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.group import Group
from waqai.tag.harm.member import CIVILIANS
from waqai.tag.harm.tail import counts
from waqai.tag.number.find import NumberMention
from waqai.values.count import Count


def names_listed(row: Sequence[Chunk], i: int, hi: int) -> Group | None:
    """Count the names of a list behind a colon, those among them that nobody knows: "arrested each of|:| A, B, C and D, in a raid"."""
    k, count, numbered = i + 1, 0, 0
    while k < hi:
        chunk = row[k]
        if chunk.sort is Sort.PERSON and chunk.gap <= _NAME:
            count += 1
        elif chunk.sort is Sort.STOP and chunk.text in _IN_LIST:
            count += chunk.text in ",(-" and chunk.gap >= _NAME
            k = _past_bracket(row, k, hi)
        elif (one := chunk.reading(Kind.VICTIM)) is not None and one.form.number == "sg" and row[k - 1].text in _PARTS:
            count += not (
                k + 1 < hi and row[k + 1].sort is Sort.PERSON and not row[k + 1].gap
            )  # "|the child| So-and-so"
        elif _is_numbering(row, k, hi):
            numbered = max(numbered, _number(chunk))
        elif not (chunk.sort is Sort.NUMBER and not counts(chunk.mention)):
            count += chunk.sort is Sort.STOP and chunk.linked and chunk.gap >= _NAME
            break
        k += 1
    count = numbered if count <= numbered <= 2 * count + 1 else count
    return Group(i, k, ((CIVILIANS, Count.exactly(count)),), plain=True) if count > 1 else None


def names_beneath(row: Sequence[Chunk], i: int) -> Group | None:
    """Count the names that stand beneath a heading: "the martyrs |of the town of A today|: A, B, C", in whatever clause."""
    for k in range(i, min(len(row), i + _HEADING)):
        if row[k].sort is Sort.STOP:
            return listed(row, k) if row[k].text == ":" else None
        told = row[k].sort in (Sort.PLACE, Sort.DATE, Sort.ACTOR) or not _OF_DEATH.isdisjoint(row[k].senses)
        if not told and row[k].particle != _CAUSE:
            return None
    return None


def listed(row: Sequence[Chunk], colon: int, hi: int | None = None) -> Group | None:
    """Count the names behind a colon, in its line or, where it ends the line, in the lines beneath it."""
    if colon + 1 >= len(row) or row[colon + 1].text != _LINE:
        return names_listed(row, colon, len(row) if hi is None else hi)
    lines = _lines_of_names(row, colon + 1)
    if lines > 1:
        return Group(colon, colon + 1, ((CIVILIANS, Count.exactly(lines)),), plain=True)
    return names_listed(row, colon + 1, len(row))


def _lines_of_names(row: Sequence[Chunk], i: int) -> int:
    """Count the lines behind a line break that hold a name each and nothing else."""
    found = 0
    while i < len(row) and row[i].text == _LINE:
        end = next((k for k in range(i + 1, len(row)) if row[k].text == _LINE), len(row))
        words = [chunk for chunk in row[i + 1 : end] if chunk.sort is not Sort.STOP]
        unread = end < len(row) and row[end].gap >= _NAME
        named = any(chunk.sort is Sort.PERSON for chunk in words) or (unread and not words)
        if end > i + 1 or unread:  # no empty line
            if not named or len(words) > _NAME:
                break
            found += 1
        i = end
    return found


def names_meant(row: Sequence[Chunk], at: int) -> Group | None:
    """Count the names of a list that a pronoun takes up: "the fate of each of: |A - B - C|, who were seized"."""
    for k in range(at - 1, max(1, at - _BACK), -1):
        if row[k].text in _OPENS:
            group = names_listed(row, k, at) if ":" in (row[k].text, row[k - 1].text) else None
            return group and Group(at, at + 1, group.parts, plain=True)
    return None


def martyrs_beneath(row: Sequence[Chunk], at: int) -> int:
    """Count the lines that call somebody by name a martyr each, from the one whose word for it is chunk ``at``: "|the martyr| A, ⏎ the martyr B"."""
    begins = row[at - 1].text in _BEGINS and row[at].sort is Sort.WORD and row[at].text.startswith(_THE)
    found, k = 0, at if begins else len(row)
    while k < len(row) and (reading := row[k].reading(Kind.HARM)) is not None and reading.form.number == "sg":
        end = next((j for j in range(k + 1, len(row)) if row[j].text == _LINE), len(row))
        if end - k > _MARTYR or not any(chunk.sort is Sort.PERSON for chunk in row[k + 1 : end]):
            break
        found += 1
        k = next((j for j in range(end, len(row)) if row[j].sort is not Sort.STOP), len(row))
    return found


_LINE: Final = "\n"
_OPENS: Final = frozenset({_LINE, ":"})
_BACK: Final = 20
"""Chunks from a pronoun back to the colon before the names that it means."""
_BEGINS: Final = frozenset({_LINE, "-"})
_THE: Final = "ال"
_MARTYR: Final = 5
"""Chunks of a line that calls somebody a martyr: a child, his name, how old."""
_OF_DEATH: Final = frozenset({Kind.TRIGGER, Kind.HARM})
_CAUSE: Final = "cause"
_HEADING: Final = 8
"""Chunks of a heading behind its dead: where, when and of what they died."""
_NAME: Final = 2
"""Words of a name at least."""
_IN_LIST: Final = ",()-"
_PARTS: Final = ",-:"


def _is_numbering(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether a number only counts the names of a list: "|1| - So-and-so"."""
    if row[k].sort is not Sort.NUMBER or k + 1 >= hi or row[k + 1].text != "-" or row[k + 1].gap:
        return False
    return row[k - 1].text in _PARTS or row[k].gap >= _NAME or row[k - 1].sort is Sort.PERSON or row[k - 1].text == ")"


def _number(chunk: Chunk) -> int:
    """Give the number that counts a name of a list."""
    return (chunk.mention.count.min or 0) if isinstance(chunk.mention, NumberMention) else 0


def _past_bracket(row: Sequence[Chunk], k: int, hi: int) -> int:
    """Step over a bracket that says of a man where he is from or what befell him, and names nobody: "A |(from B)|, C"."""
    if row[k].text != "(":
        return k
    end = next((j for j in range(k + 1, min(hi, k + _BRACKET)) if row[j].text == ")"), k)
    return k if any(row[j].sort is Sort.PERSON for j in range(k, end)) else end


_BRACKET: Final = 6
