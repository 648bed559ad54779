"""Where victims begin, and whether more of them go on behind: "a man |and his son|", "the commander |along with| seven fighters".

In: a row of chunks and a chunk of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.company import ALONGSIDE, is_company
from waqai.tag.harm.tail import OTHER, counts, is_people
from waqai.tag.harm.titled import is_titled_too

_OF_WHOM: Final = 2
"""Unread words behind a number that say of whom they are."""
_NAME: Final = 3
"""Words of a name that nobody knows, between a victim and his kin: "his wife So-and-so and his son"."""


def begins_victims(chunk: Chunk) -> bool:
    """Tell whether victims may begin with this chunk."""
    if chunk.sort is Sort.NUMBER:
        return counts(chunk.mention)
    if chunk.sort is Sort.PERSON:
        return True
    if chunk.sort is Sort.ACTOR:
        if chunk.prep == "الي" and chunk.gap > 0:
            return False  # "were led away |to| an unknown body"; the governor [wali] of X has no word before it
        return chunk.gap <= 1 and chunk.prep not in ("علي", "ضد", "بين")
    one = chunk.reading(Kind.VICTIM)
    if one is not None and one.form.suffix and is_adjective(chunk):
        return False
    if one is not None and one.form.suffix and one.form.number == "du" and chunk.reading(Kind.OBJECT) is not None:
        return False  # "buildings" are spelt like "his two sons"
    return (one is not None and one.entry.id != NATIONALS) or chunk.particle == RIDERS


def is_adjective(chunk: Chunk) -> bool:
    """Tell whether a word for fighters goes with a feminine noun before it, and is spelt like "his gunman": "an |armed| gang", "|outlying| quarters"."""
    one = chunk.reading(Kind.VICTIM)
    if one is None or one.form.suffix != _HIS or one.form.number != "sg" or not chunk.text.endswith(_HIS):
        return False
    return one.entry.id in _ADJECTIVES and not (chunk.prep or chunk.joined)


def is_what_force_does(row: Sequence[Chunk], i: int) -> bool:
    """Tell whether an act's noun is the adjective of the force before it, which is spelt alike: "the |raiding| force arrested four"."""
    act = row[i].reading(Kind.TRIGGER)
    if act is None or not i or act.form.pos is Pos.VERB or row[i].gap or row[i].prep or row[i].joined:
        return False
    force = row[i - 1]
    return force.reading(Kind.FORCE) is not None and force.text.startswith(_THE) and row[i].text.startswith(_THE)


_THE: Final = "ال"


_HIS: Final = "ه"
_ADJECTIVES: Final = frozenset({"victim.gunman", "victim.rebel"})


def is_man_seized(row: Sequence[Chunk], i: int) -> bool:
    """Tell whether a chunk is a man or two of somebody's, upon whom hands were laid: "the arrest yesterday |of ['ala] a member of X|"."""
    if row[i].sort is not Sort.ACTOR or row[i].prep != "علي" or row[i].men not in _FEW or row[i].gap > 1:
        return False
    laid = next((k for k in range(i - 1, -1, -1) if row[k].sort is not Sort.DATE), -1)
    return laid >= 0 and any(r.entry.id in _HANDS_LAID for r in row[laid].readings)


_HANDS_LAID: Final = frozenset({"harm.detained_verb", "harm.detained_apart", "harm.laid_hands"})


NATIONALS: Final = "victim.nationals"


RIDERS: Final = "riders"
"""Class of phrases for whoever was in what was hit, of whom only that says who they are."""


def is_byname(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether a second name of one man stands before his kin: "So-and-so |Abu So-and-so| and his three sons"."""
    if i + 1 >= hi or row[i].sort is not Sort.PERSON or row[i].gap or row[i].joined:
        return False
    kin = row[i + 1].reading(Kind.VICTIM)
    return kin is not None and bool(kin.form.suffix) and row[i + 1].joined and not row[i + 1].gap


def goes_along(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether more victims are told behind "besides" or "accompanied by": "the commander |along with| seven fighters"."""
    i += i + 2 < hi and row[i].sort is Sort.STOP and row[i].text == ","
    if (
        i + 1 >= hi
        or not _ALONG & {r.entry.id for r in row[i].readings}
        or row[i + 1].gap > 1
        or row[i + 1].reading(Kind.HARM) is not None
    ):
        return False
    nxt = row[i + 1]
    if nxt.sort is Sort.NUMBER:
        return counts(nxt.mention) and i + 2 < hi and row[i + 2].gap <= 1 and _counts_members(row[i + 2])
    one = nxt.reading(Kind.VICTIM)
    one_of = one is not None and (one.entry.id == _ATTACKER or not one.form.definite or bool(one.form.suffix))
    if one is not None and one_of and one.form.number in _FEW:
        return True  # "four persons, |besides the attacker|", "a man and his wife, |besides another child|", "he |along with his brother|"
    behind = row[i + 2] if i + 2 < hi and not row[i + 2].gap else None
    if one is not None and behind is not None and behind.sort is (Sort.PERSON if one.form.definite else Sort.NUMBER):
        return not behind.joined and not behind.prep  # "besides |the policeman So-and-so|", "besides |civilians two|"
    return nxt.men in _FEW


def ends_with_one(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether one more victim ends a list behind a comma: "two members of X|, and a civilian|", and no act or harm of his own follows."""
    if i + 1 >= hi or row[i].text != "," or not row[i + 1].joined or row[i + 1].gap or row[i + 1].prep:
        return False
    one = row[i + 1].reading(Kind.VICTIM)
    if (
        one is None
        or (one.form.definite and not one.form.suffix)
        or one.form.number not in _FEW
        or one.entry.id == OTHER
    ):
        return False
    if row[i + 1].reading(Kind.HARM) is not None or row[i + 1].reading(Kind.TRIGGER) is not None:
        return False
    named = (
        one.form.suffix and i + 2 < hi and row[i + 2].sort is Sort.PERSON and not (row[i + 2].gap or row[i + 2].joined)
    )
    k = i + 2 + bool(named)  # "|, and his son| So-and-so"
    after = row[k] if k < hi else None
    if named and (after is None or (after.sort is Sort.PLACE and not after.joined)):
        return not any(chunk.reading(Kind.HARM) is not None for chunk in row[k : min(hi, k + 2)])
    if after is None or after.sort in (Sort.STOP, Sort.DATE) or after.particle in _BY_WHAT:
        return True
    if after.sort is Sort.NUMBER and not counts(after.mention):
        return True  # "|, and his sister| of 3 years"
    return after.prep == "ب" and after.reading(Kind.TRIGGER) is not None and not (after.gap or after.joined)


def ends_with_some(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether men of the other side end a list behind a comma, with their number: "six fighters of X|, and 11 men of Y|", and nothing else befell them."""
    if i + 2 >= hi or row[i].text != "," or row[i].sort is not Sort.STOP:
        return False
    number, men = row[i + 1], row[i + 2]
    if not number.joined or number.gap or number.prep or not counts(number.mention):
        return False
    if men.gap > (men.prep == "من") or men.joined or men.prep not in ("", "من") or men.has(OTHER):
        return False
    if not _counts_members(men):
        return False
    if men.reading(Kind.HARM) is not None or men.reading(Kind.TRIGGER) is not None:
        return False
    k = i + 3
    while k < hi and row[k].sort is Sort.ACTOR and row[k].gap <= 1 and (row[k].joined or row[k].prep == "من"):
        k += 1  # "|, and 11 men of Y| and Z"
    after = row[k] if k < hi else None
    return after is None or after.sort in (Sort.STOP, Sort.DATE) or after.particle in _BY_WHAT


_BY_WHAT: Final = frozenset({"cause", "result", "subset"})
"""Classes of particles behind victims that say by what they were hurt, and who some of them were."""
_FEW: Final = frozenset({"sg", "du"})
_ATTACKER: Final = "victim.attacker"
_ALONG: Final = frozenset({ALONGSIDE, "particle.besides_men", "particle.besides_to"})


def continues(row: Sequence[Chunk], i: int) -> bool:
    """Tell whether chunk ``i`` goes on with the victims told before it: "a man |and his son|", "two |and three members of X|"."""
    chunk = row[i]
    counted = i + 1 < len(row) and chunk.sort is Sort.NUMBER and row[i + 1].gap <= 1
    kin = row[i + counted].reading(Kind.VICTIM)
    named_before = kin is not None and bool(kin.form.suffix)
    if counted and _counts_harmed(row[i + 1]):
        return False  # "a person |and 12 wounded|"
    if (
        chunk.joined
        and not chunk.gap
        and chunk.sort is Sort.ACTOR
        and not chunk.men
        and _are_peoples(row[i - 1], chunk)
    ):
        return False  # "12 persons of the clans |and the Druze|"
    if chunk.joined and not chunk.gap and _are_two_sons(row, i):
        return True
    if chunk.prep == "مع" and row[i - 1].has(_AGENT):
        return False  # "a youth who collaborated |with X|"
    if is_titled_too(chunk) or (chunk.prep == "مع" and is_company(row, i, len(row))):
        return True
    if (
        counted
        and chunk.joined
        and chunk.gap <= _OF_WHOM
        and row[i - 1].sort is Sort.NUMBER
        and _counts_members(row[i + 1])
    ):
        return True  # "six of the [so-and-so] and three members of X"
    return (
        (chunk.joined or chunk.prep == "مع")
        and chunk.gap <= (_NAME if named_before else (counted and _counts_members(row[i + 1])) + (chunk.prep == "مع"))
        and (chunk.prep in ("", "من", "مع") or (chunk.joined and chunk.prep == _ALI))
        and chunk.reading(Kind.HARM) is None
        and chunk.reading(Kind.TRIGGER) is None
        and begins_victims(chunk)
    )


def _are_peoples(one: Chunk, other: Chunk) -> bool:
    """Tell whether two actors are peoples of whom those counted before were, none of them an armed group."""
    return one.sort is Sort.ACTOR and not one.men and is_people(one) and is_people(other)


def _are_two_sons(row: Sequence[Chunk], i: int) -> bool:
    """Tell whether "and his two sons", which are spelt like buildings, stand right behind one person."""
    kin, one = row[i].reading(Kind.VICTIM), row[i - 1].reading(Kind.VICTIM)
    if kin is None or not kin.form.suffix or kin.form.number != "du" or not row[i].joined or row[i].gap or row[i].prep:
        return False
    return row[i - 1].sort is Sort.PERSON or (one is not None and one.form.number == "sg")


def _counts_harmed(chunk: Chunk) -> bool:
    return chunk.entry(Kind.HARM).cls == "headcount" and chunk.reading(Kind.VICTIM) is None


def _counts_members(chunk: Chunk) -> bool:
    return chunk.sort is Sort.ACTOR or chunk.reading(Kind.VICTIM) is not None


def are_beside(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether victims are counted beside somebody told before: "|three others|", "|his guard|", "two of |his companions|".

    Not behind "after": "the dead rose to 20 |after| three others died", who are among them; "a day after |the death of| five others".
    """
    if i and (row[i - 1].prior or row[i - 1].that or row[i - 1].prep == "من"):
        return False
    counted = row[i].sort is Sort.NUMBER and i + 1 < hi
    i += counted
    victim = row[i].reading(Kind.VICTIM)
    if victim is None or (victim.form.definite and not victim.form.suffix):
        return False
    if nth_of(row[i]):
        return True
    return (victim.entry.id == OTHER and counted) or (victim.entry.id == _ESCORT and bool(victim.form.suffix))


_NTH: Final = {"particle.third": 3, "particle.fourth": 4, "particle.fifth": 5}
"""Words for one more that say how many he makes: "then |a third| died"."""


def nth_of(chunk: Chunk) -> int:
    """Give how many there are with one more who is told behind them, zero where nothing says so."""
    if Kind.VICTIM not in chunk.senses or not chunk.has(OTHER):
        return 0
    return next((n for word, n in _NTH.items() if chunk.has(word)), 0)


_ALI: Final = "علي"
"""The end of a name before "and", which is spelt like a preposition."""
_AGENT: Final = "victim.collaborator"
_ESCORT: Final = "victim.escort"
