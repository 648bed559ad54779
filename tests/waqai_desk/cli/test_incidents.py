"""``waqai incidents`` as a user calls it."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from typer.testing import CliRunner

from coded_factory import coded, live, run, told, user
from statement_factory import DAY, killed, on, village
from waqai import model
from waqai.cli import app
from waqai.cli.register import register
from waqai_desk.store import decide
from waqai_desk.store.filters import FILTERS
from waqai_desk.store.models import Incident

LATER = DAY + timedelta(days=30)


@pytest.fixture
def call(own_store):
    if not app.registered_commands:
        register(app)
    run(
        coded("a1", told(harm=(killed(3, 3),))),
        coded("a2", told(harm=(killed(5, None),), sources=("مصدر محلي",))),
        coded("b1", told(place=village("هجين"), date=on(LATER), targets=("CIVILIANS",)), published=LATER, text="هدوء"),
    )
    return lambda *arguments: CliRunner().invoke(app, ["incidents", *arguments])


def ids(done) -> list[str]:
    assert done.exit_code == 0, done.output
    return [msgspec.json.decode(line, type=model.Incident).place.name for line in done.stdout.splitlines()]


def test_the_latest_first_as_text_and_as_json(call):
    assert ids(call("list", "--json")) == ["هجين", "الزر"]
    text = call("list").stdout
    assert text.index("بلدة هجين") < text.index("بلدة الزر")
    assert "killed: 3–?, best" in text
    assert "1 more" in call("list", "--limit", "1").stderr


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["--since", "2024-06-01"], ["هجين"]),
        (["--until", "2024-06-01"], ["الزر"]),
        (["--only", "killed=3"], ["الزر"]),
        (["--only", "place=هجين"], ["هجين"]),
        (["--only", "actor=CIVILIANS"], ["هجين"]),
        (["--only", "type=Arrests", "--only", "country=sy"], ["هجين", "الزر"]),
        (["--only", "witnesses=2", "--only", "admin1=Deir ez-Zor"], ["الزر"]),
        (["داهمت", "بَلدة"], ["الزر"]),
        (["غارة"], []),
    ],
)
def test_narrowed(call, arguments, wanted):
    assert ids(call("list", "--json", *arguments)) == wanted


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_is_one(call, name):
    assert call("list", "--only", f"{name}=1").exit_code == 0


def test_show_and_explain_say_who_says_what_and_withhold_names(call):
    raid = Incident.objects.get(place="الزر")
    decide.edit(raid, user(), "method", "airstrike", why="the crater")
    text = call("explain", raid.public_id).stdout
    assert "5+ · 2024-05-17 a2\n      مصدر محلي" in text
    assert "bits for one incident with" in text
    assert "the crater" in text
    assert "خبر a2 داهمت قوة" in text
    assert "الحمدان" not in text
    found = msgspec.json.decode(call("explain", "--json", raid.public_id).stdout)
    assert [w["placed_by"] for w in found["reports"]] == ["reviewer", "reviewer"]
    assert found["decisions"][0]["what"]["value"] == "airstrike"


def test_the_id_of_a_merged_incident_leads_on(call):
    one, other = live()
    decide.merge(one, [other], user())
    done = call("show", "--json", other.public_id)
    assert msgspec.json.decode(done.stdout)["incident_id"] == one.public_id
    assert f"{other.public_id} is part of {one.public_id} now" in done.stderr
