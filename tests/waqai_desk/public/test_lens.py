"""The index of lists outlives whatever a migration does to its table."""

from __future__ import annotations

from django.core.management import call_command
from django.db import connection

from waqai_desk.public.lens import NAME, TABLE, UNMAKE


def has_lens() -> bool:
    with connection.cursor() as cursor:
        return NAME in connection.introspection.get_constraints(cursor, TABLE)


def test_it_is_made_again_after_a_migration(own_store):
    call_command("migrate", interactive=False, verbosity=0)
    assert has_lens()
    with connection.cursor() as cursor:
        cursor.execute(UNMAKE)
    assert not has_lens()
    call_command("migrate", interactive=False, verbosity=0)
    assert has_lens()
