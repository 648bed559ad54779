"""``waqai locate`` as a user calls it: for people, and as JSON lines that never lose a line."""

import json

import pytest
from typer.testing import CliRunner

from gazetteer_sources import wof_tar
from waqai.cli import app
from waqai.cli.register import register


@pytest.fixture
def run():
    if not app.registered_commands:
        register(app)
    return lambda *arguments, **more: CliRunner().invoke(app, [*map(str, arguments)], **more)


def test_for_people(run):
    done = run("locate", "قرية كنصفرة بريف إدلب", "--explain")
    assert done.exit_code == 0
    assert "Kansafra, Idlib, SY" in done.stdout
    assert "ACLED 1 · UCDP 1" in done.stdout
    assert "because: in Idlib" in done.stdout


def test_lines_keep_their_order_and_bad_ones_get_an_answer(run, tmp_path):
    path = tmp_path / "places.jsonl"
    records = ['{"id": 7, "text": "سراقب", "admin1_ar": "إدلب", "country": "SY"}', "not JSON", '{"id": "c"}', "[1]"]
    path.write_text("\n".join([*records, '{"id": "e", "text": "…"}']) + "\n", encoding="utf-8")
    done = run("locate", "--jsonl", path)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 1
    assert [a["id"] for a in answers] == [7, None, "c", None, "e"]
    assert [("error" in a) for a in answers] == [False, True, True, True, False]
    saraqib = answers[0]
    assert saraqib["admin1"] == "Idlib"
    assert abs(saraqib["lat"] - 35.86) + abs(saraqib["lon"] - 36.8) < 0.1
    assert (saraqib["acled_precision"], saraqib["ucdp_precision"], saraqib["precision"]) == (1, 1, "town")
    assert 0.5 < saraqib["probability"] <= 1
    assert saraqib["radius_m"] >= 1_000
    assert answers[4]["lat"] is None
    assert answers[4]["probability"] == 0


def test_standard_input_and_hints_for_all_lines(run):
    line = json.dumps({"id": "a", "text": "الندوة"}, ensure_ascii=False)
    done = run("locate", "--jsonl", "-", "--country", "SY", "--admin1", "إدلب", input=line + "\n")
    (answer,) = map(json.loads, done.stdout.splitlines())
    assert (answer["admin1"], answer["gazetteer_id"]) == ("Idlib", None), "unknown, so the point is its governorate's"
    assert answer["acled_precision"] == 3


def test_what_was_added_is_used_by_locate_and_code(run, tmp_path):
    run("gazetteer", "add", wof_tar(tmp_path / "wof.tar.xz"))
    (answer,) = map(
        json.loads, run("locate", "--jsonl", "-", input='{"id": 1, "text": "كفر ندوة"}\n').stdout.splitlines()
    )
    assert (answer["gazetteer_id"], answer["ids"]) == ("wof:1", ["wof:1", "geonames:990001"])
    article = {
        "id": "a",
        "title": "",
        "text": "قصفت قوات النظام اليوم قرية كفر ندوة بريف إدلب.",
        "published": "2021-11-08",
    }
    done = run("code", "--jsonl", "-", input=json.dumps(article, ensure_ascii=False) + "\n")
    (coded,) = map(json.loads, done.stdout.splitlines())
    assert [r["place"]["gazetteer_id"] for r in coded["reports"]] == ["wof:1"]


@pytest.mark.parametrize("arguments", [[], ["حلب", "--jsonl", "x"]])
def test_phrases_or_a_file(run, arguments):
    assert run("locate", *arguments).exit_code == 2
