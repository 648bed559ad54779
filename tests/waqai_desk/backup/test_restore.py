"""A backup of either database makes either database again, row for row; anything less is refused."""

from __future__ import annotations

import gzip

import pytest
from django.db import DatabaseError, connection, transaction

from coded_factory import coded, run, told, user
from store_databases import VENDORS, connected
from waqai.errors import StoreError
from waqai_desk.backup import backup, restore
from waqai_desk.backup.write import models_kept
from waqai_desk.store import decide
from waqai_desk.store.models import Article, Decision, Incident
from waqai_desk.store.search import search_articles


def everything() -> dict[str, list]:
    return {
        model._meta.label: list(
            model._base_manager.order_by("pk").values_list(*(f.attname for f in model._meta.concrete_fields))
        )
        for model in models_kept()
    }


@pytest.fixture
def saved(own_store, tmp_path):
    """Give a backup of a small store, and what is in it."""
    run(coded("a1", told()), coded("a2", told()))
    decide.edit(Incident.objects.get(), user(), "method", "airstrike", why="قيل غير ذلك")
    path = tmp_path / "store.backup"
    assert backup(path)["store.Incident"] == 1
    return path, everything()


@pytest.mark.parametrize("into", VENDORS)
def test_the_same_rows_come_back_in_either_database(saved, stores, into):
    path, before = saved
    assert path.stat().st_mode & 0o077 == 0
    with connected(stores.empty(into)):
        assert restore(path)["store.Decision"] == 1
        assert everything() == before
        assert search_articles("داهمت").count() == 2
        assert Article.objects.create(key="new", body="{}", digest="0").pk > 2, "new rows are numbered after the old"
        with connection.cursor() as cursor, pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            cursor.execute("DELETE FROM store_decision")
        decide.undo(Decision.objects.get(), user())


def test_a_store_that_holds_anything_is_not_filled(saved):
    path, before = saved
    with pytest.raises(StoreError, match="not empty"):
        restore(path)
    assert everything() == before


@pytest.mark.parametrize("damage", ["cut", "no end", "row missing", "other", "text", "not there"])
def test_what_is_no_whole_backup_leaves_the_store_empty(saved, stores, tmp_path, vendor, damage):
    path, _ = saved
    broken = tmp_path / "broken"
    data = path.read_bytes()
    lines = gzip.decompress(data).splitlines(keepends=True)
    row = next(n for n, line in enumerate(lines) if line.startswith(b"[") and b"a1" in line)
    match damage:
        case "cut":
            broken.write_bytes(data[: len(data) // 2])
        case "no end":
            broken.write_bytes(gzip.compress(b"".join(lines[:-1])))
        case "row missing":
            broken.write_bytes(gzip.compress(b"".join(lines[:row] + lines[row + 1 :])))
        case "other":
            broken.write_bytes(gzip.compress(b'{"id": 1}\n'))
        case "text":
            broken.write_bytes(b"no backup")
    with connected(stores.copy(vendor)):
        with pytest.raises(StoreError, match=r"backup|not there"):
            restore(broken)
        assert Article.objects.count() == 0


def test_a_backup_that_cannot_be_written_says_so(store, tmp_path):
    with pytest.raises(StoreError, match="cannot be written"):
        backup(tmp_path / "missing" / "store.backup")
