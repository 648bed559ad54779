"""Reports that were there before the queue of reports get its columns."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from coded_factory import coded, run, told, user
from statement_factory import killed
from waqai_desk.store.models import Decision, Report

COLUMNS = ("place", "place_en", "killed_best", "wounded_best")


def test_the_columns_are_filled_from_the_bodies(own_store):
    run(coded("a1", told(harm=(killed(2, 3), killed(1, 1, "combatants")))), coded("a2", told()))
    before = list(Report.objects.order_by("pk").values_list(*COLUMNS))
    assert before == [("الزر", "", 3, None), ("الزر", "", None, None)]
    call_command("migrate", "review", "0001", verbosity=0)
    call_command("migrate", "store", "0003", verbosity=0)
    call_command("migrate", verbosity=0)
    assert list(Report.objects.order_by("pk").values_list(*COLUMNS)) == before


def test_the_log_of_decisions_is_locked_after_the_way_down_and_up(own_store):
    call_command("migrate", "review", "0001", verbosity=0)
    call_command("migrate", "store", "0003", verbosity=0)
    call_command("migrate", verbosity=0)
    Decision.objects.create(at=timezone.now(), who=user(), kind="comment", why="as it was")
    with connection.cursor() as cursor, pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        cursor.execute("DELETE FROM store_decision")
