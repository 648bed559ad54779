"""What a worker hands to the store, and what a newer coder would change."""

from __future__ import annotations

import msgspec

from waqai import model


class Coded(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its reports and persons; ``signature`` as ``waqai.read.near_copy`` makes it.

    ``speaks`` are its words that speak of violence, by field (``waqai.tag.violence``); ``None`` when nobody looked for them.
    """

    article: model.Article
    reports: tuple[model.Report, ...] = ()
    persons: tuple[model.Person, ...] = ()
    signature: str = ""
    speaks: dict[str, tuple[model.Span, ...]] | None = None


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """What a newer coder makes of an article: reports that come, go, or say something else (old, new)."""

    article: str
    added: tuple[model.Report, ...] = ()
    withdrawn: tuple[model.Report, ...] = ()
    changed: tuple[tuple[model.Report, model.Report], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.withdrawn or self.changed)
