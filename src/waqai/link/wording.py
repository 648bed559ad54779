"""Near-copy signatures as numbers: how much of two texts' wording is the same (``waqai.read.near_copy``)."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

SLOTS: Final = 128
"""Slots of a signature."""


def slots_in(signature: str) -> bytes:
    """Give the slots of a signature as they are kept: after two hex digits of version, two bytes each."""
    return bytes.fromhex(signature[2:])


@lru_cache(maxsize=10_000)
def _slots(signature: str) -> NDArray[np.uint16]:
    return np.frombuffer(slots_in(signature), "u2")


def shared_wording(a: str, b: str) -> float:
    """Estimate the share of wording that two texts have in common; 0 for signatures of two versions, which tell nothing."""
    if a[:2] != b[:2] or len(a) != len(b):
        return 0.0
    return float(np.count_nonzero(_slots(a) == _slots(b))) / SLOTS
