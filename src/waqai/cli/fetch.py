"""``waqai fetch``: what is new of the sources into the archive; the new originals as JSON lines."""

from __future__ import annotations

import re
import sys
import time
from typing import TYPE_CHECKING, Annotated, Final

import msgspec
import typer

from waqai.cli.bars import Bars
from waqai.errors import FetchError, OutputError, SettingError, WaqaiError
from waqai.fetch import Manners, Original, Sources, Summary, fetch_all
from waqai.settings import home

if TYPE_CHECKING:
    from rich.progress import TaskID

_EVERY: Final = re.compile(r"(\d+)\s*([smhd])")
_UNIT_S: Final = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


def fetch_command(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCES.toml | ADDRESS | FILE]…",
            help="A sources file, or addresses, files and folders; sources.toml of WAQAI_HOME when nothing is given.",
        ),
    ] = None,
    every: Annotated[
        str | None, typer.Option("--every", metavar="TIME", help="Do it again and again: 15m, 2h, 1d.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--try-again", help="Ask dead sources, and pages that were given up, once more.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Show no summary; refusals are still told.")] = False,
) -> None:
    """Fetch what is new, keep every byte of it, and write one line for each new original."""
    from waqai.fetch.given import given_sources

    pause = None if every is None else _seconds(every)
    if again:
        from waqai.fetch.archive import Archive
        from waqai.fetch.state import State

        with Archive(home()), State(home()) as state:
            state.try_again()
    while True:
        begun = time.monotonic()
        try:
            whole = _once(given_sources(sources or (), home() / "sources.toml"), quiet=quiet)
        except OutputError:
            raise  # the next round could tell nobody either
        except WaqaiError as error:
            if pause is None:
                raise
            typer.echo(f"waqai: {error}; tried again in {every}", err=True)
        else:
            if pause is None:
                raise typer.Exit(0 if whole else 1)
        time.sleep(max(0.0, pause - (time.monotonic() - begun)))


def _seconds(text: str) -> float:
    found = _EVERY.fullmatch(text.strip())
    if found is None or int(found.group(1)) == 0:
        raise SettingError(f"is no time: {text!r}; write it as 15m, 2h or 1d", where="--every")
    return float(int(found.group(1)) * _UNIT_S[found.group(2)])


def _once(sources: Sources, *, quiet: bool) -> bool:
    """Do one run, and tell whether all is well."""
    with _Bars() as bars:
        summary = fetch_all(sources, home(), bars, _write)
    sys.stdout.buffer.flush()
    for tally in summary.tallies:
        for refusal in tally.refusals:
            typer.echo(f"waqai: {refusal.what}: {refusal.reason}", err=True)
        if tally.dead:
            typer.echo(f"waqai: {tally.name}: {tally.dead}", err=True)
    if not quiet:
        _show(summary)
    return _stamped(sources.manners) and summary.is_whole


def _stamped(manners: Manners) -> bool:
    """Have the ledger time-stamped when that is wanted; a stamp that fails stops nothing."""
    if manners.timestamp_url:
        from waqai.fetch.timestamp import timestamp

        try:
            timestamp(manners.timestamp_url, home(), allowed=manners.allow_hosts, proxy=manners.proxy)
        except FetchError as error:
            typer.echo(f"waqai: {error}", err=True)
            return False
    return True


def _write(original: Original) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(original) + b"\n")


class _Bars(Bars):
    """A bar for each source."""

    def __init__(self) -> None:
        super().__init__()
        self._tasks: dict[str, tuple[TaskID, int]] = {}

    def begin(self, source: str, pages: int) -> None:
        """Show so many more pages of a source."""
        from rich.markup import escape

        number, total = self._tasks.get(source) or (self._bars.add_task(escape(source), total=0), 0)
        self._tasks[source] = (number, total + pages)
        self._bars.update(number, total=total + pages)

    def step(self, source: str) -> None:
        """Show that one is done."""
        self._bars.advance(self._tasks[source][0])


def _show(summary: Summary) -> None:
    """Show what came of each source."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for column in ("source", "kind"):
        table.add_column(column)
    for column in ("fetched", "unchanged", "refused", "failed", "waiting"):
        table.add_column(column, justify="right")
    for t in summary.tallies:
        counts = (t.fetched, t.unchanged, t.refused, t.failed, t.waiting)
        table.add_row(Text(t.name, style="red" if t.dead else ""), t.kind, *(f"{count:,}" for count in counts))
    if len(summary.tallies) > 1:
        sums = ("fetched", "unchanged", "refused", "failed", "waiting")
        table.add_row(
            "all", "", *(f"{sum(getattr(t, name) for t in summary.tallies):,}" for name in sums), "", style="bold"
        )
    console = Console(stderr=True)
    console.print(table)
    console.print(f"{summary.seconds:.1f} s; head of the chain: {summary.head}", soft_wrap=True, highlight=False)
