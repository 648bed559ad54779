"""What the buttons do."""

from __future__ import annotations

import pytest

from coded_factory import coded, groups, link, live, run, told
from desk_members import client, member, one_incident, two_incidents
from waqai_desk.accounts.models import AuditEntry
from waqai_desk.accounts.rights import Role
from waqai_desk.options import options
from waqai_desk.review.models import Assignment
from waqai_desk.store.models import Decision, Incident, Report


@pytest.fixture
def incident(store) -> Incident:
    return one_incident()


def press(someone, incident, act, **more):
    version = Incident.objects.get(pk=incident.pk).version
    return someone.post(f"/incidents/{incident.public_id}/{act}/", {"version": version} | more)


def fresh(incident) -> Incident:
    return Incident.objects.get(pk=incident.pk)


def test_accept_and_undo(incident):
    someone = client()
    press(someone, incident, "accept")
    assert fresh(incident).review == "accepted"
    press(someone, incident, "undo")
    assert fresh(incident).review == "unreviewed"
    assert Decision.objects.count() == 2, "the log keeps both"


def test_reject(incident):
    press(client(), incident, "reject", why="a training exercise")
    assert fresh(incident).review == "rejected"


def test_what_changed_meanwhile_is_not_decided_about(incident):
    one, other = client(name="one"), client(name="other")
    seen = incident.version
    press(one, incident, "reject")
    response = other.post(f"/incidents/{incident.public_id}/accept/", {"version": seen}, follow=True)
    assert fresh(incident).review == "rejected"
    assert "غيّر أحدهم هذه الواقعة" in response.content.decode()


def test_a_verdict_leads_to_the_next_of_the_queue(store):
    first, second = two_incidents()
    response = press(client(), first, "accept", queue="order=new")
    assert response.headers["Location"].startswith(f"/incidents/{second.public_id}/?queue=order%3Dnew")
    response = press(client(), second, "accept", queue="order=new")
    assert response.headers["Location"] == "/queue/?order=new"


def test_merge_and_split(store):
    first, second = two_incidents()
    someone = client(Role.CODER)
    press(someone, first, "merge", other_id=second.public_id, why="one raid")
    assert Incident.objects.live().count() == 1
    shown = someone.get(f"/incidents/{second.public_id}/").content.decode()
    assert first.public_id in shown, "the old id leads to what it became part of"
    press(someone, first, "split", report=Report.objects.get(article__key="two").pk)
    assert Incident.objects.live().count() == 2


def test_the_reports_that_were_ticked_are_split_off_and_the_answer_leads_to_them(store):
    run(*(coded(f"a{n}", told()) for n in range(4)))
    (incident,) = live()
    ticked = list(Report.objects.filter(article__key__in=["a1", "a3"]).values_list("pk", flat=True))
    someone = client(Role.CODER)
    response = someone.post(
        f"/incidents/{incident.public_id}/split/",
        {"version": incident.version, "report": ticked, "why": "the day before", "queue": "order=new"},
        follow=True,
    )
    assert groups() == {frozenset({"a0/0", "a2/0"}), frozenset({"a1/0", "a3/0"})}
    (new,) = [i for i in live() if i.links.filter(report=ticked[0]).exists()]
    assert f'<a href="/incidents/{new.public_id}/?queue=order%3Dnew">' in response.content.decode()
    press(client(), fresh(incident), "undo")
    link()
    assert groups() == {frozenset({"a0/0", "a1/0", "a2/0", "a3/0"})}
    assert someone.get(f"/incidents/{new.public_id}/").status_code == 200, "an id that was given leads somewhere"


@pytest.mark.parametrize("ticked", [[], ["x"], ["999999999"], ["9" * 30]])
def test_splitting_nothing_off_is_told(incident, ticked):
    response = client().post(
        f"/incidents/{incident.public_id}/split/", {"version": incident.version, "report": ticked}, follow=True
    )
    assert "علّم أولاً" in response.content.decode()
    assert Decision.objects.count() == 0


def test_splitting_an_incident_that_changed_meanwhile_splits_nothing(incident):
    seen = incident.version
    press(client(name="other"), incident, "accept")
    ticked = incident.links.values_list("report", flat=True)[0]
    client().post(f"/incidents/{incident.public_id}/split/", {"version": seen, "report": ticked})
    assert Incident.objects.live().count() == 1


@pytest.mark.parametrize("other", ["", "nothing", "SELF"])
def test_merging_with_nothing_or_itself_is_told(incident, other):
    other = incident.public_id if other == "SELF" else other
    response = client().post(
        f"/incidents/{incident.public_id}/merge/", {"version": incident.version, "other_id": other}, follow=True
    )
    assert "لا يمكن ذلك" in response.content.decode()
    assert Decision.objects.count() == 0


def test_take_and_give_back(incident):
    someone = client(Role.CODER)
    press(someone, incident, "assign")
    assert Assignment.objects.get().who == member(Role.CODER)
    assert incident.public_id in someone.get("/queue/?whose=mine").content.decode()
    assert incident.public_id not in someone.get("/queue/?whose=nobody").content.decode()
    press(someone, incident, "assign")
    assert Assignment.objects.count() == 0


def test_only_what_was_accepted_is_published(incident):
    someone = client(Role.PUBLISHER)
    press(someone, incident, "publish")
    assert fresh(incident).published_at is None
    press(someone, incident, "accept")
    press(someone, incident, "publish")
    assert fresh(incident).published_at is not None
    press(someone, incident, "retract")
    assert fresh(incident).published_at is None
    assert AuditEntry.objects.filter(act__in=["publish", "retract"]).count() == 2


def test_where_two_persons_are_asked_for_one_cannot_publish_alone(incident, monkeypatch):
    monkeypatch.setenv("WAQAI_DESK_TWO_PERSON", "true")
    options.cache_clear()
    try:
        someone, other = client(Role.PUBLISHER), client(Role.PUBLISHER, name="another")
        press(someone, incident, "accept")
        press(someone, incident, "publish")
        assert fresh(incident).published_at is None
        press(other, incident, "publish")
        assert fresh(incident).published_at is not None
    finally:
        options.cache_clear()


def test_a_comment_changes_nothing_else(incident):
    press(client(Role.CODER), incident, "comment", why="ask the second outlet")
    assert fresh(incident).version == incident.version
    assert "ask the second outlet" in client().get(f"/incidents/{incident.public_id}/").content.decode()
