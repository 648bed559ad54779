"""Standard output that is full or that nobody reads any more."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")
PAGE = "خبر\n\nقتل مدنيان بقصف مدفعي على بلدة كنصفرة بريف إدلب الجنوبي\n"


def waqai(*args, out):
    command = [sys.executable, "-m", "waqai", *args]
    return subprocess.run(
        command,
        stdout=out,
        stderr=subprocess.PIPE,
        input=PAGE.encode(),
        env=os.environ | {"PYTHONUTF8": "1"},
        check=False,
    )


@pytest.mark.skipif(not FULL.exists(), reason="this system has no file that is always full")
@pytest.mark.parametrize("command", [("read", "-"), ("code", "-"), ("lexicon", "check"), ("--help",)], ids=" ".join)
def test_a_full_disk_is_one_sentence(command):
    with FULL.open("wb") as out:
        done = waqai(*command, out=out)
    assert done.stderr.decode() == "waqai: standard output cannot be written to: No space left on device\n"
    assert done.returncode == 2


@pytest.mark.parametrize("command", [("read", "-"), ("code", "-"), ("--help",)], ids=" ".join)
def test_a_reader_that_has_ended_is_told_to_nobody(command):
    end, begin = os.pipe()
    os.close(end)
    done = waqai(*command, out=begin)
    os.close(begin)
    assert (done.returncode, done.stderr) == (2, b"")
