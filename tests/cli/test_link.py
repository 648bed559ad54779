"""``waqai link`` as a user calls it."""

import random

import msgspec
from typer.testing import CliRunner

from statement_factory import report, village
from waqai.cli import app
from waqai.cli.register import register
from waqai.model import Incident

if not app.registered_commands:
    register(app)


def coded(name: str, *reports, **meta) -> str:
    line = {
        "id": name,
        "article": {"title": name, "outlet": name, "published": "2024-05-17"} | meta,
        "reports": reports,
    }
    return msgspec.json.encode(line).decode()


LINES = [coded("a", report()), coded("b", report(initiators=("US_MIL",))), coded("c", report(place=village("هجين")))]


def link(text: str):
    return CliRunner().invoke(app, ["link", "--jsonl", "-"], input=text)


def test_incidents_come_out_one_a_line():
    done = link("\n".join(LINES))
    assert done.exit_code == 0
    found = [msgspec.json.decode(line, type=Incident) for line in done.stdout.splitlines()]
    assert sorted(sorted(a.article for a in i.reports) for i in found) == [["a", "b"], ["c"]]


def test_the_order_of_lines_changes_no_byte():
    shuffled = random.Random(7).sample(LINES, len(LINES))
    assert link("\n".join(shuffled)).stdout == link("\n".join(LINES)).stdout


def test_a_bad_line_is_named_and_stops_nothing():
    done = link("\n".join([LINES[0], "{", '{"id": null}', *LINES[1:]]))
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 2
    assert "-:2: is no line of coded reports" in done.stderr
    assert "-:3: is no line of coded reports" in done.stderr
    assert "2 of 5 inputs were refused" in done.stderr


def test_a_line_without_reports_is_no_incident_and_no_fault():
    done = link(coded("a", error="refused"))
    assert (done.exit_code, done.stdout) == (0, "")


def test_nothing_gives_nothing():
    assert (link("").exit_code, link("").stdout) == (0, "")
