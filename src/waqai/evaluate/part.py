"""Which part of the gold a figure is about: work is tuned on, aside only looked at now and then."""

from __future__ import annotations

import hashlib
from enum import StrEnum


class Part(StrEnum):
    """All articles, the two thirds that one works with, or the third that is set aside."""

    ALL = "all"
    WORK = "work"
    ASIDE = "aside"

    def has(self, ident: str) -> bool:
        """Tell whether an article belongs to this part; its id alone decides, so files may grow and be sorted."""
        return self is Part.ALL or is_aside(ident) == (self is Part.ASIDE)


def is_aside(ident: str) -> bool:
    """Tell whether an article is in the third that is set aside, by a hash of its id."""
    return int(hashlib.sha256(ident.encode()).hexdigest()[:8], 16) % 3 == 0
