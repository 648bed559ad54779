"""What a run does and did, source by source."""

from __future__ import annotations

from typing import Protocol

import msgspec


class Progress(Protocol):
    """Who watches a run."""

    def begin(self, source: str, pages: int) -> None:
        """Note that so many more pages of a source will be asked."""

    def step(self, source: str) -> None:
        """Note that one of them is done."""


class Refusal(msgspec.Struct, frozen=True):
    """One thing that was not taken or not had, and why; ``failed`` when it will be tried again."""

    what: str
    reason: str
    failed: bool


class Tally(msgspec.Struct):
    """What came of one source.

    ``fetched`` new originals, ``unchanged`` pages that are as they were, ``waiting`` pages still to be had in a later run.
    ``dead`` says since when and why a source is not asked any more.
    """

    name: str
    kind: str
    fetched: int = 0
    unchanged: int = 0
    waiting: int = 0
    refusals: list[Refusal] = []
    dead: str = ""

    @property
    def refused(self) -> int:
        """Count what was not taken."""
        return sum(not r.failed for r in self.refusals)

    @property
    def failed(self) -> int:
        """Count what could not be had this time."""
        return sum(r.failed for r in self.refusals)


class Summary(msgspec.Struct):
    """A run, and the head of the ledger's chain after it."""

    tallies: list[Tally]
    head: str = ""
    seconds: float = 0.0

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing was refused, failed or dead."""
        return not any(t.refusals or t.dead for t in self.tallies)
