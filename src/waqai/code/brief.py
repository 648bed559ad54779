"""A report on one line, for tables of cases and for showing what a change of words changed."""

from __future__ import annotations

from waqai.model import Harm, Report


def brief(report: Report) -> str:
    """Write "shelling: SYR_GOV > CIVILIANS; killed 2 civilians @ place", with what is not usual behind it."""
    sides = f"{'+'.join(report.initiators)} > {'+'.join(report.targets) or 'nobody'}"
    toll = "".join(f"; {_row(row)}" for row in report.harm)
    unusual = "".join(
        f" ({word})" for word, usual in ((report.outcome, "completed"), (report.status, "reported")) if word != usual
    )
    times = f" x{report.count}" if report.count > 1 else ""
    return f"{report.method}{times}: {sides}{toll} @ {report.place.name}{unusual}"


def _row(row: Harm) -> str:
    number = f"{row.min}" if row.min == row.max else f"{row.min}+" if row.max is None else f"{row.min or 0}-{row.max}"
    return f"{row.kind} {number} {row.who}"
