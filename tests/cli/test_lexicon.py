"""``waqai lexicon`` as a contributor calls it."""

from __future__ import annotations

import os
import subprocess
import sys


def check(*files):
    return subprocess.run(
        [sys.executable, "-m", "waqai", "lexicon", "check", *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_ships_is_sound():
    done = check()
    assert (done.returncode, done.stdout) == (0, "lexicons: no faults\n")


def test_a_repeated_key_is_one_sentence_that_names_the_file(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text('kind = "victim"\n[[entry]]\nid = "v.x"\nid = "v.y"\n', encoding="utf-8")
    done = check(own)
    assert done.returncode == 2
    assert f"{own}: is no valid TOML" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_not_there_is_one_sentence(tmp_path):
    done = check(tmp_path / "none.toml")
    assert done.returncode == 2
    assert "none.toml" in done.stderr
    assert "Traceback" not in done.stderr


def run(home, *args, said=""):
    return subprocess.run(
        [sys.executable, "-m", "waqai", "lexicon", *args],
        capture_output=True,
        text=True,
        check=False,
        input=said,
        env={**os.environ, "WAQAI_HOME": str(home), "PYTHONUTF8": "1"},
    )


def test_add_asks_what_no_option_gives_and_diff_shows_what_it_changes(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("قصف لواء الشهباء الجديد بلدة كنصفرة جنوبي إدلب", encoding="utf-8")
    answers = "group\nلواء الشهباء الجديد\na made-up brigade\nلواء الشهباء\nقصف لواء الشهباء الجديد البلدة\n\n"
    done = run(tmp_path, "add", said=answers)
    assert (done.returncode, "actor.toml: added" in done.stdout) == (0, True), done.stderr
    done = run(tmp_path, "diff", str(page))
    assert "+ shelling: OTHER:لواء الشهباء > CIVILIANS @ كنصفرة" in done.stdout
    assert "1 of " in done.stdout


def test_diff_tries_a_file_of_words(tmp_path):
    words = tmp_path / "words.toml"
    words.write_text(
        'kind = "victim"\n[[entry]]\nid = "victim.own"\ngloss = "shepherdess"\nwho = "combatants"\nnoun = ["مدني"]\n',
        encoding="utf-8",
    )
    done = run(tmp_path, "diff", "--words", str(words))
    assert (done.returncode, "texts are coded otherwise" in done.stdout) == (0, True)


def test_add_refuses_what_it_does_not_know(tmp_path):
    done = run(tmp_path, "add", "--kind", "people", "--word", "بناء", "--meaning", "mason", "--stands-for", "nobody")
    assert done.returncode == 2
    assert "knows civilians, combatants, unspecified" in done.stderr
    mason = ("add", "--kind", "people", "--word", "بناء", "--meaning", "mason", "--stands-for", "civilians")
    done = run(tmp_path, *mason, "--yes", "هدم بيت")
    assert done.returncode == 2
    assert "misses its example" in done.stderr
    done = run(tmp_path, *mason, "--yes", "قتل بناء", "--no", "هدم بيت")
    assert done.returncode == 0


def test_add_that_nobody_answers_names_the_option(tmp_path):
    done = run(tmp_path, "add", "--kind", "people")
    assert (done.returncode, done.stderr) == (
        2,
        "waqai: --word: nobody answers on standard input, and no option gives it\n",
    )
