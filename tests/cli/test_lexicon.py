"""``waqai lexicon check`` as a contributor calls it."""

from __future__ import annotations

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
