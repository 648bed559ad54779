"""``waqai publish`` as a user calls it."""

from __future__ import annotations

import json
from datetime import timedelta

import msgspec
import pytest
from typer.testing import CliRunner

from coded_factory import coded, run, told
from statement_factory import DAY, killed, on, village
from waqai import model
from waqai.cli import app
from waqai.cli.register import register
from waqai.publish import FORMS
from waqai_desk.cli import publish
from waqai_desk.store.models import Incident

LATER = DAY + timedelta(days=30)


@pytest.fixture
def call(own_store, tmp_path, monkeypatch):
    if not app.registered_commands:
        register(app)
    monkeypatch.chdir(tmp_path)
    run(
        coded("a1", told(harm=(killed(3, 3),))),
        coded("a2", told(harm=(killed(5, None),), sources=("مصدر محلي",))),
        coded("b1", told(place=village("هجين"), date=on(LATER), targets=("CIVILIANS",)), published=LATER, text="هدوء"),
    )
    return lambda *arguments: CliRunner().invoke(app, ["publish", *arguments])


def test_the_commands_are_the_forms():
    assert set(publish.FORMS) == FORMS.keys()


def test_every_form_into_a_folder(call, tmp_path):
    done = call("--all", "out")
    assert done.exit_code == 0, done.output
    assert {p.name for p in (tmp_path / "out").iterdir()} == {form.file for form in FORMS.values()}


def test_what_is_read_back_is_the_store(call):
    done = call("jsonl", "--out", "-")
    read = {
        i.incident_id: i for i in (msgspec.json.decode(line, type=model.Incident) for line in done.stdout.splitlines())
    }
    assert read == {row.public_id: row.content() for row in Incident.objects.live()}
    assert len(read) == 2


def test_a_second_export_is_the_same(call, tmp_path):
    call("--all", "one")
    call("--all", "two")
    one, two = (
        {p.relative_to(f): p.read_bytes() for p in f.rglob("*") if p.is_file()}
        for f in (tmp_path / "one", tmp_path / "two")
    )
    assert one == two


@pytest.mark.parametrize(
    ("arguments", "places"),
    [
        (["--only", "killed=3"], ["الزر"]),
        (["--period", f"{LATER}"], ["هجين"]),
        (["--period", f"{DAY}/{LATER}"], ["الزر", "هجين"]),
    ],
)
def test_filters(call, arguments, places):
    done = call("jsonl", "--out", "-", *arguments)
    assert [json.loads(line)["place"]["name"] for line in done.stdout.splitlines()] == places


def test_the_public_gets_only_what_was_published(call):
    done = call("jsonl", "--out", "-", "--profile", "public")
    assert done.stdout == ""
    assert "2 incidents are not published" in done.stderr


def test_what_a_form_loses(call):
    done = call("ucdp", "--report")
    assert "ucdp_ged.csv: 2 incidents" in done.stdout
    assert "outcome (2): lost: no column" in done.stdout


def test_a_report_of_a_week(call, tmp_path):
    year, week, _ = DAY.isocalendar()
    done = call("sitrep", "--week", f"{year}-W{week:02}", "--admin1", "Deir ez-Zor", "--out", "reports")
    assert done.exit_code == 0, done.output
    assert {p.suffix for p in (tmp_path / "reports").iterdir()} == {".html", ".pdf", ".docx"}
    page = next((tmp_path / "reports").glob("*-ar.html")).read_text(encoding="utf-8")
    assert "الزر" in page
    assert "هجين" not in page


def test_a_release(call, tmp_path):
    done = call("package", "pkg", "--release", "1.0.0", "--profile", "internal", "--day", "2026-01-01")
    assert "2 new" in done.stderr
    assert json.loads((tmp_path / "pkg/datapackage.json").read_text(encoding="utf-8"))["version"] == "1.0.0"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "give --all a folder"),
        (["jsonl", "--only", "colour=red"], "is no filter"),
        (["jsonl", "--period", "soon"], "is no period"),
        (["airwars", "--out", "-"], "give --out a folder"),
        (["sitrep", "--week", "2024-W01", "--admin1", "Atlantis"], "no governorate"),
    ],
)
def test_a_wrong_call_is_one_sentence(call, arguments, sentence):
    done = call(*arguments)
    assert done.exit_code != 0
    assert sentence in f"{done.output}{done.exception}"
