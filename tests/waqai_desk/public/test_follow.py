"""What the public sees: what was published, after the delay, moved and masked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from coded_factory import coded, live, run, told
from desk_members import client, member
from statement_factory import village
from waqai.values import PlacePrecision
from waqai_desk.accounts.rights import Role
from waqai_desk.options import options
from waqai_desk.public.coarse import snapped
from waqai_desk.public.follow import released
from waqai_desk.public.models import Published
from waqai_desk.store import decide
from waqai_desk.store.models import Incident


@pytest.fixture
def setting(monkeypatch):
    def say(**values):
        for name, value in values.items():
            monkeypatch.setenv(f"WAQAI_DESK_{name.upper()}", str(value))
        options.cache_clear()

    yield say
    options.cache_clear()


def publish(**place) -> Incident:
    run(coded("one", told(place=village(**place))))
    (incident,) = live()
    someone = member(Role.PUBLISHER)
    decide.accept(incident, someone)
    decide.publish(Incident.objects.get(), someone)
    return Incident.objects.get()


def test_a_publication_appears_and_a_retraction_disappears(store):
    incident = publish()
    assert [row.public_id for row in released()] == [incident.public_id]
    decide.unpublish(incident, member(Role.PUBLISHER))
    assert list(released()) == []


def test_what_was_merged_away_is_no_longer_shown(store):
    incident = publish()
    run(coded("two", told(place=village("هجين"))))
    other = Incident.objects.live().exclude(pk=incident.pk).get()
    decide.merge(other, [incident], member())
    assert list(released()) == []


def test_the_delay_holds_it_back(store, setting):
    publish()
    setting(delay_days=30)
    assert list(released()) == []
    Published.objects.update(published_at=timezone.now() - timedelta(days=31))
    assert len(released()) == 1


def test_points_are_moved_and_fine_places_lose_their_name(store, setting):
    setting(coarsen_km=20)
    publish(precision=PlacePrecision.SITE)
    (row,) = released()
    assert (row.place, row.admin1) == ("", "Deir ez-Zor")
    assert (row.lat, row.lon) != (35.09, 40.45)
    assert abs(row.lat - 35.09) < 0.1
    text = client(None).get(f"/public/incidents/{row.public_id}/").content.decode()
    assert "35.09" not in text
    assert "الزر" not in text


def test_another_setting_moves_what_is_there_already(store, setting):
    publish()
    before = released().get().lat
    setting(coarsen_km=50)
    assert released().get().lat != before
    setting(coarsen_km=0)
    assert released().get().lat == before == 35.09


def test_near_points_of_one_cell_cannot_be_told_apart():
    assert snapped(35.09, 40.45, 20) == snapped(35.10, 40.46, 20)
    assert snapped(35.09, 40.45, 0) == (35.09, 40.45)
    assert snapped(None, None, 20) == (None, None)


def test_a_desk_without_a_public_face_shows_nothing(store, setting):
    incident = publish()
    setting(public="false")
    for path in ("", "points.json", "feed.atom", f"incidents/{incident.public_id}/"):
        assert client(None).get(f"/public/{path}").status_code == 404
    assert client(None).get("/").headers["Location"].startswith("/account/log-in/")
    assert client(None).get("/api/published").status_code == 404
    assert client(None).get("/api/ogc/collections").status_code == 404


def test_tiles_come_from_where_the_team_says(store, setting):
    assert 'data-tiles=""' in client(None).get("/public/").content.decode()
    setting(tiles="https://tiles.example/{z}/{x}/{y}.png")
    assert 'data-tiles="https://tiles.example/{z}/{x}/{y}.png"' in client(None).get("/public/").content.decode()


def test_the_feed_is_atom(store):
    incident = publish()
    response = client(None, language="en").get("/public/feed.atom")
    text = response.content.decode()
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    assert f"urn:waqai:{incident.public_id}" in text
    assert "Arrests · " in text
