"""Roads: those that have a number, and those that are none: "stood in the way of" somebody."""

from __future__ import annotations

from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.place.cue import is_of_whole
from waqai.tag.place.name import Name
from waqai.tag.place.scan import Scan

_THE: Final = "ال"
_M: Final = ("m", "ام")


def numbered_road(scan: Scan, at: int) -> Name | None:
    """Give the name of a road that has a letter and a number: "M 4", spelt "Um 4" too."""
    if scan.text(at) not in _M or not scan.text(at + 1).isdigit():
        return None
    return Name(at, at + 2, scan.texts[at] + scan.texts[at + 1], "")


def names_no_road(scan: Scan, kind: str, name: Name) -> bool:
    """Tell whether a word only says of what something is one, or whose way a "road" is: "stood in the way of |Qasim Muhammad|", "of |the youth| so-and-so"."""
    if kind != "road" or name.last > name.first + 1 or is_of_whole(scan, name):
        return is_of_whole(scan, name)
    called = name.first in scan.persons and name.last in scan.persons
    return called or (scan.begins(name.first, Kind.VICTIM) and name.text.startswith(_THE))
