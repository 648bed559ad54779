"""``waqai locate``: place phrases in, points with their precision and probability out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from waqai.cli.answer import answer_lines
from waqai.cli.source import Tally

if TYPE_CHECKING:
    from waqai.gazetteer.choose import Choice
    from waqai.tag.place.locate import Locator


def locate_command(
    phrases: Annotated[
        list[str] | None, typer.Argument(metavar="[PHRASE…]", help="Places as a report names them.")
    ] = None,
    jsonl: Annotated[
        str | None,
        typer.Option("--jsonl", metavar="FILE", help="Phrases, one JSON object a line; - is standard input."),
    ] = None,
    country: Annotated[str, typer.Option(help="The country the phrases are about, as two letters.")] = "",
    admin1: Annotated[str, typer.Option(help="The governorate they are about, in Arabic.")] = "",
    explain: Annotated[bool, typer.Option("--explain", help="Show the reasons, and the namesakes that lost.")] = False,
) -> None:
    """Locate places: a point, how exact it is in three scales, and how probable."""
    if (jsonl is None) == (not phrases):
        raise typer.BadParameter("give phrases, or --jsonl with a file of them")
    from waqai.tag.place.locate import Locator, Question  # loads lexicon and gazetteer: not before it is needed

    locator = Locator.load()
    if jsonl is not None:
        tally = Tally()
        empty = dict.fromkeys(("name", "lat", "lon", "precision"))
        answer_lines(
            jsonl,
            tally,
            lambda record: _answer(locator, record, country, admin1),
            empty,
            wanted="phrase to locate",
        )
        tally.close()
        return
    for phrase in phrases or ():
        _show(locator.locate(Question(phrase, admin1_ar=admin1 or None, country=country or None)), explain=explain)


def _answer(locator: Locator, record: dict[str, Any], country: str, admin1: str) -> dict[str, Any]:
    """Locate one phrase; ``country`` and ``admin1`` are taken where it names none. Raises: ValidationError."""
    from waqai.tag.place.locate import Question

    ident = record.get("id")
    question = msgspec.convert({**record, "id": str(ident or "")}, Question)
    if country and not question.country or admin1 and not question.admin1_ar:
        question = msgspec.structs.replace(
            question, country=question.country or country, admin1_ar=question.admin1_ar or admin1
        )
    return {"id": ident, **answer_of(locator.locate(question))}


def answer_of(choice: Choice) -> dict[str, Any]:
    """Give an answer as it is written in JSON."""
    from waqai.gazetteer.scale import acled_precision, told_precision, ucdp_precision

    value = choice.value
    return {
        "name": value.name,
        "name_en": value.name_en,
        "lat": value.lat,
        "lon": value.lon,
        "precision": told_precision(value),
        "named_precision": value.precision,
        "radius_m": value.radius_m,
        "acled_precision": acled_precision(value),
        "ucdp_precision": ucdp_precision(value),
        "probability": choice.probability,
        "admin1": value.admin1,
        "country": value.country,
        "gazetteer_id": value.gazetteer_id,
        "ids": choice.place.ids if choice.place is not None else (),
        "pcode": (choice.place.pcode or None) if choice.place is not None else None,
        "because": choice.because,
    }


def _show(choice: Choice, *, explain: bool) -> None:
    from rich.console import Console  # only needed here: start-up counts
    from rich.text import Text

    from waqai.gazetteer.scale import acled_precision, ucdp_precision

    console = Console(highlight=False, soft_wrap=True)
    value = choice.value
    console.print(Text(f"\n{value.text}", style="bold"))
    where = ", ".join(p for p in (value.name_en, value.admin1, value.country) if p)
    if value.lat is None or value.lon is None:
        console.print("  no point")
    else:
        point = f"{value.lat:.4f}, {value.lon:.4f}"
        console.print(Text(f"  {point} · within {_metres(value.radius_m)} · {where}", style="cyan"))
    of = f", the point of its {value.point_precision}" if value.point_precision else ""
    console.print(f"  {value.precision}{of} · ACLED {acled_precision(value)} · UCDP {ucdp_precision(value)}")
    console.print(f"  probability {choice.probability:.2f} · {value.gazetteer_id or 'in no gazetteer'}")
    if explain:
        console.print(Text(f"  because: {choice.because}", style="dim"))
        for other in choice.others:
            console.print(Text(f"  not: {other}", style="dim"))


def _metres(radius: int | None) -> str:
    return "?" if radius is None else f"{radius / 1000:g} km"
