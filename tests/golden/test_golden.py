"""Whole pages, from bytes to reports, against files that a person has read.

`make golden` writes them anew; the difference is part of the change and is read like code. Spans are written as the
words they quote, so that a file can be judged without counting characters.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from waqai.model import CodedArticle
from waqai.read import read_file

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = sorted((ROOT / "samples/pages").iterdir())


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_page(page, coder, request):
    expected = Path(__file__).with_name(f"{page.stem}.json")
    got = _readable(coder.code(read_file(page)))
    if request.config.getoption("--golden"):
        expected.write_text(got, encoding="utf-8")
    assert got == expected.read_text(encoding="utf-8")


def test_no_golden_file_without_its_page():
    assert {p.stem for p in Path(__file__).parent.glob("*.json")} == {p.stem for p in PAGES}


def _readable(coded: CodedArticle) -> str:
    article, full = coded.article, coded.article.full
    story = {
        "title": article.headline.quote(full) if article.headline else article.title,
        "outlet": article.outlet,
        "published": article.published,
        "paragraphs": [span.quote(full) for span in article.paragraphs],
        "excluded": [f"{block.reason}: {block.text}" for block in article.excluded],
        "reports": [_report(msgspec.to_builtins(report), full) for report in coded.reports],
        "persons": [{"name": p.name, "role": p.role} for p in coded.persons],
    }
    return msgspec.json.format(msgspec.json.encode(story), indent=2).decode() + "\n"


def _report(report, full):
    report["evidence"] = {field: [full[a:b] for a, b in spans] for field, spans in report["evidence"].items()}
    return report
