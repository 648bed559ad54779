"""Incidents out of the store for an audience."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from coded_factory import coded, run, told
from statement_factory import DAY, on, village
from waqai.publish import Profile
from waqai.publish.profile import INTERNAL, PUBLIC
from waqai_desk.release import Choice, StoreSource
from waqai_desk.store.models import Incident

LATER = DAY + timedelta(days=30)
TODAY = DAY + timedelta(days=90)


@pytest.fixture
def filled(store):
    run(
        coded("a1", told()),
        coded("b1", told(place=village("هجين"), date=on(LATER)), published=LATER, text="هدوء"),
    )
    return Incident.objects.order_by("date_start")


def places(profile: Profile, **more) -> list[str]:
    return [i.place.name for i in StoreSource(Choice(profile=profile, today=TODAY, **more))()]


def publish(row: Incident) -> None:
    row.published_body, row.published_at = row.body, timezone.now()
    row.save()


def test_the_inside_gets_all_first_day_first(filled):
    assert places(INTERNAL) == ["الزر", "هجين"]


def test_the_public_gets_what_was_published_and_is_not_held_back(filled):
    assert places(PUBLIC) == []
    publish(filled[0])
    publish(filled[1])
    assert places(PUBLIC) == ["الزر", "هجين"]
    Incident.objects.filter(pk=filled[0].pk).update(is_held=True)
    assert places(PUBLIC) == ["هجين"]


def test_a_source_reads_as_often_as_it_is_asked(filled):
    source = StoreSource(Choice(profile=INTERNAL, today=TODAY))
    assert list(source()) == list(source())


def test_it_says_how_many_wait(filled):
    publish(filled[0])
    assert StoreSource(Choice(profile=PUBLIC, today=TODAY)).waiting() == 1
    assert StoreSource(Choice(profile=INTERNAL, today=TODAY)).waiting() == 0
