"""One writer of incidents at a time, whatever the database and however many processes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection, transaction

_INCIDENTS: Final = 0x5741_5141  # "WAQA"; any number that nobody else locks


@contextmanager
def changing_incidents() -> Iterator[None]:
    """Open a transaction in which only this process changes links and incidents.

    On SQLite an IMMEDIATE transaction is that already. On PostgreSQL the lock goes with the transaction, also when the
    process is killed.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_INCIDENTS])
        yield
