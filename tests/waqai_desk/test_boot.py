"""Django begins when a command needs a store, and not before."""

from __future__ import annotations

import os
import subprocess
import sys

from waqai.settings import home


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "waqai", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | {"WAQAI_DATABASE": ""} | environment
    )


def test_the_command_line_begins_without_django():
    code = "import sys; from waqai.cli import app; from waqai.cli.register import register; register(app); print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_store_is_made_when_it_is_first_needed():
    done = run("incidents", "list")
    assert (done.returncode, done.stdout) == (0, "")
    assert (home() / "waqai.sqlite3").exists()


def test_two_first_calls_at_once_wait_for_each_other():
    command = [sys.executable, "-m", "waqai", "incidents", "list"]
    calls = [
        subprocess.Popen(command, stderr=subprocess.PIPE, env=os.environ | {"WAQAI_DATABASE": ""}) for _ in range(3)
    ]
    assert [(call.communicate()[1], call.returncode) for call in calls] == [(b"", 0)] * 3


def test_a_database_that_does_not_answer_is_one_sentence():
    done = run("incidents", "list", WAQAI_DATABASE="postgres://nobody@127.0.0.1:1/none")
    assert done.returncode == 2
    assert done.stderr.startswith("waqai: the store cannot be opened: ")
    assert "Traceback" not in done.stderr


def test_a_url_that_is_none_is_one_sentence():
    done = run("incidents", "list", WAQAI_DATABASE="mysql://x")
    assert (done.returncode, done.stderr) == (
        2,
        "waqai: WAQAI_DATABASE must begin with postgres:// or sqlite:///, not with mysql:\n",
    )
