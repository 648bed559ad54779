"""``waqai publish``: what the store holds, in the forms that others read; reports; releases."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from waqai.errors import SettingError
from waqai_desk.boot import open_store

if TYPE_CHECKING:
    from waqai.publish import Context, Form
    from waqai_desk.release import StoreSource

publish_app = typer.Typer(
    help="Write the store's incidents in the forms that others read.", invoke_without_command=True
)
FORMS = ("jsonl", "acled", "ucdp", "plover", "hxl", "geojson", "parquet", "ftm", "xlsx", "airwars")
"""Named here so that help needs no form's module; a test holds them to the library's."""


class Audience(StrEnum):
    """For whom."""

    INTERNAL = "internal"
    PUBLIC = "public"


class Fatalities(StrEnum):
    """How ACLED's one number is made."""

    ACLED = "acled"
    LOW = "low"
    BEST = "best"
    HIGH = "high"


_Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="NAME=VALUE", help="Narrow, as for waqai incidents list. Can be repeated."),
]
_Days = Annotated[str | None, typer.Option("--period", metavar="PERIOD", help="2020-W21, 2020-05, a day, or DAY/DAY.")]
_For = Annotated[
    Audience, typer.Option("--profile", help="public: only what was published, later and coarser, without names.")
]
_Rule = Annotated[Fatalities, typer.Option("--fatalities", help="Which end of a toll is ACLED's one number.")]


@publish_app.callback()
def publish_command(
    context: typer.Context,
    folder: Annotated[
        Path | None, typer.Option("--all", metavar="DIR", help="Write every form into this folder.")
    ] = None,
    only: _Only = None,
    period: _Days = None,
    profile: _For = Audience.INTERNAL,
    fatalities: _Rule = Fatalities.ACLED,
) -> None:
    """Write every form into a folder, or name one form, a report or a release."""
    if context.invoked_subcommand is not None:
        return
    if folder is None:
        raise typer.BadParameter("name a form, sitrep or package, or give --all a folder")
    source = _source(only, period, profile)
    from waqai.publish.forms import FORMS as EVERY
    from waqai.publish.write import write_forms

    for _, path in write_forms(EVERY.values(), source, folder, _context(fatalities)):
        typer.echo(str(path), err=True)
    _tell_waiting(source)


def _form_command(name: str) -> Callable[..., None]:
    def write(
        out: Annotated[
            str | None, typer.Option("--out", metavar="FILE", help="Where to; - is standard output.")
        ] = None,
        only: _Only = None,
        period: _Days = None,
        profile: _For = Audience.INTERNAL,
        fatalities: _Rule = Fatalities.ACLED,
        report: Annotated[
            bool, typer.Option("--report", help="Say what the form cannot hold, and write nothing.")
        ] = False,
    ) -> None:
        source = _source(only, period, profile)
        from waqai.publish.forms import FORMS as EVERY

        form = EVERY[name]
        if report:
            _report(form, source)
            return
        _write(form, source, out or form.file, _context(fatalities))
        _tell_waiting(source)

    return write


for _name in FORMS:
    publish_app.command(_name, help=f"Write the {_name} form.")(_form_command(_name))


def _write(form: Form, source: StoreSource, out: str, context: Context) -> None:
    from waqai.publish.write import write_form

    if out != "-":
        write_form(form, source(), Path(out), context)
        typer.echo(out, err=True)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / form.file
        write_form(form, source(), path, context)
        if path.is_dir():
            raise SettingError(f"{form.name} is a folder of tables: give --out a folder")
        with path.open("rb") as made:
            shutil.copyfileobj(made, sys.stdout.buffer)
    sys.stdout.buffer.flush()


def _report(form: Form, source: StoreSource) -> None:
    """Print each loss of a form and how many incidents have something to lose."""
    from waqai.publish.forms import fate_of_fields

    lost = {field: fate for field, fate in fate_of_fields()[form.name].items() if "lost" in fate}
    touched: Counter[str] = Counter()
    count = 0
    for incident in source():
        count += 1
        touched.update(field for field in lost if getattr(incident, field) not in (None, "", (), {}, 0))
    typer.echo(f"{form.file}: {count:,} incidents")
    for field, fate in lost.items():
        typer.echo(f"  {field} ({touched[field]:,}): {fate}")


@publish_app.command("sitrep")
def sitrep_command(
    week: Annotated[str, typer.Option("--week", metavar="PERIOD", help="2020-W21, 2020-05, a day, or DAY/DAY.")],
    admin1: Annotated[
        str | None, typer.Option("--admin1", help="The governorate, as in data/admin1.csv; without it, all areas.")
    ] = None,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to write into.")] = Path(),
    profile: _For = Audience.INTERNAL,
    templates: Annotated[
        Path | None, typer.Option("--templates", metavar="DIR", help="A team's own templates.")
    ] = None,
) -> None:
    """Write the situation report of a period: Arabic and English, HTML, PDF and Word."""
    from waqai.publish.area import country_of
    from waqai.publish.sitrep import KINDS, Period, figures, write_report
    from waqai.publish.sitrep.story import story

    period = Period.of(week)
    key = (country_of(admin1), admin1) if admin1 is not None else None
    both = f"{period.before().start}/{period.end}"
    source = _source([f"admin1={admin1}"] if admin1 else None, both, profile)
    found = figures(source(), period)
    name = "-".join(
        part for part in ("sitrep", week.replace("/", "_"), (admin1 or "").lower().replace(" ", "-")) if part
    )
    for language in ("ar", "en"):
        told = story(found, language, area_key=key, templates=templates)
        for kind in KINDS:
            path = out / f"{name}-{language}.{kind}"
            write_report(told, path, templates=templates)
            typer.echo(str(path), err=True)
    _tell_waiting(source)


@publish_app.command("package")
def package_command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the release.")],
    release: Annotated[str, typer.Option("--release", metavar="VERSION", help="Its version, for example 1.2.0.")],
    before: Annotated[
        Path | None, typer.Option("--before", metavar="DIR", help="The release before, to tell what changed.")
    ] = None,
    day: Annotated[
        datetime | None, typer.Option("--day", formats=["%Y-%m-%d"], metavar="DAY", help="Its day; today without it.")
    ] = None,
    profile: _For = Audience.PUBLIC,
) -> None:
    """Write a release as a Frictionless data package, with codebook, changes, checksums and citation."""
    source = _source(None, None, profile)
    from waqai.publish.package import Release, write_package

    on = (day or datetime.now(UTC)).date()
    counts = write_package(source, folder, Release(version=release, day=on, before=before), _context(Fatalities.ACLED))
    typer.echo(f"{folder}: " + ", ".join(f"{n:,} {what}" for what, n in counts.items()), err=True)
    _tell_waiting(source)


def _source(only: list[str] | None, period: str | None, audience: Audience) -> StoreSource:
    open_store()
    from waqai.publish.profile import INTERNAL, PUBLIC
    from waqai.publish.sitrep import Period
    from waqai_desk.release import Choice, StoreSource

    profile = PUBLIC if audience is Audience.PUBLIC else INTERNAL
    days = Period.of(period) if period is not None else None
    today = datetime.now(UTC).date()
    return StoreSource(Choice(profile=profile, today=today, only=tuple(only or ()), period=days))


def _context(fatalities: Fatalities) -> Context:
    from waqai.gazetteer.store import open_gazetteer
    from waqai.publish import Context

    governorates = open_gazetteer().governorates()
    pcodes = {key: place.pcode for key, place in governorates.items() if place.pcode}
    return Context(fatalities=fatalities.value, pcodes=pcodes)


def _tell_waiting(source: StoreSource) -> None:
    waiting = source.waiting()
    if waiting:
        typer.echo(f"waqai: {waiting:,} incidents are not published and were left out", err=True)
