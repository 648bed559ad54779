"""OGC API – Features, as a map program walks it."""

from __future__ import annotations

import pytest
from django.test import Client

from desk_members import member, one_incident, two_incidents
from waqai_desk.accounts.rights import Role
from waqai_desk.store import decide
from waqai_desk.store.models import Incident


@pytest.fixture
def published(store) -> Incident:
    incident = one_incident()
    someone = member(Role.PUBLISHER)
    decide.accept(incident, someone)
    decide.publish(Incident.objects.get(), someone)
    return incident


def follow(answer: dict, rel: str) -> dict:
    (href,) = {link["href"] for link in answer["links"] if link["rel"] == rel}
    response = Client().get(href.removeprefix("http://testserver"))
    assert response.status_code == 200
    return response.json()


def test_a_program_finds_its_way_from_the_landing_page(published):
    landing = Client().get("/api/ogc/").json()
    assert any(c.endswith("conf/core") for c in follow(landing, "conformance")["conformsTo"])
    (collection,) = follow(landing, "data")["collections"]
    assert follow(collection, "self")["id"] == collection["id"]
    found = follow(collection, "items")
    (feature,) = found["features"]
    assert found["numberMatched"] == found["numberReturned"] == 1
    assert feature["geometry"] == {"type": "Point", "coordinates": [40.45, 35.09]}
    assert feature["properties"]["killed_low"] == 2
    assert "paths" in follow(landing, "service-desc")


ITEMS = "/api/ogc/collections/incidents/items"


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"bbox": "40,35,41,36"}, 1),
        ({"bbox": "40,35,0,41,36,100"}, 1),
        ({"bbox": "0,0,1,1"}, 0),
        ({"datetime": "2024-05-17"}, 1),
        ({"datetime": "2024-05-17T10:00:00Z"}, 1),
        ({"datetime": "2024-05-18/.."}, 0),
        ({"datetime": "../2024-05-17"}, 1),
        ({"datetime": "2024-05-01/2024-05-31"}, 1),
    ],
)
def test_features_are_found_by_box_and_time(published, query, count):
    assert Client().get(ITEMS, query).json()["numberMatched"] == count


@pytest.mark.parametrize(
    "query",
    [
        {"bbox": "1,2"},
        {"bbox": "x"},
        {"datetime": "soon"},
        {"datetime": "2024-05-02/2024-05-01"},
        {"datetime": "1/2/3"},
    ],
)
def test_what_cannot_be_is_answered_with_400(published, query):
    assert Client().get(ITEMS, query).status_code == 400


def test_pages_are_linked(store):
    someone = member(Role.PUBLISHER)
    for incident in two_incidents():
        decide.accept(incident, someone)
        decide.publish(Incident.objects.get(pk=incident.pk), someone)
    first = Client().get(ITEMS, {"limit": 1}).json()
    second = follow(first, "next")
    assert {f["id"] for f in (*first["features"], *second["features"])} == set(
        Incident.objects.values_list("public_id", flat=True)
    )
    assert [link for link in second["links"] if link["rel"] == "next"] == []


def test_what_is_not_there_is_404(published):
    assert Client().get("/api/ogc/collections/other/items").status_code == 404
    assert Client().get(f"{ITEMS}/nothing").status_code == 404
    assert Client().get(f"{ITEMS}/{published.public_id}").json()["id"] == published.public_id
