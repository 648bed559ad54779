"""Who died beside somebody, where his place, his name or his car stands between: "the mayor of the village of A |and his brother|", "the leader in X [So-and-so] |with two of his guards|".

In: a row of chunks and a chunk behind a victim. Out: how many chunks to step over, or whether who follows was with him.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IN
from waqai.tag.harm.tail import OTHER, counts

ALONGSIDE: Final = "particle.alongside"
_WITH: Final = "مع"
_OF: Final = "من"
_NAME: Final = 4
"""Words of "with" and of a name that nobody knows before it."""
_ESCORT: Final = "victim.escort"
_FEW: Final = frozenset({"sg", "du"})


def past_between(row: Sequence[Chunk], i: int, hi: int) -> int:
    """Give how many chunks stand at ``i`` between a victim and those who were hurt with him: a place, what he drove."""
    if i + 1 < hi and row[i].particle == _ALLIES and row[i - 1].sort is Sort.ACTOR and not row[i].gap:
        return 1  # "nine of X |and its allies| and six of Y"
    if i + 1 >= hi or row[i].joined or row[i].gap > 1:
        return 0
    if row[i].sort is Sort.PLACE:
        return int(_goes_on_behind(row, i, hi))
    if title := _past_title(row, i, hi) or _past_outlet(row, i, hi):
        return title
    if row[i].sort is Sort.ACTOR and row[i].prep in _OF_HIS and row[i - 1].has_any(_FORMER):
        return int(_is_kin(row[i + 1]))  # "a former member |of X| and his wife"
    if row[i].reading(Kind.OBJECT) is None or row[i].reading(Kind.VICTIM) is not None or row[i].tells:
        return 0
    driven = row[i].entry(Kind.OBJECT).cls == "vehicle" and not (row[i].gap or row[i].prep)
    works = row[i].prep in IN and row[i].entry(Kind.OBJECT).cls != "vehicle"  # "two clerks |in the town hall|"
    return int(((driven and row[i - 1].has(_WORKER)) or works) and _is_kin(row[i + 1]))


_ALLIES: Final = "allies"
_FORMER: Final = frozenset({"victim.former", "victim.former_two"})
_OF_HIS: Final = frozenset({"في", "من", "ب", "ل"})
_WORKER: Final = "victim.worker"
"""Working people, a driver among them."""


def _goes_on_behind(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether victims go on behind a place; who has a place of his own behind him fell there."""
    more = row[i + 1]
    if more.prep == _WITH and is_company(row, i + 1, hi):
        return True
    if _is_along(row, i + 1, hi):
        return True
    elsewhere = i + 2 < hi and row[i + 2].sort is Sort.PLACE and row[i + 2].prep in IN and row[i + 2].gap <= 1
    if elsewhere and row[i].prep != _OF:
        return False
    if _is_kin(more):
        return True
    one = more.reading(Kind.VICTIM)
    others = one is not None and i + 2 < hi and row[i + 2].has(OTHER) and not (row[i + 2].gap or row[i + 2].joined)
    if others and more.joined and not (more.gap or more.prep or more.tells):
        return True  # "the head of the council in A |and two other members|"
    if one is None or not more.joined or more.gap or more.prep or one.form.number != "sg" or more.tells:
        return False
    if not row[i].prep and not row[i].gap:  # "the mayor of the village of A |and another man|"
        return not one.form.definite
    before = row[i - 1] if row[i - 1].sort is not Sort.ACTOR else row[i - 2]
    leads = before.entry(Kind.VICTIM).who == one.entry.who == _FIGHTERS
    return leads and one.form.definite and not one.form.suffix and not elsewhere


def _is_along(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether "along with" brings a number, one or two persons, or somebody's kin."""
    if i + 1 >= hi or row[i].gap or not row[i].has(ALONGSIDE):
        return False
    one = row[i + 1].reading(Kind.VICTIM)
    few = one is not None and (bool(one.form.suffix) or (not one.form.definite and one.form.number in _FEW))
    return counts(row[i + 1].mention) or few


def _past_title(row: Sequence[Chunk], i: int, hi: int) -> int:
    """Give how many chunks say what somebody named is, before those who were with him: "So-and-so, |head of the police of A|, along with three persons"."""
    one = row[i].reading(Kind.VICTIM)
    if one is None or row[i - 1].sort is not Sort.PERSON or row[i].gap or row[i].prep or one.form.number != "sg":
        return 0
    k = i + 1
    while k < hi and not (row[k].joined or row[k].prep or row[k].gap) and _is_of_title(row[k]):
        k += 1
    counted = k + 1 < hi and row[k].joined and not row[k].gap and counts(row[k].mention)
    people = counted and row[k + 1].reading(Kind.VICTIM) is not None and not row[k + 1].gap
    return k - i if people or _is_along(row, k, hi) else 0


def _past_outlet(row: Sequence[Chunk], i: int, hi: int) -> int:
    """Give how many chunks say for whom a journalist worked and what he was called: "the correspondent |of the agency X So-and-so| and the journalist …"."""
    if not row[i - 1].has(_JOURNALIST) or row[i].reading(Kind.SOURCE) is None or i + 2 >= hi:
        return 0
    called = row[i + 1].sort is Sort.PERSON and not row[i + 1].joined and row[i + 2].joined
    return 2 if called and row[i + 1].gap <= _NAME and not row[i + 2].gap else 0


_JOURNALIST: Final = "victim.medic"
"""Working people whom the laws of war protect, a journalist among them."""


def _is_of_title(chunk: Chunk) -> bool:
    return chunk.sort is Sort.PLACE or Kind.FORCE in chunk.senses or Kind.OBJECT in chunk.senses


_FIGHTERS: Final = "combatants"


def _is_kin(chunk: Chunk) -> bool:
    """Tell whether a chunk adds somebody's kin or his men, and no harm of their own: "|and his brother|"."""
    kin = chunk.reading(Kind.VICTIM)
    if kin is None or not chunk.joined or chunk.gap or chunk.prep or chunk.tells:
        return False
    return bool(kin.form.suffix) or (kin.entry.id == OTHER and kin.form.number in _ONE)


_ONE: Final = frozenset({"", "sg"})


def is_company(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether "with" brings those who were with somebody, and no one he fought or spoke with: "with |two of his guards|", "with |another fighter|"."""
    if row[i].prep != _WITH or row[i].gap > _NAME:
        return False
    k = i + counts(row[i].mention)
    one = row[k].reading(Kind.VICTIM) if k < hi and (k == i or row[k].gap <= 1) else None
    if one is None or row[k].tells:
        return False
    if one.form.suffix:
        return one.entry.id == _ESCORT or (k > i and row[k].prep == _OF) or not row[i].gap
    another = k + 1 < hi and row[k + 1].has(OTHER) and not (row[k + 1].gap or row[k + 1].joined or row[k + 1].prep)
    return another and one.entry.who == _FIGHTERS and (k > i or one.form.number in _FEW)
