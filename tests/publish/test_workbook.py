"""The workbook, opened by openpyxl."""

from __future__ import annotations

from datetime import date

import openpyxl

from incident_factory import ALL, incident
from waqai.publish import Context
from waqai.publish.properties import properties
from waqai.publish.workbook import XLSX, columns


def book(tmp_path, incidents):
    path = tmp_path / "incidents.xlsx"
    XLSX.write(incidents, path, Context())
    return openpyxl.load_workbook(path)


def test_its_sheets_read_from_right_to_left_and_days_are_days(tmp_path):
    sheets = book(tmp_path, ALL).worksheets
    assert [s.max_row for s in sheets] == [6, 11, 6]
    assert all(s.sheet_view.rightToLeft for s in sheets)
    assert sheets[0]["B2"].value.date() == date(2021, 11, 8)


def test_every_figure_has_who_says_it(tmp_path):
    rows = list(book(tmp_path, [incident()]).worksheets[1].iter_rows(values_only=True))
    assert [(r[6], r[7], r[9].date()) for r in rows[1:]] == [
        ("وكالة السهل 0", 2, date(2021, 11, 8)),
        ("وكالة السهل 0", 3, date(2021, 11, 9)),
    ]


def test_its_columns_are_fields_of_the_flat_row():
    assert {c.name for c in columns()} <= properties(incident()).keys()
