"""Reports without an incident: which they are, and a person's word that one tells an incident all the same."""

from __future__ import annotations

import pytest
from django.db import connection

from coded_factory import coded, everything, groups, keep, link, live, run, told, user
from statement_factory import killed, village
from waqai.errors import StaleError
from waqai_desk.store import decide
from waqai_desk.store.find import find_incident
from waqai_desk.store.models import Change, Decision, Incident, Link, Report
from waqai_desk.store.unplaced import for_eyes, report_print, without_incident


@pytest.fixture
def withdrawn(store) -> Report:
    """Give the report of a page in which a newer coder finds nothing any more."""
    run(coded("a1", told(harm=(killed(2, 2),))), coded("b1", told(place=village("هجين"))))
    run(coded("a1"), coder="two")
    return without_incident().get()


def state(report: Report) -> str:
    return Report.objects.get(pk=report.pk).state


def test_what_waits_and_what_was_withdrawn_is_without(store):
    keep(coded("a1", told()))
    assert [r.key for r in without_incident()] == [Report.objects.get().key]
    link()
    assert not without_incident().exists()
    run(coded("a1"), coder="two")
    assert [(r.state, r.place, r.killed_best) for r in without_incident()] == [("withdrawn", "الزر", None)]


def test_they_are_found_by_index_and_not_among_all_reports(store):
    plan = without_incident().order_by().explain()
    if connection.vendor == "sqlite":
        assert "SCAN store_report" not in plan
    else:
        assert "report_needs_link" in plan or "Seq Scan" in plan, "PostgreSQL reads a table of no rows as it likes"


def test_while_everything_is_linked_anew_only_what_was_withdrawn_is_shown(withdrawn, monkeypatch):
    keep(coded("c1", told(place=village("ذيبان"))))
    assert for_eyes().count() == 2
    monkeypatch.setattr("waqai_desk.store.unplaced.MANY", 1)
    assert for_eyes().get() == withdrawn


def test_a_withdrawn_report_gets_its_incident_back_and_keeps_it(withdrawn):
    before = everything()
    incident = decide.found(withdrawn, user(), why="the second paragraph tells it")
    assert (incident.public_id, incident.is_retired, incident.killed_best) == (withdrawn.key, False, 2)
    assert state(withdrawn) == "kept"
    run(coded("a1"), coder="three")
    assert state(withdrawn) == "kept", "a person's word stands against a newer coder's"
    assert len(live()) == 2
    assert list(Change.objects.filter(incident=incident).values_list("kind", flat=True)) == [
        "new",
        "retired",
        "restored",
    ]
    decide.undo(Decision.objects.get(kind="found"), user())
    link()
    assert everything() == before
    assert find_incident(withdrawn.key).is_retired


def test_a_waiting_report_is_taken_out_of_the_linkers_hands(store):
    run(coded("a1", told()))
    keep(coded("a2", told()))
    report = without_incident().get()
    incident = decide.found(report, user())
    link()
    assert groups() == {frozenset({"a1/0", "a2/0"})}, "what tells the same joins what a person placed"
    assert find_incident(incident.public_id) in live()
    assert Link.objects.get(report=report).decision.kind == "found"


def test_one_that_is_no_incident_is_not_founded_again(store):
    keep(coded("a1", told()))
    decide.reject(decide.found(without_incident().get(), user()), user(), why="an exercise")
    run(coded("a1", told(harm=(killed(1, 1),))), coder="two")
    assert [i.review for i in live()] == ["rejected"]
    run(coded("a1"), coder="three")
    run(coded("a1", told()), coder="four")
    assert [i.review for i in live()] == ["rejected"]


def test_two_people_do_not_decide_on_one_report_unseen(withdrawn):
    seen = report_print(withdrawn)
    decide.found(withdrawn, user("first"), seen=seen)
    with pytest.raises(StaleError, match="came into an incident"):
        decide.found(withdrawn, user("second"), seen=seen)
    assert Decision.objects.count() == 1


def test_a_report_that_the_coder_tells_otherwise_meanwhile_is_looked_at_again(store):
    keep(coded("a1", told()))
    seen = report_print(without_incident().get())
    keep(coded("a1", told(harm=(killed(9, 9),))), coder="two")
    with pytest.raises(StaleError, match="changed in the meantime"):
        decide.found(without_incident().get(), user(), seen=seen)
    assert not Incident.objects.exists()


def test_decisions_taken_back_in_any_order_leave_the_report_without(withdrawn):
    incident = decide.found(withdrawn, user())
    made = decide.accept(incident, user())
    decide.undo(Decision.objects.get(kind="found"), user())
    assert state(withdrawn) == "kept", "acceptance holds it"
    decide.undo(made, user())
    assert state(withdrawn) == "withdrawn"
    assert without_incident().get() == withdrawn


def test_an_id_that_leads_elsewhere_is_not_given_again(withdrawn):
    other = Incident.objects.live().get()
    Incident.objects.filter(public_id=withdrawn.key).update(merged_into=other)
    incident = decide.found(withdrawn, user())
    assert incident.public_id == f"{withdrawn.key}-2"
    assert find_incident(incident.public_id) == incident
