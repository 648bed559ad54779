"""Lists of the names of victims: "arrested each of: A, B, C and D".

In: a row of chunks and the chunk of the colon. Out: how many they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.group import Group, read_group
from waqai.tag.harm.member import CIVILIANS
from waqai.tag.harm.tail import counts
from waqai.tag.number.find import NumberMention
from waqai.values.count import Count


def names_listed(row: Sequence[Chunk], i: int, hi: int) -> Group | None:
    """Count the names of a list behind a colon, those among them that nobody knows: "arrested each of|:| A, B, C and D, in a raid"."""
    k, count, numbered = i + 1, 0, 0
    while k < hi:
        chunk = row[k]
        if chunk.gap <= 1 and _holds_letters(row, k, hi):
            count, k = count + 1, k + 1
        elif chunk.sort is Sort.PERSON and chunk.gap <= _NAME:
            count += 1
        elif chunk.sort is Sort.STOP and chunk.text in _IN_LIST:
            count += chunk.text in ",(-" and chunk.gap >= _NAME
            k = _past_bracket(row, k, hi)
        elif (one := chunk.reading(Kind.VICTIM)) is not None and one.form.number == "sg" and row[k - 1].text in _PARTS:
            count += not (
                k + 1 < hi and row[k + 1].sort is Sort.PERSON and not row[k + 1].gap
            )  # "|the child| So-and-so"
        elif one is not None and one.form.number == "du" and row[k - 1].text in _PARTS and one.form.definite:
            count += _TWO  # "|the brothers| A and B, the youth C"
            k = next((j - 1 for j in range(k + 1, hi) if row[j].sort is Sort.STOP), hi)
        elif _is_numbering(row, k, hi):
            numbered = max(numbered, _number(chunk))
            k += row[k + 1].text == _DOT  # "|1.| So-and-so"
        elif not (chunk.sort is Sort.NUMBER and not counts(chunk.mention)):
            count += chunk.sort is Sort.STOP and chunk.linked and chunk.gap >= _NAME
            break
        k += 1
    count = numbered if count <= numbered <= 2 * count + 1 else count
    return Group(i, k, ((CIVILIANS, Count.exactly(count)),), plain=True) if count > 1 else None


def names_beneath(row: Sequence[Chunk], i: int) -> Group | None:
    """Count the names that stand beneath a heading: "the martyrs |of the town of A today|: A, B, C", in whatever clause.

    A heading without a colon begins its line with those who are named beneath it, or ends with them: "led to the death of |the martyrs| ⏎ A ⏎ B".
    """
    dead = row[i - 1].reading(Kind.HARM)
    ends = (
        i < len(row) and row[i].text == _LINE and dead is not None and dead.entry.harm == _KILLED and dead.form.definite
    )
    heads = ends or (i > 1 and row[i - 2].text == _LINE)
    for k in range(i, min(len(row), i + _HEADING)):
        if row[k].sort is Sort.STOP:
            return listed(row, k) if row[k].text == ":" else _below(row, k) if heads else None
        told = row[k].sort in (Sort.PLACE, Sort.DATE, Sort.ACTOR) or not _OF_DEATH.isdisjoint(row[k].senses)
        if not told and row[k].particle != _CAUSE:
            return None
    return None


def _below(row: Sequence[Chunk], k: int) -> Group | None:
    """Count the names in the lines below a heading that ends without a colon, where a line of one word may stand between."""
    k += row[k].text == _DOT and k + 1 < len(row)
    if row[k].text != _LINE:
        return None
    k += k + 1 < len(row) and row[k + 1].text == _LINE and row[k + 1].gap == 1
    return _group_of_lines(row, k, sure=True)


def listed(row: Sequence[Chunk], colon: int, hi: int | None = None) -> Group | None:
    """Count the names behind a colon, in its line or, where it ends the line, in the lines beneath it."""
    if colon + 1 >= len(row) or row[colon + 1].text != _LINE:
        return names_listed(row, colon, len(row) if hi is None else hi)
    return _group_of_lines(row, colon + 1, sure=False) or names_listed(row, colon + 1, len(row))


def _group_of_lines(row: Sequence[Chunk], i: int, *, sure: bool) -> Group | None:
    """Count the lines that hold a name each; where the list is cut off, a post may bring it again at more length."""
    lines, cut, end = _lines_of_names(row, i, sure=sure)
    for k in range(end, min(len(row), end + _AGAIN) if cut else end):
        if row[k].text == _LINE and (again := _lines_of_names(row, k, sure=sure))[0] > lines:
            lines, cut = again[:2]
            break
    count = Count.at_least(lines) if cut else Count.exactly(lines)
    return Group(i - 1, i, ((CIVILIANS, count),), plain=True) if lines > 1 else None


def _lines_of_names(row: Sequence[Chunk], i: int, *, sure: bool) -> tuple[int, bool, int]:
    """Count the lines behind a line break that hold a name each and nothing else, and give where they end; tell whether the list is cut off.

    ``sure`` asks that most lines hold a name that is known as one.
    """
    found, known, cut = 0, 0, False
    while i < len(row) and row[i].text == _LINE:
        end = next((k for k in range(i + 1, len(row)) if row[k].text == _LINE), len(row))
        words = [row[k] for k in range(i + 1, end) if not (row[k].sort is Sort.STOP or _says_of_him(row, k, end))]
        unread = any(
            chunk.gap >= _NAME and not (sure and (chunk.gap > _SURE or chunk.text == _DOT))
            for chunk in (*row[i + 1 : end], *row[end : end + 1])
            if chunk.sort is Sort.STOP or _is_home(chunk)
        )
        if end > i + 1 or unread:  # no empty line
            named = any(chunk.sort is Sort.PERSON for chunk in words)
            dots = [chunk.text for chunk in row[max(i, end - _DOTS) : end]] == [_DOT] * _DOTS
            if not (named or (not words and (unread or dots))) or len(words) > _NAME:
                break
            found, known, cut = found + 1, known + named, dots
        i = end
    return (found if not sure or 2 * known >= found else 0), cut, i


def _says_of_him(row: Sequence[Chunk], k: int, end: int) -> bool:
    """Tell whether a chunk of a line with a name is its number, an age, what he is, or in a bracket: "|2.| |the child| So-and-so |(daughter of A)|"."""
    if row[k].sort is Sort.NUMBER:
        return not row[k].prep
    if _is_home(row[k]):
        return True
    one = row[k].reading(Kind.VICTIM)
    if one is not None and one.form.number == "sg" and k + 1 < end and row[k + 1].sort is Sort.PERSON:
        return True
    opened = next((j for j in range(k - 1, max(-1, k - _BRACKET), -1) if row[j].text in "()"), -1)
    return opened >= 0 and row[opened].text == "("


def _is_home(chunk: Chunk) -> bool:
    """Tell whether a chunk says from where somebody is: "So-and-so |of the town of A|"."""
    return chunk.sort is Sort.PLACE and chunk.prep == _FROM


def names_of_each(row: Sequence[Chunk], i: int, hi: int) -> Group | None:
    """Count the names behind "each of", those among them that nobody knows: "|each of| A, B and C |in| …", "|each of| [unknown] and his son"."""
    count, k = 0, i
    while k < hi:
        chunk = row[k]
        words = chunk.gap - (_EACH if k == i else 0)
        begun = (
            k == i or (chunk.linked and row[k - 1].text != _COMMA) or (row[k - 1].text == _COMMA and not chunk.linked)
        )
        kin = chunk.reading(Kind.VICTIM)
        if words <= chunk.linked and _holds_letters(row, k, hi):
            count, k = count + 1, k + 1
        elif chunk.sort is Sort.PERSON or (kin is not None and kin.form.suffix and kin.form.number == "sg"):
            count += 1 + (chunk.joined and _NAME <= words <= _LONG and begun)
        elif not (chunk.sort is Sort.NUMBER and not counts(chunk.mention)):
            words -= bool(chunk.prep) and chunk.text != chunk.prep
            count += begun and _NAME <= words <= _LONG
            if chunk.text not in _IN_LIST:
                break
            k = _past_bracket(row, k, hi)
        k += 1
    told = read_group(row, i, hi, "")
    if count < _TWO or (told is not None and (len(told.parts) > 1 or not _is_below(told.parts[0], count))):
        return None  # what says who they are is read as a group
    return Group(i, max(k, i + 1), ((CIVILIANS, Count.exactly(count)),), plain=True)


def _holds_letters(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether a bracket holds nothing but the letters of a name: "each of |(M. A.)| and |(R. S.)|"."""
    if row[k].text != "(" or k + 1 >= hi or row[k + 1].text != ")":
        return False
    return _NAME <= row[k + 1].gap <= _LETTERS


_LETTERS: Final = 6
"""Tokens of a name cut to its letters, with their points."""


def _is_below(part: tuple[str, Count], count: int) -> bool:
    """Tell whether civilians whom a group counts are fewer than their names."""
    return part[0] == CIVILIANS and part[1].is_exact and (part[1].min or 0) < count


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
        if sum(chunk.sort is not Sort.STOP for chunk in row[k:end]) > _MARTYR or not any(
            chunk.sort is Sort.PERSON for chunk in row[k + 1 : end]
        ):
            break
        found += 1
        k = next((j for j in range(end, len(row)) if row[j].sort is not Sort.STOP), len(row))
    return found


_KILLED: Final = "killed"
_LINE: Final = "\n"
_FROM: Final = "من"
_AGAIN: Final = 12
"""Chunks from where a list is cut off to where the post begins again."""
_OPENS: Final = frozenset({_LINE, ":"})
_BACK: Final = 20
"""Chunks from a pronoun back to the colon before the names that it means."""
_BEGINS: Final = frozenset({_LINE, "-"})
_THE: Final = "ال"
_MARTYR: Final = 5
"""Chunks of a line that calls somebody a martyr: a child, his name, how old."""
_COMMA: Final = ","
_TWO: Final = 2
_EACH: Final = 2
"""Words of "each of"."""
_SURE: Final = 3
"""Words of a name that nobody knows, where no colon says that names follow; a prayer has more, and a dot at its end."""
_LONG: Final = 4
"""Words of a name at most."""
_DOT: Final = "."
_DOTS: Final = 3
"""Marks at the end of a text that is cut off."""
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
    if row[k].sort is not Sort.NUMBER or k + 1 >= hi or row[k + 1].text not in ("-", _DOT) or row[k + 1].gap:
        return False
    if row[k + 1].text == _DOT:  # "|1.| So-and-so", but no age at the end of a sentence
        return row[k - 1].text in _PARTS and counts(row[k].mention) and k + 2 < hi and row[k + 2].sort is Sort.PERSON
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


def names_after(row: Sequence[Chunk], i: int, hi: int) -> tuple[str, Count, int] | None:
    """Count the names behind "the martyrs are": a list of at least two persons, with dashes, commas, "and" and ages."""
    found = 0
    last = i
    while i < hi and i - last <= 4 and row[i].gap <= 2:
        chunk = row[i]
        if chunk.sort is Sort.PERSON:
            found += 1
            last = i + 1
        elif not (
            (chunk.sort is Sort.STOP and chunk.text in ",-():")
            or (chunk.sort is Sort.NUMBER and not counts(chunk.mention))
        ):
            break
        i += 1
    return (CIVILIANS, Count.exactly(found), last) if found > 1 else None
