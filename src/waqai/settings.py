"""Where the program keeps what it keeps."""

from __future__ import annotations

import os
from pathlib import Path


def home() -> Path:
    """Give the folder under which all that the program keeps lies: ``WAQAI_HOME``, else the platform's data folder."""
    said = os.environ.get("WAQAI_HOME")
    if said:
        return Path(said).expanduser()
    from platformdirs import user_data_path  # only needed here: start-up counts

    return user_data_path("waqai", appauthor=False)
