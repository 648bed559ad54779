"""Reports as pages, opened by others' tools; templates that a team changes."""

from __future__ import annotations

import docx
import pytest
from selectolax.lexbor import LexborHTMLParser

from incident_factory import ALL
from waqai.errors import SettingError
from waqai.publish.sitrep import Period, figures, write_report
from waqai.publish.sitrep.story import story

WEEK = Period.of("2021-W45")


def told(language, incidents=ALL, **more):
    return story(figures(incidents, WEEK), language, area_key=("SY", "Idlib"), **more)


@pytest.mark.parametrize(
    ("language", "direction", "title"), [("ar", "rtl", "تقرير الوضع: إدلب"), ("en", "ltr", "Situation report: Idlib")]
)
def test_html(language, direction, title, tmp_path):
    path = tmp_path / "report.html"
    write_report(told(language), path)
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    assert tree.css_first("html").attributes["dir"] == direction
    assert tree.css_first("h1").text() == title
    assert len(tree.css("circle")) == 1
    cited = {a.attributes["href"].removeprefix("#") for a in tree.css("li a")}
    assert cited == {li.attributes["id"] for li in tree.css("ol li")}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_docx_runs_as_its_language_does(language, tmp_path):
    path = tmp_path / "report.docx"
    write_report(told(language), path)
    document = docx.Document(str(path))
    text = "\n".join(p.text for p in document.paragraphs)
    assert told(language)["summary"][0] in text
    assert len(document.inline_shapes) == 1
    bidi = [p for p in document.paragraphs if "<w:bidi/>" in p._p.xml]
    assert len(bidi) == (len(document.paragraphs) - 1 if language == "ar" else 0)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_pdf(language, tmp_path):
    path = tmp_path / "report.pdf"
    write_report(told(language), path)
    data = path.read_bytes()
    assert data.startswith(b"%PDF-")
    assert b"IBMPlexSansArabic" in data
    write_report(told(language), tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == data


@pytest.mark.parametrize("kind", ["html", "pdf", "docx"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_week_without_incidents_is_a_report_too(kind, language, tmp_path):
    path = tmp_path / f"report.{kind}"
    write_report(told(language, incidents=()), path)
    assert path.stat().st_size > 500


def test_a_team_changes_words_and_page(tmp_path):
    (tmp_path / "report.html.jinja").write_text("<h1>{{ title }}</h1>", encoding="utf-8")
    write_report(told("en"), tmp_path / "report.html", templates=tmp_path)
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == "<h1>Situation report: Idlib</h1>"


def test_another_ending_and_a_faulty_template_are_one_sentence(tmp_path):
    with pytest.raises(SettingError, match="html, pdf, docx"):
        write_report(told("en"), tmp_path / "report.odt")
    (tmp_path / "report.typ").write_text("#let x = ", encoding="utf-8")
    with pytest.raises(SettingError, match="does not compile"):
        write_report(told("en"), tmp_path / "report.pdf", templates=tmp_path)
