"""``waqai gazetteer``: more places from other people's gazetteers, credited and kept under WAQAI_HOME."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from waqai.cli.bars import Bars
from waqai.errors import GazetteerError

if TYPE_CHECKING:
    from waqai.gazetteer.added import Added, Outcome

gazetteer_app = typer.Typer(help="The places that are known, and where they come from.", no_args_is_help=True)
_NAMED = 5
"""Malformed lines that ``add`` names itself; ``skipped`` gives all."""


@gazetteer_app.callback()
def _gazetteer() -> None:
    """Group the commands about the gazetteer."""


@gazetteer_app.command("add")
def add_command(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE…",
            help="Who's On First, GeoNames, OCHA p-codes or your own table; a path or an address.",
        ),
    ],
    name: Annotated[str, typer.Option(help="Keep the source under this name instead of the file's.")] = "",
) -> None:
    """Add gazetteers; a second time with the same bytes changes nothing."""
    from waqai.gazetteer.added import Added  # only needed here: start-up counts

    if name and len(sources) > 1:
        raise typer.BadParameter("a name is for one source")
    added, failed, changed = Added(), 0, False
    for source in sources:
        try:
            with _Bar(source) as bar:
                outcome = added.add(source, bar.show, name=name)
        except GazetteerError as error:
            failed += 1
            typer.echo(f"waqai: {error}", err=True)
            continue
        changed = changed or outcome.changed
        _tell(outcome, added)
    if changed or added.is_stale():
        _rebuild(added)
    if failed:
        typer.echo(f"waqai: {failed} of {len(sources)} sources were refused", err=True)
        raise typer.Exit(2 if failed == len(sources) else 1)


@gazetteer_app.command("list")
def list_command(
    json: Annotated[bool, typer.Option("--json", help="One JSON object a source, for programs.")] = False,
) -> None:
    """List the sources in use, with licence and date."""
    from waqai.gazetteer.added import Added  # only needed here: start-up counts
    from waqai.gazetteer.store import DEFAULT, Gazetteer

    added = Added()
    sources = [*Gazetteer(DEFAULT).sources(), *added.sources()]
    if json:
        for source in sources:
            sys.stdout.buffer.write(msgspec.json.encode(source) + b"\n")
        return
    for source in sources:
        skipped = f", {source.skipped:,} malformed" if source.skipped else ""
        typer.echo(
            f"{source.id}: {source.title} · {source.licence} · {source.date} · {source.places:,} places{skipped}"
        )
        if source.origin:
            typer.echo(f"    {source.origin}")
    if added.is_stale():
        typer.echo(
            "waqai: the store is older than these sources; build it anew with: waqai gazetteer rebuild", err=True
        )


@gazetteer_app.command("skipped")
def skipped_command(
    source: Annotated[str, typer.Argument(metavar="ID", help="A source as waqai gazetteer list names it.")],
) -> None:
    """Name the malformed lines of a source, each with what is wrong."""
    from waqai.gazetteer.added import Added  # only needed here: start-up counts
    from waqai.gazetteer.store import DEFAULT, Gazetteer

    added = Added()
    lines = added.skipped(source)
    if not lines and source not in {one.id for one in (*Gazetteer(DEFAULT).sources(), *added.sources())}:
        raise _unknown(source)
    for where, why in lines:
        typer.echo(f"{where}: {why}")


@gazetteer_app.command("remove")
def remove_command(
    source: Annotated[str, typer.Argument(metavar="ID", help="A source as waqai gazetteer list names it.")],
) -> None:
    """Take a source out again."""
    from waqai.gazetteer.added import Added  # only needed here: start-up counts

    added = Added()
    if not added.remove(source):
        raise _unknown(source)
    _rebuild(added)


@gazetteer_app.command("rebuild")
def rebuild_command() -> None:
    """Merge all sources anew, after an upgrade of Waqai."""
    from waqai.gazetteer.added import Added  # only needed here: start-up counts

    _rebuild(Added())


def _unknown(source: str) -> GazetteerError:
    return GazetteerError("there is no such source; waqai gazetteer list names them", where=source)


def _rebuild(added: Added) -> None:
    with _Bar("all sources") as bar:
        total = added.rebuild(bar.show)
    typer.echo(f"{total:,} places are known now")


def _tell(outcome: Outcome, added: Added) -> None:
    source, tally = outcome.source, outcome.tally
    if not outcome.changed:
        typer.echo(f"{source.id}: was there already, nothing to do")
        return
    parts = [f"{tally.places:,} places"]
    parts += [f"{tally.aliases:,} further names"] if tally.aliases else []
    parts += [f"{tally.pointless:,} of them without a point"] if tally.pointless else []
    parts += [f"{tally.passed:,} passed over"] if tally.passed else []
    parts += [f"{tally.skipped:,} malformed lines skipped"] if tally.skipped else []
    typer.echo(f"{source.id}: {', '.join(parts)} ({source.title}, {source.licence})")
    for where, why in added.skipped(source.id)[:_NAMED]:
        typer.echo(f"waqai: {where}: {why}", err=True)
    if tally.skipped > _NAMED:
        typer.echo(f"waqai: all of them: waqai gazetteer skipped {source.id}", err=True)


class _Bar(Bars):
    """One bar for the steps of a source."""

    def __init__(self, source: str) -> None:
        from rich.progress import TextColumn  # only needed here: start-up counts

        super().__init__(TextColumn("{task.fields[amount]}"))
        self._name = source.rpartition("/")[2]
        self._task = self._bars.add_task(self._name, total=None, amount="")

    def show(self, what: str, done: int, total: int) -> None:
        """Show how far a step is."""
        amount = f"{done:,} of {total:,}" if total else f"{done:,}"
        self._bars.update(
            self._task, description=f"{self._name}: {what}", completed=done, total=total or None, amount=amount
        )
