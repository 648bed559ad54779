"""One run at a time for a store, so that no page is fetched or coded twice; the lock goes with the process."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection

from waqai.errors import StoreError
from waqai.settings import home

_RUN: Final = 0x5741_5152
"""Number of the lock on PostgreSQL."""
_TRIES, _PAUSE_S = 25, 0.2
"""PostgreSQL takes a moment to notice that a run was killed."""


@contextmanager
def alone() -> Iterator[None]:
    """Hold the store's run.

    Raises: StoreError when another run holds it.
    """
    busy = StoreError("another run is at work on this store; this one has nothing to do")
    home().mkdir(parents=True, exist_ok=True)
    with (home() / "run.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise busy from None
        if connection.vendor == "postgresql" and not _locked():
            raise busy
        try:
            yield
        finally:
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_unlock(%s)", [_RUN])


def _locked() -> bool:
    for _ in range(_TRIES):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [_RUN])
            if cursor.fetchone()[0]:
                return True
        time.sleep(_PAUSE_S)
    return False
