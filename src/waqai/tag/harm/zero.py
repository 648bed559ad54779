"""Tolls of nobody: "without any damage or injuries", "it did not leave dead or wounded" (codebook section 3).

In: words with lexicon hits. Out: the same words with a hit for each such phrase, so that the row of chunks has it as one thing and
no victim is read out of it. A phrase is a negation, light words (to happen, to be reported, any, news of) and the harm
that it denies: "دون إطلاق نار أو وقوع أي إصابات". Where only news of harm is denied ("دون ورود معلومات عن إصابات") nothing is known, and
the phrase gives no row (ruling 20), and so it is where only losses are denied, which are no dead or wounded (ruling 29).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from waqai.lexicon.entry import Entry, Form, Kind, Pos, Reading
from waqai.lexicon.index import Hit, Lexicon
from waqai.lexicon.readings import Readings
from waqai.tag.words import Words

_NEGATOR: Final = "zero_negator"
_LIGHT: Final = "zero_light"
_LOSS: Final = "zero_loss"
_NEWS: Final = "zero_news"
_UNKNOWN: Final = "particle.none_known"
_ENTRIES: Final = {"killed": "particle.none_killed", "wounded": "particle.none_of"}
_TAKEN: Final = frozenset({"detained", "abducted"})
_NOBODY: Final = "nobody"
"""Kind of harm that is denied where nobody is said to have been taken: "searched the house |and arrested no one|"."""
_ARREST: Final = "trigger.arrest"
_CASUALTIES: Final = "harm.casualties"
_REACH: Final = 14
"""Words between the negation and the end of what it denies."""
_WHO: Final = 6
"""Words between "anyone", whom the negation is told of, and the negation."""
_ENDS: Final = frozenset(".\n:")
_ANYONE: Final = "zero_anyone"
_UNHURT: Final = "zero_unhurt"
_ANY: Final = frozenset({"اي", "ايه"})
_CAUSES: Final = "zero_causes"
_RESULT: Final = "result"
_LEADS: Final = frozenset({"عن", "الي"})
_CAUSE: Final = 24
"""Words that may tell the cause between "did not result" and "in any injuries"."""


def with_zeros(words: Words, lexicon: Lexicon) -> Words:
    """Add a hit for every phrase that says that nobody was hurt."""
    zeros = []
    free_from = 0
    for hit in words.particles.get(_NEGATOR, ()):
        if hit.first >= free_from:
            zero = _read(words, hit, lexicon)
            if zero is not None:
                zeros.append(zero)
                free_from = zero.last
    if not zeros:
        return words
    return words.with_more(zeros)


def _is(hit: Hit, cls: str) -> bool:
    return any(r.entry.kind is Kind.PARTICLE and r.entry.cls == cls for r in hit.readings)


def _read(words: Words, negator: Hit, lexicon: Lexicon) -> Hit | None:
    """Read on from a negation while the words may belong to it; the harm it denies ends the phrase."""
    before = any(
        _is(h, _ANYONE) for k in range(max(0, negator.first - _WHO), negator.first) for h in words.by_first.get(k, ())
    )
    found = _denial(words, negator.last, anyone_before=before)
    if found is not None:
        return found.hit(negator.first, negator.proclitic, lexicon)
    for at in _behind_the_cause(words, negator.last):
        far = _denial(words, at, anyone_before=False)
        if far is not None:
            return far.hit(at, "", lexicon)
    return None


class _Denial(msgspec.Struct, frozen=True):
    """What is denied, and where its words end."""

    kinds: tuple[str, ...]
    last: int
    known: bool

    def hit(self, first: int, proclitic: str, lexicon: Lexicon) -> Hit:
        names = [_ENTRIES[kind] for kind in self.kinds] if self.known else [_UNKNOWN]
        entries = [lexicon.entry(name) for name in names]
        return Hit(first, self.last, proclitic, Readings(Reading(entry, entry.forms[0]) for entry in entries))


def _denial(words: Words, start: int, *, anyone_before: bool) -> _Denial | None:
    tokens = words.tokens
    kinds: dict[str, None] = {}
    known = True
    last = at = start
    while at < len(tokens) and at - start < _REACH and tokens[at].text not in _ENDS:
        kind, after = _denied(words, at, anyone_before=anyone_before)
        if kind:
            kinds[kind] = None
            known = known and not _is_loss(words, at)
            last = at = after
            continue
        here = words.by_first.get(at, ())
        light = next((h for h in here if _is(h, _LIGHT) or _is(h, _NEWS)), None)
        known = known and (bool(kinds) or light is None or not _is(light, _NEWS))
        said = None if kinds or light is not None else _who_says(words, at)
        if light is None and said is None and tokens[at].text not in (",", "و"):
            break
        at = light.last if light is not None else said if said is not None else at + 1
    if _NOBODY in kinds:
        hurt = tuple(kind for kind in kinds if kind in _ENTRIES)
        return _Denial(hurt or (_NOBODY,), last, known=known and bool(hurt))
    if known and not _TAKEN.isdisjoint(kinds):
        return None  # only news of arrests is denied here: "without arresting" tells of who went free
    return _Denial(tuple(kinds), last, known) if kinds else None


def _behind_the_cause(words: Words, at: int) -> Iterator[int]:
    """Give where the denied toll may stand when its cause stands between: "did not |, shells that X fired at A,| result in any injuries"."""
    cause = next((h for h in words.by_first.get(at, ()) if _is(h, _CAUSES)), None)
    if cause is None:
        return
    for k in range(cause.last, min(cause.last + _CAUSE, len(words.texts))):
        text, here = words.texts[k], words.by_first.get(k, ())
        if text in _ENDS or any(_is(h, _NEGATOR) or _is(h, _RESULT) for h in here):
            return
        if text in _LEADS or text in _ANY or any(_harms(h) or (h.proclitic == "ب" and _is(h, _LIGHT)) for h in here):
            yield k


def _harms(hit: Hit) -> bool:
    """Tell whether a word is a bare plural of victims, as what a blow left behind: "did not leave |victims|"."""
    return any(r.entry.kind is Kind.HARM and r.form.number == "pl" and not r.form.definite for r in hit.readings)


def _who_says(words: Words, at: int) -> int | None:
    """Step over whoever registered no harm: "|the police| registered no injuries" (verb first)."""
    hit = next((h for h in words.by_first.get(at, ()) for r in h.readings if r.entry.kind in _SAYS), None)
    return hit.last if hit is not None else None


_SAYS: Final = frozenset({Kind.ACTOR, Kind.FORCE, Kind.SOURCE})


def _is_loss(words: Words, at: int) -> bool:
    """Tell whether it is losses that are denied, which nobody describes (ruling 29)."""
    return any(_is(hit, _LOSS) for hit in words.by_first.get(at, ()))


def _denied(words: Words, at: int, *, anyone_before: bool) -> tuple[str, int]:
    """Give the kind of harm that is denied at a token and where its words end; no kind when it is none.

    ``anyone_before``: "that |any| of the inhabitants was not hurt".
    """
    tokens = words.tokens
    for hit in words.by_first.get(at, ()):
        if _is(hit, _LOSS):
            return "wounded", hit.last
        for reading in hit.readings:
            entry, form = reading.entry, reading.form
            if entry.id == _ARREST and form.number == "pl" and not form.definite:
                return _NOBODY, hit.last  # "without |arrests|"
            here = words.by_first.get(hit.last, ())
            if entry.kind is Kind.HARM and entry.harm in _TAKEN:
                if form.pos is not Pos.VERB:
                    return entry.harm, hit.last
                if any(_is(h, _ANYONE) for h in here):
                    return _NOBODY, hit.last + 1
            if entry.kind is not Kind.HARM or entry.harm not in _ENTRIES:
                continue
            light = any(_is(h, _LIGHT) and not _is(h, _ANYONE) for h in here)
            behind = hit.last + light  # "nobody was hurt |in it|"
            anyone = any(_is(h, _ANYONE) for h in words.by_first.get(behind, ()))
            if form.pos is Pos.VERB or entry.cls == "idafa":
                of_him = entry.harm == "wounded" and _is_of_him(words, hit, form)
                if not (anyone or of_him or (anyone_before and form.pos is Pos.VERB)):
                    continue
            elif form.number == "sg" and tokens[at - 1].text not in _ANY:
                continue
            return _kind(entry), behind + 1 if anyone else hit.last
    return "", at


def _kind(entry: Entry) -> str:
    """Casualties that nobody describes are no dead (ruling 29)."""
    return "wounded" if entry.id == _CASUALTIES else entry.harm


def _is_of_him(words: Words, hit: Hit, form: Form) -> bool:
    """Tell whether it is he who was told of that was not hurt: "without hitting |him|", "and he was not hurt"."""
    if form.suffix:
        return form.pos is not Pos.VERB
    ends = hit.last >= len(words.tokens) or words.tokens[hit.last].text in _ENDS
    return form.pos is Pos.VERB and (ends or any(_is(h, _UNHURT) for h in words.by_first.get(hit.last, ())))
