"""The report as a Word document: paragraphs and tables run from right to left where the language does."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_FONT: Final = "Arial"
"""Has Arabic letters wherever Word or LibreOffice is; a document cannot bring its own as a PDF can."""
_EPOCH: Final = datetime(2000, 1, 1)  # noqa: DTZ001  Word's days have no zone; fixed, so that the same report gives the same bytes


def write_docx(content: dict[str, Any], path: Path, map_picture: bytes | None) -> None:
    """Write the report."""
    import docx  # only this form needs it

    made = _Writer(docx.Document(), rtl=content["direction"] == "rtl")
    made.report(content, map_picture)
    made.document.save(str(path))


class _Writer:
    def __init__(self, document: Document, *, rtl: bool) -> None:
        self.document = document
        self.rtl = rtl
        document.styles["Normal"].font.name = _FONT
        properties = document.core_properties
        properties.author, properties.created, properties.modified = "Waqai", _EPOCH, _EPOCH

    def report(self, content: dict[str, Any], map_picture: bytes | None) -> None:
        from docx.shared import Cm

        heads = content["heads"]
        self.heading(content["title"], 0)
        self.paragraph(content["period"])
        self.heading(heads["summary"], 1)
        for sentence in content["summary"]:
            self.paragraph(sentence)
        if content["incidents"]:
            self.heading(heads["figures"], 1)
            for table in content["tables"]:
                self.heading(table["title"], 2)
                self.table([content["columns"], *table["rows"]])
            self.heading(content["days"]["title"], 2)
            self.table([[day for day, _ in content["days"]["rows"]], [n for _, n in content["days"]["rows"]]])
        if map_picture is not None:
            self.heading(heads["map"], 1)
            self.document.add_picture(io.BytesIO(map_picture), width=Cm(15))
            self.paragraph(content["map_note"])
        if content["incidents"]:
            self.heading(heads["list"], 1)
            self.paragraph(content["list_note"])
            for item in content["incidents"]:
                cited = "".join(f" [{n}]" for n in item["cited"])
                self.paragraph(item["note"] + cited, style="List Bullet")
            if content["left_out"]:
                self.paragraph(content["left_out"])
            self.heading(heads["sources"], 1)
            for number, source in enumerate(content["sources"], 1):
                self.paragraph(f"[{number}] {source}")
        self.heading(heads["method"], 1)
        for sentence in content["method"]:
            self.paragraph(sentence)

    def heading(self, text: str, level: int) -> None:
        self._turn(self.document.add_heading(text, level))

    def paragraph(self, text: str, style: str | None = None) -> None:
        self._turn(self.document.add_paragraph(text, style))

    def table(self, rows: list[list[Any]]) -> None:
        from docx.oxml import OxmlElement

        table = self.document.add_table(rows=len(rows), cols=len(rows[0]), style="Light Grid Accent 1")
        if self.rtl:
            table._tbl.tblPr.append(OxmlElement("w:bidiVisual"))  # noqa: SLF001  the library has no word for it
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = str(text)
                # Figures keep their own direction: "24+" would read "+24".
                if any(letter.isalpha() for letter in cell.text):
                    self._turn(cell.paragraphs[0])

    def _turn(self, paragraph: Paragraph) -> None:
        """Let a paragraph run from right to left."""
        from docx.oxml import OxmlElement

        if not self.rtl:
            return
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001  the same
        for run in paragraph.runs:
            run.font.rtl = True
            run.font.complex_script = True
