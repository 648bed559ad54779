"""Ground whose taking only says since when something is: "reopened |after the expulsion of| X from A"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.deed.method import MethodFound
from waqai.tag.chunks import Chunk

_ITS_CAPTURE: Final = "method.trigger.its_capture"


def says_since_when(row: Sequence[Chunk], method: MethodFound) -> bool:
    """Tell whether a taking stands behind "after"; what whoever was just named took is news there too: "advanced on A |after taking| B"."""
    return row[method.at].prior and method.rule != _ITS_CAPTURE
