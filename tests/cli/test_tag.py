"""What ``waqai tag --jsonl`` writes, as a program would read it."""

from __future__ import annotations

import json

TEXT = "قتل مدنيان يوم 8 تشرين الثاني 2021 جراء قصف لقوات النظام على بلدة كنصفرة، وقال المحامي سامر الندواني إن المنازل دمرت."


def test_mentions_stand_where_they_say(piped):
    done = piped(json.dumps({"id": "a", "title": "", "text": TEXT}), "tag", "--jsonl", "-")
    assert done.exit_code == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["id"] == "a"
    told = [m for m in answer["mentions"] if "text" in m]
    full = f"\n{TEXT}"  # offsets count in title and text
    assert all(full[m["start"] : m["end"]] == m["text"] for m in told)
    by_sort = {m["sort"]: m for m in told}
    assert by_sort["date"]["text"] == "يوم 8 تشرين الثاني 2021"
    assert by_sort["actor"]["actors"] == ["SYR_GOV"]
    assert "كنصفرة" in by_sort["place"]["text"]
    assert "harm.killed_passive" in {e for m in told for e in m.get("entries", ())}


def test_no_name_of_a_person_is_repeated(piped):
    done = piped(json.dumps({"id": "a", "title": "", "text": TEXT}), "tag", "--jsonl", "-")
    assert [m["sort"] for m in json.loads(done.stdout)["mentions"] if "text" not in m] == ["person"]
    assert "الندواني" not in done.stdout


def test_a_line_that_is_no_article_keeps_its_place(piped):
    done = piped("{\n" + json.dumps({"id": "b", "title": "", "text": TEXT}), "tag", "--jsonl", "-")
    assert done.exit_code != 0
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["mentions"] == []
    assert "JSON" in first["error"]
    assert second["id"] == "b"
