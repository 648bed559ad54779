"""The API: keys and scopes, pages, the change feed, and answers without names."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from coded_factory import coded, live, run, told
from desk_members import NAME, member, one_incident, two_incidents
from statement_factory import village
from waqai_desk.accounts.models import Token, User, digest
from waqai_desk.accounts.rights import Role
from waqai_desk.api.root import api
from waqai_desk.store import decide
from waqai_desk.store.models import Incident


def key(scopes: str = "incidents reports", *, role: str = Role.READER, **more) -> dict[str, str]:
    fields = {"expires": timezone.now() + timedelta(days=1), "label": "test", "scopes": scopes} | more
    Token.objects.create(member=member(role), digest=digest(f"waqai_{scopes}"), **fields)
    return {"authorization": f"Bearer waqai_{scopes}"}


def ask(path: str, headers: dict[str, str] | None = None, **query):
    return Client().get(f"/api{path}", query, headers=headers or {})


def publish(incident: Incident) -> None:
    someone = member(Role.PUBLISHER)
    decide.accept(incident, someone)
    decide.publish(Incident.objects.get(pk=incident.pk), someone)


def operations():
    for path, item in api.get_openapi_schema()["paths"].items():
        for method, operation in item.items():
            yield path, method, operation


def test_what_asks_for_no_key_shows_only_what_is_published():
    open_to_all = {path for path, _, operation in operations() if not operation.get("security")}
    assert all(path.startswith(("/api/published", "/api/ogc/")) for path in open_to_all)
    assert {m for _, m, _ in operations()} == {"get"}, "nothing is changed through the API"


PROTECTED = ["/incidents", "/incidents/x", "/incidents/x/reports", "/changes"]


@pytest.mark.parametrize("path", PROTECTED)
def test_without_a_key_nothing_opens(store, path):
    assert ask(path).status_code == 401
    assert ask(path, {"authorization": "Bearer waqai_guess"}).status_code == 401


@pytest.mark.parametrize(
    ("path", "scope"), [(p, "reports" if p.endswith("reports") else "incidents") for p in PROTECTED]
)
def test_a_key_opens_what_its_scope_names(store, path, scope):
    other = {"reports": "incidents", "incidents": "reports"}[scope]
    assert ask(path, key(other)).status_code == 401
    assert ask(path, key(scope)).status_code in (200, 404)


@pytest.mark.parametrize("ended", [{"expires": timezone.now() - timedelta(days=1)}, {"revoked": timezone.now()}])
def test_a_key_that_ended_opens_nothing(store, ended):
    assert ask("/incidents", key(**ended)).status_code == 401


def test_a_key_ends_with_its_member(store):
    headers = key()
    assert ask("/incidents", headers).status_code == 200
    User.objects.update(is_active=False)
    assert ask("/incidents", headers).status_code == 401


def test_pages_follow_each_other(store):
    two_incidents()
    headers = key()
    first = ask("/incidents", headers, limit=1).json()
    assert (first["count"], len(first["items"])) == (2, 1)
    address = urlsplit(first["next"])
    second = Client().get(f"{address.path}?{address.query}", headers=headers).json()
    assert second["next"] is None
    assert first["items"][0]["id"] != second["items"][0]["id"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"type": "Battles"}, 0),
        ({"type": "Strategic developments"}, 1),
        ({"first": "2024-05-18"}, 0),
        ({"last": "2024-05-17", "first": "2024-05-17"}, 1),
        ({"killed": 3}, 0),
        ({"killed": 2}, 1),
        ({"actor": "COALITION"}, 1),
        ({"actor": "التحالف الدولي"}, 1),
        ({"actor": "HTS"}, 0),
        ({"place": "الزر"}, 1),
        ({"country": "SY", "admin1": "Deir ez-Zor"}, 1),
        ({"country": "IQ"}, 0),
        ({"type": "Armed\x00clash"}, 0),
        ({"review": "accepted"}, 0),
        ({"disputed": "true"}, 1),
        ({"bbox": "40,35,41,36"}, 1),
        ({"bbox": "30,30,31,31"}, 0),
    ],
)
def test_filters_mean_what_they_mean_at_the_desk(store, query, found):
    one_incident()
    assert ask("/incidents", key(), **query).json()["count"] == found


@pytest.mark.parametrize("query", [{"bbox": "1,2,3"}, {"bbox": "a,b,c,d"}, {"bbox": "1,9,2,3"}])
def test_a_box_that_is_none_is_told(store, query):
    assert ask("/incidents", key(), **query).status_code == 400


@pytest.mark.parametrize("query", [{"limit": 0}, {"limit": 1001}, {"offset": -1}, {"first": "soon"}, {"grade": "best"}])
def test_what_cannot_be_asked_is_told(store, query):
    assert ask("/incidents", key(), **query).status_code == 422


def test_changes_tell_of_merges_and_go_on_where_one_left_off(store):
    first, second = two_incidents()
    headers = key()
    seen = ask("/changes", headers).json()
    assert [c["kind"] for c in seen["items"]] == ["new", "new"]
    decide.merge(first, [second], member())
    news = ask("/changes", headers, since=seen["since"]).json()
    merged = [c for c in news["items"] if c["kind"] == "merged"]
    assert [(c["incident"], c["into"]) for c in merged] == [(second.public_id, first.public_id)]
    assert ask(f"/incidents/{second.public_id}", headers).json()["id"] == first.public_id
    assert ask("/changes", headers, since=news["since"]).json()["items"] == []


def test_the_public_learns_of_publications_and_retractions_only(store):
    shown, hidden = two_incidents()
    publish(shown)
    decide.edit(hidden, member(), "method", "ambush")
    told = ask("/published/changes").json()["items"]
    assert [(c["incident"], c["kind"], c["fields"]) for c in told] == [(shown.public_id, "published", [])]
    assert [i["id"] for i in ask("/published").json()["items"]] == [shown.public_id]
    assert ask(f"/published/{hidden.public_id}").status_code == 404
    decide.unpublish(Incident.objects.get(pk=shown.pk), member(Role.PUBLISHER))
    assert ask("/published").json()["count"] == 0
    assert ask("/published/changes").json()["items"][-1]["kind"] == "unpublished"


def test_what_is_published_stays_as_it_was_published(store):
    incident = one_incident()
    publish(incident)
    decide.edit(Incident.objects.get(), member(), "method", "ambush")
    assert ask("/published").json()["items"][0]["method"] == "raid"


def test_no_answer_holds_a_name(store):
    place = village("مزرعة صابر الحمدان", text=f"مزرعة {NAME}")
    run(coded("one", told(initiators=(f"OTHER:كتيبة {NAME}",), sources=(NAME,), place=place), outlet="شبكة النهر"))
    (incident,) = live()
    publish(incident)
    headers = key()
    paths = (
        "/incidents",
        f"/incidents/{incident.public_id}",
        f"/incidents/{incident.public_id}/reports",
        "/changes",
        "/published",
    )
    ogc = ("/ogc/collections/incidents/items", f"/ogc/collections/incidents/items/{incident.public_id}")
    for path in (*paths, f"/published/{incident.public_id}", "/published/changes", *ogc):
        response = ask(path, headers)
        assert response.status_code == 200, path
        text = (
            response.content.decode()
            .encode()
            .decode("unicode_escape")
            .encode("latin-1", "replace")
            .decode("utf-8", "replace")
        )
        assert "الحمدان" not in text + response.content.decode(), path
        assert "\\u0627\\u0644\\u062d\\u0645\\u062f\\u0627\\u0646" not in response.content.decode(), path


def test_the_documentation_needs_no_network(store):
    page = Client().get("/api/docs").content.decode()
    assert "//cdn" not in page
    assert 'src="/static/ninja/' in page
