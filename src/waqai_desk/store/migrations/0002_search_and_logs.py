"""What Django has no words for: full-text search over folded text, and logs that only grow; reversible.

On SQLite both hang on triggers, which go when Django rebuilds a table. A migration that alters ``store_article`` or a
log calls ``make`` and ``unmake`` around its change; the tests of search and logs fail when it forgot.
"""

from __future__ import annotations

from typing import Final

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

LOGS: Final = ("store_decision", "store_namelook", "store_change")

_SQLITE_SEARCH: Final = (
    "CREATE VIRTUAL TABLE store_article_fts USING fts5(folded, content='store_article', content_rowid='id')",
    (
        "CREATE TRIGGER store_article_fts_in AFTER INSERT ON store_article BEGIN"
        " INSERT INTO store_article_fts(rowid, folded) VALUES (new.id, new.folded); END"
    ),
    (
        "CREATE TRIGGER store_article_fts_out AFTER DELETE ON store_article BEGIN"
        " INSERT INTO store_article_fts(store_article_fts, rowid, folded) VALUES ('delete', old.id, old.folded); END"
    ),
    (
        "CREATE TRIGGER store_article_fts_new AFTER UPDATE OF folded ON store_article BEGIN"
        " INSERT INTO store_article_fts(store_article_fts, rowid, folded) VALUES ('delete', old.id, old.folded);"
        " INSERT INTO store_article_fts(rowid, folded) VALUES (new.id, new.folded); END"
    ),
    "INSERT INTO store_article_fts(store_article_fts) VALUES ('rebuild')",
)
_SQLITE_SEARCH_OFF: Final = (
    "DROP TRIGGER store_article_fts_new",
    "DROP TRIGGER store_article_fts_out",
    "DROP TRIGGER store_article_fts_in",
    "DROP TABLE store_article_fts",
)
_POSTGRES_SEARCH: Final = (
    "ALTER TABLE store_article ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('simple', folded)) STORED",
    "CREATE INDEX store_article_search ON store_article USING gin (search)",
)
_POSTGRES_SEARCH_OFF: Final = ("ALTER TABLE store_article DROP COLUMN search",)
_POSTGRES_REFUSE: Final = (
    "CREATE FUNCTION store_log_grows() RETURNS trigger LANGUAGE plpgsql AS"
    " $$BEGIN RAISE EXCEPTION 'a log is never changed: %', TG_TABLE_NAME; END$$"
)


def make(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index and the locks."""
    if editor.connection.vendor == "postgresql":
        _run(editor, *_POSTGRES_SEARCH, _POSTGRES_REFUSE)
        for table in LOGS:
            for moment, each in (("UPDATE OR DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
                _run(
                    editor,
                    f"CREATE TRIGGER {table}_grows_{each.lower()} BEFORE {moment} ON {table}"
                    f" FOR EACH {each} EXECUTE FUNCTION store_log_grows()",
                )
        return
    _run(editor, *_SQLITE_SEARCH)
    for table in LOGS:
        for moment in ("UPDATE", "DELETE"):
            _run(
                editor,
                f"CREATE TRIGGER {table}_no_{moment.lower()} BEFORE {moment} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, 'a log is never changed: {table}'); END",
            )


def unmake(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take both away."""
    if editor.connection.vendor == "postgresql":
        _run(editor, *_POSTGRES_SEARCH_OFF)
        for table in LOGS:
            _run(editor, *(f"DROP TRIGGER {table}_grows_{each} ON {table}" for each in ("row", "statement")))
        _run(editor, "DROP FUNCTION store_log_grows()")
        return
    _run(editor, *_SQLITE_SEARCH_OFF)
    for table in LOGS:
        _run(editor, *(f"DROP TRIGGER {table}_no_{moment}" for moment in ("update", "delete")))


def _run(editor: BaseDatabaseSchemaEditor, *statements: str) -> None:
    with editor.connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


class Migration(migrations.Migration):
    """After the tables."""

    dependencies = [("store", "0001_initial")]
    operations = [migrations.RunPython(make, unmake)]
