"""Whom a pronoun behind a harm word means: "… which led to |his| death".

In: a row of chunks and the chunk of the harm word. Out: the nearest group of victims told before it, or ``None``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.group import Group, read_group
from waqai.tag.harm.tail import TWO, counts
from waqai.values.count import Count

_BACK: Final = 14
"""Chunks from a pronoun back to the victim it means."""
_WHERE: Final = frozenset({"عند", "قرب", "داخل"})
_HERS: Final = frozenset({"ه", "ها"})


def group_meant(row: Sequence[Chunk], at: int, suffix: str, *, man: bool = False) -> Group | None:
    """Read whom a pronoun means: "… which led to his death"; the nearest victim told before, nobody behind a thing unless only a ``man`` can be meant."""
    count = Count.exactly(1) if suffix in _HERS else TWO if suffix == "هما" else Count.at_least(1)
    many = False
    for i in range(at - 1, max(-1, at - _BACK), -1):
        chunk = row[i]
        if chunk.sort is Sort.STOP and chunk.text == "\n":
            break
        thing = not man and chunk.reading(Kind.OBJECT) is not None and chunk.reading(Kind.VICTIM) is None
        if thing and chunk.prep in _WHERE:
            continue  # "shot a youth |at a checkpoint| and killed him"
        if thing and suffix in _HERS and not many:
            if chunk.senses[Kind.OBJECT].form.suffix:
                continue  # "surprised him in |his house| and hit him"
            if suffix == "ه" and row[at - 1].particle == "result" and _is_feminine(row, i):
                continue  # "his death" behind a motorcycle
            return None
        if chunk.sort is Sort.PERSON or chunk.reading(Kind.VICTIM) is not None:
            called = chunk.sort is Sort.PERSON and i and row[i - 1].reading(Kind.VICTIM) is not None and not chunk.gap
            start = i - 1 if called or (i and row[i - 1].sort is Sort.NUMBER and counts(row[i - 1].mention)) else i
            group = read_group(row, start, at, "")
            if group is None:
                return None
            who, told = group.parts[0]
            if suffix in _HERS and told.min != 1 and row[at].reading(Kind.HARM) is not None:
                many = True  # "a gunman killed five soldiers before the police killed |him|"
                continue
            if suffix == _TWO_OF_THEM and told.min == 1:
                return _pair(row, start, at, who)
            one = told if suffix not in _HERS else count
            return Group(at, at + 1, ((who, one),), group.owner, group.actors, beside=many, state=group.state)
    return Group(at, at + 1, (("", count),))


def _pair(row: Sequence[Chunk], last: int, at: int, who: str) -> Group:
    """Read the two of whom the one at ``last`` is the second: "a leader with his driver …, which led to the death of |both|"."""
    for k in range(max(0, last - _FIRST), last):
        if row[k].sort is Sort.PERSON or row[k].reading(Kind.VICTIM) is not None:
            group = read_group(row, k, at, "")
            if group is not None and group.last > last and sum(n.min or 0 for _, n in group.parts) == TWO.min:
                return Group(at, at + 1, group.parts, group.owner, group.actors, state=group.state)
    return Group(at, at + 1, ((who, TWO),))


_FIRST: Final = 4
"""Chunks from the first of two to the second."""
_TWO_OF_THEM: Final = "هما"


def _is_feminine(row: Sequence[Chunk], i: int) -> bool:
    """Tell whether a thing is feminine by its ending, so that "his" is not its."""
    thing = row[i].reading(Kind.OBJECT)
    return thing is not None and thing.form.number in ("", "sg") and row[i].text.endswith("ه")
