"""The writer: many tasks, one file, and no task that waits for ever."""

import asyncio

import pytest

from fetch_takes import take
from waqai.fetch.archive import Archive
from waqai.fetch.state import State
from waqai.fetch.verify import verify
from waqai.fetch.writer import Writer


def written(home, wrote, count: int = 200):
    async def go():
        with Archive(home) as archive, State(home) as state:
            async with Writer(archive, state, wrote) as writer:
                return await asyncio.gather(*(writer.add(take(n)) for n in range(1, count + 1)))

    return asyncio.run(go())


def test_each_task_gets_its_own_entry(tmp_path):
    heard = []
    made = written(tmp_path, heard.append)
    assert [e.url for e in made] == [f"https://news.example/{n}" for n in range(1, 201)]
    assert heard == made
    assert verify(tmp_path / "archive").entries == 200


def test_the_same_page_in_a_later_write_is_a_visit(tmp_path):
    written(tmp_path, lambda _: None, 1)
    (entry,) = written(tmp_path, lambda _: None, 1)
    assert (entry.number, entry.same_as) == (2, 1)


@pytest.mark.timeout(20)
def test_a_listener_that_fails_ends_the_run_and_loses_nothing(tmp_path):
    def closed(_):
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        written(tmp_path, closed)
    assert verify(tmp_path / "archive").entries > 0
