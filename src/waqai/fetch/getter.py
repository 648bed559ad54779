"""How one page is had: robots.txt, turns, attempts, hops, and every answer into the archive before it is used."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

import httpx
import msgspec

from waqai import __version__
from waqai.errors import FetchError, PutOffError, RefusedError
from waqai.fetch.ask import Answer, Limits, ask
from waqai.fetch.ledger import Entry
from waqai.fetch.pace import Pace, backoff_s, retry_after_s
from waqai.fetch.robots import AGENT, MAX_AGE, MAX_BYTES, Rules
from waqai.fetch.sources import Manners, url_faults
from waqai.fetch.state import Page, State
from waqai.fetch.take import Take, Taken
from waqai.fetch.writer import Writer

_AGAIN: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers after which another attempt may help."""
_HOPS: Final = frozenset({301, 302, 303, 307, 308})


class Wish(msgspec.Struct, frozen=True):
    """A page that is wanted: for which source, as what kind, and what was had of it last; ``key`` when it is not its URL."""

    url: str
    kind: str
    source: str
    outlet: str | None = None
    had: Page | None = None
    key: str = ""


class Got(msgspec.Struct, frozen=True):
    """What a wish brought: ``entry`` is ``None`` when the server says that nothing changed."""

    entry: Entry | None
    body: bytes = b""
    content_type: str = ""


class Getter:
    """Gets pages with manners."""

    def __init__(self, client: httpx.AsyncClient, writer: Writer, state: State, pace: Pace, manners: Manners) -> None:
        self._client, self._writer, self._state = client, writer, state
        self._pace, self._manners = pace, manners
        self._limits = Limits(manners.timeout_s, manners.max_bytes)
        self._rules: dict[str, asyncio.Task[Rules]] = {}

    async def get(self, wish: Wish) -> Got:
        """Get a page, over as many hops as are allowed.

        Raises: RefusedError when it is one that is not asked or not taken; FetchError when it could not be had.
        """
        url = wish.url
        for _ in range(self._manners.redirects + 1):
            await self._may(url, wish)
            answer = await self._attempt(url, wish)
            if answer.message.status == 304 and wish.had is not None:
                return Got(None)
            target = _target(answer)
            body, take = _take(answer, wish, self._manners.max_bytes, hop=target is not None)
            entry = await self._writer.add(take)
            if target is None:
                return _result(answer, entry, body)
            url = target
        raise RefusedError(f"leads on more than {self._manners.redirects} times", where=wish.url)

    async def _may(self, url: str, wish: Wish) -> None:
        """Hold an address to what is never asked, and to its robots.txt."""
        for fault in url_faults(url):
            raise RefusedError(fault, where=wish.url)
        if wish.kind == "robots":
            return
        parts = urlsplit(url)
        self._pace.check(parts.netloc)
        rules = await self._robots(f"{parts.scheme}://{parts.netloc}", wish.source)
        if rules.delay_s:
            self._pace.slow_down(parts.netloc, min(rules.delay_s, self._manners.max_wait_s))
        if not rules.allows(url):
            raise RefusedError("is not to be fetched: robots.txt of its host says so", where=wish.url)

    async def _robots(self, origin: str, source: str) -> Rules:
        task = self._rules.get(origin)
        if task is None:
            task = self._rules[origin] = asyncio.create_task(self._ask_robots(origin, source))
        return await asyncio.shield(task)

    async def _ask_robots(self, origin: str, source: str) -> Rules:
        """Ask a host for its robots.txt: none (4xx) allows all, a host that cannot answer is not asked further."""
        text = self._state.robots(origin, MAX_AGE)
        if text is None:
            try:
                got = await self.get(Wish(f"{origin}/robots.txt", "robots", source))
            except (RefusedError, PutOffError):
                raise
            except FetchError as error:
                raise FetchError(f"has a robots.txt that cannot be had: {error.sentence}", where=origin) from error
            whole = got.entry is not None and got.entry.status == 200
            text = got.body[:MAX_BYTES].decode("utf-8", errors="replace") if whole else ""
            self._state.keep_robots(origin, text)
        return Rules(text)

    async def _attempt(self, url: str, wish: Wish) -> Answer:
        """Ask until there is an answer to work with, with growing pauses between.

        Raises: FetchError when there is none; PutOffError when the host asks for a longer pause than a run waits.
        """
        host = urlsplit(url).netloc
        for attempt in range(self._manners.retries + 1):
            self._pace.check(host)
            async with self._pace.turn(host):
                with _named(wish.url):
                    answer = await ask(self._client, url, self._headers(url, wish), self._limits)
            if answer.refused or (not answer.why and answer.message.status not in _AGAIN):
                return answer
            if answer.block:
                await self._writer.add(_take(answer, wish, self._manners.max_bytes, hop=False)[1])
            why = answer.why or f"answers {answer.message.status}"
            pause = self._pause(host, answer, attempt)
            if pause is None or attempt == self._manners.retries:
                raise FetchError(why, where=wish.url)
            await asyncio.sleep(pause)
        raise AssertionError("unreachable")

    def _pause(self, host: str, answer: Answer, attempt: int) -> float | None:
        """Give the seconds to the next attempt; ``None`` when another would not help.

        Raises: PutOffError when the host asks for more than a run waits.
        """
        if answer.why and not answer.again:
            return None
        asked = retry_after_s(answer.message.header("retry-after"), answer.at)
        if asked is None:
            return backoff_s(attempt, self._manners.backoff_s, self._manners.max_wait_s)
        if asked > self._manners.max_wait_s:
            until = datetime.now(UTC) + timedelta(seconds=asked)
            self._pace.waits[host] = until
            self._state.host_wait(host, until)
            self._pace.check(host)
        return asked

    def _headers(self, url: str, wish: Wish) -> dict[str, str]:
        headers = {
            "User-Agent": user_agent(self._manners.contact),
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Language": "ar,en;q=0.5",
            "Accept-Encoding": "gzip, deflate",
        }
        if wish.had is not None and wish.had.url == url:
            if wish.had.etag:
                headers["If-None-Match"] = wish.had.etag
            if wish.had.modified:
                headers["If-Modified-Since"] = wish.had.modified
        return headers


def user_agent(contact: str) -> str:
    """Say who we are and, when the sources file tells it, how to reach whoever runs this."""
    return f"{AGENT}/{__version__} (reads news for an archive of incidents{f'; +{contact}' if contact else ''})"


@contextmanager
def _named(url: str) -> Iterator[None]:
    """Put the page that was wanted into an error about an address."""
    try:
        yield
    except RefusedError as error:
        raise RefusedError(error.sentence, where=url) from error


def _target(answer: Answer) -> str | None:
    """Give the address to which an answer leads on."""
    where = answer.message.header("location")
    if answer.message.status not in _HOPS or not where:
        return None
    try:
        return plain(str(httpx.URL(answer.url).join(where)))
    except httpx.InvalidURL as error:
        raise RefusedError("leads on to what is no address", where=answer.url) from error


def plain(url: str) -> str:
    """Write an address in one way: ASCII, without the fragment.

    Raises: RefusedError when it is no address.
    """
    try:
        return str(httpx.URL(url.strip()).copy_with(fragment=None))
    except (httpx.InvalidURL, UnicodeError) as error:
        raise RefusedError(f"is no address: {url[:80]}") from error


def _take(answer: Answer, wish: Wish, most: int, *, hop: bool) -> tuple[bytes, Take]:
    """Make an original of an answer; a page that cannot be had from its bytes is kept and refused."""
    message, refused = answer.message, answer.refused
    body = answer.block
    if not answer.truncated:
        try:
            body = message.body(most)
        except RefusedError as error:
            refused = error.sentence
    told = Taken(
        at=answer.at,
        url=answer.url,
        key=answer.url if hop else wish.key or wish.url,
        kind="redirect" if hop else wish.kind,
        source=wish.source,
        outlet=wish.outlet,
        status=message.status,
        media_type=message.media_type,
        charset=message.charset,
        etag=message.header("etag") or None,
        modified=message.header("last-modified") or None,
        digest=hashlib.sha256(body).hexdigest(),
        truncated=answer.truncated,
        refused=refused,
    )
    return body, Take(told=told, block=answer.block, request=answer.request, ip=answer.ip)


def _result(answer: Answer, entry: Entry, body: bytes) -> Got:
    """Give the page, or say why it is none."""
    if entry.refused:
        raise RefusedError(entry.refused, where=entry.url)
    if entry.status != 200 and entry.kind != "robots":
        raise RefusedError(f"is not to be had: the server answers {entry.status}", where=entry.url)
    return Got(entry, body, answer.message.header("content-type"))
