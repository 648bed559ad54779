"""``waqai desk`` as somebody starts it for the first time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest


def start(home, *arguments: str) -> subprocess.Popen[str]:
    known = {k: v for k, v in os.environ.items() if not k.startswith("WAQAI_")}
    command = [sys.executable, "-m", "waqai", "desk", *arguments]
    env = known | {"WAQAI_HOME": str(home), "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def desk(tmp_path) -> Iterator[subprocess.Popen[str]]:
    process = start(tmp_path, "--port", "0")
    yield process
    process.terminate()
    process.communicate(timeout=20)


def read(address: str) -> tuple[int, str]:
    try:
        with urlopen(address, timeout=20) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_it_prints_its_address_and_a_link_that_makes_an_administrator(desk, tmp_path):
    address = re.search(r"http://[\d.:]+", desk.stdout.readline())[0]
    desk.stdout.readline()
    link = desk.stdout.readline().strip()
    assert link.startswith(f"{address}/join/")
    assert read(f"{address}/health/") == (200, "ok\n")
    status, page = read(link)
    assert status == 200
    assert 'name="password1"' in page
    assert read(f"{address}/join/another/")[0] == 410
    assert "--paper" in read(f"{address}/static/waqai_desk/desk.css")[1], "styles are served without another server"
    assert "leaflet" in read(f"{address}/static/leaflet/leaflet.js")[1][:3000].lower()
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def test_a_port_that_is_taken_is_told_in_one_sentence(desk, tmp_path):
    port = re.search(r":(\d+)/", desk.stdout.readline())[1]
    second = start(tmp_path, "--port", port)
    _, said = second.communicate(timeout=60)
    assert second.returncode == 2
    assert said.startswith("waqai: cannot listen on")
    assert len(said.splitlines()) == 1
