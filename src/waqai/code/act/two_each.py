"""Two acts named by one word and then told one by one: "the two attacks |in May in A, where ten died, and in March in B (four dead)|".

In: the chunks of a sentence and its clauses as they were cut. Out: the clauses cut so that each tells one of the two, and
the drafts of those that have no word of their own for it with the deed that the word names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec.structs import replace

from waqai.code.clause.cut import Clause
from waqai.code.deed.method import MethodFound
from waqai.code.side.claims import CLAIMS
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.number.label import NumberClass

if TYPE_CHECKING:
    from waqai.code.act.draft import Draft

_PAIR: Final = 2
_IN: Final = frozenset({"في", "ب", "علي"})
_DUAL: Final = ("ين", "ان")
"""Endings of the words of a set phrase for two acts: "two suicide bombings"."""
_NEAR: Final = 2
"""Chunks from the day of one of the two to its place, or the other way round."""
_SETTINGS: Final = frozenset({Sort.DATE, Sort.PLACE})


class Two(NamedTuple):
    """The word for two acts of a sentence (``-1`` where it has none), and where what it says of each begins."""

    at: int = -1
    heads: tuple[int, ...] = ()


_NONE: Final = Two()


def part_two(
    row: Sequence[Chunk], clauses: list[Clause], days: Sequence[int], acts: Sequence[int]
) -> tuple[list[Clause], Two]:
    """Cut the clauses of a sentence so that each tells one of two acts that it tells one by one; ``days`` and ``acts`` are the chunks of its days and acts."""
    if len(days) < _PAIR:
        return clauses, _NONE  # each act has its own
    at = next((k for k in acts if _names_two(row[k])), -1)
    if at < 0:
        return clauses, _NONE
    heads = _heads(row, at + 1, clauses[-1].hi)
    if len(heads) != _PAIR or any(row[k].tells and _acts(row[k]) for k in range(at + 1, heads[1])):
        return clauses, _NONE
    two = Two(at, tuple(heads if row[heads[0]].sort is Sort.NUMBER else heads[1:]))
    return [part for clause in clauses for part in _cut_at(clause, two.heads)], two


def _cut_at(clause: Clause, heads: Sequence[int]) -> Iterator[Clause]:
    """Cut a clause at these chunks too."""
    ends = [k for k in heads if clause.lo < k < clause.hi]
    for lo, hi in zip([clause.lo, *ends], [*ends, clause.hi], strict=True):
        yield replace(clause, lo=lo, hi=hi)


def give_deed(row: Sequence[Chunk], drafts: list[Draft], two: Two) -> list[Draft]:
    """Give each of two acts told one by one the deed that the word for both names, and its sides; the drafts come back."""
    if two.at < 0:
        return drafts
    at, heads = two
    named = next((d for d in drafts if d.clause.lo <= at < d.clause.hi), None)
    if named is None or named.method is None or named.method.at != at:
        return drafts
    named.count = None
    if len(heads) == _PAIR:
        named.marks.setdefault("trend", at)  # what is told of each stands behind it
    each = [draft for draft in drafts if draft.clause.lo in heads and _may_take(row, draft.method)]
    claims = [part for draft in each for part in draft.parts if part.rule == CLAIMS]
    named.parts = [*named.parts, *claims]  # "in May in A and in March in B, |both claimed by X|"
    for draft in each:
        draft.tell(replace(named.method, at=draft.clause.lo))
        draft.parts = [*draft.parts, *(part for part in named.parts if part not in draft.parts)]
    return drafts


def _may_take(row: Sequence[Chunk], method: MethodFound | None) -> bool:
    """Tell whether nothing but the dead says what was done: "and in March in B |four were killed|"."""
    return method is None or Kind.TRIGGER not in row[method.at].senses


def _names_two(chunk: Chunk) -> bool:
    """Tell whether a chunk is a noun of two acts: "the two attacks"."""
    act = chunk.senses.get(Kind.TRIGGER)
    if act is None or act.form.pos is Pos.VERB or not act.entry.tells_act:
        return False
    return act.form.number == "du" or (
        act.form.pos is Pos.PHRASE and all(w.endswith(_DUAL) for w in chunk.text.split())
    )


def _acts(chunk: Chunk) -> bool:
    """Tell whether a chunk is a noun of an act, which those told behind it may be."""
    act = chunk.senses.get(Kind.TRIGGER)
    return act is not None and act.form.pos is not Pos.VERB and act.entry.tells_act


def _heads(row: Sequence[Chunk], lo: int, hi: int) -> list[int]:
    """Give where what is said of each begins: with "the first", else with its day or its place, which stand beside each other."""
    heads: list[int] = []
    k = lo
    while k < hi:
        end = _setting(row, k, hi)
        if end < 0:
            k += 1
            continue
        which = k - 1 if k > lo and _tells_which(row[k - 1]) else k
        if not heads or row[which].joined or row[which].linked:
            heads.append(which)
        k = end
    return heads


def _tells_which(chunk: Chunk) -> bool:
    """Tell whether a chunk says which of the two: "the first", "and the second", "one of them"."""
    return chunk.number_cls == NumberClass.ORDINAL or chunk.has("victim.other")


def _setting(row: Sequence[Chunk], k: int, hi: int) -> int:
    """Give the end of a day and a place that stand beside each other from chunk ``k`` on; ``-1`` where there are none."""
    first = row[k].sort
    if first not in _SETTINGS or (first is Sort.PLACE and row[k].prep not in _IN):
        return -1
    for j in range(k + 1, min(k + 1 + _NEAR, hi)):
        if row[j].sort not in _SETTINGS:
            return -1
        if row[j].sort is not first:
            return j + 1
    return -1
