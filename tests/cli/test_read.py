"""``waqai read`` as a user calls it: any file in, one article a line out, and what was left out is said."""

from __future__ import annotations

import json

from html_pages import FIRST, TITLE, page, story
from waqai.read.file import read_bytes

EXPORT = {
    "name": "ق",
    "type": "public_channel",
    "messages": [{"id": 1, "type": "service"}, {"id": 2, "type": "message", "text": FIRST}],
}


def test_files_of_many_forms_in_one_call(piped, tmp_path):
    (tmp_path / "page.html").write_text(page(story()), encoding="utf-8")
    (tmp_path / "result.json").write_text(json.dumps(EXPORT), encoding="utf-8")
    (tmp_path / "empty.html").write_bytes(b"")
    names = [str(tmp_path / name) for name in ("empty.html", "page.html", "result.json")]
    done = piped("", "read", *names)
    articles = [json.loads(line) for line in done.stdout.splitlines()]
    assert [a["id"] for a in articles] == ["page", "result/2"]
    assert articles[0]["title"] == TITLE
    assert articles[0]["sure"]["body"] == 1.0
    said = done.stderr.splitlines()
    assert said == [
        f"waqai: {names[0]}: is empty: nothing to read",
        f"waqai: {names[2]}: left out: 1 × service message",
        "waqai: 1 of 3 inputs were refused",
    ]
    assert done.exit_code == 1


def test_standard_input_of_any_form(piped):
    for data, ident in ((page(story()).encode(), "stdin"), (json.dumps(EXPORT).encode(), "stdin/2")):
        done = piped(data, "read", "-")
        assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [ident]


def test_what_read_wrote_is_coded_as_it_was_read(piped):
    article = page(story(between='<p><a href="/1">مقتل عشرة بانفجار في مدينة الباب</a></p>'))
    read = piped(article, "read", "-").stdout
    coded = json.loads(piped(read, "code", "--jsonl", "-").stdout)
    tolls = [row["min"] for report in coded["reports"] for row in report["harm"]]
    assert 2 in tolls
    assert 10 not in tolls
    assert coded["article"]["title"] == read_bytes(article.encode(), "x").title


def test_another_language_is_set_aside_and_not_coded(piped):
    persian = (
        "در پی حمله موشکی به این شهر دست کم پنج نفر کشته شدند و مقام های محلی گفتند که این حمله بامداد انجام شده است."
    )
    done = piped(json.dumps({"id": "fa", "title": "", "text": persian}), "code", "--jsonl", "-")
    assert json.loads(done.stdout)["reports"] == []
    read = json.loads(piped(json.dumps({"id": "fa", "text": persian}), "read", "-").stdout)
    assert (read["language"], read["paragraphs"]) == ("fa", [])
    assert read["excluded"][0]["reason"] == "in Persian, not in Arabic"


def test_a_message_that_is_passed_on_cites_whom_it_comes_from(piped):
    message = {"id": 2, "type": "message", "text": FIRST, "date": "2022-11-08T10:00:00", "forwarded_from": "صوت الروج"}
    read = piped(json.dumps(EXPORT | {"messages": [message]}), "read", "-").stdout
    coded = json.loads(piped(read, "code", "--jsonl", "-").stdout)
    assert [report["sources"] for report in coded["reports"]] == [["صوت الروج"]]
