"""Names of files that no line of ours could repeat."""

from __future__ import annotations

import os
from pathlib import Path

from waqai.errors import InputError


def name_fault(path: Path) -> InputError | None:
    """Say what is wrong with a file's name, or nothing: bytes that are not UTF-8 can stand in no JSON, archive or store."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return InputError(
            "has a name that is not in UTF-8: rename it", where=os.fsencode(path).decode(errors="replace")
        )
    return None
