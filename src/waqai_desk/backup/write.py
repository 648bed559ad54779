"""Write a backup: one moment of the store, while others go on working."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from gzip import GzipFile
from pathlib import Path
from typing import Any, Final

import msgspec
from django.apps import apps
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model
from django.utils import timezone

from waqai import __version__
from waqai.errors import StoreError
from waqai.replacing import replacing
from waqai_desk.backup.lines import End, Header, Table

LEFT_OUT: Final = frozenset({"sessions.Session"})
"""Who is signed in belongs to one running desk, and is no part of the record."""
_encode: Final = msgspec.json.Encoder().encode
_CHUNK: Final = 1000


def backup(path: Path) -> dict[str, int]:
    """Write the store to a file that only its owner can read, and give the number of rows of each model.

    Raises: StoreError when the file cannot be written; what was there before stays then.
    """
    try:
        with replacing(path) as part:
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as raw, GzipFile(fileobj=raw, mode="wb", mtime=0) as file:
                with _one_moment():
                    rows = _write(file)
                file.flush()
                os.fsync(raw.fileno())
    except OSError as error:
        raise StoreError(f"cannot be written: {error.strerror}", where=str(path)) from error
    return rows


def models_kept(registry: Any = apps) -> list[type[Model]]:
    """Give the models of a registry of apps that a backup holds, also the tables between two others."""
    found = registry.get_models(include_auto_created=True)
    return [
        model for model in found if model._meta.managed and model._meta.label not in LEFT_OUT and not model._meta.proxy
    ]


def _write(file: GzipFile) -> dict[str, int]:
    leaves = MigrationExecutor(connection).loader.applied_migrations
    newest: dict[str, str] = {}
    for app, name in leaves:
        newest[app] = max(newest.get(app, ""), name)
    _line(file, Header(waqai=__version__, at=timezone.now().isoformat(), migrations=sorted(newest.items())))
    rows: dict[str, int] = {}
    for model in models_kept():
        label = model._meta.label
        fields = [field.attname for field in model._meta.concrete_fields]
        _line(file, Table(model=label, fields=fields))
        rows[label] = 0
        for values in model._base_manager.order_by("pk").values_list(*fields).iterator(chunk_size=_CHUNK):
            _line(file, [bytes(v) if isinstance(v, memoryview) else v for v in values])
            rows[label] += 1
    _line(file, End(rows=rows))
    return rows


def _line(file: GzipFile, what: Any) -> None:
    file.write(_encode(what) + b"\n")


@contextmanager
def _one_moment() -> Iterator[None]:
    """Read everything as it is now, without keeping others from writing."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    with connection.cursor() as cursor:  # not Django's own transaction, which would take the writers' lock
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
