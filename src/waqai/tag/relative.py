"""Relative clauses set behind the rest of their sentence: "A, |which they took last month|, was shelled".

What such a clause tells of its place is an act of its own, on its own day, by others, or how things stand there ("In A, |where the
battles go on|, X shelled B"); read in the middle of the sentence it would lend the act of the sentence its day, its doers and its kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.date.find import DateMention

_HE: Final = frozenset({"الذي", "والذي"})
_WHICH: Final = _HE | {
    f"{start}{word}" for start in ("", "و") for word in ("التي", "اللذان", "اللذين", "اللتان", "اللتين")
}
_SHE: Final = frozenset({"", "city", "town", "village", "governorate"})
"""Kinds of place that are feminine, as a town without a kind word is."""
_SHORTEST: Final = 4
"""Chunks that a sentence with such a clause has at least: a place, an act, its day, and an act."""
_HELD: Final = frozenset({"control", "holds", "undergo", "hands"})
"""Particles that tell of a place who holds it or what befell it."""
_FALL: Final = "trigger.fall"
_INTO: Final = frozenset({"hands", "agent"})
_ENDING: Final = frozenset({"joint", "background"})
_OF_ACT: Final = frozenset({"result", "agent"})
"""Particles that tell of the act before the place: "the attack on A |which led to| …"."""
_COST_LIVES: Final = "harm.cost_lives"
"""What no place does: "the bombing of the mosque of A |which cost the lives of| 21 last month"."""


def set_aside(row: list[Chunk], lo: int, hi: int, texts: Sequence[str]) -> None:
    """Move the relative clauses of chunks ``[lo, hi)`` that have a day of their own, or of the place that heads them, to their end."""
    if hi - lo < _SHORTEST or _PRONOUNS.isdisjoint(texts[row[lo].first : row[hi].first + 1 if hi < len(row) else None]):
        return
    found: list[tuple[int, int]] = []
    behind = lo
    for k in [
        k
        for k, chunk in enumerate(row[lo : hi - 1], lo)
        if chunk.sort is Sort.PLACE or (chunk.sort is Sort.ACTOR and _launches(chunk, texts))
    ]:
        end = _end_at(row, lo, k, hi, texts) if k >= behind else k
        if end > k + 1:
            found.append((k + 1, end))
            behind = end
    if not found:
        return
    aside = {j for a, b in found for j in range(a, b)}
    moved = [chunk for a, b in found for chunk in _clause(row, a, b, texts)]
    rest = [row[j] for j in range(lo, hi) if j not in aside]
    last = len(rest) - 1 if rest and rest[-1].sort is Sort.STOP and rest[-1].text != "," else len(rest)
    row[lo:hi] = [*rest[:last], *moved, *rest[last:]]


def _end_at(row: Sequence[Chunk], lo: int, k: int, hi: int, texts: Sequence[str]) -> int:
    if row[k].sort is Sort.ACTOR:
        return _end_of_launcher(row, k, hi, texts)
    return _end_of_setting(row, lo, k, hi, texts) or _end_of(row, k, hi, texts)


def _launches(chunk: Chunk, texts: Sequence[str]) -> bool:
    """Tell whether an actor stands right behind a verb whose object says what he does: "|X launched| …"."""
    return chunk.first > 0 and not chunk.prep and texts[chunk.first - 1] in _LAUNCHES


_LAUNCHES: Final = frozenset(
    f"{start}{word}"
    for start in ("", "و")
    for word in ("شن", "شنت", "بدا", "بدات", "نفذ", "نفذت", "يشن", "تشن", "خاض", "خاضت")
)


def _end_of_launcher(row: Sequence[Chunk], k: int, hi: int, texts: Sequence[str]) -> int:
    """Give the end of what is said of a doer between his verb and its object: "X launched, |who took A last month,| an attack on B"; ``k`` where nothing is."""
    first = k + 1 + (row[k + 1].sort is Sort.STOP)
    if first >= hi or texts[row[first - 1].last] not in _WHO:
        return k
    for j in range(first + 1, hi):
        act = row[j].reading(Kind.TRIGGER)
        if act is not None and act.form.pos is not Pos.VERB and not (row[j].prep or row[j].joined or act.form.definite):
            return j if row[j].text.endswith(_OBJECT) and not row[j].gap and row[j - 1].sort in _SETTLED else k
        if row[j].sort is Sort.STOP and row[j].text == ".":
            return k
    return k


_WHO: Final = _WHICH | {"الذين", "والذين"}
_OBJECT: Final = ("ا", "ات")
_SETTLED: Final = frozenset({Sort.PLACE, Sort.DATE, Sort.STOP})


def _clause(row: Sequence[Chunk], a: int, b: int, texts: Sequence[str]) -> list[Chunk]:
    """Give the chunks of a clause, the first of them with the place that it tells of."""
    first = a + (row[a].sort is Sort.STOP)
    head = msgspec.structs.replace(row[first], tells_of=_place_of(row, a, texts).first, joined=False)
    commas = [row[a]] if first > a else []
    return [*commas, head, *row[first + 1 : b]]


def _place_of(row: Sequence[Chunk], a: int, texts: Sequence[str]) -> Chunk:
    """Give the place before ``a`` that a relative pronoun means: "the palace square in A which (he) …" is about the square."""
    near, before = row[a - 1], row[a - 2]
    first = a + (row[a].sort is Sort.STOP)
    if before.sort is not Sort.PLACE or row[a - 1].joined or texts[row[first - 1].last] not in _HE:
        return near
    return before if near.place_kind in _SHE else near


def _end_of(row: Sequence[Chunk], k: int, hi: int, texts: Sequence[str]) -> int:
    """Give the end of a relative clause about the place ``k`` that tells an act and its day; ``k`` where there is none."""
    first = k + 1
    comma = row[first].sort is Sort.STOP and row[first].text == ","
    if comma:
        first += 1
    if first >= hi or row[first - 1].last >= row[first].first or texts[row[first - 1].last] not in _WHICH:
        return k
    if row[first].particle in _OF_ACT or row[first].has(_COST_LIVES) or _is_killer(row, first, hi, texts):
        return k
    told = dated = False
    for j in range(first, hi):
        chunk = row[j]
        if chunk.sort is Sort.STOP:
            closes = comma and chunk.text == "," and j + 1 < hi
            return j + closes if told and dated else k
        if j > first and chunk.particle in _ENDING:
            return j if told and dated else k
        if told and dated and chunk.prep == "ل" and chunk.reading(Kind.TRIGGER) is not None:
            return j  # "underwent |shelling|" goes on with the sentence
        told = told or _tells(chunk) or (chunk.has(_FALL) and j + 1 < hi and row[j + 1].particle in _INTO)
        dated = dated or isinstance(chunk.mention, DateMention)
    return hi if told and dated else k


def _is_killer(row: Sequence[Chunk], first: int, hi: int, texts: Sequence[str]) -> bool:
    """Tell whether a relative clause says whom the act before the place killed: "which |killed 21|", and not "in which 21 were killed"."""
    harm = row[first].reading(Kind.HARM)
    if harm is None or harm.form.pos is not Pos.VERB or first + 1 >= hi or row[first + 1].sort is not Sort.NUMBER:
        return False
    return row[first].gap == 1 and row[first + 1].gap == 0


def _end_of_setting(row: Sequence[Chunk], lo: int, k: int, hi: int, texts: Sequence[str]) -> int:
    """Give the end of what is said of the place that heads a sentence, where the main clause goes on; 0 where there is none."""
    if row[k].gap > 1 or not all(c.sort is Sort.STOP or c.particle or texts[c.first] == _AS_FOR for c in row[lo:k]):
        return 0
    first = k + 1 + (row[k + 1].sort is Sort.STOP and row[k + 1].text == ",")
    if first >= hi or texts[row[first - 1].last] not in _WHICH | _WHERE:
        return 0
    for j in range(first, hi - 1):
        if row[j].sort is Sort.STOP:
            if row[j].text != ",":
                return 0
            if goes_on(row[j + 1], of_place=row[k].prep == "" and row[k].gap == 1):
                return j + 1
    return 0


_AS_FOR: Final = "اما"
_WHERE: Final = frozenset({"حيث"})
_PRONOUNS: Final = _WHO | _WHERE
"""How such a clause begins."""
_UNREAD: Final = 2
"""Words that nobody knows between the comma and the main verb: "then", "has"."""
_TO: Final = "ل"


def goes_on(chunk: Chunk, *, of_place: bool = False) -> bool:
    """Tell whether the main clause begins with the chunk behind a comma: a verb, the subject behind one, or what the place of a verb before it saw or underwent."""
    if chunk.joined or chunk.gap > _UNREAD or chunk.prep not in ("", _TO if of_place else ""):
        return False
    return is_bare_verb(chunk) or (of_place and chunk.tells) or (chunk.sort is Sort.ACTOR and chunk.gap > 0)


def is_bare_verb(chunk: Chunk) -> bool:
    """Tell whether a chunk is a verb of an act, a harm or a saying, or a phrase of one, and no pronoun is its object."""
    told = (chunk.reading(kind) for kind in (Kind.TRIGGER, Kind.HARM, Kind.SOURCE))
    return any(
        t is not None and not t.form.suffix and (t.form.pos is Pos.VERB or (t.form.pos is Pos.PHRASE and chunk.tells))
        for t in told
    )


def _tells(chunk: Chunk) -> bool:
    return chunk.entry(Kind.TRIGGER).tells_act or Kind.HARM in chunk.senses or chunk.particle in _HELD
