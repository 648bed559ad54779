"""``waqai code``: pages or articles in, reports out; for people as text, for programs as JSONL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from waqai.cli.answer import answer_articles
from waqai.cli.show import show_article
from waqai.cli.source import Tally, articles

if TYPE_CHECKING:
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
        answer_articles(jsonl, tally, lambda article: _answer(coder.code(article)), {"article": {}, "reports": []})
    else:
        for article in articles(files or (), tally):
            show_article(coder.code(article), explain=explain)
    tally.close()


def _answer(coded: CodedArticle) -> dict[str, Any]:
    from waqai.read.near_copy import signature

    article = coded.article
    meta = {
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "signature": signature(article.story),
    }
    return {"id": article.id, "article": meta, "reports": coded.reports, "persons": coded.persons}
