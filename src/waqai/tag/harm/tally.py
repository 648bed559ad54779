"""The dead by their number: "the number of the dead rose to 23", "rose to 23 the number of …", "the dead 9 and the wounded 20".

In: a row of chunks and the chunk of a plural that counts victims. Out: how many, and the chunk behind the number.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.group import Group
from waqai.tag.harm.search import group_before
from waqai.tag.harm.tail import counts, is_at_least
from waqai.tag.number.find import NumberMention
from waqai.tag.number.label import NumberClass
from waqai.values.count import Count

_REACH: Final = 8
"""Chunks between the dead and their number: what killed them, where and when."""
RISES: Final = frozenset({"rises", "amounts"})
"""Classes of the words that "rose to", "came to" so many."""
_FROM: Final = "من"
_TO: Final = "الي"
_RANGE: Final = 2
"""Words of a number more than which are two: "nine to 15"."""
_OF: Final = "ل"
"""What binds the dead to the word for their number: "the toll |of| the dead of X reached 20"."""
_BETWEEN: Final = "بين"
_THE_NUMBER: Final = 1
"""Words between a number and the dead it is "the number of"."""


def tally(row: Sequence[Chunk], at: int, after: int, lo: int, hi: int) -> tuple[Count, int] | None:
    """Read the number that a sentence gives for the dead at ``at``, who may be coordinated up to ``after``."""
    if row[at].prep == _FROM and _counts_them(row, after, hi):
        return row[after].mention.count, after + 1  # type: ignore[union-attr]  # "three of the wounded, |the ten|"
    if row[at].prep:
        return _risen(row, at, after, hi) if row[at].prep == _OF and row[at].gap else None
    before = row[at - 1].mention if at > lo else None
    if (
        isinstance(before, NumberMention)
        and counts(before)
        and row[at - 1].prep == _TO
        and row[at].gap == _THE_NUMBER
        and not (row[at].joined or row[at].linked)
    ):
        return before.count, after
    after += _names_class(row, after, hi)
    after += _heads_a_number(row, after, hi)
    if after < hi and row[after].gap <= 1 and not row[after].prep and not row[after].joined:
        mention = row[after].mention
        if isinstance(mention, NumberMention) and counts(mention) and not _counts_acts(row, after, hi):
            return mention.count, after + 1
    return _risen(row, at, after, hi)


def _counts_acts(row: Sequence[Chunk], at: int, hi: int) -> bool:
    """Tell whether a number counts what killed them, and not the dead: "the victims of |16 raids|"."""
    if at + 1 >= hi or row[at + 1].gap or row[at + 1].prep or row[at + 1].joined or row[at + 1].sort is not Sort.WORD:
        return False
    act = row[at + 1].reading(Kind.TRIGGER)
    by = row[at + 1].particle == "agent"
    return not by and ((act is not None and act.form.pos is Pos.NOUN) or row[at + 1].reading(Kind.WEAPON) is not None)


def _counts_them(row: Sequence[Chunk], after: int, hi: int) -> bool:
    """Tell whether their number stands right behind those of whom some are told: "32 of the wounded, |the 104|"."""
    return after < hi and counts(row[after].mention) and not (row[after].prep or row[after].joined or row[after].gap)


def _names_class(row: Sequence[Chunk], after: int, hi: int) -> bool:
    """Tell whether a class stands between the hurt and a number more than which they are: "the wounded |of the civilians| passed 40"."""
    if after + 1 >= hi or row[after].prep != _FROM or row[after].gap > 1 or row[after].reading(Kind.VICTIM) is None:
        return False
    return getattr(row[after + 1].mention, "cls", None) is NumberClass.MORE_THAN and not row[after + 1].gap


def _heads_a_number(row: Sequence[Chunk], after: int, hi: int) -> bool:
    """Tell whether a colon stands between the hurt and their number, and no list: "the dead|:| 4", but not "the dead: 1- So-and-so"."""
    if after + 1 >= hi or row[after].text != ":" or row[after].gap or not counts(row[after + 1].mention):
        return False
    return after + 2 >= len(row) or not (row[after + 2].text in _LISTED and not row[after + 2].gap)


_LISTED: Final = "-.)"
"""Marks behind the numbers of a list."""


def out_of(row: Sequence[Chunk], after: int, hi: int) -> tuple[Count, int] | None:
    """Read of how many wounded some are told to be still in hospital: "20 wounded |out of| nearly a hundred"."""
    if after + 1 >= hi or row[after].particle != _OUT_OF or row[after].gap or not counts(row[after + 1].mention):
        return None
    return row[after + 1].mention.count, after + 2  # type: ignore[union-attr]


_OUT_OF: Final = "out_of"


def number_of_some(row: Sequence[Chunk], at: int, lo: int) -> NumberMention | None:
    """Read how many of some fell dead: "|five of the members of| X fell dead"."""
    of = at - 1
    if of - 1 <= lo or row[at].gap > 1 or row[at].joined or row[at].prep or row[of].prep != _FROM or row[of].gap > 1:
        return None
    men = row[of].sort is Sort.ACTOR or row[of].reading(Kind.VICTIM) is not None
    mention = row[of - 1].mention
    fell = row[of - 2].has("harm.fell") or row[of - 2].has("trigger.fall")
    return mention if men and fell and isinstance(mention, NumberMention) and counts(mention) else None


def _risen(row: Sequence[Chunk], at: int, after: int, hi: int) -> tuple[Count, int] | None:
    """Read "to 23" behind what killed them, where and when: "the dead in the shelling of A rose |to 23|, among them …"."""
    rises = row[at - 1].particle in RISES
    for k in range(after, min(hi, after + _REACH)):
        mention = row[k].mention
        if isinstance(mention, NumberMention) and counts(mention):
            if row[k].prep == _FROM and mention.count.max and row[k].last - row[k].first > _RANGE:
                least = k + 1 < hi and is_at_least(row[k + 1])  # "rose from nine to 15 |at least|"
                return (Count.at_least if least else Count.exactly)(mention.count.max), k + 1 + least
            ends = (
                k + 1 >= hi
                or row[k + 1].linked
                or row[k + 1].prior
                or (row[k + 1].gap > 0 and rises)
                or (not row[k + 1].gap and (row[k + 1].joined or not _is_read_itself(row[k + 1])))
            )
            # "to 3 persons |between| dead and wounded"
            shared = any(behind.prep == _BETWEEN for behind in row[k + 1 : k + 3])
            to = row[k].prep == _TO or (rises and row[k].prep == _OF and not shared)
            reaches = to or (not row[k].prep and (row[at].prep == _OF or rises))
            return (mention.count, k + 1) if reaches and (ends or not to) else None
        if (row[k].joined and not row[k].names_side) or not _is_circumstance(row[k]):
            return None
    return None


def _is_read_itself(chunk: Chunk) -> bool:
    """Tell whether the number goes with a word that counts victims or things by itself: "to 9 dead", "to 3 hospitals"."""
    return any(r.entry.kind in (Kind.HARM, Kind.OBJECT, Kind.WEAPON) for r in chunk.readings)


_FALL: Final = "trigger.fall.counted"


def _is_circumstance(chunk: Chunk) -> bool:
    if chunk.sort in (Sort.DATE, Sort.PLACE, Sort.ACTOR) or chunk.text == ",":
        return True
    if chunk.sort is not Sort.WORD:
        return False
    if chunk.reading(Kind.HARM) is not None and not chunk.has(_FALL):
        return False  # "the dead by the |fall| of a rocket rose to 5"
    acts = [r for r in chunk.readings if r.entry.kind is Kind.TRIGGER]
    return not acts or chunk.gap == _WHICH or any(r.form.pos is not Pos.VERB for r in acts)


_WHICH: Final = 1
"""Words between what killed and its verb: "the attack |which| struck A"."""


def fell_victim(row: Sequence[Chunk], at: int, lo: int, number: NumberMention | None) -> Group | None:
    """Read who fell "victim" to something, told before it: "there went |three civilians| yesterday a victim of the blast"."""
    form = row[at].senses[Kind.HARM].form
    if number is not None or form.definite or form.suffix or row[at].prep or row[at].joined or row[at].gap > 1:
        return None
    return group_before(row, at, lo)


def is_whole_of_some(row: Sequence[Chunk], at: int, lo: int) -> bool:
    """Tell whether the dead are those of whom some are singled out: "|among the dead| are two children"; not "there fell of them |dead|"."""
    if row[at].prep == "بين":
        return True
    if at <= lo or row[at - 1].particle != "subset" or row[at].gap:
        return False
    return not (at - 1 > lo and not row[at - 1].prep and _makes_dead(row[at - 2]))


def are_of_counted(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether others are counted of those who were hurt before: "three |of the wounded| died"."""
    if row[at].prep != _FROM or at < _RANGE or row[at].gap > 1 or row[at].joined or not counts(row[at - 1].mention):
        return False
    died = row[at - 2].reading(Kind.HARM)
    return died is not None and died.form.pos is Pos.VERB and died.entry.harm != row[at].entry(Kind.HARM).harm


def _makes_dead(chunk: Chunk) -> bool:
    """Tell whether a chunk is a verb behind which dead are told anew: "there fell", "inflicted"."""
    return chunk.has("trigger.fall") or chunk.particle in ("result", "inflicts")


def are_mourned(row: Sequence[Chunk], at: int, lo: int) -> bool:
    """Tell whether the dead are those whom people bury, remember or belong to: "during |the funeral of| the dead of the army"."""
    if at <= lo or row[at - 1].particle != _MOURNS or row[at].gap or row[at].joined:
        return False
    where = (c for c in row[at + 2 : at + _WHERE] if c.sort is Sort.PLACE)
    return not (at + 1 < len(row) and _is_their_act(row[at + 1]) and any(c.prep == _UPON for c in where))


_UPON: Final = "علي"
_WHERE: Final = 6
"""Chunks from the dead past their act and its doer to where it was."""


def _is_their_act(chunk: Chunk) -> bool:
    """Tell whether the dead are called after the act right behind them: "the funeral of |the dead of the shelling| of A"."""
    act = chunk.reading(Kind.TRIGGER)
    bare = not (chunk.gap or chunk.prep or chunk.joined)
    return bare and act is not None and act.form.pos is not Pos.VERB and act.form.definite


def are_buried(row: Sequence[Chunk], at: int, lo: int) -> bool:
    """Tell whether bodies are those that people bear to the grave: "thousands |bore to the grave the body of| a child"."""
    if not row[at].has_any(BODIES):
        return False
    for k in range(at - 1, max(lo, at - _BEARERS) - 1, -1):
        if row[k].particle == _MOURNS:
            return not row[at].joined
        if row[k].sort is Sort.STOP or row[k].tells:
            return False
    return False


BODIES: Final = frozenset({"harm.body", "harm.body_found"})
"""Words for a body, and for the finding of one."""
_BEARERS: Final = 5
"""Chunks from the verb to the body: who bears it, when and where."""
_MOURNS: Final = "mourns"
