"""Teaching places and actors."""

from __future__ import annotations

import pytest

from desk_members import client, one_incident
from waqai_desk.store.models import Decision, TeamActor, TeamAlias, TeamPlace

PLACE = {
    "name": "تل الصابون",
    "precision": "town",
    "country": "SY",
    "admin1": "Idlib",
    "lat": "35.5",
    "lon": "36.6",
    "why": "council",
}


def test_a_place_is_kept_as_a_signed_decision(store):
    one_incident()
    client().post("/teach/place/", PLACE)
    row = TeamPlace.objects.get()
    assert (row.name, row.admin1, row.lat) == ("تل الصابون", "Idlib", 35.5)
    assert (row.decision.kind, row.decision.who.username, row.decision.why) == ("teach", "reviewer", "council")


def test_a_name_is_taught_for_an_actor_of_the_list_by_its_name(store):
    client().post("/teach/actor/", {"name": "أشاوس قسد", "actor": "قسد", "why": "outlet's word"})
    assert (TeamAlias.objects.get().actor, TeamActor.objects.count()) == ("SDF", 0)


def test_an_actor_that_no_list_has_is_made(store):
    client().post("/teach/actor/", {"name": "لواء الوادي", "actor": "valley_brigade", "why": "its own statement"})
    assert TeamActor.objects.get().actor == TeamAlias.objects.get().actor == "VALLEY_BRIGADE"


@pytest.mark.parametrize("change", [{"lat": "95"}, {"why": ""}, {"precision": "street"}])
def test_what_cannot_be_taught_is_told(store, change):
    response = client().post("/teach/place/", PLACE | change)
    assert "errorlist" in response.content.decode()
    assert Decision.objects.count() == 0


def test_the_same_name_twice_is_told(store):
    said = {"name": "أشاوس قسد", "actor": "SDF", "why": "x"}
    someone = client()
    someone.post("/teach/actor/", said)
    assert "errorlist" in someone.post("/teach/actor/", said).content.decode()
    assert TeamAlias.objects.count() == 1
