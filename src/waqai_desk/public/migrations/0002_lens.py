"""An index that holds all that lists, maps and charts of the desk are made from, so that none of them reads the wide rows.

Written as SQL and not among the store's own indexes, because the desk alone needs it. Django drops it when it rebuilds the table
of incidents on SQLite; a test fails then, and the migration that did it calls ``make`` after itself.
"""

from typing import Final

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

NAME: Final = "incident_lens"
COLUMNS: Final = (
    "merged_into_id", "is_retired", "review", "date_start", "date_end", "event_type", "sub_event_type", "method", "country",
    "admin1", "place", "place_en", "place_precision", "lat", "lon", "killed_best", "wounded_best", "grade", "is_disputed",
    "confidence", "added_at", "public_id", "id",
)  # fmt: skip


def make(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index."""
    editor.execute(f"CREATE INDEX IF NOT EXISTS {NAME} ON store_incident ({', '.join(COLUMNS)})")


def unmake(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Drop it."""
    editor.execute(f"DROP INDEX IF EXISTS {NAME}")


class Migration(migrations.Migration):
    """After the tables of both."""

    dependencies = [("public", "0001_published"), ("store", "0002_search_and_logs")]
    operations = [migrations.RunPython(make, unmake)]
