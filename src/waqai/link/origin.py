"""Whose word an account is: accounts of one origin are one witness, however many pages print it.

An account's origin is the source that it cites; without one, its outlet; and a copy's origin is that of the text it copies.
"A source of ours", "activists" and "our correspondent" name nobody: they are the outlet's own word.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Self

import msgspec
import numpy as np

from waqai.link.compare import COPY, shared_wording
from waqai.link.feature import rows_of
from waqai.link.outlet import outlet_key, plain_name
from waqai.link.statement import Statement
from waqai.text.fold import fold_key


class Voices(msgspec.Struct, frozen=True):
    """The table of sources: names that mean one source, words that name nobody, and whose side a source speaks for."""

    names: Mapping[str, str]
    anonymous: frozenset[str]
    titles: tuple[str, ...]
    sides: Mapping[str, str]

    @classmethod
    @cache
    def load(cls) -> Self:
        """Read the table that ships with the package."""
        raw: dict[str, Any] = tomllib.loads((files("waqai") / "data/link/source.toml").read_text(encoding="utf-8"))
        names = {plain_name(n): key for key, all_names in raw["names"].items() for n in (key, *all_names)}
        titles = sorted({fold_key(t) for t in raw["titles"]}, key=len, reverse=True)
        sides = {plain_name(n): actor for actor, all_names in raw["voices"].items() for n in all_names}
        return cls(names, frozenset(fold_key(a) for a in raw["anonymous"]), tuple(titles), sides)

    def source(self, cited: str) -> str:
        """Give the key of a cited source; empty when it names nobody."""
        name = fold_key(cited).strip(" '\"@")
        known = self.names.get(plain_name(name))
        if known:
            return known
        for title in self.titles:
            if name.startswith(title + " ") and (known := self.names.get(plain_name(name[len(title) :]))):
                return known
        if name in self.anonymous or name.split(" ")[0].rstrip("0123456789") in self.anonymous:
            return ""
        return plain_name(name)

    def outlet(self, name: str | None, url: str | None) -> str:
        """Give the key of an outlet; empty when neither name nor URL says whose page it is."""
        key = outlet_key(name, url)
        return self.names.get(plain_name(key)) or self.names.get(plain_name(name or "")) or key

    def sides_of(self, sources: Iterable[str]) -> set[str]:
        """Give the actors whose voices are among the sources."""
        return {side for s in sources if (side := self.sides.get(plain_name(s)))}


def origins_of(statements: Sequence[Statement]) -> list[str]:
    """Give each statement's origin, in their order, which is that of publication: the first of several copies is the text."""
    voices = Voices.load()
    own = [_origin(s, voices) for s in statements]
    if len(statements) < 2 or not any(s.signature for s in statements):
        return own
    rows = rows_of(statements)
    for later in range(1, len(statements)):
        share = shared_wording(rows[[later] * later], rows[:later])
        if np.nanmax(share, initial=0.0) >= COPY:
            own[later] = own[int(np.nanargmax(share))]
    return own


def _origin(s: Statement, voices: Voices) -> str:
    outlet = voices.outlet(s.outlet, s.url)
    cited = [key for source in s.report.sources if (key := voices.source(source))]
    foreign = [key for key in cited if key not in (outlet, plain_name(s.outlet or ""))]
    # Whoever cites the outlet itself and others tells it on its own word.
    if foreign and len(foreign) == len(cited):
        return foreign[0]
    return outlet or s.article
