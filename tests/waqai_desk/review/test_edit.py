"""Editing, and two people who edit at once."""

from __future__ import annotations

import pytest

from desk_members import client, one_incident
from waqai_desk.accounts.rights import Role
from waqai_desk.review.forms import initial, toll_initial
from waqai_desk.store.models import Decision, Incident


@pytest.fixture
def incident(store) -> Incident:
    return one_incident()


def filled(incident: Incident, **changes) -> dict:
    """Give the form as the page shows it, with changes."""
    content = incident.content()
    rows = toll_initial(content.toll)
    data = {k: "" if v is None else str(v) for k, v in initial(content).items()} | {
        "why": "",
        "version": str(incident.version),
    }
    data |= {"toll-TOTAL_FORMS": str(len(rows)), "toll-INITIAL_FORMS": str(len(rows))}
    data |= {f"toll-{n}-{k}": "" if v is None else str(v) for n, row in enumerate(rows) for k, v in row.items()}
    return data | changes


def save(someone, incident: Incident, **changes):
    return someone.post(f"/incidents/{incident.public_id}/edit/", filled(incident, **changes))


def test_saving_an_untouched_form_decides_nothing(incident):
    assert save(client(Role.CODER), incident).status_code == 302
    assert [d.what for d in Decision.objects.all()] == []


def test_what_differs_becomes_one_decision_a_field(incident):
    save(client(Role.CODER), incident, method="ambush", status="claimed", why="the second paragraph says so")
    assert {d.what["field"]: d.what["value"] for d in Decision.objects.all()} == {
        "method": "ambush",
        "status": "claimed",
    }
    assert {d.why for d in Decision.objects.all()} == {"the second paragraph says so"}
    row = Incident.objects.get()
    assert (row.method, row.status) == ("ambush", "claimed")


def test_actors_are_read_by_name_or_id_and_unknown_ones_keep_theirs(incident):
    save(client(Role.CODER), incident, initiators="قسد; HTS؛ لواء الوادي")
    assert Incident.objects.get().content().initiators == ("SDF", "HTS", "OTHER:لواء الوادي")


def test_a_toll_row_can_be_changed_and_taken_out(incident):
    save(client(Role.CODER), incident, **{"toll-0-low": "4", "toll-0-best": "4", "toll-0-high": "5"})
    (row,) = Incident.objects.get().content().toll
    assert (row.low, row.best, row.high) == (4, 4, 5)
    assert row.claims, "who says what stays"
    save(client(Role.CODER), Incident.objects.get(), **{"toll-0-kind": ""})
    assert Incident.objects.get().content().toll == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"start": "2024-05-18", "end": "2024-05-17"},
        {"start": "2024-05-18", "end": ""},
        {"lat": "95"},
        {"lat": "35", "lon": ""},
        {"count": "0"},
        {"method": "witchcraft"},
        {"event_type": "Battles"},
        {"toll-0-low": "9", "toll-0-best": "2"},
        {"toll-TOTAL_FORMS": "99999"},
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_nothing_is_written(incident, changes):
    response = save(client(Role.CODER), incident, **changes)
    assert response.status_code == 200
    assert "errorlist" in response.content.decode()
    assert Decision.objects.count() == 0


def test_the_second_of_two_editors_is_shown_the_first_ones_change_and_loses_no_word(incident):
    first, second = client(Role.CODER, name="first"), client(Role.CODER, name="second", language="en")
    theirs, mine = filled(incident, method="ambush"), filled(incident, method="sniper", why="I read it otherwise")
    address = f"/incidents/{incident.public_id}/edit/"
    assert first.post(address, theirs).status_code == 302
    shown = second.post(address, mine)
    text = shown.content.decode()
    assert shown.status_code == 409
    assert Incident.objects.get().method == "ambush", "nothing was overwritten"
    assert "<bdi>first</bdi>: method: <del><bdi>raid</bdi></del> ← <ins><bdi>ambush</bdi></ins>" in text
    assert 'value="sniper" selected' in text
    assert "I read it otherwise" in text
    version = text.split('name="version" value="')[1].split('"')[0]
    assert second.post(address, mine | {"version": version}).status_code == 302
    assert Incident.objects.get().method == "sniper"
    assert [d.what["value"] for d in Decision.objects.order_by("id")] == ["ambush", "sniper"]


def test_a_version_that_was_never_there_is_stale(incident):
    response = client(Role.CODER).post(
        f"/incidents/{incident.public_id}/edit/", filled(incident, method="ambush", version="x")
    )
    assert response.status_code == 409
    assert Decision.objects.count() == 0
