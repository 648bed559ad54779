"""A home that cannot be used is one sentence, whichever command meets it."""

from __future__ import annotations

import errno
import os
import resource
import subprocess
import sys

import pytest

from waqai.cli.fault import sentence_of

COMMANDS = [
    ("run",),
    ("incidents", "list"),
    ("invite",),
    ("backup", "file"),
    ("desk", "--port", "0"),
    ("gazetteer", "rebuild"),
    ("fetch", "."),
    ("lexicon", "add", "--kind=people", "--word=كلمة", "--meaning=x", "--stands-for=civilians", "--yes=x", "--no=y"),
]


def waqai(home, *args, **options):
    env = os.environ | {"WAQAI_HOME": str(home), "WAQAI_DATABASE": "", "PYTHONUTF8": "1", "COLUMNS": "200"}
    command = [sys.executable, "-m", "waqai", *args]
    return subprocess.run(
        command, capture_output=True, text=True, stdin=subprocess.DEVNULL, env=env, check=False, timeout=120, **options
    )


def is_one_sentence(done, home):
    assert "Traceback" not in done.stderr
    assert done.returncode == 2
    assert done.stderr.startswith("waqai: ")
    assert str(home) in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("lies", ["is a file", "lies in a file"])
def test_a_home_that_is_no_folder(tmp_path, command, lies):
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    home = file if lies == "is a file" else file / "home"
    is_one_sentence(waqai(home, *command, cwd=tmp_path), file)


@pytest.mark.parametrize("size", [0, 60_000, 300_000])
def test_a_home_that_is_full(tmp_path, size):
    def little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    is_one_sentence(waqai(tmp_path / "home", "run", cwd=tmp_path, preexec_fn=little), tmp_path / "home")


def test_what_may_not_be_written_is_told_with_the_home(tmp_path, monkeypatch):
    monkeypatch.setenv("WAQAI_HOME", str(tmp_path))
    denied = PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(tmp_path / "store.sqlite"))
    elsewhere = PermissionError(errno.EACCES, os.strerror(errno.EACCES), "/elsewhere/out.csv")
    assert sentence_of(denied) == (
        f"{tmp_path}/store.sqlite: Permission denied; WAQAI_HOME is {tmp_path}: it has to name a folder that can be written to"
    )
    assert sentence_of(elsewhere) == "/elsewhere/out.csv: Permission denied"
    assert sentence_of(ValueError("x")) is None
