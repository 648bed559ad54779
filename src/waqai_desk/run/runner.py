"""The run itself: what waits is found in the store, done, and written in portions that are whole or not there."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Final, TypeVar

from django.db import connection
from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from waqai.fetch import Original as Fetched
from waqai.fetch import Sources, fetch_all, iter_originals
from waqai.settings import home
from waqai_desk.run.alone import alone
from waqai_desk.run.pool import done
from waqai_desk.run.summary import Refusal, Summary, Unwatched, Watcher
from waqai_desk.run.taught import apply_taught
from waqai_desk.run.worker import Done, Job, coder_of
from waqai_desk.store.articles import keep_articles
from waqai_desk.store.coding import current_coding
from waqai_desk.store.linking import link_pending, pending
from waqai_desk.store.lock import changing_incidents
from waqai_desk.store.models import Article, Coding, Original, Run
from waqai_desk.store.reports import difference
from waqai_desk.store.statements import chunks

Item = TypeVar("Item")
Row = TypeVar("Row", bound=Model)
PORTION: Final = 100
"""Originals or articles written in one transaction: what a killed run does again at most."""


class Runner:
    """One run over a store; ``portion`` is how much is written at once, ``workers`` how many processes code."""

    def __init__(self, watcher: Watcher | None = None, *, portion: int = PORTION, workers: int | None = None) -> None:
        self.summary = Summary()
        self._watcher = watcher or Unwatched()
        self._portion, self._workers = portion, workers

    def run(self, sources: Sources, *, recode: bool = False) -> Summary:
        """Do what is new of the sources and what was left by earlier runs; with ``recode`` also what an older coder coded.

        Raises: StoreError when another run is at work; ArchiveError.
        """
        with alone():
            run = Run.objects.create(started_at=timezone.now(), config=str(sources.base))
            with self._timed("fetch"):
                self._fetch(sources)
            apply_taught()
            coding = current_coding()
            coder_of(str(coding))  # a fault in the team's words ends the run here, and refuses no page
            self._read(coding)
            self._recode(coding, _outdated(coding) if recode else _unread())
            with self._timed("link"):
                self._link(run)
            _tell_planner()
            run.finished_at, run.totals = timezone.now(), self.summary.totals()
            run.save()
        return self.summary

    def compare(self) -> Summary:
        """Tell what the coder of now would change of the store's reports; nothing is written."""
        coding = current_coding()
        rows = _outdated(coding)
        self._watcher.begin("code", rows.count())
        for row, answer in done(_again(rows, str(coding)), self._workers):
            self._note(answer)
            for coded in answer.coded:
                if found := difference(row, coded):
                    self.summary.differences.append(found)
            self._watcher.step("code")
        return self.summary

    def _fetch(self, sources: Sources) -> None:
        fetched = fetch_all(sources, home())
        for tally in fetched.tallies:
            self.summary.refusals += [Refusal(r.what, r.reason) for r in tally.refusals]
        last = Original.objects.order_by("-number").values_list("number", flat=True).first()
        for some in _portions(iter_originals(home(), last), self._portion):
            Original.objects.bulk_create([_row(original) for original in some], ignore_conflicts=True)

    def _read(self, coding: Coding) -> None:
        """Read and code the originals that wait."""
        waiting = Original.objects.filter(state=Original.State.WAITING).order_by("number")
        self._watcher.begin("code", waiting.count())
        jobs = ((row, Job(str(home()), str(coding), original=_fetched(row))) for row in _rows(waiting))
        answers = done(jobs, self._workers)
        for some in _portions(answers, self._portion):
            with self._timed("store"), changing_incidents():
                keep_articles(
                    [coded for _, answer in some for coded in answer.coded],
                    coding,
                    [row for row, answer in some for _ in answer.coded],
                )
                for row, answer in some:
                    _settle_original(row, answer)
            for row, answer in some:
                self.summary.pages += 1
                self._note(answer)
                self.summary.refusals += [Refusal(row.url, refused.why) for refused in answer.refused]
            self._watcher.step("code", len(some))

    def _recode(self, coding: Coding, rows: QuerySet[Article]) -> None:
        """Code articles again."""
        self._watcher.begin("recode", rows.count())
        for some in _portions(done(_again(rows, str(coding)), self._workers), self._portion):
            with self._timed("store"), changing_incidents():
                coded = [one for _, answer in some for one in answer.coded]
                keep_articles(coded, coding, [None] * len(coded))
            for _, answer in some:
                self._note(answer)
            self._watcher.step("recode", len(some))

    def _link(self, run: Run) -> None:
        self._watcher.begin("link", pending().count())
        for tally in link_pending(run):
            self.summary.incidents.add(tally)
            self._watcher.step("link", pending().count())

    def _note(self, answer: Done) -> None:
        self.summary.articles += len(answer.coded)
        self.summary.reports += sum(len(coded.reports) for coded in answer.coded)
        self.summary.took("read", answer.read_s)
        self.summary.took("tag and code", answer.code_s)

    @contextmanager
    def _timed(self, verb: str) -> Iterator[None]:
        begun = time.perf_counter()
        yield
        self.summary.took(verb, time.perf_counter() - begun)


def _tell_planner() -> None:
    """Let SQLite look again at how its values are spread; PostgreSQL does so by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA optimize")


def _unread() -> QuerySet[Article]:
    """Give the articles that wait for a coder, and those without reports in which none looked for words of violence."""
    return Article.objects.filter(Q(coding=None) | Q(silence=None, reports=None)).order_by("id")


def _outdated(coding: Coding) -> QuerySet[Article]:
    return Article.objects.filter(~Q(coding=coding) | Q(coding=None)).order_by("id")


def _again(rows: QuerySet[Article], coding: str) -> Iterator[tuple[Article, Job]]:
    return ((row, Job(str(home()), coding, article=row.content())) for row in _rows(rows))


def _rows(query: QuerySet[Row]) -> Iterator[Row]:
    """Give the rows that the query finds now, a portion at a time: what is written meanwhile does not disturb it."""
    for some in chunks(list(query.values_list("pk", flat=True)), PORTION):
        yield from query.model._default_manager.filter(pk__in=some).order_by("pk")


def _portions(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


def _row(original: Fetched) -> Original:
    return Original(
        key=original.id,
        number=original.number,
        kind=original.kind,
        url=original.url,
        outlet=original.outlet or "",
        source=original.source,
        digest=original.digest,
        media_type=original.media_type,
        charset=original.charset or "",
        fetched_at=original.fetched_at,
        archive=original.warc,
        offset=original.offset,
        length=original.length,
    )


def _fetched(row: Original) -> Fetched:
    assert row.fetched_at is not None
    return Fetched(
        id=row.key,
        number=row.number,
        kind=row.kind,
        url=row.url,
        outlet=row.outlet or None,
        source=row.source,
        digest=row.digest,
        media_type=row.media_type,
        charset=row.charset or None,
        fetched_at=row.fetched_at,
        warc=row.archive,
        offset=row.offset,
        length=row.length,
    )


def _settle_original(row: Original, answer: Done) -> None:
    """Note what became of an original; one of many articles is read when any of them was."""
    first = next(iter(answer.refused), None)
    row.state = Original.State.READ if answer.coded or first is None else Original.State.REFUSED
    row.error_code = first.code if first else ""
    row.error = "; ".join(refused.why for refused in answer.refused).replace("\x00", "")
    row.save(update_fields=["state", "error_code", "error"])
