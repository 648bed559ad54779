"""One run over all sources: each in a task of its own, all through one writer, none stopping another."""

from __future__ import annotations

import asyncio
import sqlite3
import ssl
import time
from collections.abc import Callable
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path
from typing import Final

import httpx
import msgspec

from waqai.errors import ArchiveError, FetchError, InputError, PutOffError, RefusedError
from waqai.fetch.address import Resolve, resolve
from waqai.fetch.archive import Archive
from waqai.fetch.files import items
from waqai.fetch.getter import Getter, Wish
from waqai.fetch.lead import Lead
from waqai.fetch.ledger import Entry
from waqai.fetch.original import Original
from waqai.fetch.pace import Pace
from waqai.fetch.sources import Files, Source, Sources, Url, Web, kind_of
from waqai.fetch.state import GONE, State
from waqai.fetch.summary import Progress, Refusal, Summary, Tally
from waqai.fetch.wire import Transport
from waqai.fetch.writer import Writer

_PAGE_TRIES: Final = 8
"""Runs in which a page may fail before it is given up: with the pauses between, some two days."""
_TOGETHER: Final = 50
"""Files of one write."""


class Unwatched:
    """Nobody watches."""

    def begin(self, source: str, pages: int) -> None:
        """Do nothing."""

    def step(self, source: str) -> None:
        """Do nothing."""


class Hooks(msgspec.Struct, frozen=True, kw_only=True):
    """What a caller wants to hear of, and how the outside world is reached.

    got: is given each new original that readers read. tell: a sentence on what was mended in the archive.
    """

    progress: Progress = Unwatched()
    got: Callable[[Original], None] = lambda _: None
    tell: Callable[[str], None] = lambda _: None
    resolver: Resolve = resolve
    tls: ssl.SSLContext | None = None


def run(sources: Sources, home: Path, hooks: Hooks) -> Summary:
    """Fetch what is new of all sources.

    Raises: ArchiveError when the archive cannot be written; all that was fetched before is safe.
    """
    begun = time.monotonic()
    tallies = [Tally(s.name, kind_of(s)) for s in sources.sources if s.enabled]
    with Archive(home, tell=hooks.tell) as archive, State(home) as state:
        try:
            asyncio.run(_Run(sources, archive, state, hooks).all(tallies))
        except BaseExceptionGroup as group:
            raise _first(group.subgroup(ArchiveError) or group) from None
        except sqlite3.Error as error:
            raise ArchiveError(f"has a state that cannot be written: {error}", where=str(home / "fetch")) from error
        return Summary(tallies, archive.head, time.monotonic() - begun)


def _first(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """Give the first error in a group of groups."""
    inner = group.exceptions[0]
    if isinstance(inner, BaseExceptionGroup):
        return _first(inner)
    return ArchiveError(f"has a state that cannot be written: {inner}") if isinstance(inner, sqlite3.Error) else inner


def _no_cookies() -> CookieJar:
    """Give a jar that takes no cookie from anyone."""
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


class _Run:
    def __init__(self, sources: Sources, archive: Archive, state: State, hooks: Hooks) -> None:
        self._sources, self._archive, self._state, self._hooks = sources, archive, state, hooks
        self._manners = sources.manners

    async def all(self, tallies: list[Tally]) -> None:
        manners = self._manners
        transport = Transport(
            manners.allow_hosts, proxy=manners.proxy, resolver=self._hooks.resolver, tls=self._hooks.tls
        )
        pace = Pace(manners.per_host, manners.at_once, manners.delay_s, self._state.host_waits())
        async with (
            httpx.AsyncClient(
                transport=transport, timeout=manners.timeout_s, cookies=_no_cookies(), trust_env=False
            ) as client,
            Writer(self._archive, self._state, self._wrote) as self._writer,
        ):
            self._getter = Getter(client, self._writer, self._state, pace, manners)
            self._lead = Lead(self._getter, self._state, self._archive.folder)
            async with asyncio.TaskGroup() as group:
                for source, tally in zip((s for s in self._sources.sources if s.enabled), tallies, strict=True):
                    group.create_task(self._source(source, tally))

    def _wrote(self, entry: Entry) -> None:
        if entry.is_original:
            self._hooks.got(entry.original())

    async def _source(self, source: Source, tally: Tally) -> None:
        if isinstance(source, Web):
            await self._ask_source(source, tally)
            if not isinstance(source, Url):
                await self._pages(source, tally)
        elif isinstance(source, Files):
            await self._files(source, tally)

    async def _ask_source(self, source: Web, tally: Tally) -> None:
        """Ask the source's own address, unless it is dead."""
        trouble = self._state.trouble(source.name, source.url)
        if trouble is not None and trouble.is_dead(self._manners.dead_after, self._manners.dead_days):
            tally.dead = f"not asked any more since {trouble.since:%Y-%m-%d}: {trouble.reason}"
            return
        self._hooks.progress.begin(source.name, 1)
        try:
            await self._lead.follow(source, tally)
        except PutOffError as error:
            tally.refusals.append(Refusal(source.url, error.sentence, failed=True))
        except FetchError as error:
            gone = isinstance(error, RefusedError) and "answers 410" in error.sentence
            weight = GONE if gone else 1
            self._state.failed(source.name, source.url, error.sentence, weight=weight)
            tally.refusals.append(Refusal(source.url, error.sentence, not isinstance(error, RefusedError)))
        else:
            self._state.well(source.name, source.url)
        finally:
            self._hooks.progress.step(source.name)

    async def _pages(self, source: Web, tally: Tally) -> None:
        """Get the pages that the source leads to, those left by earlier runs among them."""
        wanted = self._state.waiting(source.name, source.limit)
        self._hooks.progress.begin(source.name, len(wanted))
        async with asyncio.TaskGroup() as group:
            for url in wanted:
                group.create_task(self._page(source, url, tally))
        tally.waiting = self._state.left(source.name)

    async def _page(self, source: Web, url: str, tally: Tally) -> None:
        try:
            got = await self._getter.get(Wish(url, "page", source.name, source.outlet, self._state.page(url)))
        except RefusedError as error:
            self._state.drop(url, error.sentence)
            tally.refusals.append(Refusal(url, error.sentence, failed=False))
        except PutOffError as error:
            tally.refusals.append(Refusal(url, error.sentence, failed=True))
        except FetchError as error:
            gave_up = self._state.put_off(url, error.sentence, _PAGE_TRIES)
            reason = f"{error.sentence}; given up after {_PAGE_TRIES} runs" if gave_up else error.sentence
            tally.refusals.append(Refusal(url, reason, failed=not gave_up))
        else:
            if got.entry is None or got.entry.same_as is not None:
                tally.unchanged += 1
            else:
                tally.fetched += 1
            self._state.settle(url)
        finally:
            self._hooks.progress.step(source.name)

    async def _files(self, source: Files, tally: Tally) -> None:
        batch: list[asyncio.Task[Entry]] = []

        async def flush() -> None:
            for task in batch:
                await task
                tally.fetched += 1
                self._hooks.progress.step(source.name)
            batch.clear()

        try:
            for item in items(source, self._sources.base, self._state, self._manners.max_bytes):
                if item.take is not None:
                    self._hooks.progress.begin(source.name, 1)
                    batch.append(asyncio.create_task(self._writer.add(item.take)))
                elif item.refused is not None:
                    where = item.refused.where or source.path
                    tally.refusals.append(Refusal(where, item.refused.sentence, failed=False))
                if len(batch) >= _TOGETHER or item.done is not None:
                    await flush()
                if item.done is not None:
                    self._state.file_done(*item.done)
            await flush()
        except InputError as error:
            tally.refusals.append(Refusal(error.where or source.path, error.sentence, failed=False))
