"""What Django has no words for: an audit log that only grows, and the table that log-in attempts are counted in."""

from django.apps.registry import Apps
from django.core.management import call_command
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from waqai_desk.accounts.append_only import guard, unguard

TABLE = "accounts_audit"


def make(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Lock the log, and make the cache's table."""
    guard(editor, TABLE)
    call_command("createcachetable", database=editor.connection.alias, verbosity=0)


def unmake(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take both away."""
    unguard(editor, TABLE)
    editor.execute("DROP TABLE IF EXISTS desk_cache")


class Migration(migrations.Migration):
    """After the tables."""

    dependencies = [("accounts", "0002_rights_and_audit")]
    operations = [migrations.RunPython(make, unmake)]
