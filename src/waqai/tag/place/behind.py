"""Where a place without a kind word stands behind an act: "shelled |A|", "the regime's artillery shelled yesterday |A|"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from waqai.lexicon.entry import Kind, Pos
from waqai.tag.actor_words import HEAVY
from waqai.tag.words import Words

_OF_GROUND: Final = frozenset({"shelling", "airstrike", "capture", "deployment", "withdrawal", "other"})
"""Methods of the acts whose object can be a place: "shelled |A|", "entered |A|", not "arrested |A|"."""
_OF_FIRE: Final = frozenset({"shelling", "airstrike"})
"""Those of a noun: "the shelling by the regime's forces |of A|"."""
_TARGETS: Final = "trigger.fire_at"
"""A verb or noun of fire without a method of its own: "the targeting by the regime's forces |of A|"."""
_ARMS: Final = frozenset({Kind.FORCE, Kind.WEAPON})
_FIRE: Final = frozenset({Kind.TRIGGER, Kind.TIME, *_ARMS})
"""What fires, or the fire itself, as a verb's subject, and when."""
_MANY: Final = frozenset({Kind.NUMBER})
_THE: Final = "ال"
_OF: Final = frozenset({"link", "agent", "origin"})
"""Classes of "belonging to", "by", "whose source is"."""
_WITH: Final = "ب"
_NISBA: Final = ("ي", "يه")
_PARTS: Final = 6
"""Words of a subject at most: "|yesterday| a |shelling| with |rockets from| the |forces| of the regime"."""


def behind_acts(words: Words, barred: Mapping[int, int]) -> tuple[set[int], set[int]]:
    """Give the tokens right behind the name of an act, and those behind the doer of one whose object is a place; a day may stand between.

    ``barred``: token → where the actor that covers it ends.
    """
    behind = _Behind(words, barred)
    acts: set[int] = set()
    doers: set[int] = set()
    for hit, reading in words.by_kind[Kind.TRIGGER]:
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

    def __init__(self, words: Words, barred: Mapping[int, int]) -> None:
        self.texts, self.by_first, self.barred = words.texts, words.by_first, barred
        self.days = {
            hit.first: hit.last for hit in reversed(words.of_kind[Kind.TIME])
        }  # of two the longer, which comes first
        self.numbers = {at for at in words.digits if words.texts[at].isdigit()}
        self.of: dict[int, int] = {}
        for hit in (hit for cls in _OF for hit in words.particles.get(cls, ())):
            self.of[hit.first] = max(hit.last, self.of.get(hit.first, 0))

    def past_doer(self, at: int) -> int:
        """Step over an act's doer: an actor, with the guns or aircraft and the day told ahead of it, or these alone: "|raids by Russia| reached A", "|today the regime's artillery| shelled A"."""
        for _ in range(_PARTS):
            if at in self.of:
                at = self.of[at]
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
        many = self._past(at, _MANY)
        with_arms = self._past(many, _ARMS)
        if with_arms == many:
            return at
        while (after := self._past(with_arms, _ARMS)) > with_arms:
            with_arms = after
        return with_arms + (self._text(with_arms).removeprefix(_THE) in HEAVY)

    def add_days(self, at: int, found: set[int]) -> None:
        """Add a token and those behind the words for a day that stand there: "the regime's forces shelled |yesterday morning| A"."""
        found.add(at)
        while (after := at + 1 if at in self.numbers else at) in self.days:  # "Sunday |6| August"
            at = self.days[after]
            found.add(at)

    def _past(self, at: int, kinds: frozenset[Kind]) -> int:
        """Give the token behind the longest word of these kinds that begins here, or the token itself."""
        for hit in self.by_first.get(at, ()):
            if not kinds.isdisjoint(hit.readings.senses):
                return hit.last
        return at

    def _text(self, at: int) -> str:
        """Give the word of a token, empty behind the last."""
        return self.texts[at] if at < len(self.texts) else ""
