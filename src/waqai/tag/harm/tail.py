"""What may stand behind a victim without counting anybody: a second class word, a name, an age, "at least".

In: a row of chunks and where the victim ends. Out: where to read on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.titled import is_titled_too
from waqai.tag.number.find import NumberMention
from waqai.tag.number.label import NumberClass
from waqai.values.actor import CIVILIANS, PROTESTERS, SETTLERS, TRIBAL, UNKNOWN
from waqai.values.count import Count

OTHER: Final = "victim.other"
ANOTHER: Final = "اخري"
"""How "another" of a woman ends, which is spelt like "two others"."""
TWO: Final = Count.exactly(2)
_PEOPLES: Final = frozenset({TRIBAL, "SYR_TRIBES", "DRUZE_FACTIONS"})
"""Actors named after a people, most of whom bear no arms."""


def counts(number: object) -> bool:
    """Tell whether a mention is a number that can count heads."""
    return isinstance(number, NumberMention) and number.counts


def adds_to_number(behind: Chunk, number: str, *, counted: bool) -> bool:
    """Tell whether a chunk behind a noun only says its number again: "21 dead |at least|", or uncounted "|one| martyr", "|two| martyrs (dual)"."""
    if counted:
        return is_at_least(behind)
    if behind.sort is not Sort.NUMBER or behind.gap or behind.prep or behind.joined:
        return False
    said = behind.mention
    return isinstance(said, NumberMention) and said.counts and said.count == Count.exactly(_IN_ITSELF.get(number, 0))


_IN_ITSELF: Final = {"sg": 1, "du": 2}
"""The number that a noun has in itself."""


def at_least(row: Sequence[Chunk], i: int, hi: int, count: Count) -> tuple[Count, int]:
    """Read "at least" behind men of an actor: "a member of X |at least|"."""
    if i < hi and is_at_least(row[i]) and count.is_exact and count.min is not None:
        return Count.at_least(count.min), i + 1
    return count, i


def is_at_least(chunk: Chunk) -> bool:
    """Tell whether a chunk says "at least"."""
    return chunk.particle == "at_least"


def skip_apposition(row: Sequence[Chunk], i: int, hi: int) -> int:
    """Step over a second class word, a name, an age in brackets: "the youth So-and-so (16)"."""
    while i < hi and not row[i].joined and _is_beside(row[i]) and not is_one_of_them(row[i]):
        if (
            (row[i].sort is Sort.PERSON and not is_titled_too(row[i]))
            or is_at_least(row[i])
            or _is_surname(row, i)
            or (row[i].sort is Sort.PLACE and not row[i].prep and row[i - 1].has(_CALLING))
            or _is_unit(row[i])
            or (
                (kind := row[i].reading(Kind.VICTIM)) is not None
                and row[i].sort is Sort.WORD
                and row[i].gap <= (kind.entry.id in _APPOSED)
                and not row[i].prep
            )
        ):
            i += 1
            continue
        past = skip_bracket(row, i, hi)
        if past == i:
            break
        i = past
    return i


def is_one_of_them(chunk: Chunk) -> bool:
    """Tell whether a chunk singles out one of people told before: "two persons, |one of them| a soldier"."""
    return chunk.text in _ONE_OF_THEM and not chunk.joined


_ONE_OF_THEM: Final = frozenset({"احدهم", "احدهما", "احداهن", "احداهما"})


def _is_beside(chunk: Chunk) -> bool:
    """Tell whether at most one word stands ahead of a chunk, or those that say an age."""
    return chunk.gap <= (_OF_AGE if chunk.number_cls == NumberClass.AGE else 1)


_CALLING: Final = "victim.calling"
"""Callings that may be of a place: "the imam |of the mosque of A|"."""
_OF_AGE: Final = 3
"""Words of "who is of the age of"."""
_APPOSED: Final = frozenset({OTHER, "victim.rank"})
"""Words that may stand one word behind him whom they are of: "an officer |with the rank of| colonel"."""


def _is_surname(row: Sequence[Chunk], i: int) -> bool:
    """Tell whether a name ends with the name of a people or a group: "the commander Abu So-and-so |al-Houthi|"."""
    return row[i].sort is Sort.ACTOR and row[i - 1].sort is Sort.PERSON and not (row[i].gap or row[i].prep)


def _is_unit(chunk: Chunk) -> bool:
    """Tell whether a chunk is the unit somebody commands, or its number: "the commander of |the Eighth Brigade|"."""
    number = isinstance(chunk.mention, NumberMention) and chunk.mention.cls is NumberClass.ORDINAL
    return not chunk.prep and chunk.gap == 0 and (number or chunk.reading(Kind.FORCE) is not None)


def skip_bracket(row: Sequence[Chunk], i: int, hi: int) -> int:
    """Step over a bracket of one or two chunks, and an age."""
    if i < hi and row[i].sort is Sort.STOP and row[i].text == "(":
        for j in range(i + 1, min(i + 4, hi)):
            if row[j].sort is Sort.STOP and row[j].text == ")":
                return j + 1
    if i < hi and row[i].sort is Sort.NUMBER and not counts(row[i].mention) and not row[i].joined:
        return i + _is_beside(row[i])
    return i


def is_another_act(row: Sequence[Chunk], i: int) -> bool:
    """Tell whether "other" goes with an act or a weapon and means nobody: "a raid |another| hit the stores"."""
    if i == 0 or not row[i].has(OTHER) or row[i].gap or row[i].joined or row[i].prep or row[i].sort is not Sort.WORD:
        return False
    act = row[i - 1].reading(Kind.TRIGGER)
    thing = (act is not None and act.form.pos is not Pos.VERB) or row[i - 1].reading(Kind.WEAPON) is not None
    return thing and row[i - 1].reading(Kind.VICTIM) is None and row[i - 1].reading(Kind.HARM) is None


def is_counted_too(row: Sequence[Chunk], i: int, hi: int, count: Count, first: Reading) -> bool:
    """Tell whether one number counts two classes: "sixty women |and children|" [woman and child], "dozens of the women |and the children|"."""
    also = row[i].reading(Kind.VICTIM) if i < hi and row[i].joined and not row[i].gap else None
    if also is None or also.entry.who != first.entry.who or also.entry.id == OTHER:
        return False
    if first.form.number == "pl" and first.form.definite:
        return also.form.number == "pl" and also.form.definite  # "dozens |of the women and the children|"
    ranks = first.entry.id in _RANKS and also.entry.id in _RANKS  # "17 soldiers |and officers|" [soldier and officer]
    if (count.min or 0) < _ELEVEN or first.form.number != "sg" or not (ranks or first.entry.who == "civilians"):
        return False
    return also.form.number == "sg" and not also.form.suffix and row[i].text.endswith(_ACCUSATIVE)


_ELEVEN: Final = 11
"""From here on what is counted stands in the singular."""
_ACCUSATIVE: Final = ("ا", "ه")
_RANKS: Final = frozenset({"victim.officer", "victim.policeman", "victim.soldier", "victim.soldier_few"})


def is_no_group(chunk: Chunk) -> bool:
    """Tell whether an actor phrase names a nationality or nobody known: "three Turks", "an unknown person"."""
    return chunk.is_land or UNKNOWN in chunk.ids


def is_of_group(row: Sequence[Chunk], actor: int) -> bool:
    """Tell whether the chunk of an actor, if there is one, names a group: "another |of X|", but not "another, |unknown|"."""
    return actor >= 0 and not is_no_group(row[actor])


def is_people(chunk: Chunk) -> bool:
    """Tell whether an actor phrase names a tribe or community, of which a person is no fighter: "a youth of the clans"."""
    armed = any(entry.startswith("force.") for entry in chunk.called)
    return set(chunk.ids) <= _PEOPLES and not armed


def is_clan(chunk: Chunk) -> bool:
    """Tell whether an actor phrase names a clan and no militia of clans: "four |sons of the tribe of X|"."""
    return chunk.ids == (TRIBAL,) and is_people(chunk)


def is_unarmed(chunk: Chunk) -> bool:
    """Tell whether an actor phrase names a crowd or settlers, who are civilians where they are hurt."""
    return chunk.ids in _PEOPLE_OF_NO_ARMS


_PEOPLE_OF_NO_ARMS: Final = ((PROTESTERS,), (SETTLERS,), (CIVILIANS,))


def is_countryman(chunk: Chunk) -> bool:
    """Tell whether an actor phrase is men or women of a people, whom no word calls fighters: "the killing of |an Iraqi|", "|two Lebanese|"."""
    if chunk.actor_cls != _PEOPLE or chunk.gap or chunk.prep:
        return False
    named = chunk.text.removeprefix(_AND if chunk.joined else "")
    return not named.startswith(_THE) or named.startswith(_LIKE_THE)


def says_country(chunk: Chunk) -> bool:
    """Tell whether a people's adjective only says from where somebody is whom nobody knows: "the killing of a |Somali| deputy, of Abu A |the Moroccan|"."""
    return chunk.actor_cls == _PEOPLE and chunk.gap > 0


def count_countrymen(chunk: Chunk) -> Count:
    """Count people who are named by their country alone, by its ending."""
    if chunk.text.endswith(_PAIR):
        return TWO
    return Count.at_least(1) if chunk.text.endswith(_MANY) else Count.exactly(1)


_PEOPLE: Final = "nationality"
_AND: Final = "و"
_THE: Final = ("ال", "لل")
_LIKE_THE: Final = ("المان", "البان")
"""How names of peoples begin that begin like an article: Germans, Albanians."""
_PAIR: Final = ("يان", "يتان")
_MANY: Final = ("ين", "ون", "ان", "ات")


def is_owner_too(chunk: Chunk, count: Count) -> bool:
    """Tell whether those counted are also of this actor, or of its men where many were counted: "thirty of X |and Y|", "|and the men of Y|"."""
    if chunk.sort is not Sort.ACTOR or not chunk.joined or chunk.gap > 0:
        return False
    return not chunk.men or ((count.min or 0) > _TWO and chunk.men == "pl" and not chunk.is_free)


_TWO: Final = 2


def lists_on(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether a list of names goes on behind a comma or a dash: "A, B, C and D", "the corporal A, |and the private| B"."""
    return (
        i + 1 < hi
        and row[i].sort is Sort.STOP
        and row[i].text in ",-"
        and ((row[i + 1].sort is Sort.PERSON and row[i + 1].gap <= 0) or _is_titled(row, i + 1, hi))
        and any(row[j].sort is Sort.PERSON for j in range(max(0, i - 4), i))
    )


def _is_titled(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether "and" brings the next of a list by what he is and by name: "|and the private| So-and-so"."""
    one = row[i].reading(Kind.VICTIM)
    if one is None or not one.form.definite or one.form.suffix or one.form.number != "sg":
        return False
    named = i + 1 < hi and row[i + 1].sort is Sort.PERSON and not (row[i + 1].gap or row[i + 1].joined)
    return named and row[i].joined and not (row[i].gap or row[i].prep) and row[i].reading(Kind.HARM) is None


def owner_behind(row: Sequence[Chunk], i: int, hi: int, who: str = "") -> tuple[tuple[str, ...], int, int]:
    """Read whose men they are: ids, the actor's chunk and the chunk behind it; the civilians of a people are no army's."""
    if i < hi and row[i].sort is Sort.ACTOR and row[i].gap <= 1 + (row[i].prep == "في") and not row[i].joined:
        ids = row[i].ids
        if who == "civilians" and row[i].actor_cls == "nationality":
            return (), -1, i + 1
        if row[i].is_land and row[i].gap and not row[i].prep:
            return (), -1, i  # "a family [in the south of] Syria"
        if row[i].prep in ("", "من", "في", "ل", "ب"):
            return ids, i, i + 1
    return (), -1, i


def serves(row: Sequence[Chunk], end: int, hi: int, victim: Reading) -> bool:
    """Tell whether whom agents work for stands behind them: "an agent of |X|", "five who collaborate with |X|"."""
    return victim.entry.id in _AGENTS and end < hi and row[end].sort is Sort.ACTOR and not row[end].gap


_AGENTS: Final = frozenset({"victim.collaborator", "victim.agent"})


def of_unit(row: Sequence[Chunk], i: int, hi: int) -> tuple[tuple[str, ...], int, int]:
    """Read of what unit and whose a fighter is: "the commander of a battalion |in X|", "two men |of the security|"."""
    if i < hi and row[i].sort is Sort.ACTOR and row[i].prep == "ل" and not (row[i].gap or row[i].joined):
        return owner_behind(row, i, hi)  # "the military commander |of X|"
    if i < hi and row[i].prep in _OF_A and row[i].gap <= 1 and not row[i].joined:
        if row[i].sort is Sort.ACTOR and row[i - 1].reading(Kind.FORCE) is not None:
            return owner_behind(row, i, hi)
        force = row[i].reading(Kind.FORCE)
        if force is not None and row[i].reading(Kind.VICTIM) is None and force.form.definite:
            return (), -1, i + 1
    return (), -1, i


_OF_A: Final = frozenset({"من", "في"})


def two_after(row: Sequence[Chunk], i: int, hi: int, count: Count) -> tuple[Count, int]:
    """Read the number that may stand behind its noun: "two civilians two", "the youths the three"."""
    if i < hi and row[i].sort is Sort.NUMBER and row[i].gap <= 1 and not row[i].joined and not row[i].prep:
        mention = row[i].mention
        if isinstance(mention, NumberMention) and mention.counts:
            the = row[i].gap == 0 and row[i].text.startswith("ال") and not count.is_exact
            if mention.count.min == 2 or (the and mention.count.is_exact):
                return mention.count, i + 1
    return count, i


def is_his(chunk: Chunk) -> bool:
    """Tell whether a victim can only be somebody's kin: "his child" and "a girl" are spelt alike when folded."""
    return all(r.form.suffix or r.form.text in _AIDES for r in chunk.readings if r.entry.kind is Kind.VICTIM)


_AIDES: Final = frozenset({"مساعديه", "معاونيه"})  # read whole: the bare words name anybody who helps


def says_what_kind(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether a word only says what kind of family it is: "a |displaced| family of five"."""
    return i < hi and Kind.VICTIM in row[i].senses and not (row[i].gap or row[i].prep or row[i].joined)
