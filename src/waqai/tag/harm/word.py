"""The word of harm itself: which are told together, whom its pronoun names, whether its victims may stand before it.

In: a row of chunks and the chunk of a harm word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.group import Group
from waqai.tag.harm.tail import is_at_least
from waqai.tag.number.find import NumberMention
from waqai.values.count import Count

HIM: Final = frozenset({"harm.released_him", "harm.felled_him"})
"""Phrases in which a pronoun names the victim: "released |him|", "shot |him| dead"."""

_HEADCOUNT: Final = "headcount"
"""Class of nouns that count their own victims."""


def harm_words(row: Sequence[Chunk], at: int, hi: int) -> tuple[list[Reading], int]:
    """Collect coordinated harm words that share a victim: "the killing and wounding of 5"."""
    first = _harm_reading(row[at])
    assert first is not None
    kinds = [first]
    if first.form.suffix or _closes(first):
        return kinds, at + 1  # "met their death, and 11 were wounded": the pronoun closes the first toll
    i = at + 1
    if i < hi and row[i].text == ",":
        i += 1  # "the killing|,| and wounding of 5"
    while i < hi and row[i].joined and row[i].gap <= 0:
        nxt = _harm_reading(row[i])
        if nxt is None or nxt.entry.harm == kinds[-1].entry.harm:
            break
        if first.entry.cls == _HEADCOUNT and (_counts_others(first, nxt) or _says_two(row, i + 1, hi)):
            break
        if first.form.pos is nxt.form.pos is Pos.VERB and first.form.number != nxt.form.number:
            break  # "seven were killed (pl), and three wounded (sg)": the first one's victims stand before it
        if _are_of_many(first) and nxt.form.pos is Pos.PHRASE and not nxt.form.text.endswith(_THEY):
            break  # "seven were killed (pl), and three were |taken captive| (sg)"
        if has_one_before(row, at) and i + 1 < hi and row[i + 1].sort is Sort.NUMBER and not row[i + 1].gap:
            break  # "that a civilian was killed, and two others wounded"
        kinds.append(nxt)
        i += 1
    return kinds, i if len(kinds) > 1 else at + 1


def _counts_others(first: Reading, nxt: Reading) -> bool:
    """Tell whether a word behind one that counts its own victims is of other people: "forty wounded, |and| three |were killed|"."""
    before, behind = first.form.number, nxt.form.number
    if nxt.entry.cls != _HEADCOUNT or (before == "pl" and behind == "sg"):
        return True  # "three dead (pl) |and one wounded|"
    return behind == "du" != before  # "three dead |and two wounded (dual)|"


def _says_two(row: Sequence[Chunk], at: int, hi: int) -> bool:
    """Tell whether "two" stands behind a noun that may be of two or of many: "three dead and wounded (obl.) |two|"."""
    said = row[at].mention if at < hi and not (row[at].gap or row[at].prep or row[at].joined) else None
    return isinstance(said, NumberMention) and said.counts and said.count == Count.exactly(_TWO)


_TWO: Final = 2


def _are_of_many(reading: Reading) -> bool:
    return reading.form.pos is Pos.VERB and reading.form.number == "pl"


_THEY: Final = "وا"
"""Ending of a verb of many."""


def _closes(reading: Reading) -> bool:
    """Tell whether a phrase names its victims by a pronoun: "they lost |their| lives"."""
    return is_verb(reading) and reading.form.pos is Pos.PHRASE and bool(ending_pronoun(reading.form.text))


def ending_pronoun(text: str) -> str:
    """Give the pronoun with which a word or phrase ends, as far as its letters tell; empty where it ends with none."""
    return next((p for p in _THEIRS if text.endswith(p)), "")


def inner_pronoun(reading: Reading) -> str:
    """Give the pronoun by which a phrase names its victim: "released him", "shot him dead"."""
    if reading.entry.id not in HIM:
        return ""
    return next(filter(None, map(ending_pronoun, reading.form.text.split())), "")


def is_verb(reading: Reading) -> bool:
    """Tell whether a harm word is a verb, of one word or of several ("met their death"): its victims may stand before it."""
    return reading.form.pos is Pos.VERB or (reading.form.pos is Pos.PHRASE and reading.entry.cls == "subject")


def owns_up(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether a side that declares something tells of "its killing", which is spelt like "killed her": "X declared |its killing| of 12 soldiers"."""
    if row[at].joined or row[at].prep or not row[at].text.startswith(_KILLING):
        return False
    told = next((k for k in range(at - 1, max(0, at - _DECLARED) - 1, -1) if row[k].has(_DECLARES)), at)
    return told < at and not any(chunk.that or chunk.sort is Sort.STOP for chunk in row[told + 1 : at + 1])


def by_declarer(row: Sequence[Chunk], at: int, suffix: str, group: Group | None) -> Group | None:
    """Give the victims of "its killing" with who declares it for the doer."""
    if group is None or group.agents or not suffix or not owns_up(row, at):
        return group
    by = next((k for k in range(at - 1, max(0, at - _DECLARED), -1) if row[k].sort is Sort.ACTOR), None)
    return group if by is None or not row[by - 1].has(_DECLARES) else replace(group, agents=(by,))


_KILLING: Final = ("قتل", "اسر")
_DECLARES: Final = "source.declare"
_DECLARED: Final = 6
"""Chunks from the verb to what is declared: who declares it, and in what."""


_THEIRS: Final = ("هما", "هم", "هن", "ها", "ه")


def has_one_before(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether a verb's victim stands right before it: one person, who is no other harm's and no preposition's."""
    i = at - 1 - (at > 1 and is_at_least(row[at - 1]))
    if i < 1 or row[at].gap or row[at].joined or row[at].prep or row[i].prep not in ("", "ان"):
        return False
    person = row[i].reading(Kind.VICTIM)
    verb = any(r.entry.kind is Kind.HARM and r.form.pos is Pos.VERB for r in row[at].readings)
    return verb and person is not None and person.form.number == "sg" and row[i - 1].reading(Kind.HARM) is None


def _harm_reading(chunk: Chunk) -> Reading | None:
    """Give the reading of a harm word; "wounding" is also spelt like "hit him", and is the commoner."""
    readings = [r for r in chunk.readings if r.entry.kind is Kind.HARM]
    return next((r for r in readings if not r.form.suffix), readings[0] if readings else None)
