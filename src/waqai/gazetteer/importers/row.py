"""What a reader of a source gives, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import msgspec

from waqai.gazetteer.place import Place


class Alias(msgspec.Struct, frozen=True):
    """One more name of a place that this source gives elsewhere: ``place_id`` is its id there."""

    place_id: str
    name: str


class Skipped(msgspec.Struct, frozen=True):
    """A line that is no place: where it stands and what is wrong with it."""

    where: str
    why: str


class Passed(msgspec.Struct, frozen=True):
    """A line that is sound and holds nothing for us: another language, a feature that incidents never name."""


Row: TypeAlias = "Place | Alias | Skipped | Passed"
Reader: TypeAlias = Callable[[Path], Iterator[Row]]


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of source: its id, how it is credited, and how it is read.

    ``trust``: lower comes first when rows of several sources are merged, and gives the point.
    """

    id: str
    title: str
    licence: str
    home: str
    trust: int
    read: Reader
