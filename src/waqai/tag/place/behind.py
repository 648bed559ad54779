"""Where a place without a kind word stands behind an act: "shelled |A|", "the regime's artillery shelled yesterday |A|"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.lexicon.index import Hit
from waqai.tag.actor_words import HEAVY

_OF_GROUND: Final = frozenset({"shelling", "airstrike", "capture", "deployment", "withdrawal", "other"})
"""Methods of the acts whose object can be a place: "shelled |A|", "entered |A|", not "arrested |A|"."""
_OF_FIRE: Final = frozenset({"shelling", "airstrike"})
"""Those of a noun: "the shelling by the regime's forces |of A|"."""
_TARGETS: Final = "trigger.fire_at"
"""A verb or noun of fire without a method of its own: "the targeting by the regime's forces |of A|"."""
_DAY: Final = frozenset({Kind.TIME})
_ARMS: Final = frozenset({Kind.FORCE, Kind.WEAPON})
_FIRE: Final = frozenset({Kind.TRIGGER, *_DAY, *_ARMS})
"""What fires, or the fire itself, as a verb's subject, and when."""
_MANY: Final = frozenset({Kind.NUMBER})
_THE: Final = "ال"
_OF: Final = frozenset({"link", "agent", "origin"})
"""Classes of "belonging to", "by", "whose source is"."""
_WITH: Final = "ب"
_NISBA: Final = ("ي", "يه")
_PARTS: Final = 6
"""Words of a subject at most: "|yesterday| a |shelling| with |rockets from| the |forces| of the regime"."""


def behind_acts(
    texts: Sequence[str],
    by_first: Mapping[int, Sequence[Hit]],
    barred: Mapping[int, int],
    triggers: Iterable[tuple[Hit, Reading]],
) -> tuple[set[int], set[int]]:
    """Give the tokens right behind the name of an act, and those behind the doer of one whose object is a place; a day may stand between."""
    behind = _Behind(texts, by_first, barred)
    acts: set[int] = set()
    doers: set[int] = set()
    for hit, reading in triggers:
        if reading.form.definite:
            continue
        behind.add_days(hit.last, acts)
        entry = reading.entry
        verb = reading.form.pos is Pos.VERB
        hits = entry.method in (_OF_GROUND if verb else _OF_FIRE) or entry.id == _TARGETS
        if hits and (at := behind.past_doer(hit.last)) > hit.last:
            behind.add_days(at, doers)
    return acts, doers


class _Behind:
    """Steps from an act over whoever did it, with what and when, to the token behind."""

    def __init__(self, texts: Sequence[str], by_first: Mapping[int, Sequence[Hit]], barred: Mapping[int, int]) -> None:
        self.texts, self.by_first, self.barred = texts, by_first, barred

    def past_doer(self, at: int) -> int:
        """Step over an act's doer: an actor, with the guns or aircraft and the day told ahead of it, or these alone: "|raids by Russia| reached A", "|today the regime's artillery| shelled A"."""
        for _ in range(_PARTS):
            if (of := self._past_of(at)) > at:
                at = of
                continue
            if at in self.barred:
                at = self.barred[at]
                nation = at in self.barred and self.texts[at].endswith(_NISBA)  # "the warplanes |of Russia|"
                at = self.barred[at] if nation else at
                return self._past_arms(at) if self._text(at)[:1] == _WITH else at
            after = self._past(at, _FIRE)
            if after == at:
                break
            at = after
        return at

    def _past_arms(self, at: int) -> int:
        """Step over with what: "|with dozens of heavy artillery shells|"; the token itself where no arms are named."""
        with_arms = self._past(self._past(at, _MANY), _ARMS)
        if with_arms == self._past(at, _MANY):
            return at
        while (after := self._past(with_arms, _ARMS)) > with_arms:
            with_arms = after
        return with_arms + (self._text(with_arms).removeprefix(_THE) in HEAVY)

    def add_days(self, at: int, found: set[int]) -> None:
        """Add a token and those behind the words for a day that stand there: "the regime's forces shelled |yesterday morning| A"."""
        found.add(at)
        after = self._past_number(at)
        while (day := self._past(after, _DAY)) > after:
            found.add(day)
            after = self._past_number(day)

    def _past_number(self, at: int) -> int:
        """Give the token behind the day's number, or the token itself: "Sunday |6| August"."""
        return at + 1 if self._text(at).isdigit() else at

    def _past_of(self, at: int) -> int:
        """Give the token behind "belonging to", "by", or the token itself."""
        for hit in self.by_first.get(at, ()):
            if Kind.PARTICLE in hit.readings.senses and any(r.entry.cls in _OF for r in hit.readings):
                return hit.last
        return at

    def _past(self, at: int, kinds: frozenset[Kind]) -> int:
        """Give the token behind the longest word of these kinds that begins here, or the token itself."""
        for hit in self.by_first.get(at, ()):
            if not kinds.isdisjoint(hit.readings.senses) and hit.last > at:
                at = hit.last
        return at

    def _text(self, at: int) -> str:
        return self.texts[at] if at < len(self.texts) else ""
