"""Turns, pauses and what a server asks for."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from waqai.errors import PutOffError
from waqai.fetch.pace import Pace, backoff_s, retry_after_s

NOW = datetime(2026, 2, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Sun, 01 Feb 2026 12:00:30 GMT", 30.0),
        ("Sun, 01 Feb 2026 11:00:00 GMT", 0.0),
        ("99999999999", 30 * 86_400.0),
        ("soon", None),
        ("", None),
        ("-5", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value, seconds):
    assert retry_after_s(value, NOW) == seconds


def test_pauses_grow_and_end_somewhere():
    for attempt, middle in enumerate((2, 4, 8, 16, 30, 30)):
        assert all(middle * 0.75 <= backoff_s(attempt, 2, 30) <= middle * 1.25 for _ in range(20))
    assert len({backoff_s(0, 2, 30) for _ in range(20)}) > 1


def starts(pace: Pace, hosts: list[str]) -> dict[str, list[float]]:
    told: dict[str, list[float]] = {h: [] for h in hosts}

    async def one(host: str) -> None:
        async with pace.turn(host):
            told[host].append(time.monotonic())

    async def every() -> None:
        await asyncio.gather(*(one(h) for h in hosts))

    asyncio.run(every())
    return told


def test_one_host_waits_for_its_own_turn_only():
    begun = time.monotonic()
    told = starts(Pace(4, 16, 0.1, {}), ["a"] * 3 + ["b"])
    assert min(b - a for a, b in pairwise(told["a"])) >= 0.09
    assert told["b"][0] - begun < 0.09


def test_a_host_may_ask_for_more():
    pace = Pace(4, 16, 0.0, {})
    pace.slow_down("a", 0.1)
    assert min(b - a for a, b in pairwise(starts(pace, ["a"] * 3)["a"])) >= 0.09


def test_a_host_that_wants_to_be_left_alone_is():
    now = datetime.now(UTC)
    pace = Pace(1, 1, 0, {"a": now + timedelta(hours=1), "b": now - timedelta(hours=1)})
    with pytest.raises(PutOffError, match="a asks to be left alone"):
        pace.check("a")
    pace.check("b")
    pace.check("c")
