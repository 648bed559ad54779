"""``waqai tag``: articles in, mentions out, each at its place in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from waqai.cli.answer import answer_articles
from waqai.cli.source import Tally

if TYPE_CHECKING:
    from waqai.tag.tagged import Tagged


def tag_command(
    jsonl: Annotated[
        str,
        typer.Option("--jsonl", metavar="FILE", help="Articles, one JSON object a line; - is standard input."),
    ],
) -> None:
    """Find what articles mention: dates, places, actors, numbers, persons and words of the lexicon."""
    from waqai.gazetteer.store import open_gazetteer  # loads lexicon and gazetteer: not before it is needed
    from waqai.lexicon.load import load_lexicon
    from waqai.lexicon.own import own_files
    from waqai.tag.tagged import tag

    lexicon, gazetteer = load_lexicon(own_files()), open_gazetteer()
    tally = Tally()
    answer_articles(jsonl, tally, lambda article: _answer(tag(article, lexicon, gazetteer)), {"mentions": []})
    tally.close()


def _answer(tagged: Tagged) -> dict[str, Any]:
    from waqai.tag.chunk import Sort

    rows = [_mention(tagged, at) for at, chunk in enumerate(tagged.row) if chunk.sort is not Sort.STOP]
    return {"id": tagged.article.id, "mentions": rows}


def _mention(tagged: Tagged, at: int) -> dict[str, Any]:
    """Tell one chunk; a person's words are not repeated (do no harm), their place in the text says enough."""
    from waqai.tag.actor.find import ActorPhrase
    from waqai.tag.chunk import Sort
    from waqai.tag.number.find import NumberMention

    chunk, span = tagged.row[at], tagged.chunk_span(at)
    row: dict[str, Any] = {"sort": str(chunk.sort), "start": span.start, "end": span.end}
    if chunk.sort is not Sort.PERSON:
        row["text"] = tagged.quote(span)
    if isinstance(chunk.mention, ActorPhrase):
        row["actors"] = chunk.mention.ids
    if isinstance(chunk.mention, NumberMention):
        row["count"] = chunk.mention.count
    if chunk.readings:
        row["entries"] = list(dict.fromkeys(reading.entry.id for reading in chunk.readings))
    return row
