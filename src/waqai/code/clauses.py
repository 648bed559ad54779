"""Sentences cut at the joints of news prose, so that one clause tells one act (design section 3.3).

Arabic news strings acts together with "and": "… shelled A, and warplanes raided B, while clashes …".
A clause ends before a joint particle, before a background marker, and before a second act that has
its own verb.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunks import Chunk, Sort
from waqai.tag.dates import DateMention

_CUTTING = frozenset({"joint", "background"})
_TOLD = (Kind.TRIGGER, Kind.HARM)
_ALSO = "also"
_ABOVE_ALL = "above_all"
_UNDERGOES = frozenset({"undergo", "undergo_now"})


_NAMES_ACT = 3
"""Strength of triggers that name their act."""


class Clause(msgspec.Struct, frozen=True):
    """Chunks ``[lo, hi)``; ``sentence`` and ``block`` count from the start of the article."""

    lo: int
    hi: int
    sentence: int
    block: int
    headline: bool
    background: bool


def cut_clauses(row: Sequence[Chunk], lo: int, hi: int, *, sentence: int, block: int, headline: bool) -> list[Clause]:
    """Cut the chunks of one sentence into clauses."""
    cuts = [lo]
    background = [False]
    seen_act = False
    seen_place = False
    seen_harm = False
    for k in range(lo, hi):
        chunk = row[k]
        senses = chunk.senses
        particle = senses.get(Kind.PARTICLE)
        cuts_here = particle is not None and (particle.entry.cls in _CUTTING or _is_also(row, lo, k, hi))
        if particle is not None and cuts_here and not _balances(row, lo, k):
            if k > cuts[-1]:
                cuts.append(k)
                background.append(False)
            if particle.entry.cls == "background":
                background[-1] = True
            seen_act = seen_place = seen_harm = False
            continue
        if chunk.sort is Sort.STOP and chunk.text == ";" and seen_act:
            cuts.append(k + 1)
            background.append(False)
            seen_act = seen_place = False
            continue
        if k > cuts[-1] and (
            (seen_place and _is_told_of(row, k, hi))
            or (seen_act and _leads_back(row, k, hi))
            or (seen_act and _singles_out(row, k))
            or (seen_act and seen_place and _is_beside(row, k, hi))
            or (chunk.joined and seen_act and _opens(row, k, hi, seen_place))
            or (chunk.joined and seen_harm and _is_subject(row, k, hi))
        ):
            cuts.append(k)
            background.append(background[-1] or _leads_back(row, k, hi))
            seen_act = seen_place = seen_harm = False
        trigger = senses.get(Kind.TRIGGER)
        if trigger is not None and trigger.entry.strength >= 2:
            seen_act = True
        if chunk.sort is Sort.PLACE:
            seen_place = True
        if Kind.HARM in senses:
            seen_harm = True
    ends = [*cuts[1:], hi]
    return [
        Clause(a, b, sentence, block, headline, back)
        for a, b, back in zip(cuts, ends, background, strict=True)
        if a < b
    ]


def _is_beside(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether an act is told with the one before it, by a doer and at a place of its own: "… , with shelling of X's on A"."""
    trigger = row[k].reading(Kind.TRIGGER)
    if row[k].prep != "مع" or trigger is None or trigger.entry.strength < _NAMES_ACT or trigger.form.definite:
        return False
    own = range(k + 1, min(hi, k + 6))
    return _place_ahead(row, k, hi) and any(row[j].sort is Sort.ACTOR for j in own)


def _is_told_of(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether an act told before is taken up and told of: "… the shelling that hit A"."""
    trigger = row[k].reading(Kind.TRIGGER)
    if (
        trigger is None
        or not trigger.form.definite
        or trigger.form.pos is Pos.VERB
        or k + 1 >= hi
        or row[k + 1].gap != 1
    ):
        return False
    then = row[k + 1].reading(Kind.TRIGGER)
    return then is not None and then.form.pos is Pos.VERB


def _leads_back(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether an earlier act is told from here: "… four days after a bombing in A"."""
    mention = row[k].mention
    if not (isinstance(mention, DateMention) and (mention.is_of_act_behind or mention.is_long_ago)):
        return False
    return any(row[j].reading(kind) is not None for j in range(k + 1, min(hi, k + 3)) for kind in _TOLD)


def _singles_out(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether one act is singled out of those told before: "attacks, above all the attack on A"."""
    return row[k - 1].particle == _ABOVE_ALL and _reads_definite(row[k])


def _reads_definite(chunk: Chunk) -> bool:
    trigger = chunk.reading(Kind.TRIGGER)
    return trigger is not None and trigger.form.definite and not chunk.gap and not chunk.prep


def _is_also(row: Sequence[Chunk], lo: int, k: int, hi: int) -> bool:
    """Tell whether "likewise" begins another act: a stop stands before it, or a verb right behind."""
    particle = row[k].reading(Kind.PARTICLE)
    if particle is None or particle.entry.cls != _ALSO or k + 1 >= hi:
        return False
    then = row[k + 1].reading(Kind.TRIGGER)
    return (k > lo and row[k - 1].sort is Sort.STOP) or (then is not None and then.form.pos is Pos.VERB)


def _balances(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether "on the other hand" only names the second of two sides: "between A on one hand and B on the other"."""
    return row[k].text == "من" and k > lo and row[k - 1].sort is Sort.ACTOR and row[k].gap == 0


def _opens(row: Sequence[Chunk], k: int, hi: int, seen_place: bool) -> bool:
    """Tell whether a joined word begins another act rather than goes on with this one."""
    chunk = row[k]
    trigger = chunk.reading(Kind.TRIGGER)
    if trigger is not None and trigger.entry.strength >= 2:
        if trigger.form.pos is Pos.VERB:
            return True
        return seen_place and _place_ahead(row, k, hi)
    harm = chunk.reading(Kind.HARM)
    if harm is not None and harm.form.pos is Pos.VERB:
        return _act_ahead(row, k, hi)
    if chunk.particle in _UNDERGOES:
        return True
    source = chunk.reading(Kind.SOURCE)
    if source is not None and source.entry.cls == "verb":
        return seen_place and _act_ahead(row, k, hi)
    if _is_subject(row, k, hi):
        return True
    if chunk.sort is Sort.DATE:
        return k + 1 < hi and _begins_tale(row[k + 1])
    return (
        chunk.sort is Sort.ACTOR
        and chunk.prep == ""
        and seen_place
        and _act_ahead(row, k, hi)
        and row[k - 1].sort is Sort.STOP
    )


def _is_subject(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether "and" brings the subject of another verb: "… |and the coalition| shells A"."""
    chunk = row[k]
    beside = row[k - 1].sort is Sort.ACTOR and chunk.gap == 0
    if chunk.sort is not Sort.ACTOR or chunk.prep or beside or k + 1 >= hi or row[k + 1].gap or row[k + 1].joined:
        return False
    after = row[k + 1].reading(Kind.TRIGGER)
    return after is not None and after.form.pos is Pos.VERB and after.entry.strength >= 2


def _begins_tale(chunk: Chunk) -> bool:
    """Tell whether "and on 2 May" heads what follows: a comma or a verb comes next."""
    if chunk.sort is Sort.STOP:
        return chunk.text == ","
    told = chunk.reading(Kind.TRIGGER) or chunk.reading(Kind.HARM)
    return told is not None and told.form.pos is Pos.VERB


def _act_ahead(row: Sequence[Chunk], k: int, hi: int) -> bool:
    for j in range(k + 1, hi):
        if _is_joint(row[j]):
            return False
        trigger = row[j].reading(Kind.TRIGGER)
        if trigger is not None and trigger.entry.strength >= 2:
            return True
    return False


def _place_ahead(row: Sequence[Chunk], k: int, hi: int) -> bool:
    for j in range(k + 1, hi):
        if _is_joint(row[j]):
            return False
        if row[j].sort is Sort.PLACE:
            return True
    return False


def _is_joint(chunk: Chunk) -> bool:
    return chunk.particle in _CUTTING
