"""Victims counted beside those told just before: "a commander was killed. Three others died too": four."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from waqai.tag.harm.find import HarmMention

_KILLED: Final = "killed"
_NEAR: Final = 40
"""Chunks between the dead and the others."""


def with_others(harm: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Give the tolls, the dead who are others counted on to the dead told just before, where no word tells them apart."""
    before: HarmMention | None = None
    for m in harm:
        if m.kind == _KILLED and m.beside and before is not None and _are_one_lot(before, m):
            both, who = before.count + m.count, before.who or m.who
            m, before = replace(before, at=m.at, first=m.first, last=m.last, count=both, who=who), None
        elif m.kind == _KILLED and m.count.max != 0:
            before = m
        yield m


def _are_one_lot(before: HarmMention, others: HarmMention) -> bool:
    near = 0 < others.at - before.at < _NEAR
    if others.nth and before.count.min != others.nth - 1:
        return False
    counted = before.count.is_exact and others.count.is_exact and others.count.max != 0
    return near and counted and not before.others and (not others.who or not before.who or others.who == before.who)
