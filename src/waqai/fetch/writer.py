"""The one writer of a run: originals from many tasks into the archive, as many together as have come in.

The disk is waited for once for all of them, off the event loop. A task goes on only when its original is safe.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Final, Self

import msgspec

from waqai.errors import ArchiveError
from waqai.fetch.archive import Archive
from waqai.fetch.ledger import Entry
from waqai.fetch.state import State
from waqai.fetch.take import Take

_TOGETHER: Final = 64
"""Most originals of one write: what a killed run may lose of what it has in memory."""
_Place = tuple[Take, "asyncio.Future[Entry]"]


class Writer:
    """Takes originals while its block runs.

    wrote: is given each entry when it is safe.
    """

    def __init__(self, archive: Archive, state: State, wrote: Callable[[Entry], None]) -> None:
        self._archive, self._state, self._wrote = archive, state, wrote
        self._queue: asyncio.Queue[_Place | None] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None
        self._broken: BaseException | None = None

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._run())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._task is not None
        self._queue.put_nowait(None)
        await self._task

    async def add(self, take: Take) -> Entry:
        """Write an original and give its entry when it is on the disk.

        Raises: ArchiveError when the disk does not take it.
        """
        if self._broken is not None:
            raise self._broken
        place: asyncio.Future[Entry] = asyncio.get_running_loop().create_future()
        self._queue.put_nowait((take, place))
        return await place

    async def _run(self) -> None:
        try:
            await self._serve()
        except BaseException as error:
            self._broken = error
            while not self._queue.empty():
                place = self._queue.get_nowait()
                if place is not None and not place[1].done():
                    place[1].set_exception(error)
            raise

    async def _serve(self) -> None:
        open_ = True
        while open_:
            batch: list[_Place] = []
            while not batch or (not self._queue.empty() and len(batch) < _TOGETHER):
                place = await self._queue.get()
                if place is None:
                    open_ = False
                    break
                batch.append(place)
            if batch:
                await self._write(batch)

    async def _write(self, batch: Sequence[_Place]) -> None:
        takes = [self._marked(take) for take, _ in batch]
        try:
            made = await asyncio.to_thread(self._archive.add, takes)
        except ArchiveError as error:
            for _, place in batch:
                if not place.done():
                    place.set_exception(error)
            return
        self._state.apply(made)
        for entry, (_, place) in zip(made, batch, strict=True):
            if not place.done():
                place.set_result(entry)
        for entry in made:
            self._wrote(entry)

    def _marked(self, take: Take) -> Take:
        """Note on a page whether the archive holds it already."""
        told = take.told
        if not take.http or told.status != 200 or told.refused or told.truncated:
            return take
        same = self._state.same(told.url, told.digest, told.kind)
        if same is None:
            return take
        return msgspec.structs.replace(take, told=msgspec.structs.replace(told, same_as=same[0], same_at=same[1]))
