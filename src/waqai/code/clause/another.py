"""Whether another act begins with a chunk, behind what a clause has told so far."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from waqai.code.clause.ahead import (
    MOVES_ON,
    brings_to,
    is_avenged_blow,
    is_before_blast,
    is_counted_again,
    opens_with_day,
    place_ahead,
)
from waqai.code.clause.next_act import (
    announces,
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
from waqai.code.clause.other_toll import begins_elsewhere, means_of
from waqai.code.clause.subject import has_own_doer, is_bomb_besides, is_subject
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.date.find import DateMention

_ABOVE_ALL = "above_all"
_LAST_OF = "particle.above_all.last"
_BODY_FOUND = "harm.body_found"
_RISES = "rises"


class Seen(msgspec.Struct):
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
        """Note what the next chunk tells: an act, a harm, a weapon."""
        self.harm = self.harm or Kind.HARM in chunk.senses
        act = chunk.senses.get(Kind.TRIGGER)
        if act is not None and act.entry.tells_act:
            self.act = True
            self.method = act.entry.method or self.method
        self.means = means_of(chunk) or self.means


def goes_on_with_another(row: Sequence[Chunk], lo: int, k: int, hi: int, seen: Seen) -> bool:
    """Tell whether a second act begins with chunk ``k``, with which one can begin."""
    chunk = row[k]
    return (
        (Kind.TRIGGER in chunk.senses and _tells_another(row, lo, k, hi, seen))
        or (chunk.joined and _joins_another(row, lo, k, hi, seen))
        or (bool(chunk.particle) and _leads_to_another(row, k, hi, seen))
        or (chunk.sort is Sort.DATE and _dates_another(row, k, hi, seen))
        or (((seen.act and seen.place) or (seen.harm and seen.actor)) and is_beside(row, k, hi, by=seen.act))
    )


def _tells_another(row: Sequence[Chunk], lo: int, k: int, hi: int, seen: Seen) -> bool:
    """Tell whether the word for an act at ``k`` tells another one."""
    if seen.place and is_told_of(row, k, hi):
        return True
    if not seen.act:
        return seen.harm and is_looked_into(row, lo, k, hi)
    return (
        _singles_out(row, k)
        or coincides(row, lo, k, hi)
        or drops_bombs(row, k, hi, seen.method)
        or ((seen.place or row[k - 1].text == ",") and breaks_out(row, k, hi))
        or is_looked_into(row, lo, k, hi)
        or (seen.place and is_protested(row, k, hi, seen.method))
    )


def _joins_another(row: Sequence[Chunk], lo: int, k: int, hi: int, seen: Seen) -> bool:
    """Tell whether "and" brings another act, with the word at ``k``."""
    if (seen.act and opens(row, k, hi, seen.place)) or (seen.harm and is_subject(row, k, hi)):
        return True
    if seen.actor and (has_own_doer(row, k, hi) or (seen.place and announces(row, k, hi))):
        return True
    return seen.place and (
        begins_elsewhere(row, k, hi, seen.means, act=seen.act, harm=seen.harm)
        or (seen.act and is_counted_again(row, k, hi, seen.method))
        or is_bomb_besides(row, k, hi)
        or is_next_toll(row, lo, k, hi, by=seen.act)
        or (row[k].has(_BODY_FOUND) and place_ahead(row, k, hi))
    )


def _leads_to_another(row: Sequence[Chunk], k: int, hi: int, seen: Seen) -> bool:
    """Tell whether the particle at ``k`` brings another act."""
    if seen.act and (row[k].particle == _RISES or is_avenged_blow(row, k, hi) or brings_to(row, k)):
        return True
    if not (seen.act or seen.harm):
        return False
    if is_toll_besides(row, k, hi) and (seen.act or not _counts_more(row, k, hi)):
        return True
    if not seen.place:
        return False
    if is_before_blast(row, k, hi) or (row[k].has(MOVES_ON) and place_ahead(row, k, hi)):
        return True
    return seen.act and (is_counted_again(row, k, hi, seen.method) or ends_in_taking(row, k, hi))


def _dates_another(row: Sequence[Chunk], k: int, hi: int, seen: Seen) -> bool:
    """Tell whether the day at ``k`` is that of another act."""
    return (seen.act and opens_with_day(row, k, hi)) or ((seen.act or seen.harm) and leads_back(row, k, hi))


def _counts_more(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether "besides" goes on with a toll whose cause is told behind it: "three were hurt, |besides the wounding| of four by shells on A"."""
    return any(Kind.HARM in row[j].senses for j in range(k + 1, min(hi, k + 3)))


def leads_back(row: Sequence[Chunk], k: int, hi: int) -> bool:
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
