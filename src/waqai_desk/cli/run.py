"""``waqai run``: everything from the sources to the incidents of the store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli.bars import Bars
from waqai.settings import home
from waqai_desk.boot import open_store

if TYPE_CHECKING:
    from rich.progress import TaskID

    from waqai.fetch import Sources
    from waqai_desk.run.summary import Summary


def run_command(
    config: Annotated[
        Path | None,
        typer.Argument(
            metavar="[CONFIG]", help="A sources file; without one, sources.toml of WAQAI_HOME, else the sample pages."
        ),
    ] = None,
    recode: Annotated[
        bool, typer.Option("--recode", help="Also code again what an older coder, lexicon or gazetteer coded.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="With --recode: show what would change, and change nothing.")
    ] = False,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, help="Processes that read and code; one for each core.")
    ] = None,
) -> None:
    """Fetch, read, code and link what is new into the store; a killed run goes on where it was."""
    if dry_run and not recode:
        raise typer.BadParameter("--dry-run goes with --recode")
    open_store()
    from waqai_desk.cli.show_run import show_differences, show_summary
    from waqai_desk.run.runner import Runner

    with _Bars() as bars:
        runner = Runner(bars, workers=workers)
        summary = runner.compare() if dry_run else runner.run(_sources(config), recode=recode)
    _tell_refusals(summary)
    if dry_run:
        show_differences(summary)
    else:
        show_summary(summary)
    if summary.refusals:
        raise typer.Exit(1)


def _sources(config: Path | None) -> Sources:
    from waqai.fetch import load_sources
    from waqai_desk.run.samples import sample_sources

    own = home() / "sources.toml"
    if config is None and not own.exists():
        return sample_sources()
    return load_sources(config or own)


def _tell_refusals(summary: Summary) -> None:
    for refusal in summary.refusals:
        named = refusal.reason.startswith(refusal.what)
        typer.echo(f"waqai: {refusal.reason}" if named else f"waqai: {refusal.what}: {refusal.reason}", err=True)


class _Bars(Bars):
    """A bar for each verb."""

    def __init__(self) -> None:
        super().__init__()
        self._tasks: dict[str, TaskID] = {}

    def begin(self, verb: str, total: int) -> None:
        """Show a verb with so many things to do."""
        self._tasks[verb] = self._bars.add_task(verb, total=total)

    def step(self, verb: str, count: int = 1) -> None:
        """Show that so many of them are done."""
        self._bars.advance(self._tasks[verb], count)
