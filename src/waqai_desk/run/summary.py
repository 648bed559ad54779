"""What a run did."""

from __future__ import annotations

from typing import Any, Protocol

import msgspec

from waqai_desk.store.coded import Difference
from waqai_desk.store.writer import Tally


class Refusal(msgspec.Struct, frozen=True):
    """Something that could not be fetched or read, and why."""

    what: str
    reason: str


class Summary(msgspec.Struct):
    """Figures of one run; ``seconds`` by verb: read and code are CPU time over all workers, the others time on the clock.

    ``differences`` is filled by a run that only tells what a newer coder would change.
    """

    pages: int = 0
    articles: int = 0
    reports: int = 0
    incidents: Tally = msgspec.field(default_factory=Tally)
    refusals: list[Refusal] = []
    differences: list[Difference] = []
    seconds: dict[str, float] = {}

    def took(self, verb: str, seconds: float) -> None:
        """Add to a verb's time."""
        self.seconds[verb] = self.seconds.get(verb, 0.0) + seconds

    def totals(self) -> dict[str, Any]:
        """Give the figures without lists, for the run's row."""
        return {
            "pages": self.pages,
            "refused": len(self.refusals),
            "articles": self.articles,
            "reports": self.reports,
            "incidents": msgspec.to_builtins(self.incidents),
            "seconds": {verb: round(seconds, 3) for verb, seconds in self.seconds.items()},
        }


class Watcher(Protocol):
    """Who watches a run."""

    def begin(self, verb: str, total: int) -> None:
        """Note that a verb begins with so many things to do."""

    def step(self, verb: str, count: int = 1) -> None:
        """Note that so many of them are done."""


class Unwatched:
    """Nobody watches."""

    def begin(self, verb: str, total: int) -> None:
        """Do nothing."""

    def step(self, verb: str, count: int = 1) -> None:
        """Do nothing."""
