"""What a source's own address leads to: feeds, sitemaps and sections read, and the pages they name noted as to be had.

One that was archived by a run that was killed before it had noted the pages is read out of the archive first: its server may
have newer pages by now, and not name those any more.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from waqai.errors import FetchError, RefusedError
from waqai.fetch.getter import Getter, Got, Wish, plain
from waqai.fetch.ledger import Entry, entries
from waqai.fetch.links import Link, links_of_feed, links_of_section, newer, read_sitemap
from waqai.fetch.sources import Section, Sitemap, Url, Web, kind_of
from waqai.fetch.state import Page, State, Used
from waqai.fetch.summary import Refusal, Tally
from waqai.fetch.warc import read_body

_DEPTH = 2
"""Indexes of sitemaps below one another; the standard knows one."""


class Lead:
    """Follows sources to their pages.

    folder: the archive's own.
    """

    def __init__(self, getter: Getter, state: State, folder: Path) -> None:
        self._getter, self._state, self._folder = getter, state, folder

    async def follow(self, source: Web, tally: Tally) -> None:
        """Ask a source's address, and note what it leads to.

        Raises: FetchError when it cannot be had or is not what it should be.
        """
        url = plain(source.url)
        if isinstance(source, Url):
            await self._page(source, url, tally)
        else:
            await self._leading(source, url, tally, depth=_DEPTH)

    async def _page(self, source: Url, url: str, tally: Tally) -> None:
        got = await self._getter.get(Wish(url, "page", source.name, source.outlet, self._state.page(url)))
        if got.entry is None or got.entry.same_as is not None:
            tally.unchanged += 1
            self._state.settle(url)
        else:
            tally.fetched += 1

    async def _leading(self, source: Web, url: str, tally: Tally, *, depth: int) -> None:
        key = _key(source, url)
        had = self._state.page(key)
        if had is not None and had.used == Used.NOT:
            await self._catch_up(source, url, had)
        known = had if had is not None and had.used == Used.ONCE else None
        got = await self._getter.get(Wish(url, kind_of(source), source.name, source.outlet, known, key))
        if got.entry is None or (got.entry.same_as is not None and known is not None):
            tally.unchanged += 1
            self._state.settle(key)
            return
        inner = await self._use(source, url, got)
        for below, changed in inner if depth else ():
            seen = self._state.page(_key(source, below))
            if seen is None or seen.used == Used.NOT or changed is None or changed > seen.at:
                await self._below(source, below, tally, depth=depth - 1)

    async def _below(self, source: Web, url: str, tally: Tally, *, depth: int) -> None:
        """Follow a sitemap of an index; one that fails does not stop the others."""
        try:
            await self._leading(source, url, tally, depth=depth)
        except FetchError as error:
            tally.refusals.append(Refusal(url, error.sentence, not isinstance(error, RefusedError)))

    async def _catch_up(self, source: Web, url: str, had: Page) -> None:
        """Use what an earlier run had archived and not used."""
        entry = next(entries(self._folder / "ledger.jsonl", had.number - 1))
        if entry.status != 200:
            return
        size = entry.start + entry.length - entry.offset
        body = read_body(self._folder, entry.warc, entry.offset, size, entry.digest)
        try:
            await self._use(source, url, Got(entry, body, entry.media_type))
        except FetchError:
            return  # it is what it was: the run that fetched it would have told

    async def _use(self, source: Web, url: str, got: Got) -> list[Link]:
        """Note the pages that are named, and give the sitemaps that an index names."""
        entry = got.entry
        assert entry is not None
        pages, inner = await asyncio.to_thread(_read, source, got, entry)
        # An index is asked for anew each time: what it names may have failed, or changed without a word.
        self._state.note_links(source.name, pages, _key(source, url), Used.EACH_TIME if inner else Used.ONCE)
        return inner


def _read(source: Web, got: Got, entry: Entry) -> tuple[list[Link], list[Link]]:
    """Give the pages that are named, and further sitemaps."""
    if isinstance(source, Sitemap):
        pages, inner = read_sitemap(got.body, entry.url)
        return newer(pages, source.days, source.match), newer(inner, source.days, "")
    if isinstance(source, Section):
        pages = links_of_section(got.body, entry.charset, entry.url, source.links)
        if not pages:
            raise FetchError(f"has no link in which {source.links!r} is found", where=source.url)
        return pages, []
    return links_of_feed(got.body, got.content_type, entry.url), []


def _key(source: Web, url: str) -> str:
    """Name a feed, sitemap or section by what is looked for in it, so that a new pattern reads it anew."""
    wanted = (getattr(source, name, "") for name in ("links", "match", "days"))
    return " ".join((url, "for", source.name, *(str(w) for w in wanted if w)))
