"""What the buttons do to a report that is in no incident."""

from __future__ import annotations

import pytest

from coded_factory import live
from desk_members import client, member, unplaced_report
from waqai_desk.accounts.models import AuditEntry
from waqai_desk.accounts.rights import Role
from waqai_desk.review.models import Assignment
from waqai_desk.store.models import Decision, Report
from waqai_desk.store.unplaced import report_print, without_incident


@pytest.fixture(params=[True, False], ids=["waits", "withdrawn"])
def report(store, request) -> Report:
    return unplaced_report(waits=request.param)


def press(someone, report, act, **more):
    return someone.post(f"/reports/{report.key}/{act}/", {"seen": report_print(report)} | more)


def test_accepting_makes_an_accepted_incident(report):
    response = press(client(), report, "accept", why="the words are plain")
    assert response.headers["Location"] == "/queue/reports/"
    (incident,) = live()
    assert (incident.review, incident.public_id) == ("accepted", report.key)
    assert list(Decision.objects.values_list("kind", "report")) == [("found", report.pk), ("accept", None)]
    assert AuditEntry.objects.filter(act="accept report", what=report.key).count() == 1


def test_undone_twice_it_is_without_again(report):
    someone = client()
    press(someone, report, "accept")
    for _ in range(2):
        (incident,) = live()
        someone.post(f"/incidents/{report.key}/undo/", {"version": incident.version})
    assert not Decision.objects.filter(undone_by=None).exclude(kind="undo").exists()
    assert live() == [] or Report.objects.get(pk=report.pk).needs_link
    assert report.state != "withdrawn" or without_incident().get() == report


def test_rejecting_takes_it_out_of_both_queues(report):
    press(client(), report, "reject")
    assert [i.review for i in live()] == ["rejected"]
    assert not without_incident().exists()


def test_editing_makes_an_incident_and_opens_its_form(report):
    response = press(client(Role.CODER), report, "edit")
    (incident,) = live()
    assert response.headers["Location"] == f"/incidents/{incident.public_id}/edit/"
    assert incident.review == "unreviewed"


def test_who_took_it_on_has_the_incident(report):
    someone = client(Role.CODER)
    press(someone, report, "assign", back="queue", queue="order=day")
    assert report.key in someone.get("/queue/reports/?whose=mine").content.decode()
    assert f"/reports/{report.key}/accept/" not in someone.get("/queue/reports/?whose=nobody").content.decode()
    press(someone, report, "edit")
    assert Assignment.objects.get().who == member(Role.CODER)
    assert Assignment.objects.get().incident == live()[0]


def test_taken_and_given_back(report):
    someone = client(Role.CODER)
    press(someone, report, "assign")
    press(someone, report, "assign")
    assert Assignment.objects.count() == 0


def test_a_verdict_leads_to_the_next_of_the_queue(report):
    other = unplaced_report("other", waits=True)
    response = press(client(), report, "reject", queue="order=day")
    assert response.headers["Location"] == f"/reports/{other.key}/?queue=order%3Dday"
    response = press(client(), other, "reject", queue="order=day")
    assert response.headers["Location"] == "/queue/reports/?order=day"


@pytest.mark.parametrize("seen", ["", "x"])
def test_what_was_not_seen_is_not_decided(report, seen):
    response = client().post(f"/reports/{report.key}/accept/", {"seen": seen}, follow=True)
    assert "راجعها مجدداً" in response.content.decode()
    assert Decision.objects.count() == 0


def test_the_second_of_two_is_told_and_led_to_the_incident(report):
    press(client(name="one"), report, "accept")
    response = client(name="two").post(f"/reports/{report.key}/reject/", {"seen": report_print(report)}, follow=True)
    text = response.content.decode()
    assert "راجعها مجدداً" in text
    assert [i.review for i in live()] == ["accepted"]
    assert response.redirect_chain[-1][0] == f"/incidents/{report.key}/"
