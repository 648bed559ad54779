"""The wounded less those of them who died: "five were wounded, one of whom died" is one dead and four wounded (ruling 21)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.tag.harm.find import HarmMention
from waqai.values.count import Count

_KILLED: Final = "killed"
_WOUNDED: Final = "wounded"
_NEAR: Final = 30
"""Chunks from the wounded to those of them who died."""


def who_lived(harm: Sequence[HarmMention]) -> Sequence[HarmMention]:
    """Take of the wounded those of them who are told to have died, unless an account has taken them off already."""
    for at, dead in enumerate(harm):
        if dead.of_them and dead.kind == _KILLED and dead.count.is_exact:
            told = next((m for m in reversed(harm[:at]) if m.kind in (_KILLED, _WOUNDED) and m.at != dead.at), None)
            if told is None or told.kind != _WOUNDED or not told.count.is_exact or dead.at - told.at > _NEAR:
                continue
            if not any(m.kind == _WOUNDED and m.count == told.count for m in harm[at:]):  # who are others than the dead
                return _less(harm, told.count.min or 0, dead.count.min or 0)
    return harm


def _less(harm: Sequence[HarmMention], hurt: int, died: int) -> Sequence[HarmMention]:
    lived = hurt - died
    if lived < 1 or not died or any(m.kind == _WOUNDED and m.count == Count.exactly(lived) for m in harm):
        return harm
    return [
        replace(m, count=Count.exactly(lived)) if m.kind == _WOUNDED and m.count == Count.exactly(hurt) else m
        for m in harm
    ]
