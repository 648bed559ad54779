"""Politeness: so many requests at once to one host, so long between two, and none while it asks to be left alone."""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from waqai.errors import PutOffError


class _Host:
    def __init__(self, at_once: int) -> None:
        self.slots = asyncio.Semaphore(at_once)
        self.turn = asyncio.Lock()
        self.next_start = 0.0
        self.delay_s = 0.0


class Pace:
    """Gives each request its turn.

    per_host, at_once: requests at once to one host, and in all.
    delay_s: seconds between the starts of two requests to one host.
    waits: hosts that asked to be left alone, and until when.
    """

    def __init__(self, per_host: int, at_once: int, delay_s: float, waits: Mapping[str, datetime]) -> None:
        self._delay_s = delay_s
        self._all = asyncio.Semaphore(at_once)
        self._hosts: defaultdict[str, _Host] = defaultdict(lambda: _Host(per_host))
        self.waits = dict(waits)

    def slow_down(self, host: str, delay_s: float) -> None:
        """Note the pause that a host's robots.txt asks for."""
        self._hosts[host].delay_s = delay_s

    def check(self, host: str) -> None:
        """Raise when a host asked to be left alone.

        Raises: PutOffError.
        """
        until = self.waits.get(host)
        if until is not None and until > datetime.now(UTC):
            raise PutOffError(f"is put off: {host} asks to be left alone until {until:%Y-%m-%d %H:%M} UTC")

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait for a turn at a host and hold it while the request runs."""
        own = self._hosts[host]
        async with own.slots:
            async with own.turn:
                loop = asyncio.get_running_loop()
                pause = own.next_start - loop.time()
                if pause > 0:
                    await asyncio.sleep(pause)
                own.next_start = loop.time() + max(self._delay_s, own.delay_s)
            async with self._all:
                yield


def backoff_s(attempt: int, first_s: float, most_s: float) -> float:
    """Give the pause after a failed attempt (counted from 0): doubled each time, spread so that not all come back at once."""
    return min(most_s, first_s * 2.0**attempt) * random.uniform(0.75, 1.25)  # noqa: S311 - no secret


def retry_after_s(value: str, now: datetime) -> float | None:
    """Read ``Retry-After``: seconds or a date (RFC 9110, 10.2.3); ``None`` when it is neither."""
    if value.strip().isdecimal():
        return float(min(int(value.strip()), int(timedelta(days=30).total_seconds())))
    try:
        at = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (at.replace(tzinfo=at.tzinfo or UTC) - now).total_seconds())
