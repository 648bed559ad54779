"""Bases that are called after a numbered unit: "the camp of the 17th Infantry Brigade"."""

from __future__ import annotations

from typing import Final

from waqai.tag.place.scan import Scan

_BASE: Final = "place_kind.base"


def is_after_unit(scan: Scan, at: int) -> bool:
    """Tell whether a base is called after a numbered unit that is somebody's: "the camp of |the 17th Brigade|"."""
    base = scan.kinds.get(at - 1)
    return base is not None and base[1].id == _BASE and scan.cue(at, "unit") is not None and scan.text(at + 1).isdigit()


def past_number(scan: Scan, last: int) -> int:
    """Step over the number and the arm of the unit that a camp is called after: "the camp of the |17th Infantry| Brigade"."""
    if scan.cue(last - 1, "unit") is None or not scan.text(last).isdigit():
        return last
    return last + 1 + (scan.cue(last + 1, "arm") is not None)
