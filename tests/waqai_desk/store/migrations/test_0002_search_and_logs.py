"""Search and logs as the database keeps them; also the way down to nothing and up again."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from waqai_desk.accounts.models import User
from waqai_desk.store.models import Article, Change, Decision, DecisionKind, Incident, NameLook


def tables() -> set[str]:
    return {t for t in connection.introspection.table_names() if t.startswith(("store_", "accounts_"))}


def test_models_and_migrations_agree(store):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_down_to_nothing_and_up_again(own_store):
    full = tables()
    assert {"store_incident", "store_decision", "accounts_user"} <= full
    call_command("migrate", "store", "zero", verbosity=0)
    call_command("migrate", "accounts", "zero", verbosity=0)
    assert tables() == set()
    call_command("migrate", verbosity=0)
    assert tables() == full


def matches(word: str) -> int:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT count(*) FROM store_article_fts WHERE store_article_fts MATCH %s", [word])
        else:
            cursor.execute("SELECT count(*) FROM store_article WHERE search @@ plainto_tsquery('simple', %s)", [word])
        return cursor.fetchone()[0]


def test_the_index_follows_the_articles(store):
    article = Article.objects.create(key="a", body="{}", digest="0", folded="قصف بلده البارة")
    assert matches("قصف") == 1
    article.folded = "هدوء"
    article.save()
    assert (matches("قصف"), matches("هدوء")) == (0, 1)
    article.delete()
    assert matches("هدوء") == 0


@pytest.mark.parametrize("model", [Decision, NameLook])
@pytest.mark.parametrize("act", ["update", "delete"])
def test_a_log_only_grows(store, model, act):
    table = model._meta.db_table
    user = User.objects.create(username="reviewer")
    now = timezone.now()
    if model is Decision:
        Decision.objects.create(at=now, who=user, kind=DecisionKind.COMMENT, why="as it was")
    else:
        article = Article.objects.create(key="a", body="{}", digest="0")
        NameLook.objects.create(at=now, who=user, article=article, why="as it was")
    statement = f"UPDATE {table} SET why = 'otherwise'" if act == "update" else f"DELETE FROM {table}"
    refused(statement)
    assert list(model.objects.values_list("why", flat=True)) == ["as it was"]


def test_changes_are_a_log_too(store):
    now = timezone.now()
    incident = Incident.objects.create(
        public_id="one", body="{}", added_at=now, changed_at=now, grade="weak", witnesses=1, accounts=1, confidence=0.5
    )
    Change.objects.create(incident=incident, kind="new", at=now, version=1)
    refused("UPDATE store_change SET kind = 'merged'")


def refused(statement: str) -> None:
    with connection.cursor() as cursor, pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        cursor.execute(statement)
