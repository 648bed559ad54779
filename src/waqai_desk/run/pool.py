"""Jobs over the cores, answers in the order of the jobs; few jobs are done here, for a worker takes a second to begin."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context
from typing import Final, TypeVar

import msgspec

from waqai.errors import WaqaiError
from waqai_desk.run.worker import Done, Job, Refused, begin_worker, decode_done, do, work

T = TypeVar("T")
_FEW: Final = 30
"""Jobs up to which one process is faster: some 4 ms each against a second."""
_AHEAD: Final = 16
"""Jobs in flight for each worker, so that none waits and memory stays flat."""
_encode: Final = msgspec.json.Encoder().encode


def done(jobs: Iterable[tuple[T, Job]], workers: int | None = None) -> Iterator[tuple[T, Done]]:
    """Do jobs, each with something that its answer is given back with."""
    rest = iter(jobs)
    first = list(islice(rest, _FEW + 1))
    count = workers or os.cpu_count() or 1
    rest = chain(first, rest)
    if len(first) <= _FEW or count == 1:
        yield from ((what, do(job)) for what, job in rest)
        return
    waiting: deque[tuple[T, Job, Future[bytes]]] = deque()
    while True:
        try:
            yield from _together(rest, count, waiting)
        except BrokenProcessPool:  # one of these took its worker with it: each by itself tells which
            while waiting:
                what, job, _ = waiting.popleft()
                yield what, _by_itself(job)
        else:
            return


def _together(
    jobs: Iterator[tuple[T, Job]], count: int, waiting: deque[tuple[T, Job, Future[bytes]]]
) -> Iterator[tuple[T, Done]]:
    """Do jobs over so many processes; ``waiting`` are those that have no answer yet."""
    with _processes(count) as pool:
        for what, job in jobs:
            waiting.append((what, job, Future()))  # first, so that none is lost when the pool is broken already
            waiting[-1] = what, job, pool.submit(work, _encode(job))
            if len(waiting) >= count * _AHEAD:
                yield _next(waiting)
        while waiting:
            yield _next(waiting)


def _next(waiting: deque[tuple[T, Job, Future[bytes]]]) -> tuple[T, Done]:
    what, _, answer = waiting[0]
    told = decode_done(answer.result())
    waiting.popleft()
    return what, told


def _by_itself(job: Job) -> Done:
    """Do a job in a process of its own; when that ends before it answers, that is the answer."""
    try:
        with _processes(1) as pool:
            return decode_done(pool.submit(work, _encode(job)).result())
    except BrokenProcessPool:
        why = "ended the process that read it, for want of memory or by a fault of ours"
        return Done(refused=(Refused(WaqaiError.code, why),))


def _processes(count: int) -> ProcessPoolExecutor:
    """Spawned, not forked: a worker must share neither the database's connection nor its locks."""
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=begin_worker)
