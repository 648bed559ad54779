"""One run over all sources: each in a task of its own, all through one writer, none stopping another."""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import httpx
import msgspec

from waqai.errors import ArchiveError, FetchError, InputError, RefusedError
from waqai.fetch.address import Resolve, resolve
from waqai.fetch.archive import Archive
from waqai.fetch.files import items
from waqai.fetch.getter import Getter, Got, Wish, plain
from waqai.fetch.ledger import Entry
from waqai.fetch.links import Link, links_of_feed, links_of_section, newer, read_sitemap
from waqai.fetch.original import Original
from waqai.fetch.pace import Pace
from waqai.fetch.sources import Feed, Files, Section, Sitemap, Source, Sources, Url, Web, kind_of
from waqai.fetch.state import State
from waqai.fetch.summary import Progress, Refusal, Summary, Tally
from waqai.fetch.wire import Transport
from waqai.fetch.writer import Writer

_PAGE_TRIES: Final = 5
"""Runs in which a page may fail before it is given up."""
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
            full = group.subgroup(ArchiveError)
            raise (_first(full) if full is not None else group) from None
        return Summary(tallies, archive.head, time.monotonic() - begun)


def _first(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """Give the first error in a group of groups."""
    inner = group.exceptions[0]
    return _first(inner) if isinstance(inner, BaseExceptionGroup) else inner


def _key(source: Web, url: str) -> str:
    """Name a feed, sitemap or section by what is looked for in it, so that a new pattern reads it anew."""
    wanted = (getattr(source, name, "") for name in ("links", "match", "days"))
    return " ".join((url, "for", source.name, *(str(w) for w in wanted if w)))


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
            httpx.AsyncClient(transport=transport, timeout=manners.timeout_s) as client,
            Writer(self._archive, self._state, self._wrote) as self._writer,
        ):
            self._getter = Getter(client, self._writer, self._state, pace, manners)
            async with asyncio.TaskGroup() as group:
                for source, tally in zip((s for s in self._sources.sources if s.enabled), tallies, strict=True):
                    group.create_task(self._source(source, tally))

    def _wrote(self, entry: Entry) -> None:
        if entry.is_original:
            self._hooks.got(entry.original())

    async def _source(self, source: Source, tally: Tally) -> None:
        if isinstance(source, Web):
            await self._lead(source, tally)
            if not isinstance(source, Url):
                await self._pages(source, tally)
        elif isinstance(source, Files):
            await self._files(source, tally)

    async def _lead(self, source: Web, tally: Tally) -> None:
        """Ask the source's own address, unless it is dead."""
        trouble = self._state.trouble(source.name, source.url)
        if trouble is not None and trouble.failures >= self._manners.dead_after:
            tally.dead = f"not asked any more since {trouble.since:%Y-%m-%d}: {trouble.reason}"
            return
        self._hooks.progress.begin(source.name, 1)
        try:
            await self._follow(source, tally)
        except FetchError as error:
            gone = isinstance(error, RefusedError) and "answers 410" in error.sentence
            weight = self._manners.dead_after if gone else 1
            self._state.failed(source.name, source.url, error.sentence, weight=weight)
            tally.refusals.append(Refusal(source.url, error.sentence, not isinstance(error, RefusedError)))
        else:
            self._state.well(source.name, source.url)
        finally:
            self._hooks.progress.step(source.name)

    async def _follow(self, source: Web, tally: Tally) -> None:
        url = plain(source.url)
        if isinstance(source, Sitemap):
            await self._sitemap(source, url, tally, depth=2)
            return
        got = await self._ask(source, url, "page" if isinstance(source, Url) else kind_of(source), tally)
        if got is None or got.entry is None:
            return
        if isinstance(source, Feed):
            self._note(source, url, await asyncio.to_thread(links_of_feed, got.body, got.content_type, got.entry.url))
        elif isinstance(source, Section):
            found = links_of_section(got.body, got.entry.charset, got.entry.url, source.links)
            if not found:
                raise FetchError(f"has no link in which {source.links!r} is found", where=url)
            self._note(source, url, found)

    async def _ask(self, source: Web, url: str, kind: str, tally: Tally) -> Got | None:
        """Ask what may have been asked before; ``None`` when nothing has changed since it was used."""
        key = url if kind == "page" else _key(source, url)
        had = self._state.page(key)
        usable = had is not None and (had.used or kind == "page")
        got = await self._getter.get(Wish(url, kind, source.name, source.outlet, had if usable else None, key))
        if got.entry is None or (got.entry.same_as is not None and usable):
            tally.unchanged += 1
            self._state.settle(key)
            return None
        if kind == "page":
            tally.fetched += 1
        return got

    async def _sitemap(self, source: Sitemap, url: str, tally: Tally, *, depth: int) -> None:
        got = await self._ask(source, url, "sitemap", tally)
        if got is None or got.entry is None:
            return
        pages, more = read_sitemap(got.body, got.entry.url)
        for inner, changed in newer(more, source.days, "") if depth else ():
            had = self._state.page(_key(source, inner))
            if had is None or not had.used or changed is None or changed > had.at:
                await self._inner_sitemap(source, inner, tally, depth=depth - 1)
        if not more:  # an index is read anew each time: what it leads to may have failed, or changed without a word
            self._note(source, url, newer(pages, source.days, source.match))

    async def _inner_sitemap(self, source: Sitemap, url: str, tally: Tally, *, depth: int) -> None:
        try:
            await self._sitemap(source, url, tally, depth=depth)
        except FetchError as error:
            tally.refusals.append(Refusal(url, error.sentence, not isinstance(error, RefusedError)))

    def _note(self, source: Web, url: str, links: list[Link]) -> None:
        self._state.note_links(source.name, links, _key(source, url))

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
