"""The places of one clause of which some suffered a toll of their own: "shells killed three in A |and two in B|"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.told import Where
from waqai.code.story.telling_of import is_part_of
from waqai.tag.harm.find import HarmMention

Tolls = dict[str, list[HarmMention]]
"""Tolls by the key of the place that suffered them."""
_PAIR: Final = 2


def with_own(
    harm: Sequence[HarmMention], places: list[Where], suffered: Sequence[tuple[Where, list[HarmMention]]]
) -> tuple[list[Where], Tolls, list[HarmMention]]:
    """Give the act's places with those that ``suffered``, the tolls of these, and the rest of the ``harm``: of two or more, without the place that holds them all."""
    told = [(next((w for w in places if _is_called(w, s)), s), harm) for s, harm in suffered]
    own = {w.key: harm for w, harm in told}
    if len(told) >= _PAIR:
        known = {w.key for w in places}
        places = [w for w in places if w.key in own or not all(is_part_of(s, w) for s, _ in told)]
        places = [*places, *(w for w, _ in told if w.key not in known)]
    given = [h for w in places for h in own.get(w.key, ())]
    return places, own, [h for h in harm if h not in given]


def _is_called(whole: Where, short: Where) -> bool:
    """Tell whether a place is told again by the first word of its name: "معضمية الشام", then "المعضمية"."""
    first = whole.key.partition("|")[0].removeprefix(_THE).split(" ")[0]
    return whole.key == short.key or first == short.key.partition("|")[0].removeprefix(_THE)


_THE: Final = "ال"
