"""Jobs over processes: every answer once, with what it belongs to, in order."""

from __future__ import annotations

from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children

import pytest

from waqai.model import Article
from waqai_desk.run import pool
from waqai_desk.run.pool import done
from waqai_desk.run.worker import Job


@pytest.mark.parametrize("workers", [1, 2])
def test_answers_come_in_the_order_of_the_jobs(workers):
    jobs = ((n, Job(home="", article=Article(id=f"a{n}", title="", text=f"هدوء {n}"))) for n in range(70))
    answers = list(done(jobs, workers))
    assert [n for n, _ in answers] == list(range(70))
    assert [answer.coded[0].article.id for _, answer in answers] == [f"a{n}" for n in range(70)]


def test_a_worker_that_dies_loses_no_answer():
    jobs = ((n, Job(home="", article=Article(id=f"a{n}", title="", text=f"هدوء {n}"))) for n in range(120))
    answers = done(jobs, 2)
    got = [next(answers)]
    active_children()[0].kill()
    got += answers
    assert [n for n, _ in got] == list(range(120))
    assert [answer.coded[0].article.id for _, answer in got] == [f"a{n}" for n in range(120)]


def test_a_page_that_takes_its_worker_with_it_is_refused(monkeypatch):
    class Broken:
        def __enter__(self):
            return self

        def __exit__(self, *_):
            pass

        def submit(self, *_):
            raise BrokenProcessPool

    monkeypatch.setattr(pool, "_processes", lambda count: Broken())
    jobs = ((n, Job(home="", article=Article(id="a", title="", text="هدوء"))) for n in range(40))
    assert {answer.refused[0].why.partition(",")[0] for _, answer in done(jobs, 2)} == {
        "ended the process that read it"
    }


def test_jobs_are_taken_as_they_are_done():
    taken = 0

    def jobs():
        nonlocal taken
        for n in range(10_000):
            taken += 1
            yield n, Job(home="", article=Article(id=f"a{n}", title="", text="هدوء"))

    answers = done(jobs(), 1)
    assert next(answers)[0] == 0
    assert taken < 100
