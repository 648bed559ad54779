"""``waqai code``: pages or articles in, reports out; for people as text, for programs as JSONL."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from waqai.cli.show import show_article
from waqai.cli.source import Tally, articles, lines
from waqai.errors import InputError

if TYPE_CHECKING:
    from waqai.code.coder import Coder
    from waqai.model import CodedArticle


def code_command(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE…]", help="Saved pages; - is standard input.")
    ] = None,
    jsonl: Annotated[
        str | None,
        typer.Option("--jsonl", metavar="FILE", help="Articles, one JSON object a line; - is standard input."),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show the words and the rule behind each value.")] = False,
) -> None:
    """Code articles into reports of incidents."""
    if (jsonl is None) == (not files):
        raise typer.BadParameter("give pages, or --jsonl with a file of articles")
    from waqai.code.coder import Coder  # loads lexicon and gazetteer: not before it is needed

    coder = Coder.load()
    tally = Tally()
    if jsonl is not None:
        _code_lines(coder, jsonl, tally)
    else:
        for article in articles(files or (), tally):
            show_article(coder.code(article), explain=explain)
    tally.close()


def _code_lines(coder: Coder, name: str, tally: Tally) -> None:
    """Code a JSONL file in order; a line that cannot be read gives a line with the reason and no reports."""
    from waqai.read import article_from_record
    from waqai.read.language import set_aside
    from waqai.read.near_copy import signature

    encode = msgspec.json.Encoder().encode
    decode = msgspec.json.Decoder(dict[str, Any]).decode
    for number, line in lines(name):
        where = f"{name}:{number}"
        ident: Any = None
        try:
            record = decode(line)
            ident = record.get("id")
            article = set_aside(article_from_record(record))
            answer = _answer(coder.code(article), signature(article.story))
            tally.read += 1
        except msgspec.DecodeError as error:
            answer = _refusal(ident, InputError(f"is no JSON object: {error}", where=where), tally)
        except InputError as error:
            answer = _refusal(ident, InputError(error.sentence, where=where), tally)
        sys.stdout.buffer.write(encode(answer) + b"\n")
    sys.stdout.buffer.flush()


def _answer(coded: CodedArticle, signature: str) -> dict[str, Any]:
    article = coded.article
    meta = {
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "signature": signature,
    }
    return {"id": article.id, "article": meta, "reports": coded.reports, "persons": coded.persons}


def _refusal(ident: Any, error: InputError, tally: Tally) -> dict[str, Any]:
    tally.refuse(error)
    return {"id": ident, "article": {}, "reports": [], "error": str(error)}
