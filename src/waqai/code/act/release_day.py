"""Days of a clause that can be those of its act: not that on which whoever is let go had been taken ("released a man |whom it had arrested two days ago|"), nor when somebody died of wounds got before, nor since when there had been no such act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.date.expression import Ago, Relation
from waqai.tag.date.find import DateMention
from waqai.tag.place.find import PlacePhrase

_TAKEN: Final = frozenset({"detained", "abducted"})
_RELEASED: Final = "released"


def days_of(row: Sequence[Chunk], lo: int, hi: int, named: Sequence[int]) -> list[tuple[int, DateMention]]:
    """Give the days of chunks ``[lo, hi)`` that can be those of its act; ``named`` are all that it names."""
    days = [
        (k, mention)
        for k in named
        if isinstance(mention := row[k].mention, DateMention)
        and not is_of_arrest(row, lo, k)
        and not _is_first_since(row, k, mention)
        and not (k > lo and row[k - 1].particle == _AFTER_CALM)
    ]
    if not days:
        return days
    days = [day for day in days if not (_is_of_thing(row, day, days[0]) or _is_of_sequel(row, day, days[0]))]
    return _of_the_wound(row, lo, hi, days)


_AFTER_CALM: Final = "after_calm"
"""Class of "after a calm", behind which stands how long that lasted."""


def _is_of_thing(row: Sequence[Chunk], day: tuple[int, DateMention], first: tuple[int, DateMention]) -> bool:
    """Tell whether a verb that nobody knows, right behind something that was hit, has its own day, where the act has one ahead: "raided |at dawn today| a house |that a man had rented two months ago|"."""
    k, mention = day
    if k == first[0] or not first[1].has_day_word or not isinstance(mention.expression, Ago) or row[k].gap != 1:
        return False
    return row[k - 1].last == row[k].first - row[k].gap and not _THINGS.isdisjoint(row[k - 1].senses)


def _is_of_sequel(row: Sequence[Chunk], day: tuple[int, DateMention], first: tuple[int, DateMention]) -> bool:
    """Tell whether "the next day" is that of words nobody reads, where the act has a day ahead: "struck |on Tuesday|, and shops opened again |the next day|"."""
    k, mention = day
    counted = mention.is_of_day_told and not (mention.is_daypart_only or mention.is_of_act_behind)
    return counted and k != first[0] and first[1].has_day_word and row[k].gap >= _UNREAD


_UNREAD: Final = 3
"""Words that nobody reads, which tell of something else."""
_THINGS: Final = frozenset({Kind.OBJECT, Kind.VICTIM})


def _of_the_wound(
    row: Sequence[Chunk], lo: int, hi: int, days: list[tuple[int, DateMention]]
) -> list[tuple[int, DateMention]]:
    """Leave out on which day somebody died of wounds, where it is told when he got them: "died |yesterday| of wounds suffered on Monday"."""
    wounds = next((k for k in range(lo, hi) if row[k].particle == _SUCCUMBED), None) if len(days) > 1 else None
    if wounds is None or any(chunk.entry(Kind.TRIGGER).tells_act for chunk in row[lo:wounds]):
        return days
    return [(k, mention) for k, mention in days if k > wounds] or days


_SUCCUMBED: Final = "succumbed"


def _is_first_since(row: Sequence[Chunk], k: int, mention: DateMention) -> bool:
    """Tell whether "since …" only says how long there had been no such act: "for the first time |in months|"."""
    since = mention.is_trend or mention.is_long_ago or mention.relation is Relation.SINCE
    return since and any(row[j].particle == _FIRST and _are_where(row, j + 1, k) for j in range(max(0, k - _WHERE), k))


def _are_where(row: Sequence[Chunk], lo: int, hi: int) -> bool:
    """Tell whether chunks only say where there had been none such: "the worst |in A| since …"."""
    return all(row[j].sort in (Sort.PLACE, Sort.ACTOR) and row[j].prep for j in range(lo, hi)) and row[hi].gap <= 1


_WHERE: Final = 3


_FIRST: Final = "first_time"


def is_of_arrest(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a day stands right behind "whom it arrested", behind a word of letting go."""
    if k - 1 <= lo or row[k].gap > 1 or row[k].joined:
        return False
    taken = row[k - 1].reading(Kind.HARM)
    if taken is None or taken.entry.harm not in _TAKEN or taken.form.pos is not Pos.VERB or not taken.form.suffix:
        return False
    return any(chunk.entry(Kind.HARM).harm == _RELEASED for chunk in row[lo : k - 1])


def without_prison(row: Sequence[Chunk], places: list[tuple[int, PlacePhrase]]) -> list[tuple[int, PlacePhrase]]:
    """Leave out where those let go had been held, behind the place of an exchange: "an exchange in A, of 25 |who were held in| the prison of B"."""
    return [place for n, place in enumerate(places) if n == 0 or not row[place[0] - 1].has(_HELD)]


_HELD: Final = "victim.detainee"


def let_out_of(row: Sequence[Chunk], homes: list[tuple[int, PlacePhrase]]) -> list[tuple[int, PlacePhrase]]:
    """Give the prison out of which people of somewhere else were let: "let go of 40 of the sons of A |from the prison of| B"."""
    prison = [(k, phrase) for k, phrase in homes if row[k].prep == _FROM and row[k].text.startswith(_PRISON)]
    return prison[:1] if len(homes) > 1 else []


_FROM: Final = "من"
_PRISON: Final = "سجن"
