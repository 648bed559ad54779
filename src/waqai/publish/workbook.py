"""A workbook for people: incidents, tolls with who says them, accounts; written row by row to flat memory."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from waqai.model import Incident
from waqai.publish.day import dictionary
from waqai.publish.form import Context, Form
from waqai.publish.properties import properties
from waqai.shipped import shipped_rows

if TYPE_CHECKING:
    from xlsxwriter import Workbook

TOLLS: Final = ("id", "kind", "who", "low", "best", "high", "said_by", "said_min", "said_max", "said_on", "conceded")
ACCOUNTS: Final = ("id", "article", "outlet", "published", "origin", "url")
_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""The workbook's creation day, so that the same incidents give the same bytes."""


def write_workbook(incidents: Iterable[Incident], path: Path, context: Context) -> None:
    """Write the workbook; its sheets read from right to left."""
    from xlsxwriter import Workbook  # only this form needs it

    book = Workbook(str(path), {"constant_memory": True, "strings_to_urls": False, "default_date_format": "yyyy-mm-dd"})
    book.set_properties({"title": "Waqai", "created": _EPOCH.replace(tzinfo=None)})
    sheets = _Sheets(book)
    try:
        for incident in incidents:
            sheets.add(incident)
        book.close()
    finally:
        for sheet in sheets.sheets:
            sheet.row_data_fh.close()  # the library leaves its spool of rows open


class _Column(NamedTuple):
    name: str
    title: str
    width: int


def columns() -> list[_Column]:
    """Give the columns of the first sheet: field, title, width in characters."""
    return [_Column(r["column"], r["title"], int(r["width"])) for r in shipped_rows("publish/workbook.csv")]


class _Sheets:
    def __init__(self, book: Workbook) -> None:
        self.columns = columns()
        names = dictionary()["ar"]["sheets"]
        bold = book.add_format({"bold": True, "bg_color": "#E8EDF2", "text_wrap": True, "valign": "top"})
        self.sheets = [book.add_worksheet(name) for name in names]
        self.rows = [1, 1, 1]
        titles = ([c.title for c in self.columns], TOLLS, ACCOUNTS)
        widths = ([c.width for c in self.columns], [14] * len(TOLLS), [18] * len(ACCOUNTS))
        for sheet, title, wide in zip(self.sheets, titles, widths, strict=True):
            sheet.right_to_left()
            sheet.freeze_panes(1, 1)
            for column, width in enumerate(wide):
                sheet.set_column(column, column, width)
            sheet.write_row(0, 0, title, bold)

    def add(self, incident: Incident) -> None:
        row = properties(incident)
        self._write(0, [row[c.name] for c in self.columns])
        for toll in incident.toll:
            for claim in toll.claims:
                said = incident.reports[claim.by]
                self._write(
                    1,
                    [incident.incident_id, toll.kind, toll.who, toll.low, toll.best, toll.high, said.outlet or said.article, claim.min,
                     claim.max, claim.as_of, "yes" if claim.conceded else ""],
                )  # fmt: skip
        for account in incident.reports:
            self._write(
                2,
                [incident.incident_id, account.article, account.outlet, account.published, account.origin, account.url],
            )

    def _write(self, at: int, cells: list[Any]) -> None:
        sheet, row = self.sheets[at], self.rows[at]
        self.rows[at] += 1
        for column, cell in enumerate(cells):
            if cell is None or cell == []:
                continue
            if isinstance(cell, date):
                sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day))  # noqa: DTZ001  a day has no zone
            elif isinstance(cell, int | float) and not isinstance(cell, bool):
                sheet.write_number(row, column, cell)
            else:
                sheet.write_string(row, column, "; ".join(cell) if isinstance(cell, list) else str(cell))


XLSX: Final = Form(name="xlsx", file="incidents.xlsx", gloss="workbook for people, right to left", write=write_workbook)
