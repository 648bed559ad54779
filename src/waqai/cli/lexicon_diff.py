"""``waqai lexicon diff``: what words change, on sentences of our own and on pages given."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from waqai.code.coder import Coder
    from waqai.model import Article


def diff_command(
    pages: Annotated[
        list[str] | None, typer.Argument(metavar="[PAGE…]", help="Saved pages to code as well; - is standard input.")
    ] = None,
    words: Annotated[
        list[Path] | None,
        typer.Option(help="A lexicon file to try; without it, your team's own words are compared with what ships."),
    ] = None,
) -> None:
    """Code our own written cases, and pages given, without and with some words, and show what differs."""
    from waqai.code.brief import brief
    from waqai.code.coder import Coder
    from waqai.lexicon.own import own_files

    before = Coder.load(own_files() if words else ())
    after = Coder.load((*own_files(), *(words or ())))
    changed = total = 0
    for article in _articles(pages or []):
        total += 1
        old, new = (_lines(coder, article, brief) for coder in (before, after))
        if old != new:
            changed += 1
            typer.echo(f"{article.id}: {' '.join(article.full.split())[:160]}")
            for mark, mine, theirs in (("-", old, new), ("+", new, old)):
                for line in mine:
                    if line not in theirs:
                        typer.echo(f"  {mark} {line}")
    typer.echo(f"{changed} of {total} texts are coded otherwise")


def _lines(coder: Coder, article: Article, brief: object) -> list[str]:
    assert callable(brief)
    return [str(brief(report)) for report in coder.code(article).reports] or ["no incident"]


def _articles(pages: list[str]) -> Iterator[Article]:
    from waqai.cli.source import Tally, articles
    from waqai.code.cases import written_cases
    from waqai.read import article_from_record

    for case in written_cases():
        yield article_from_record(
            {"id": case.id, "title": "", "text": case.text, "published": case.published or date(2022, 6, 15)}
        )
    if pages:
        tally = Tally()
        yield from articles(pages, tally)
        tally.close()
