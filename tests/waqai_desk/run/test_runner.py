"""A run from sources to incidents: whole, again, anew, and killed wherever it may be."""

from __future__ import annotations

import multiprocessing
import os
import random
from pathlib import Path

import pytest

import killable
from store_databases import connected
from waqai_desk.store.models import Incident, Report, Run

KILLS = int(os.environ.get("WAQAI_KILLS", "8"))
"""How often a run is killed on each database; ``make kill`` takes the 50 that were promised."""


@pytest.fixture(scope="session")
def forks() -> multiprocessing.context.ForkServerContext:
    """Give processes that begin with everything loaded, so that a run takes no second before it does anything."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["killable"])
    with pytest.MonkeyPatch.context() as patch:  # the server of forks finds what the tests share only by this
        patch.setenv(
            "PYTHONPATH", os.pathsep.join((str(Path(killable.__file__).parent), os.environ.get("PYTHONPATH", "")))
        )
        assert start(context, "", "", "", delay_s=0.01) != 0
    return context


def start(forks, *arguments, **more) -> int:
    """Run in another process, and give how it ended."""
    child = forks.Process(target=killable.go, args=arguments, kwargs=more)
    child.start()
    child.join()
    return child.exitcode


def test_killed_anywhere_a_run_loses_and_doubles_nothing(own_store, stores, vendor, tmp_path, forks):
    sources = str(killable.write_corpus(tmp_path))
    whole, clean_home = stores.copy(vendor), str(tmp_path / "clean")
    total = killable.statements(whole, clean_home, sources)
    dice = random.Random(int(os.environ.get("WAQAI_KILL_SEED", "1")))
    home, died = str(tmp_path / "home"), 0
    for n in range(KILLS):
        if n % 4 == 3:  # in the archive or between two statements
            code = start(forks, own_store, home, sources, delay_s=dice.uniform(0.01, 0.6), workers=1 + (n % 8 == 7))
        else:
            code = start(forks, own_store, home, sources, fuse=dice.randint(1, max(20, total // KILLS * 2)))
        died += code == -9
    assert start(forks, own_store, home, sources) == 0
    assert died >= KILLS // 2, "too few runs were killed before they ended"
    assert killable.contents(own_store) == killable.contents(whole)
    with connected(own_store):
        assert Run.objects.filter(finished_at=None).count() <= died
        assert Incident.objects.live().count() == 12
        assert {row.accounts for row in Incident.objects.live()} == {3}
    before = killable.contents(own_store)
    assert start(forks, own_store, home, sources) == 0
    assert killable.contents(own_store) == before


def test_more_workers_give_the_same(own_store, stores, vendor, tmp_path, forks):
    sources = str(killable.write_corpus(tmp_path))
    whole = stores.copy(vendor)
    killable.statements(whole, str(tmp_path / "one"), sources)
    assert start(forks, own_store, str(tmp_path / "two"), sources, workers=2) == 0
    assert killable.contents(own_store) == killable.contents(whole)
    with connected(own_store):
        assert Report.objects.count() == 36
