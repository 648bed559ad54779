"""Reports of the store joined into incidents: in any order and any portions, once and again."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from coded_factory import coded, everything, groups, keep, link, live, run, told
from statement_factory import DAY, killed, on, village
from waqai_desk.store.models import Change, Incident, Link, Report


def news() -> list:
    """Give eight articles on three incidents."""
    other = village("هجين")
    later = on(DAY + timedelta(days=40))
    return [
        coded("a1", told(harm=(killed(3, 3),))),
        coded("a2", told(harm=(killed(5, 5),))),
        coded("a3", told(harm=(killed(4, None),)), told(place=other, event=(40, 50))),
        coded("a4", told(place=other)),
        coded("a5", told(place=other)),
        coded("a6", told(date=later), published=DAY + timedelta(days=40)),
        coded("a7", told(date=later), published=DAY + timedelta(days=41)),
        coded("a8"),
    ]


WANTED = {frozenset({"a1/0", "a2/0", "a3/0"}), frozenset({"a3/1", "a4/0", "a5/0"}), frozenset({"a6/0", "a7/0"})}


def test_reports_of_one_incident_are_joined_with_their_tolls(store):
    tally = run(*news())
    assert groups() == WANTED
    assert (tally.new, tally.changed, tally.merged, tally.retired) == (3, 0, 0, 0)
    deadly = Incident.objects.get(killed_high__isnull=True, killed_low=3)
    assert {(claim.min, claim.max) for claim in deadly.content().toll[0].claims} == {(3, 3), (5, 5), (4, None)}
    assert (deadly.accounts, deadly.witnesses, deadly.grade, deadly.is_disputed) == (3, 3, "fair", True)
    assert set(deadly.actors.values_list("actor", "side")) == {("COALITION", "initiator"), ("IS", "target")}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("batch", [1, 2, 500])
def test_neither_order_nor_portions_change_the_incidents(store, seed, batch):
    articles = news()
    random.Random(seed).shuffle(articles)
    for n in range(0, len(articles), 3):
        run(*articles[n : n + 3], batch=batch)
    assert groups() == WANTED
    assert not Report.objects.filter(needs_link=True).exists()
    bodies = {frozenset((a.article, a.index) for a in i.content().reports): i.content() for i in live()}
    for told_by, incident in bodies.items():
        assert incident.witnesses == len(told_by)


def test_a_second_time_changes_nothing(store):
    run(*news())
    before, changes = everything(), Change.objects.count()
    assert run(*news()).new == 0
    Report.objects.update(needs_link=True)
    tally = link()
    assert (tally.new, tally.changed, tally.merged, tally.retired, tally.unchanged) == (0, 0, 0, 0, 3)
    assert everything() == before
    assert Change.objects.count() == changes


def test_a_link_says_why(store):
    run(*news())
    joined = Link.objects.exclude(weight=0).first()
    total = sum(reason["bits"] for reason in joined.reasons)
    assert joined.weight == pytest.approx(total, abs=0.1)
    assert {"with", "comparison", "level", "bits"} == joined.reasons[0].keys()


def test_an_incident_merged_by_a_late_report_leaves_its_id_behind(store):
    """Two places 8 km apart and a report that is both: whatever the weights say, no id is lost."""
    run(*news()[:1])
    first = live()[0].public_id
    early = coded("a0", told(), published=DAY - timedelta(days=1))
    run(early)
    assert [i.public_id for i in live()] == [first], "an id stays when an earlier report comes later"
    assert live()[0].accounts == 2


def test_what_a_newer_coder_no_longer_gives_is_withdrawn_and_its_incident_retired(store):
    run(coded("a1", told()))
    tally = run(coded("a1"), coder="two")
    assert tally.retired == 1
    assert live() == []
    assert Report.objects.get().state == "withdrawn"
    again = run(coded("a1", told()), coder="three")
    assert (again.new, again.changed) == (0, 1)
    assert len(live()) == 1
    assert list(Change.objects.values_list("kind", flat=True)) == ["new", "retired", "restored"]


def test_what_a_newer_coder_reads_otherwise_moves(store):
    run(*news())
    keep(coded("a2", told(place=village("هجين"), harm=(killed(5, 5),))), coder="two")
    link(batch=1)
    assert groups() == {
        frozenset({"a1/0", "a3/0"}),
        frozenset({"a2/0", "a3/1", "a4/0", "a5/0"}),
        frozenset({"a6/0", "a7/0"}),
    }
    assert Report.objects.filter(article__key="a2").count() == 1, "the same words keep their row"
