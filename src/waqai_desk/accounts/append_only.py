"""Rows that can be added and read, nothing else: refused in Python, and by triggers in the database."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
_POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$
"""
_POSTGRESQL = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_refuse()
"""


class AppendOnlyError(TypeError):
    """Somebody's code tried to change history."""


class AppendOnlyQuerySet(models.QuerySet[Any]):
    """A query that reads."""

    def update(self, **_: Any) -> NoReturn:
        """Refuse."""
        raise AppendOnlyError("rows of this table are never changed")

    def delete(self) -> NoReturn:
        """Refuse."""
        raise AppendOnlyError("rows of this table are never removed")


class AppendOnly(models.Model):
    """A model whose rows are only ever added."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        """Only its children have tables."""

        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row; refuse when it is there already."""
        if not self._state.adding:
            raise AppendOnlyError("rows of this table are never changed")
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refuse."""
        raise AppendOnlyError("rows of this table are never removed")


def guard(editor: BaseDatabaseSchemaEditor, table: str) -> None:
    """Add the triggers to a table; for a migration's RunPython."""
    if editor.connection.vendor == "postgresql":
        editor.execute(_POSTGRESQL_FUNCTION.format(table=table))
    template = _POSTGRESQL if editor.connection.vendor == "postgresql" else _SQLITE
    for verb in ("UPDATE", "DELETE"):
        editor.execute(template.format(table=table, verb=verb))


def unguard(editor: BaseDatabaseSchemaEditor, table: str) -> None:
    """Take the triggers away again, when the migration is undone."""
    on = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
    for verb in ("UPDATE", "DELETE"):
        editor.execute(f"DROP TRIGGER {table}_no_{verb}{on}")
    if editor.connection.vendor == "postgresql":
        editor.execute(f"DROP FUNCTION {table}_refuse()")
