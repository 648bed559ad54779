"""The audit log only grows, whoever tries and from where."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from waqai_desk.accounts.append_only import AppendOnlyError
from waqai_desk.accounts.audit import record
from waqai_desk.accounts.models import AuditEntry


@pytest.fixture
def entry(store) -> AuditEntry:
    record("somebody", "log in")
    return AuditEntry.objects.get()


def test_python_refuses(entry):
    entry.act = "nothing"
    for change in (
        entry.save,
        entry.delete,
        AuditEntry.objects.all().delete,
        lambda: AuditEntry.objects.update(act=""),
    ):
        with pytest.raises(AppendOnlyError):
            change()


@pytest.mark.parametrize("statement", ["UPDATE accounts_audit SET act = ''", "DELETE FROM accounts_audit"])
def test_the_database_refuses_too(entry, statement):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert AuditEntry.objects.get().act == "log in"
