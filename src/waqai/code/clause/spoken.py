"""Places where somebody only speaks: sources that sit there, ministers who met the press there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IN


def is_of_speaker(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a place says where whoever is cited sits: "a security source |in A| said that …", "the minister said |in A| that"."""
    if k == lo or row[k].prep not in IN or row[k].gap > 1 + _NAME * row[k - 1].has(HEAD_OUTLET):
        return False
    told = row[k - 1].reading(Kind.SOURCE)
    if told is not None and told.form.pos is not Pos.VERB:
        return not _is_spoken_of(row, lo, k - 1)
    if row[k - 1].sort is Sort.ACTOR and row[k - 1].prep == "في" and k - 2 >= lo and row[k - 1].gap <= 1:
        whose = row[k - 2].reading(Kind.SOURCE)  # "sources |in the resistance| in A"
        return whose is not None and whose.form.pos is not Pos.VERB
    for j in range(k - 1, max(lo - 1, k - _SPEAKER), -1):
        if _says(row[j]):
            return row[j].particle != "link"  # "belonging (f.) to" is spelt like "went on to say it"
        if row[j].sort not in (Sort.PERSON, Sort.ACTOR, Sort.DATE) and row[j].reading(Kind.SOURCE) is None:
            return _is_of_office(row, lo, j) and any(c.text == ":" for c in row[k + 1 : k + _SPEAKER])
    return False


def is_of_office(row: Sequence[Chunk], lo: int, hi: int, k: int) -> bool:
    """Tell whether a place is of the office that somebody who is cited holds: "said the head of |the council of A| that …", "the director of the oilfields |of A| told X |that| …"."""
    if is_holder_said(row, hi, k):
        return True
    if row[k].that or row[k].joined or not any(chunk.that for chunk in row[k + 1 : min(k + _TOLD_WHOM, hi)]):
        return False
    ahead = next(j for j in range(k + 1, hi) if row[j].that)
    if any(chunk.tells or chunk.sort is Sort.STOP for chunk in row[k + 1 : ahead]):
        return False
    for j in range(k - 1, max(lo - 1, k - _OFFICE), -1):
        if _says(row[j]):
            return k - j > 1 or row[k].gap > 0
        if row[j].that or row[j].tells or row[j].sort is Sort.STOP:
            return False
    return False


def is_holder_said(row: Sequence[Chunk], hi: int, k: int) -> bool:
    """Tell whether the verb of saying comes behind the office: "the spokesman of the council of the districts |of A and B said that| …"."""
    if row[k].prep or row[k].joined:
        return False
    j = k + 1
    while j < hi and row[j].sort is Sort.PLACE and row[j].joined:
        j += 1
    while j < hi and (row[j].sort is Sort.PERSON or row[j].text == ","):
        j += 1  # "of A and B|, So-and-so,| said that"
    if j + 1 >= hi or row[j].joined or row[j].prep or row[j].gap > _TOLD_WHOM or not row[j + 1].that:
        return False
    told = row[j].reading(Kind.SOURCE)
    return told is not None and told.form.pos is Pos.VERB


_TOLD_WHOM: Final = 4
"""Chunks from an office to what its holder says: the rest of its name, and whom he told."""


def is_correspondent(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether "from" says where somebody reports from: "|our correspondent from| A confirmed that"."""
    if k == lo or row[k].prep != "من":
        return False
    for chunk in row[max(lo, k - 2) : k]:
        told = chunk.reading(Kind.SOURCE)
        if told is not None and told.entry.id == _CORRESPONDENT:
            return not any(c.tells for c in row[lo:k])
    return False


_CORRESPONDENT: Final = "source.correspondent"


def _is_of_office(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether what stands before a place is the name and office of somebody who is quoted: "said B, |officer of the fourth branch of the party| in A, to our paper: …"."""
    for j in range(k, max(lo - 1, k - _OFFICE), -1):
        if _says(row[j]):
            return True
        if row[j].tells or row[j].sort is Sort.PLACE or row[j].text == ".":
            return False
    return False


_OFFICE: Final = 8
"""Chunks of a name and an office."""


def is_asked(texts: Sequence[str], first: int, last: int) -> bool:
    """Tell whether a sentence, tokens ``[first, last)``, only asks: "|does| he who shelled the towns think …?", "|how| can a state that shells A speak of peace|?|"."""
    ahead = texts[first : min(first + _AHEAD, last)]
    if not _ASKS.isdisjoint(ahead):
        return True
    return last > first and texts[last - 1] in _MARKS and any(_asks(text) for text in ahead)


def _asks(text: str) -> bool:
    """Tell whether a word, without what joins it, asks how, why, where, when, who or what."""
    bare = text[1:] if text[:1] in _JOINS else text
    return bare in _HOW or bare.startswith(_WHAT)


_ASKS: Final = frozenset({"هل", "وهل", "فهل"})
_HOW: Final = frozenset({"كيف", "متي", "اين", "لم", "من", "ما"})
_WHAT: Final = ("ماذ", "لما")
_JOINS: Final = frozenset("وف")
_MARKS: Final = frozenset("؟?")
ASKING: Final = _ASKS | _MARKS
"""Words and marks of which a text that asks anything has one."""
_AHEAD: Final = 3
"""Tokens among which the word that asks stands: behind "and", a quotation mark."""


def _is_spoken_of(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether those who often are sources are told of here, and cited by nothing around them: "arrested |activists| in A"."""
    if Kind.VICTIM not in row[k].senses:
        return False
    acted = any(chunk.tells for chunk in row[lo:k])
    return acted and not any(Kind.SOURCE in chunk.senses for chunk in (*row[lo:k], *row[k + 2 : k + 3]))


def speaks(row: Sequence[Chunk], lo: int, hi: int, k: int) -> bool:
    """Tell whether a capital stands for its government, which says something: "|Damascus| said that", "|Manama| had announced"."""
    if k == lo or row[k].prep or row[k].place_kind or row[k].gap or row[k].joined or row[k].that:
        return False
    if _says(row[k - 1]):
        return True
    behind = k + 1 < hi and not row[k + 1].gap and not row[k + 1].joined and _says(row[k + 1])
    return behind and row[k - 1].particle == _BACKGROUND


_BACKGROUND: Final = "background"
"""Class of "had", between which and its verb the subject stands."""


def _says(chunk: Chunk) -> bool:
    source = chunk.reading(Kind.SOURCE)
    return source is not None and source.form.pos is Pos.VERB


def says_no_place(row: Sequence[Chunk], lo: int, hi: int, spoken: Sequence[int]) -> bool:
    """Tell whether the places ``spoken`` of who is cited in a clause are not those of its act, which was told before."""
    if _is_cited_behind(row, lo, spoken[0]):
        return True
    return _tells_what_came_of_it(row, lo, hi, office=any(is_of_office(row, lo, hi, k) for k in spoken))


def _is_cited_behind(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether who sits at a place is cited behind what he tells, and the sentence has told of another place: "X took A after shelling, |said our man in B|"."""
    if not any(chunk.tells for chunk in row[lo:k]):
        return False
    for j in range(lo - 1, -1, -1):
        if row[j].sort is Sort.STOP and row[j].text in ".\n":
            return False
        if row[j].sort is Sort.PLACE:
            return True
    return False


def _tells_what_came_of_it(row: Sequence[Chunk], lo: int, hi: int, *, office: bool) -> bool:
    """Tell whether a clause only tells what the act told before it led to, whose place was told: "our man in B said that |the attack left| two dead".

    Of the holder of an ``office`` whatever he says of the act: his office names the place of another.
    """
    act = next((k for k in range(lo, hi) if row[k].reading(Kind.TRIGGER) is not None), None)
    if act is None or row[act].text[:2] != _THE:
        return False
    beside = [row[k].particle for k in (act - 1, act + 1) if lo <= k < hi]
    toll = act + 1 < hi and Kind.HARM in row[act + 1].senses and row[act + 1].prep in _IN
    return (office or toll or _RESULT in beside) and any(chunk.sort is Sort.PLACE for chunk in row[:lo])


_THE: Final = "ال"
_RESULT: Final = "result"
_IN: Final = ("عن", "الي", "ب")
"""Prepositions of "left", "led to", "caused"."""
HEAD_OUTLET: Final = "source.name.head_outlet"
"""Entry of the words that begin the name of an outlet: "the channel", "Radio"."""
_NAME: Final = 2
"""Words of an outlet's name that nobody knows: "the woman of Radio |Arta| in A"."""
_PRESS: Final = "press"
"""Class of words for press conferences and for whom they are held."""


def is_of_briefing(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a place is where somebody spoke to the press: "said to |journalists in| A that", "told a press |conference in| A that"."""
    if k - 1 <= lo or row[k].prep not in IN or row[k - 1].particle != _PRESS:
        return False
    for j in range(k - 2, max(lo - 1, k - 2 - _SPEAKER), -1):
        if _says(row[j]):
            return True
        if Kind.HARM in row[j].senses or Kind.TRIGGER in row[j].senses:
            return False
    return False


_SPEAKER: Final = 4
"""Chunks between a verb of saying and where it was said: who said it, and when."""
