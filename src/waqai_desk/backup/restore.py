"""Make a store from a backup: the tables as they were when it was written, its rows, then the migrations since."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TypeAlias

import msgspec
from django.core.management.color import no_style
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model

from waqai.errors import StoreError
from waqai_desk.backup.lines import FORMAT, End, Header, Table
from waqai_desk.backup.write import models_kept

_Line: TypeAlias = Header | Table | End | list[Any]
_decode: Final = msgspec.json.Decoder(_Line).decode
_PORTION: Final = 200
_LONGEST_LINE: Final = 1 << 28


def restore(path: Path) -> dict[str, int]:
    """Fill an empty store from a backup, and give the number of rows of each model.

    Raises: StoreError when the file is no whole backup or the store is not empty; the store is empty then as before.
    """
    header = _header(path)
    executor = MigrationExecutor(connection)
    _refuse_full(executor)
    unknown = [f"{app}.{name}" for app, name in header.migrations if (app, name) not in executor.loader.graph.nodes]
    if unknown:
        raise StoreError(
            f"was written by a newer version ({header.waqai}, {unknown[0]}): install that one", where=str(path)
        )
    executor.migrate(header.migrations)
    registry = executor.loader.project_state(header.migrations).apps
    models = {model._meta.label: model for model in models_kept(registry)}
    try:
        with transaction.atomic():
            _empty(models)
            rows = _fill(path, models)
            _renumber(models)
    except DatabaseError as error:
        raise StoreError(f"cannot be restored: {str(error).strip()}", where=str(path)) from error
    newest = MigrationExecutor(connection)
    newest.migrate(newest.loader.graph.leaf_nodes())
    return rows


def _lines(path: Path) -> Iterator[_Line]:
    """Read the lines of a backup.

    Raises: StoreError when it is none or not whole.
    """
    last: _Line | None = None
    try:
        with gzip.open(path) as file:
            while line := file.readline(_LONGEST_LINE):
                last = _decode(line)
                yield last
    except FileNotFoundError:
        raise StoreError("is not there", where=str(path)) from None
    except (OSError, EOFError, zlib.error, msgspec.MsgspecError) as error:
        raise StoreError(f"is no whole backup: {error}", where=str(path)) from error
    if not isinstance(last, End):
        raise StoreError("is no whole backup: its end is missing", where=str(path))


def _header(path: Path) -> Header:
    lines = _lines(path)
    first = next(lines, None)
    lines.close()  # type: ignore[attr-defined]
    if not isinstance(first, Header) or first.format != FORMAT:
        raise StoreError("is no backup of this program", where=str(path))
    return first


def _refuse_full(executor: MigrationExecutor) -> None:
    """Refuse a store that holds anything.

    Raises: StoreError.
    """
    applied = [key for key in executor.loader.applied_migrations if key in executor.loader.graph.nodes]
    if not applied:
        return
    there = set(connection.introspection.table_names())
    registry = executor.loader.project_state(applied).apps
    for model in models_kept(registry):
        made_by_django = model._meta.app_label in ("contenttypes", "auth")
        if not made_by_django and model._meta.db_table in there and model._base_manager.exists():
            raise StoreError(
                f"the store is not empty ({model._meta.label}): restore into another WAQAI_HOME or WAQAI_DATABASE"
            )


def _empty(models: dict[str, type[Model]]) -> None:
    """Take out what Django itself put into new tables: kinds of content and permissions have the backup's numbers."""
    for model in models.values():
        if model._meta.app_label in ("contenttypes", "auth"):
            model._base_manager.all().delete()


def _fill(path: Path, models: dict[str, type[Model]]) -> dict[str, int]:
    rows: dict[str, int] = {}
    table: Table | None = None
    portion: list[list[Any]] = []
    for line in _lines(path):
        if isinstance(line, list):
            portion.append(line)
        if table is not None and portion and (len(portion) == _PORTION or not isinstance(line, list)):
            _insert(models[table.model], table.fields, portion)
            rows[table.model] += len(portion)
            portion = []
        if isinstance(line, Table):
            if line.model not in models:
                raise StoreError(f"holds a table that is not known: {line.model}", where=str(path))
            table, rows[line.model] = line, 0
        if isinstance(line, End) and line.rows != rows:
            raise StoreError("is no whole backup: rows are missing", where=str(path))
    return rows


def _insert(model: type[Model], fields: list[str], rows: list[list[Any]]) -> None:
    by_name = {field.attname: field for field in model._meta.concrete_fields}
    for field in by_name.values():
        for now in ("auto_now", "auto_now_add"):  # times are the backup's
            if hasattr(field, now):
                setattr(field, now, False)
    values = ({name: by_name[name].to_python(value) for name, value in zip(fields, row, strict=True)} for row in rows)
    model._base_manager.bulk_create([model(**row) for row in values], batch_size=max(1, 900 // len(fields)))


def _renumber(models: dict[str, type[Model]]) -> None:
    """Let new rows be numbered after the backup's."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models.values())):
            cursor.execute(statement)
