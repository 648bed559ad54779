"""Where a story was written, which says where its acts were only if nothing else does: "A (agencies) – gunmen attacked …"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act, Where
from waqai.tag.actor.camps import tables
from waqai.tag.chunk import Chunk
from waqai.tag.date.find import DateMention
from waqai.tag.place.find import PlacePhrase
from waqai.values.place import IN_TOWN


def is_dateline(draft: Draft, row: Sequence[Chunk], headers: int) -> bool:
    """Tell whether the place at the head of a clause can be where its story was written.

    A dash or the agency stands behind it, no colon, and no other item of the page is headed so; ``headers`` counts them.
    """
    return draft.header >= 0 and headers == 1 and row[draft.header + 1].text != ":"


def is_put_apart(act: Act, where: Where) -> bool:
    """Tell whether the body puts an act without a place in a part of a country, or behind a dateline, in which this place can hardly lie."""
    apart = where.value.precision not in IN_TOWN
    return any(("region" in d.marks or (apart and d.header >= 0)) and not d.clause.headline for d in act.drafts)


def put_where_written(
    acts: Sequence[Act],
    row: Sequence[Chunk],
    headers: int,
    where: Callable[[int, PlacePhrase, int], Where | None],
) -> None:
    """Put what is told behind a dateline there, where nothing says more, and with it what has no place on a page that names no other.

    A story written abroad ("Beirut – …") has other places in another country.
    """
    written = next((d for act in acts if act.where is None for d in act.drafts if is_dateline(d, row, headers)), None)
    town = where(*written.homes[0], written.clause.sentence) if written is not None else None
    named = [act.where.value.country for act in acts if act.where is not None]
    if town is None or any(country != town.value.country for country in named):
        return
    for act in acts:
        if act.where is None and (not named or any(d is written for d in act.drafts)):
            act.where = town


def is_label(texts: Sequence[str], mention: DateMention) -> bool:
    """Tell whether a day in numbers stands behind a Latin word, as pages label their own: "date 2024-05-06 three people were hurt", or names a pact."""
    label = texts[mention.first - 1] if mention.first else ""
    if is_of_pact(texts, mention.first - 1):
        return True
    return label.isascii() and label.isalpha() and all(not t.isalpha() for t in texts[mention.first : mention.last])


def is_of_pact(texts: Sequence[str], before: int) -> bool:
    """Tell whether a day stands right behind what is called by it: "the agreement |of 10 March|", "the uprising |of 12 March|"."""
    word = texts[before] if before >= 0 else ""
    pacts = tables()["pacts"]["words"]
    return word in pacts or word[1:] in pacts
