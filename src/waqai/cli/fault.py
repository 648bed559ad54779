"""What the system or a database says when it cannot go on, in one sentence: no room, no right, no such folder.

A folder that cannot be used is met wherever something is kept there, so it is told here once.
"""

from __future__ import annotations

from typing import Final

from waqai.settings import home

_DATABASES: Final = ("sqlite3", "django.db.utils")
"""Where the errors of a database come from; neither is imported for a command that needs none."""


def sentence_of(error: Exception) -> str | None:
    """Give the sentence for a failure of the system's; ``None`` for a fault of ours."""
    if type(error).__name__ == "OperationalError" and type(error).__module__ in _DATABASES:
        return f"{home()}: what is kept cannot be read or written: {str(error).strip()}"
    if not isinstance(error, OSError):
        return None
    said = error.strerror or str(error) or type(error).__name__
    if not isinstance(error.filename, str):
        return f"cannot go on: {said}"
    folder = str(home())
    if (
        error.filename != folder
        and not error.filename.startswith(f"{folder}/")
        and not folder.startswith(error.filename)
    ):
        return f"{error.filename}: {said}"
    return f"{error.filename}: {said}; WAQAI_HOME is {folder}: it has to name a folder that can be written to"
