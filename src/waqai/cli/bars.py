"""Progress of long commands, for somebody who looks on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import ProgressColumn


class Bars:
    """Bars on standard error when that is a terminal, silent otherwise; gone at the end."""

    def __init__(self, amount: ProgressColumn | None = None) -> None:
        """Show ``amount`` behind each bar; how many of how many without it."""
        from rich.console import Console  # only needed here: start-up counts
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), amount or MofNCompleteColumn(), TimeElapsedColumn())
        self._bars = Progress(*columns, console=console, disable=not console.is_terminal, transient=True)

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.stop()
