"""Whose "the army" is in the mouth of an army's own spokesman: not the country's where the page is read, but his."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from waqai.lexicon.entry import Kind, Pos
from waqai.tag.actor.camps import tables
from waqai.tag.actor_words import ARMY, IN_THE_NAME_OF, SAYS_IT, THE, USES, head_noun
from waqai.tag.chunk_words import THAT

if TYPE_CHECKING:
    from waqai.tag.actor.find import ActorPhrase
    from waqai.tag.words import Words

_ENDS: Final = frozenset({".", "\n"})
_FULL: Final = frozenset({"name", "nationality", "force"})


def speaks_for_army(words: Words, phrase: ActorPhrase) -> bool:
    """Tell whether an army is named as who may speak, and not as whom somebody tells of: "the army of X", not "|that| the army of X"."""
    if phrase.cls not in _FULL or not phrase.ids or phrase.first == 0:
        return False
    return head_noun(words.texts[phrase.first]) == ARMY and words.texts[phrase.first - 1] not in THAT


def is_his_army(words: Words, phrase: ActorPhrase, army: ActorPhrase) -> bool:
    """Tell whether "the army" is that of who speaks: "said X's army that |the army| …", ". The spokesman of |the army| said that |the army| …"."""
    texts = words.texts
    last = phrase.last - 1
    if phrase.cls != "generic" or army.ids == phrase.ids or texts[last] == ARMY or head_noun(texts[last]) != ARMY:
        return False
    between = range(army.last, phrase.first)
    starts = [i + 1 for i in between if texts[i] in _ENDS and texts[i + 1] not in _ENDS]
    speaker = _speaker_of(words, army)
    if any(not _goes_on_saying(words, start, end, speaker) for start, end in pairwise([*starts, phrase.first])):
        return False
    return texts[phrase.first - 1] == IN_THE_NAME_OF or any(texts[i] in THAT for i in between)


def _speaker_of(words: Words, army: ActorPhrase) -> frozenset[str]:
    """Give the name that stands behind an army of which somebody is the spokesman: "the spokesman of X's army |A B| said"."""
    texts = words.texts
    if army.first == 0 or texts[army.first - 1] != IN_THE_NAME_OF:
        return frozenset()
    name: list[str] = []
    for i in range(army.last, min(army.last + _NAME, len(texts))):
        if not texts[i].isalpha() or i in words.by_first:
            break
        name.append(texts[i])
    return frozenset(name)


_NAME: Final = 3
"""Words of a spokesman's name."""


def _goes_on_saying(words: Words, start: int, end: int, speaker: frozenset[str]) -> bool:
    """Tell whether in a sentence he speaks on: "|He added| that …", "|the spokesman of| …", not "the president said that …"."""
    texts = words.texts
    if any(texts[i] in speaker or texts[i] == IN_THE_NAME_OF for i in range(start, end)):
        return True
    said = words.reading(start, (Kind.SOURCE,))
    if said is None or said[1].form.pos is not Pos.VERB:
        return False
    to = next((i for i in range(said[0].last, end) if texts[i] in THAT), end)
    return all(texts[i] in SAYS_IT for i in range(said[0].last, to))


def are_troops(words: Words, phrase: ActorPhrase, country: str) -> bool:
    """Tell whether "the force" is who set out before, as Iraq's statements tell it, and neither violence nor "the |rocket| force"."""
    texts = words.texts
    if country != _OF_STATEMENTS or texts[phrase.first - 1] in USES:
        return False
    return phrase.last < len(texts) and not texts[phrase.last].startswith(THE)


_OF_STATEMENTS: Final = "IQ"


def security_of(words: Words, at: int, country: str, day: date | None) -> str:
    """Give whose "the security" is behind "men of", where a country has one army that day: "two men |of the security|"; empty elsewhere."""
    known = tables()["security"]
    if at == 0 or words.texts[at - 1] != _OF or words.texts[at] != known["word"]:
        return ""
    if day is None or country not in known["countries"]:
        return ""
    armies = (a for a in tables()["army"] if a["country"] == country)
    return next((a["actor"] for a in armies if a.get("since", date.min) <= day < a.get("until", date.max)), "")


_OF: Final = "من"
