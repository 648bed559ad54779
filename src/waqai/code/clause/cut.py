"""Sentences cut at the joints of news prose, so that one clause tells one act (design section 3.3).

Arabic news strings acts together with "and": "… shelled A, and warplanes raided B, while clashes …".
A clause ends before a joint particle, before a background marker, and before a second act that has
its own verb.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from waqai.code.clause.ahead import CUTTING, is_avenged_blow, is_day_amid, joins_none, one_place_more, place_ahead
from waqai.code.clause.another import Seen, goes_on_with_another, leads_back
from waqai.code.clause.at_next import is_at_next
from waqai.code.clause.fronted import ANSWERED, BLAMES, Fronts, ends_setting, is_fronted, looks_back
from waqai.code.clause.next_act import announces, bears_out, is_looked_into, is_protested
from waqai.code.clause.other_toll import is_of_earlier
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.search import IN_THE_FIELD
from waqai.tag.tagged import Sentence

_BACK = frozenset({ANSWERED, BLAMES})
_ALSO = "also"
_JOINTS = CUTTING | {_ALSO}
"""Classes of particles with which a clause can begin."""
_BEGINS = frozenset({Kind.TRIGGER, Kind.WEAPON})
"""What a word says with which, or with whose shooter behind it, another act can begin."""


class Clause(msgspec.Struct, frozen=True, gc=False):
    """Chunks ``[lo, hi)``; ``sentence`` and ``block`` count from the start of the article."""

    lo: int
    hi: int
    sentence: int
    block: int
    headline: bool
    background: bool
    earlier: bool = False
    """Whether it tells of what came before the act of the clause ahead of it: "a curfew, |after a blast|"."""
    answered: bool = False
    """Whether what it tells is what the act ahead of it answers: "hit A |in reply to attacks that X launched|"."""
    tells_of: int = -1
    """The chunk of the place that a relative clause is about, which is read apart from its sentence."""


def cut_clauses(row: Sequence[Chunk], sentence: Sentence, n: int, fronts: Fronts) -> list[Clause]:
    """Cut the chunks of the ``n``-th sentence into clauses; ``fronts`` are the words that open a setting."""
    lo, hi = sentence.lo, sentence.hi
    begin, background = lo, False
    begins = {begin: background}
    earlier: set[int] = set()
    seen = Seen(is_fronted(row, lo, hi, fronts))
    aside = False
    behind = fronts.behind
    for k, chunk in enumerate(row[lo:hi], lo):
        sort, senses, particle = chunk.sort, chunk.senses, chunk.particle
        if chunk.tells_of >= 0:
            aside = True
            begins[k] = False
        if aside or sort is Sort.STOP:
            continue
        if particle and particle in _JOINTS and _is_joint_here(row, lo, k, hi):
            background = (background and k == begin) or particle == "background"
            begin = k
            begins[k] = background
            seen = Seen(is_fronted(row, k, hi, fronts))
            continue
        if (seen.setting and _sets_out(row, k, hi, seen)) or (background and bears_out(row, begin, k, hi)):
            begin, background = k, False
            begins[k] = False
            seen = Seen(setting=False)
        elif k > begin and (
            (
                backward := (particle in _BACK or chunk.first in behind)  # most chunks are neither
                and (
                    _looks_back(row, k, hi, fronts, seen)
                    or (seen.act and seen.harm and is_of_earlier(row, begin, k, hi))
                )
            )
            or (
                (seen.place or seen.act or seen.harm)
                and (particle or chunk.joined or (not _BEGINS.isdisjoint(senses) if senses else sort is Sort.DATE))
                and goes_on_with_another(row, lo, k, hi, seen)
            )
            or (sort is Sort.PLACE and seen.place and (seen.act or seen.harm) and is_at_next(row, k, hi))
        ):
            back = leads_back(row, k, hi)
            before = is_protested(row, k, hi, seen.method) or is_avenged_blow(row, k, hi)
            if backward or back or before or is_looked_into(row, lo, k, hi):
                earlier.add(k)
            begin, background = k, background or back
            begins[k] = background
            # "in support of A, and |in reply to a massacre in B|, X shelled C"
            seen = Seen(setting=backward and seen.setting)
        if not senses:
            seen.place = seen.place or sort is Sort.PLACE
            seen.actor = seen.actor or sort is Sort.ACTOR
        elif chunk.tells or Kind.WEAPON in senses:
            seen.take(chunk)
    ends, block, headline, reply = [*begins, hi][1:], sentence.block, sentence.headline, fronts.reply
    return [
        Clause(a, b, n, block, headline, back, a in earlier, row[a].first in reply, _told_of(row, a, lo))
        for (a, back), b in zip(begins.items(), ends, strict=True)
        if a < b
    ]


def _sets_out(row: Sequence[Chunk], k: int, hi: int, seen: Seen) -> bool:
    """Tell whether the main act begins with chunk ``k``: at its verb, or at that of who tells it, "in reply to the shelling of A |X announced| strikes on B"."""
    if not (seen.act or seen.harm or seen.actor):
        return False
    if ends_setting(row, k - 1, hi):
        return True
    says = row[k].sort is Sort.WORD and not (row[k].gap or row[k].joined or row[k].prep) and k + 1 < hi
    named = says and not row[k + 1].prep and (row[k + 1].sort is Sort.ACTOR or Kind.FORCE in row[k + 1].senses)
    return named and announces(row, k, hi)


def _looks_back(row: Sequence[Chunk], k: int, hi: int, fronts: Fronts, seen: Seen) -> bool:
    """Tell whether an act that came before the one of the clause is named from ``k`` on."""
    return looks_back(row, k, hi, fronts, seen.method, elsewhere=seen.place and place_ahead(row, k, hi))


def _told_of(row: Sequence[Chunk], k: int, lo: int) -> int:
    """Find the chunk of the place that a relative clause from ``k`` on is about."""
    if row[k].tells_of < 0:
        return -1
    return next((j for j in range(lo, k) if row[j].first == row[k].tells_of), -1)


def _is_joint_here(row: Sequence[Chunk], lo: int, k: int, hi: int) -> bool:
    """Tell whether a joint or a background marker at ``k`` parts two acts, and not the two sides of one."""
    if row[k].particle == _ALSO and not _is_also(row, lo, k, hi):
        return False
    return not (joins_none(row, lo, k) or is_day_amid(row, lo, k) or _says_which(row, lo, k))


def _says_which(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether "in the field" says what kind of man or killing stands before it: "killed a commander |in the field|", "X put to death |in the field|"."""
    before = row[k - 1].senses if k > lo and not row[k].gap else {}
    told = row[k - 2].senses if k > lo + 1 and row[k - 1].sort is Sort.ACTOR and not row[k].gap else before
    killing = Kind.HARM in told and row[k].last - row[k].first == 1
    return row[k].has(IN_THE_FIELD) and (Kind.VICTIM in before or killing)


def _is_also(row: Sequence[Chunk], lo: int, k: int, hi: int) -> bool:
    """Tell whether "likewise" begins another act: a stop stands before it, or a verb right behind."""
    if k + 1 >= hi or one_place_more(row, k, hi):
        return False
    then = row[k + 1].reading(Kind.TRIGGER)
    return (k > lo and row[k - 1].sort is Sort.STOP) or (then is not None and then.form.pos is Pos.VERB)
