"""Sentences cut at the joints of news prose, so that one clause tells one act (design section 3.3).

Arabic news strings acts together with "and": "… shelled A, and warplanes raided B, while clashes …".
A clause ends before a joint particle, before a background marker, and before a second act that has
its own verb.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from waqai.code.clause.ahead import (
    MOVES_ON,
    brings_to,
    is_avenged_blow,
    is_before_blast,
    is_counted_again,
    is_day_amid,
    is_joint,
    joins_none,
    one_place_more,
    opens_with_day,
    place_ahead,
)
from waqai.code.clause.at_next import is_at_next
from waqai.code.clause.fronted import ANSWERED, BLAMES, Fronts, ends_setting, is_fronted, looks_back
from waqai.code.clause.next_act import (
    announces,
    bears_out,
    breaks_out,
    coincides,
    drops_bombs,
    ends_in_taking,
    is_beside,
    is_his_arrest,
    is_looked_into,
    is_next_toll,
    is_protested,
    is_told_of,
    is_toll_besides,
)
from waqai.code.clause.opens import opens
from waqai.code.clause.other_toll import begins_elsewhere, is_of_earlier, means_of
from waqai.code.clause.subject import has_own_doer, is_bomb_besides, is_subject
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.date.find import DateMention
from waqai.tag.harm.search import IN_THE_FIELD
from waqai.tag.tagged import Sentence

_BACK = frozenset({ANSWERED, BLAMES})
_ALSO = "also"
_ABOVE_ALL = "above_all"
_LAST_OF = "particle.above_all.last"
_BODY_FOUND = "harm.body_found"
_RISES = "rises"


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


class _Seen(msgspec.Struct):
    """What a clause has told so far."""

    setting: bool
    """Whether it stands ahead of the main verb (``fronted``)."""
    act: bool = False
    method: str = ""
    """The method of the last act."""
    place: bool = False
    harm: bool = False
    actor: bool = False
    means: str = ""
    """The method that the last act or weapon named."""

    def take(self, chunk: Chunk) -> None:
        """Note the next chunk."""
        if not chunk.senses:
            if chunk.sort is Sort.PLACE:
                self.place = True
            elif chunk.sort is Sort.ACTOR:
                self.actor = True
            return
        self.harm = self.harm or Kind.HARM in chunk.senses
        act = chunk.senses.get(Kind.TRIGGER)
        if act is not None and act.entry.tells_act:
            self.act = True
            self.method = act.entry.method or self.method
        self.means = means_of(chunk) or self.means


def cut_clauses(row: Sequence[Chunk], sentence: Sentence, n: int, fronts: Fronts) -> list[Clause]:
    """Cut the chunks of the ``n``-th sentence into clauses; ``fronts`` are the words that open a setting."""
    lo, hi = sentence.lo, sentence.hi
    cuts = [lo]
    background = [False]
    earlier: set[int] = set()
    seen = _Seen(is_fronted(row, lo, hi, fronts))
    aside = False
    behind = fronts.behind
    for k in range(lo, hi):
        chunk = row[k]
        if chunk.tells_of >= 0:
            aside = True
            cuts.append(k)
            background.append(False)
        if aside:
            continue
        if chunk.particle and _is_joint_here(row, lo, k, hi):
            if k > cuts[-1]:
                cuts.append(k)
                background.append(False)
            background[-1] = background[-1] or chunk.particle == "background"
            seen = _Seen(is_fronted(row, k, hi, fronts))
            continue
        set_out = seen.setting and (seen.act or seen.harm or seen.actor) and _sets_out(row, k, hi)
        if set_out or (background[-1] and bears_out(row, cuts[-1], k, hi)):
            cuts.append(k)
            background.append(False)
            seen = _Seen(setting=False)
        elif k > cuts[-1] and (
            (
                backward := (chunk.particle in _BACK or chunk.first in behind)  # most chunks are neither
                and (
                    _looks_back(row, k, hi, fronts, seen)
                    or (seen.act and seen.harm and is_of_earlier(row, cuts[-1], k, hi))
                )
            )
            or (
                (seen.place or seen.act or seen.harm)
                and (chunk.joined or chunk.particle or chunk.sort is Sort.DATE or not _BEGINS.isdisjoint(chunk.senses))
                and _goes_on_with_another(row, lo, k, hi, seen)
            )
            or (chunk.sort is Sort.PLACE and seen.place and (seen.act or seen.harm) and is_at_next(row, k, hi))
        ):
            leads_back = _leads_back(row, k, hi)
            cuts.append(k)
            before = is_protested(row, k, hi, seen.method) or is_avenged_blow(row, k, hi)
            if backward or leads_back or before or is_looked_into(row, lo, k, hi):
                earlier.add(k)
            background.append(background[-1] or leads_back)
            # "in support of A, and |in reply to a massacre in B|, X shelled C"
            seen = _Seen(setting=backward and seen.setting)
        if chunk.sort is not Sort.STOP:
            seen.take(chunk)
    ends, told = [*cuts[1:], hi], (n, sentence.block, sentence.headline)
    return [
        Clause(a, b, *told, back, a in earlier, row[a].first in fronts.reply, _told_of(row, a, lo))
        for a, b, back in zip(cuts, ends, background, strict=True)
        if a < b
    ]


def _sets_out(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether the main act begins with chunk ``k``: at its verb, or at that of who tells it, "in reply to the shelling of A |X announced| strikes on B"."""
    if ends_setting(row, k - 1, hi):
        return True
    says = row[k].sort is Sort.WORD and not (row[k].gap or row[k].joined or row[k].prep) and k + 1 < hi
    named = says and not row[k + 1].prep and (row[k + 1].sort is Sort.ACTOR or Kind.FORCE in row[k + 1].senses)
    return named and announces(row, k, hi)


def _looks_back(row: Sequence[Chunk], k: int, hi: int, fronts: Fronts, seen: _Seen) -> bool:
    """Tell whether an act that came before the one of the clause is named from ``k`` on."""
    return looks_back(row, k, hi, fronts, seen.method, elsewhere=seen.place and place_ahead(row, k, hi))


def _told_of(row: Sequence[Chunk], k: int, lo: int) -> int:
    """Find the chunk of the place that a relative clause from ``k`` on is about."""
    if row[k].tells_of < 0:
        return -1
    return next((j for j in range(lo, k) if row[j].first == row[k].tells_of), -1)


def _is_joint_here(row: Sequence[Chunk], lo: int, k: int, hi: int) -> bool:
    """Tell whether a joint or a background marker parts two acts here, and not the two sides of one."""
    if not (is_joint(row[k]) or _is_also(row, lo, k, hi)):
        return False
    return not (joins_none(row, lo, k) or is_day_amid(row, lo, k) or _says_which(row, lo, k))


def _goes_on_with_another(row: Sequence[Chunk], lo: int, k: int, hi: int, seen: _Seen) -> bool:
    """Tell whether a second act begins with chunk ``k``, with which one can begin."""
    joined = row[k].joined
    return (
        (seen.place and is_told_of(row, k, hi))
        or ((seen.act or seen.harm) and _leads_back(row, k, hi))
        or (seen.act and _singles_out(row, k))
        or (seen.place and (seen.act or seen.harm) and is_before_blast(row, k, hi))
        or (((seen.act and seen.place) or (seen.harm and seen.actor)) and is_beside(row, k, hi, by=seen.act))
        or (seen.act and is_avenged_blow(row, k, hi))
        or (seen.act and seen.place and is_counted_again(row, k, hi, seen.method))
        or (seen.act and (row[k].particle == _RISES or brings_to(row, k) or coincides(row, lo, k, hi)))
        or (seen.place and (seen.act or seen.harm) and row[k].has(MOVES_ON) and place_ahead(row, k, hi))
        or (joined and seen.place and begins_elsewhere(row, k, hi, seen.means, act=seen.act, harm=seen.harm))
        or (joined and seen.act and opens(row, k, hi, seen.place))
        or (joined and seen.actor and has_own_doer(row, k, hi))
        or (seen.act and (opens_with_day(row, k, hi) or drops_bombs(row, k, hi, seen.method)))
        or (joined and seen.harm and is_subject(row, k, hi))
        or (joined and seen.place and is_bomb_besides(row, k, hi))
        or (seen.act and (seen.place or row[k - 1].text == ",") and breaks_out(row, k, hi))
        or ((seen.harm or seen.act) and is_looked_into(row, lo, k, hi))
        or (joined and seen.actor and seen.place and announces(row, k, hi))
        or (joined and seen.place and is_next_toll(row, lo, k, hi, by=seen.act))
        or ((seen.act or (seen.harm and not _counts_more(row, k, hi))) and is_toll_besides(row, k, hi))
        or (seen.act and seen.place and ends_in_taking(row, k, hi))
        or (seen.act and seen.place and is_protested(row, k, hi, seen.method))
        or (joined and seen.place and row[k].has(_BODY_FOUND) and place_ahead(row, k, hi))
    )


def _counts_more(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether "besides" goes on with a toll whose cause is told behind it: "three were hurt, |besides the wounding| of four by shells on A"."""
    return any(Kind.HARM in row[j].senses for j in range(k + 1, min(hi, k + 3)))


def _says_which(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether "in the field" says what kind of man or killing stands before it: "killed a commander |in the field|", "X put to death |in the field|"."""
    before = row[k - 1].senses if k > lo and not row[k].gap else {}
    told = row[k - 2].senses if k > lo + 1 and row[k - 1].sort is Sort.ACTOR and not row[k].gap else before
    killing = Kind.HARM in told and row[k].last - row[k].first == 1
    return row[k].has(IN_THE_FIELD) and (Kind.VICTIM in before or killing)


def _leads_back(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether an earlier act is told from here: "… four days after a bombing in A"."""
    mention = row[k].mention
    if not (isinstance(mention, DateMention) and (mention.is_of_act_behind or mention.is_long_ago)):
        return False
    if mention.is_long_ago and k + 1 < hi and row[k + 1].gap and row[k - 1].sort is Sort.PLACE:
        return False  # "took A |in 2014| after it had driven X out"
    if k + 1 < hi and is_his_arrest(row[k + 1]):
        return False  # "died in prison two days after |his arrest|", which is part of the same tale
    if k + 1 < hi and row[k + 1].particle == "agent":
        return True  # "a day after |X launched| raids on …"
    return any(chunk.tells for chunk in row[k + 1 : min(hi, k + 3)])


def _singles_out(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether one act is singled out of those told before: "attacks, above all the attack on A"."""
    trigger = row[k].reading(Kind.TRIGGER) if row[k - 1].particle == _ABOVE_ALL else None
    if trigger is None or row[k].gap or row[k].prep:
        return False
    named = any(chunk.sort is Sort.ACTOR for chunk in row[k + 1 : k + 4])  # "the last of them raids |by X|"
    return trigger.form.definite or (row[k - 1].has(_LAST_OF) and not named)


def _is_also(row: Sequence[Chunk], lo: int, k: int, hi: int) -> bool:
    """Tell whether "likewise" begins another act: a stop stands before it, or a verb right behind."""
    if row[k].particle != _ALSO or k + 1 >= hi or one_place_more(row, k, hi):
        return False
    then = row[k + 1].reading(Kind.TRIGGER)
    return (k > lo and row[k - 1].sort is Sort.STOP) or (then is not None and then.form.pos is Pos.VERB)
