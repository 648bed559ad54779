"""An index that holds all that lists, maps and charts of the desk are made from, so that none of them reads the wide rows.

Not among the store's own indexes, because the desk alone needs it. Django forgets it when a migration rebuilds the table of
incidents on SQLite, so it is made again after every migration.
"""

from __future__ import annotations

from typing import Any, Final

from django.db import connections

NAME: Final = "incident_lens"
TABLE: Final = "store_incident"
COLUMNS: Final = (
    "merged_into_id", "is_retired", "review", "date_start", "date_end", "event_type", "sub_event_type", "method", "country",
    "admin1", "place", "place_en", "place_precision", "lat", "lon", "killed_best", "wounded_best", "grade", "is_disputed",
    "confidence", "added_at", "public_id", "id",
)  # fmt: skip
MAKE: Final = f"CREATE INDEX IF NOT EXISTS {NAME} ON {TABLE} ({', '.join(COLUMNS)})"
UNMAKE: Final = f"DROP INDEX IF EXISTS {NAME}"


def make_lens(*, using: str, **_: Any) -> None:
    """Make the index where its table is; connected to Django's signal that a migration is over."""
    connection = connections[using]
    if TABLE in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(MAKE)
