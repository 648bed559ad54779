"""Bad input as a user meets it: each is named in one sentence, and everything else is still done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from codecs import BOM_UTF8

import pytest

from waqai.cli.answer import answer_lines
from waqai.cli.source import Tally

GOOD = {
    "id": "a",
    "title": "خبر",
    "text": "قتل مدنيان بقصف مدفعي على بلدة كنصفرة بريف إدلب الجنوبي",
    "published": "2021-11-08",
}


def waqai(*args, data: bytes = b""):
    env = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run([sys.executable, "-m", "waqai", *args], input=data, capture_output=True, env=env, check=False)


def lines(out: bytes):
    return [json.loads(line) for line in out.splitlines()]


def test_lines_come_in_input_order_and_none_is_dropped():
    bad = [
        '{"id": "b", "text": 5}',
        "not json",
        '{"title": "بلا معرف"}',
        '{"id": "c", "text": ""}',
        '{"id": 7}',
        "[]",
        '{"id": "d", "published": "soon"}',
    ]
    done = waqai(
        "code", "--jsonl", "-", data="\n".join([json.dumps(GOOD), *bad, json.dumps(GOOD | {"id": "z"})]).encode()
    )
    answers = lines(done.stdout)
    assert [a["id"] for a in answers] == ["a", "b", None, None, "c", "7", None, "d", "z"]
    assert [len(a["reports"]) for a in answers] == [1, 0, 0, 0, 0, 0, 0, 0, 1]
    refused = [a for a in answers if "error" in a]
    said = done.stderr.decode().splitlines()
    assert [a["error"] in line for a, line in zip(refused, said, strict=False)] == [True] * len(refused)
    assert said[-1] == f"waqai: {len(refused)} of 9 inputs were refused"
    assert done.returncode == 1


def test_only_good_lines_end_well():
    done = waqai("code", "--jsonl", "-", data=json.dumps(GOOD).encode())
    assert (done.returncode, done.stderr) == (0, b"")
    report = lines(done.stdout)[0]["reports"][0]
    assert report["harm"] == [{"kind": "killed", "who": "civilians", "min": 2, "max": 2}]


def test_what_no_line_should_hold_stops_no_other():
    deep = b'{"id": "deep", "text": ' + b"[" * 5000 + b"]" * 5000 + b"}"
    old = json.dumps(GOOD, ensure_ascii=False).encode("windows-1256")
    done = waqai("code", "--jsonl", "-", data=b"\n".join([deep, old, json.dumps(GOOD).encode()]))
    answers = lines(done.stdout)
    assert ["error" in a for a in answers] == [True, True, False]
    assert [len(a["reports"]) for a in answers] == [0, 0, 1]
    assert (done.returncode, b"Traceback" in done.stderr) == (1, False)


@pytest.mark.parametrize(
    ("published", "text", "day"),
    [
        ("0001-01-01", "قصفت قوات النظام أمس بلدة كنصفرة", None),
        ("9999-12-31", "قصفت قوات النظام غداً بلدة كنصفرة", None),
        ("2021-11-08", "قصفت قوات النظام قبل مليون يوم بلدة كنصفرة", "2021-11-08"),
        ("2021-11-08", "قصفت قوات النظام أمس بلدة كنصفرة", "2021-11-07"),
    ],
)
def test_a_day_beyond_all_calendars_is_not_said(published, text, day):
    done = waqai("code", "--jsonl", "-", data=json.dumps(GOOD | {"published": published, "text": text}).encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert {r["date"]["start"] for r in lines(done.stdout)[0]["reports"]} <= {day}


def test_a_fault_of_ours_loses_one_line_and_says_so(capsysbinary, tmp_path):
    path = tmp_path / "two.jsonl"
    path.write_text('{"id": "a"}\n{"id": "b"}\n', encoding="utf-8")
    tally = Tally()
    answer_lines(str(path), tally, lambda record: {"id": "a", "ok": 1 // (record["id"] == "a")}, {"ok": 0})
    first, second = lines(capsysbinary.readouterr().out)
    assert first == {"id": "a", "ok": 1}
    assert (second["id"], second["ok"]) == ("b", 0)
    assert "met a fault of ours: ZeroDivisionError" in second["error"]
    assert (tally.read, tally.refused) == (1, 1)


def test_a_file_that_windows_wrote_is_read():
    done = waqai(
        "code", "--jsonl", "-", data=BOM_UTF8 + json.dumps(GOOD).encode() + b"\r\n" + json.dumps(GOOD).encode()
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert [len(a["reports"]) for a in lines(done.stdout)] == [1, 1]


def test_nothing_in_nothing_out():
    done = waqai("code", "--jsonl", "-")
    assert (done.returncode, done.stdout) == (0, b"")


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("empty.txt", b" \n", "is empty: nothing to read"),
        ("binary.html", bytes(range(256)) * 40, "is no text in"),
        ("latin.txt", b"The town was shelled on Monday.", "has no Arabic text to read"),
        ("huge.txt", ("قصف " * 3_400_000).encode(), "are not read"),
        ("missing.txt", None, "cannot be opened"),
    ],
)
def test_a_page_that_cannot_be_read_is_named_and_the_others_are_coded(tmp_path, name, data, sentence):
    bad = tmp_path / name
    if data is not None:
        bad.write_bytes(data)
    good = tmp_path / "good.txt"
    good.write_text(f"{GOOD['title']}\n\n{GOOD['text']}\n", encoding="utf-8")
    done = waqai("code", str(bad), str(good))
    said = done.stderr.decode().splitlines()
    assert len(said) == 2
    assert said[0].startswith(f"waqai: {bad}")
    assert sentence in said[0]
    assert "Kansafra" in done.stdout.decode()
    assert done.returncode == 1


def test_a_page_in_the_old_arabic_encoding_with_unclosed_quotes_is_read(tmp_path):
    page = tmp_path / "old.html"
    page.write_bytes(f'<html><body><h1>{GOOD["title"]}<p>"{GOOD["text"]}<p>«وقال مصدر'.encode("windows-1256"))
    done = waqai("code", str(page))
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Kansafra" in done.stdout.decode()


def test_a_call_without_input_says_what_it_needs():
    done = waqai("code")
    assert done.returncode == 2
    assert b"--jsonl" in done.stderr
