"""How many: a closed range of whole numbers with open ends (codebook section 3, ruling 20)."""

from __future__ import annotations

from typing import Final, Self

import msgspec

DOZENS: Final = 24
"""What "dozens" counts for (codebook section 3)."""


class Count(msgspec.Struct, frozen=True, gc=False):
    """At least ``min`` and at most ``max`` people, raids or shells; ``None`` leaves that end open."""

    min: int | None = None
    max: int | None = None

    def __post_init__(self) -> None:
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"count runs backwards: {self.min} to {self.max}")

    @classmethod
    def exactly(cls, n: int) -> Self:
        """Say that it is this number."""
        return cls(n, n)

    @classmethod
    def at_least(cls, n: int) -> Self:
        """Say that it is this number or more."""
        return cls(n, None)

    @classmethod
    def up_to(cls, n: int) -> Self:
        """Say that it is this number or fewer."""
        return cls(None, n)

    @property
    def is_exact(self) -> bool:
        """Whether both ends are the same number."""
        return self.min is not None and self.min == self.max

    def __add__(self, other: Count) -> Count:
        """Add two counts; an open end stays open."""
        low = None if self.min is None and other.min is None else (self.min or 0) + (other.min or 0)
        high = None if self.max is None or other.max is None else self.max + other.max
        return Count(low, high)

    def __str__(self) -> str:
        if self.is_exact:
            return str(self.min)
        if self.max is None:
            return f"{self.min}+"
        return f"≤{self.max}" if self.min is None else f"{self.min}–{self.max}"
