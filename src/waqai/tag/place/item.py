"""Where one item of a list of places ends, and whether the list goes on behind it."""

from __future__ import annotations

from typing import Final

from waqai.lexicon.entry import Kind
from waqai.tag.place.container import read_containers
from waqai.tag.place.name import known_name
from waqai.tag.place.open_name import ends_name
from waqai.tag.place.scan import Scan

SEPARATORS: Final = frozenset({",", "-", "/", "و"})
_UNKNOWN_IN_A_ROW: Final = 4
"""Unknown words behind which a list may still go on to a name that is known."""


def is_whole_item(scan: Scan, at: int) -> bool:
    """Tell whether a known name that somebody else bears too is one whole item of a list with commas: "A, |Umm al-Qura|, B"."""
    name = known_name(scan, at, strip=True)
    return name is not None and name.proclitic in ("", "و") and ends_item(scan, name.last)


def ends_item(scan: Scan, at: int) -> bool:
    """Tell whether an unknown item of a list with commas ends here, and not in the middle of a clause."""
    at = scan.past_closing(at)
    cue = scan.cue(at, "countryside")
    text = scan.text(at)
    kind = scan.kinds.get(at)
    if scan.cue(at, "direction") is not None or (kind is not None and kind[0].proclitic == "ب"):
        return True
    if text[:1] == "و" and (not scan.worded[at] or known_name(scan, at, strip=True) is not None):
        return True
    return text in SEPARATORS or (cue is not None and cue.proclitic == "ب")


def goes_on(scan: Scan, at: int) -> bool:
    """Tell whether a known name or a container follows, so that unknown words before it are places too."""
    for _ in range(_UNKNOWN_IN_A_ROW):
        cue = scan.cue(at, "countryside")
        if cue is not None and cue.proclitic == "ب":
            return True
        if scan.cue(at, "direction") is not None and read_containers(scan, at)[0]:
            return not scan.begins(at - 1, Kind.OBJECT)  # "in A and |B| north of C", "and |the houses| north of C"
        if not scan.is_word(at) or scan.texts[at][0] != "و":
            return False
        following = known_name(scan, at, strip=True)
        if following is not None and following.proclitic == "و":
            return True
        if scan.worded[at] or ends_name(scan, at, first=True):
            return False
        at += 1
    return False
