"""Names that begin with a number, a letter or who lives there, the day of a revolution among them ("حي 7 يوليو"), and roads that are none: "stood in the way of" somebody."""

from __future__ import annotations

from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.place.cue import is_of_whole
from waqai.tag.place.name import Name, known_name
from waqai.tag.place.scan import Scan

_THE: Final = "ال"
_M: Final = ("m", "ام")
_CAMP: Final = "camp"
_DIGITS: Final = 2
"""Of the day of a month, at most."""


def named_otherwise(scan: Scan, at: int, kind: str) -> Name | None:
    """Give the name of a road that has a number, of a camp called after who lives in it, or of a quarter, street or camp called after a day of the country's history."""
    if kind == _CAMP and scan.cue(at, "dwellers") is not None:
        return _named_by_people(scan, at)
    if kind == "road":
        road = at + (scan.text(at) == _THE and scan.text(at + 1) in _M)  # "the M 4", its article apart
        if scan.text(road) in _M:
            return _numbered_road(scan, road)
    return _named_by_day(scan, at) if scan.text(at).isdigit() else None


def _named_by_people(scan: Scan, at: int) -> Name | None:
    """Give the name of a camp that is who lives there and where they are from: "the camp of |the people of Saraqib|"."""
    home = known_name(scan, at + 1, strip=False)
    return Name(at, home.last, " ".join(scan.texts[at : home.last]), "") if home is not None else None


def _named_by_day(scan: Scan, at: int) -> Name | None:
    """Give the name that is a day without a year: "the quarter of |7 July|"."""
    if len(scan.text(at)) > _DIGITS:
        return None
    month = next((h for h in scan.by_first.get(at + 1, ()) if h.readings.senses.get(Kind.TIME) is not None), None)
    if month is None or month.proclitic or month.readings.senses[Kind.TIME].entry.cls != "month":
        return None
    if scan.text(month.last).isdigit():
        return None
    text = " ".join(scan.texts[at : month.last])
    return Name(at, month.last, text, "", tuple(scan.gazetteer.named(text)))


def _numbered_road(scan: Scan, at: int) -> Name | None:
    """Give the name of a road that has a letter and a number: "M 4", spelt "Um 4" too."""
    if not scan.text(at + 1).isdigit():
        return None
    return Name(at, at + 2, scan.texts[at] + scan.texts[at + 1], "")


def names_no_road(scan: Scan, kind: str, name: Name) -> bool:
    """Tell whether a word only says of what something is one, or whose way a "road" is: "stood in the way of |Qasim Muhammad|", "of |the youth| so-and-so"."""
    if kind != "road" or name.last > name.first + 1 or is_of_whole(scan, name):
        return is_of_whole(scan, name)
    called = name.first in scan.persons and name.last in scan.persons
    return called or (scan.begins(name.first, Kind.VICTIM) and name.text.startswith(_THE))
