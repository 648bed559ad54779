"""One victim who is named, and whoever rode in what was hit, by what his title and the words behind his name say: a commander, an officer, a man like any other.

In: a row of chunks and the chunk of a name. Out: the member of a group that he is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.member import CIVILIANS, COMBATANTS, Member, belonging, named_class
from waqai.tag.harm.next import is_byname
from waqai.tag.harm.tail import ANOTHER, OTHER, TWO, counts, is_at_least, is_clan, is_unarmed, skip_bracket
from waqai.tag.harm.titled import is_officer
from waqai.tag.harm.victim_side import ARMY
from waqai.tag.number.find import NumberMention
from waqai.tag.person.find import PersonMention
from waqai.values.count import Count

_NAME: Final = 2
"""Words of a name that nobody knows, behind "and" and before a mark."""


def named(row: Sequence[Chunk], i: int, hi: int) -> Member:
    """Read the person named at chunk ``i``, and another of an unheard name behind "and"."""
    called, owner, actor = named_class(row, i + 1, hi)
    officer = is_officer(row[i]) and (i == 0 or row[i - 1].entry(Kind.VICTIM).id != _FORMER)
    who_he_is = row[i].mention
    fights = officer or (isinstance(who_he_is, PersonMention) and who_he_is.role == "fighter")
    who = COMBATANTS if fights else called or CIVILIANS
    pair = i + 1 < hi and row[i + 1].sort is Sort.STOP and row[i + 1].linked and row[i + 1].gap <= _NAME
    end = skip_bracket(row, i + 1 + is_byname(row, i + 1, hi), hi)
    state = ARMY if officer else ""
    return Member(who, Count.exactly(1 + pair), end, owner, actor, plain=who == CIVILIANS, state=state)


_FORMER: Final = "victim.former"


def by_form(victim: Reading, text: str) -> Count:
    """Count whom a class word names by its own form; "his guards" is spelt like "his two guards" but as a subject, and they are as often more."""
    if victim.entry.id in _PAIRS:
        return TWO
    if (victim.entry.id == OTHER and text.endswith(ANOTHER)) or victim.form.number not in _COUNTED_BY_FORM:
        return Count.exactly(1)
    if victim.entry.id == _ESCORT and victim.form.suffix and not text.endswith(_NOMINATIVE):
        return Count.at_least(1)
    return _COUNTED_BY_FORM[victim.form.number]


_COUNTED_BY_FORM: Final = {"du": TWO, "pl": Count.at_least(1)}
_PAIRS: Final = frozenset({"victim.former_two", "victim.parents"})
_ESCORT: Final = "victim.escort"
_NOMINATIVE: Final = ("اه", "اها")  # "his two guards" as a subject


def riders(row: Sequence[Chunk], i: int, hi: int, last_who: str) -> Member:
    """Read whoever was in what was hit, and how many they were where the next words say so: "those in it, |and they are four persons|"."""
    k = i + 1 + (i + 2 < hi and row[i + 1].text == ",")
    if k + 1 < hi and counts(row[k].mention) and row[k].gap == 1 and not row[k].prep and row[k + 1].gap <= 1:
        who = row[k + 1].entry(Kind.VICTIM).who
        number = row[k].mention
        if who and isinstance(number, NumberMention):
            return Member(who, number.count, k + 2)
    return Member(last_who, Count.at_least(1), i + 1)


def martyrs_of(row: Sequence[Chunk], j: int, hi: int, count: Count, harm: Reading) -> Member:
    """Read whose the counted dead are, whom a verb tells: "there rose nine martyrs |of the army|"."""
    of_it = j + 1 < hi and row[j + 1].sort is Sort.ACTOR and row[j + 1].prep == "من" and row[j + 1].gap <= 1
    if not of_it or row[j + 1].joined or row[j + 1].is_land:
        return Member(harm.entry.who, count, j)
    return Member(CIVILIANS if is_unarmed(row[j + 1]) else COMBATANTS, count, j + 2, row[j + 1].ids, j + 1)


def is_not_counted(chunk: Chunk, one: Reading, count: Count) -> bool:
    """Tell whether one person behind two to ten only begins to say who they are: "five, [they are] |a mother| and four children", "two |a man| and his wife"."""
    few = count == TWO or (count.is_exact and _THREE <= (count.min or 0) <= _TEN and bool(chunk.gap))
    return few and one.form.number == "sg" and not one.form.definite


_THREE: Final = 3
_TEN: Final = 10


def men_counted(row: Sequence[Chunk], j: int, hi: int, count: Count) -> Member:
    """Read the counted men of an actor at chunk ``j``; of a people or a clan they are civilians."""
    chunk = row[j]
    if j + 1 < hi and is_at_least(row[j + 1]) and count.is_exact:
        count = Count.at_least(count.min or 1)
    if chunk.is_land or is_clan(chunk):
        return belonging(row, hi, Member(CIVILIANS, count, j + 1, plain=True))
    return Member(CIVILIANS if is_unarmed(chunk) else COMBATANTS, count, j + 1, chunk.ids, j)
