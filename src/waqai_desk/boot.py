"""Django started from a command that is not Django's own, and the store brought to the newest form."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from waqai.errors import StoreError
from waqai.settings import home

SETTINGS: Final = "waqai_desk.settings"
_MIGRATE: Final = 0x5741_514D
"""Number of the lock on PostgreSQL."""


def boot() -> None:
    """Start Django; a second call does nothing."""
    import django  # a quarter second that commands without a store do not need
    from django.apps import apps

    if not apps.ready:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
        django.setup()


def open_store() -> None:
    """Start Django, and make or migrate the store.

    Raises: StoreError when the database cannot be reached.
    """
    home().mkdir(parents=True, exist_ok=True)
    boot()
    from django.core.management import call_command
    from django.db import DatabaseError

    try:
        with _in_turn():
            call_command("migrate", interactive=False, verbosity=0)
    except DatabaseError as error:
        hint = f"; WAQAI_HOME is {home()}: it has to be a folder that can be written to" if _is_file() else ""
        raise StoreError(f"the store cannot be opened: {str(error).strip()}{hint}") from error


def _is_file() -> bool:
    from django.db import connection

    return connection.vendor == "sqlite"


@contextmanager
def _in_turn() -> Iterator[None]:
    """Wait while another process makes or migrates this store: two at once would make its tables twice."""
    from django.db import connection

    if not _is_file():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_MIGRATE])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_MIGRATE])
        return
    with (home() / "store.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
