"""How a sentence hangs on the one before it: it takes up what that told, or goes on with what was said there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from typing import Final

from waqai.code.act.draft import Draft
from waqai.lexicon.entry import Kind
from waqai.tag.actor.camps import tables
from waqai.tag.tagged import Sentence, Tagged

TAKES_UP: Final = "takes_up"
ADDS: Final = "adds"
_LINKS: Final = {TAKES_UP: TAKES_UP, "retaliates": TAKES_UP, ADDS: ADDS}
"""Classes of particles by the link that they make at the head of a sentence."""
_AFTER: Final = frozenset({"after", "ever_since", "reply"})
_ACTS: Final = frozenset({Kind.TRIGGER, Kind.HARM})
_TIMES: Final = (Kind.TIME, Kind.NUMBER)
_RESULT: Final = "result"
_HEAD: Final = 4
"""Tokens from the start of a sentence within which a word links it: "for its part the army |answered|"."""


def landmarks_of(tagged: Tagged) -> tuple[int, ...]:
    """Give the chunks of acts named right behind "after" or "in reply to", whose days are not those of what is told with them."""
    behind = {hit.last for cls in _AFTER for hit in tagged.words.particles.get(cls, ())}
    found = sorted(k for k in map(tagged.chunk_at, behind) if k >= 0)
    return tuple(k for k in found if not _ACTS.isdisjoint(tagged.row[k].senses))


def afters_of(tagged: Tagged) -> frozenset[int]:
    """Give the tokens of "after", behind which something earlier is told, and no time: "after |an hour|"."""
    words = tagged.words
    behind = [hit for hit in words.particles.get("after", ()) if hit.last < len(words.texts)]
    return frozenset(hit.first for hit in behind if words.reading(hit.last, _TIMES) is None)


def links_of(tagged: Tagged) -> dict[int, str]:
    """Give the sentences that open with a link, each with what the link does.

    "|In answer to that| they shelled B" is of the day of what it answers; "|he added| that C was hit" of the day spoken of.
    """
    words, starts = tagged.words, [sentence.first for sentence in tagged.sentences]
    found: dict[int, str] = {}
    links = [(hit.first, link) for cls, link in _LINKS.items() for hit in words.particles.get(cls, ())]
    for at, link in sorted(links, key=itemgetter(0)):
        n = bisect_right(starts, at) - 1
        if n >= 0 and at - starts[n] < _HEAD:
            found.setdefault(n, link)
    came_of_it = [hit.first for hit in words.particles.get(_RESULT, ())] + words.where(_focused())
    for n in {bisect_right(starts, at) - 1 for at in came_of_it}.difference(found):
        if n >= 0 and _goes_on_about(tagged, tagged.sentences[n]):
            found[n] = TAKES_UP
    return found


def _goes_on_about(tagged: Tagged, sentence: Sentence) -> bool:
    """Tell whether a sentence opens with what came of the act told before, or where it was heaviest: "|the shelling led to| the death of", "|focused| on"."""
    texts, start, act, verb = tagged.words.texts, sentence.first, False, False
    focused = _focused()
    if not _THAT.isdisjoint(texts[start : start + _SOURCE]):
        start = next(k for k in range(start, len(texts)) if texts[k] in _THAT)
    for chunk in tagged.row[sentence.lo : min(sentence.hi, sentence.lo + _SOURCE)]:
        if chunk.first - start >= _HEAD or (act and verb):
            break
        if chunk.first < start:
            continue
        said = not focused.isdisjoint(texts[max(start, chunk.first - 1) : chunk.last])
        verb = verb or said or chunk.particle == _RESULT
        trigger = chunk.reading(Kind.TRIGGER)
        act = act or (trigger is not None and trigger.form.definite and chunk.text[:2] == _THE)
    return act and verb


@cache
def _focused() -> frozenset[str]:
    return frozenset(tables()["phrases"]["focused"])


_THAT: Final = frozenset({"فان", "بان", "ان"})
"""Behind who says it: "according to the observatory, |so| the shelling led to"."""
_SOURCE: Final = 10
"""Tokens within which a sentence says who tells it."""
_THE: Final = "ال"


def is_explained(tagged: Tagged, n: int) -> bool:
    """Tell whether the next sentence tells what made the day of this one: "Tuesday's night was the hardest. |For| hundreds attacked A"."""
    if n + 1 >= len(tagged.sentences):
        return False
    first = tagged.sentences[n + 1].first
    return not _FOR.isdisjoint(tagged.words.texts[first : first + 2])


_FOR: Final = frozenset({"فقد", "اذ"})


def is_since(texts: Sequence[str], at: int) -> bool:
    """Tell whether "a week ago" at a token is when something else was, since which this is so: "the worst |since the end of the truce| a week ago"."""
    if texts[at] != _AGO:
        return False
    before = texts[max(0, at - _EVENT) : at - 1]
    return _SINCE in before and _STOPS.isdisjoint(before)


_AGO: Final = "قبل"
_SINCE: Final = "منذ"
_STOPS: Final = frozenset(".,؛\n:")
_EVENT: Final = 7
"""Words of what it was since: "since the collapse of the American Russian truce"."""


def counts_on(draft: Draft, tagged: Tagged) -> bool:
    """Tell whether a sentence opens with a day counted from what was told just before: "|two days later| they burnt B"."""
    if not draft.dates or draft.dates[0][0] > tagged.sentences[draft.clause.sentence].lo + 1:
        return False
    mention = draft.dates[0][1]
    return mention.is_of_day_told and not (mention.is_daypart_only or mention.is_of_act_behind)
