"""The key that signs sessions: made once, kept under ``WAQAI_HOME``, readable by its owner only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Final

from waqai.settings import home

VARIABLE: Final = "WAQAI_SECRET_KEY"
_ENTROPY_BYTES: Final = 48


def secret_key() -> str:
    """Give the key from the environment or the file; without either one for this process only."""
    said = os.environ.get(VARIABLE)
    if said:
        return said
    try:
        return _file().read_text(encoding="ascii")
    except FileNotFoundError:
        return secrets.token_urlsafe(_ENTROPY_BYTES)


def keep_secret_key() -> None:
    """Make the file unless it is there, so that sessions outlive the process."""
    path = _file()
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(_ENTROPY_BYTES))


def _file() -> Path:
    return home() / "secret-key"
