"""A run's figures for people, on standard error; what a newer coder would change, on standard output."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from waqai.model import Report
from waqai_desk.run.summary import Summary
from waqai_desk.store.coded import Difference

_SHOWN = (
    "sub_event_type",
    "method",
    "outcome",
    "count",
    "date",
    "place",
    "initiators",
    "targets",
    "harm",
    "sources",
    "status",
)
"""Fields that are compared for people; spans and confidence move with every change of the coder."""


def show_summary(summary: Summary) -> None:
    """Show how much was done and how long each verb took."""
    console = Console(stderr=True, highlight=False)
    done, incidents = summary.totals(), summary.incidents
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for name in ("pages", "refused", "articles", "reports"):
        table.add_row(name, f"{done[name]:,}")
    for name in ("new", "changed", "unchanged", "merged", "retired"):
        table.add_row(f"incidents {name}", f"{getattr(incidents, name):,}")
    for verb, seconds in summary.seconds.items():
        table.add_row(f"seconds to {verb}", f"{seconds:.1f}")
    console.print(table)


def show_differences(summary: Summary) -> None:
    """Show for each article what would come, go and change, then how much it is."""
    console = Console(highlight=False, soft_wrap=True)
    for found in summary.differences:
        console.print(Text(found.article, style="bold"))
        for mark, line in _lines(found):
            console.print(Text(f"  {mark} {line}", style={"+": "green", "-": "red"}.get(mark, "")))
    came = sum(len(found.added) for found in summary.differences)
    went = sum(len(found.withdrawn) for found in summary.differences)
    changed = sum(len(found.changed) for found in summary.differences)
    console.print(
        f"{summary.articles:,} articles coded again: reports of {len(summary.differences):,} differ; "
        f"{came:,} come, {went:,} go, {changed:,} change"
    )


def _lines(found: Difference) -> Iterator[tuple[str, str]]:
    yield from (("+", _line(report)) for report in found.added)
    yield from (("-", _line(report)) for report in found.withdrawn)
    for old, new in found.changed:
        yield "~", _line(new)
        for name in _SHOWN:
            before, after = getattr(old, name), getattr(new, name)
            if before != after:
                yield " ", f"  {name}: {_short(before)} → {_short(after)}"
        if all(getattr(old, name) == getattr(new, name) for name in _SHOWN):
            yield " ", "  words, rules or confidence only"


def _line(report: Report) -> str:
    return f"{report.sub_event_type} · {report.method} · {report.date} · {report.place.text}"


def _short(value: object) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
