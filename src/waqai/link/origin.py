"""Whose word an account is: accounts of one origin are one witness, however many pages print it.

An account's origin is the source that it cites; without one, its outlet; and a copy's origin is that of the text it copies.
"A source of ours", "activists" and "our correspondent" name nobody: they are the outlet's own word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Self

import msgspec

from waqai.link.compare import COPY
from waqai.link.outlet import outlet_key, plain_name
from waqai.link.statement import Statement
from waqai.link.wording import shared_wording
from waqai.shipped import shipped_table
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
        raw: dict[str, Any] = shipped_table("link/source.toml")
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
    own = [_origin(s.outlet, s.url, s.report.sources) or s.article for s in statements]
    signed = [(i, s.signature) for i, s in enumerate(statements) if s.signature]
    for later in range(1, len(signed)):
        at, signature = signed[later]
        shares = [shared_wording(signature, earlier) for _, earlier in signed[:later]]
        if max(shares) >= COPY:
            own[at] = own[signed[shares.index(max(shares))][0]]
    return own


@lru_cache(maxsize=100_000)
def _origin(outlet: str | None, url: str | None, sources: tuple[str, ...]) -> str:
    """Give whose word it is, copies apart; empty when nothing says whose page it is and nobody is cited."""
    voices = Voices.load()
    own = voices.outlet(outlet, url)
    cited = [key for source in sources if (key := voices.source(source))]
    foreign = [key for key in cited if key not in (own, plain_name(outlet or ""))]
    # Whoever cites the outlet itself and others tells it on its own word.
    return foreign[0] if foreign and len(foreign) == len(cited) else own
