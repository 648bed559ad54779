"""People's decisions: a log from which incidents follow, and which no run overwrites."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from coded_factory import coded, everything, groups, keep, link, live, run, told, user
from statement_factory import DAY, killed, on, village
from waqai.errors import DecisionError, StaleError
from waqai_desk.store import decide
from waqai_desk.store.find import find_incident
from waqai_desk.store.models import Change, Decision, DecisionKind, Incident, Link, Report
from waqai_desk.store.rebuild import rebuild

HAJIN = village("هجين")


@pytest.fixture
def two(store) -> tuple[Incident, Incident]:
    """Give two incidents of two reports each, in different villages."""
    run(coded("a1", told()), coded("a2", told()), coded("b1", told(place=HAJIN)), coded("b2", told(place=HAJIN)))
    assert len(live()) == 2
    raid = Incident.objects.get(place="الزر")
    return raid, Incident.objects.exclude(pk=raid.pk).get()


def fresh(incident: Incident) -> Incident:
    return Incident.objects.get(pk=incident.pk)


def test_an_edit_stays_when_the_machine_says_otherwise(two):
    raid, _ = two
    decide.edit(raid, user(), "method", "airstrike", why="the pictures show a crater")
    row = fresh(raid)
    assert (row.method, row.content().method, row.machine_content().method) == ("airstrike", "airstrike", "raid")
    run(coded("a3", told()), coded("a1", told(harm=(killed(2, 2),))), coder="two")
    row = fresh(raid)
    assert row.method == "airstrike"
    assert row.accounts == 3
    assert row.killed_best == 2


def test_the_type_follows_the_sub_event_type(two):
    decide.edit(two[0], user(), "sub_event_type", "Air/drone strike")
    assert fresh(two[0]).event_type == "Explosions/Remote violence"


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("method", "magic", "magic"),
        ("witnesses", 5, "witnesses"),
        ("count", "many", "count"),
        ("date", {"start": "2024-05-18", "end": "2024-05-17", "precision": "day"}, "backwards"),
        ("place", {"name": "here"}, "place"),
    ],
)
def test_an_edit_that_cannot_be_is_refused_and_leaves_nothing(two, field, value, word):
    with pytest.raises(DecisionError, match=word):
        decide.edit(two[0], user(), field, value)
    assert Decision.objects.count() == 0


def test_a_toll_that_a_person_sets_keeps_who_says_what(two):
    run(coded("a1", told(harm=(killed(3, 3),))), coded("a2", told(harm=(killed(5, 5),))), coder="two")
    toll = [{"kind": "killed", "who": "civilians", "low": 4, "best": 4, "high": 4}]
    decide.edit(two[0], user(), "toll", toll)
    row = fresh(two[0])
    assert (row.killed_low, row.killed_high) == (4, 4)
    assert len(row.content().toll[0].claims) == 2


def test_who_saw_an_older_version_is_told_and_nothing_is_lost(two):
    raid, _ = two
    seen = raid.version
    decide.edit(raid, user("first"), "method", "airstrike", seen=seen)
    with pytest.raises(StaleError, match="changed in the meantime"):
        decide.edit(raid, user("second"), "method", "ied", seen=seen)
    assert fresh(raid).method == "airstrike"
    assert list(Decision.objects.values_list("who__username", flat=True)) == ["first"]


def test_what_was_accepted_holds_and_is_marked_when_reports_say_something_else(two):
    raid, _ = two
    decide.accept(raid, user())
    assert fresh(raid).review == "accepted"
    run(coded("a3", told(harm=(killed(9, 9),))))
    row = fresh(raid)
    assert (row.review, row.killed_best, row.accounts) == ("changed", None, 3)
    assert row.machine_content().toll[0].best == 9
    decide.reopen(row, user())
    assert (fresh(raid).review, fresh(raid).killed_best) == ("unreviewed", 9)


def test_a_newer_coder_does_not_take_away_what_a_person_accepted(two):
    raid, _ = two
    decide.accept(raid, user())
    run(coded("a1"), coded("a2"), coder="two")
    row = fresh(raid)
    assert (row.is_retired, row.accounts, row.review) == (False, 2, "accepted")
    assert set(Report.objects.filter(article__key__startswith="a").values_list("state", flat=True)) == {"kept"}
    run(coded("a1", told()), coder="three")
    assert set(Report.objects.filter(article__key="a1").values_list("state", flat=True)) == {"current"}


def test_two_accepted_incidents_are_never_joined_by_a_run(store):
    run(coded("a1", told()), coded("b1", told(date=on(DAY + timedelta(days=30))), published=DAY + timedelta(days=30)))
    first, second = live()
    decide.accept(first, user())
    decide.accept(second, user())
    keep(coded("b1", told(), published=DAY), coder="two")
    link()
    assert len(live()) == 2
    assert groups() == {frozenset({"a1/0"}), frozenset({"b1/0"})}


def test_a_rejected_incident_is_not_founded_again(two):
    decide.reject(two[0], user(), why="an exercise, no raid")
    run(coded("a1", told(harm=(killed(1, 1),))), coded("a2", told()), coder="two")
    assert fresh(two[0]).review == "rejected"
    assert len(live()) == 2


def test_merging_keeps_the_id_of_one_and_leads_the_other_to_it(two):
    raid, other = two
    before = everything()
    made = decide.merge(raid, [other], user(), why="the outlet mixed up the villages")
    assert find_incident(other.public_id) == raid
    assert groups() == {frozenset({"a1/0", "a2/0", "b1/0", "b2/0"})}
    assert other.public_id in fresh(raid).content().formerly
    Report.objects.update(needs_link=True)
    link()
    assert len(live()) == 1, "a run does not part what a person joined"
    decide.undo(made, user())
    link()
    assert {(r[0], r[1]) for r in everything()["links"]} == {(r[0], r[1]) for r in before["links"]}
    assert fresh(other).merged_into is None
    assert find_incident(other.public_id) == other


def test_splitting_gives_the_parted_reports_an_incident_of_their_own(two):
    raid, _ = two
    report = Report.objects.get(article__key="a2")
    new = decide.split(raid, [report], user(), why="the second is of the day before")
    assert groups() == {frozenset({"a1/0"}), frozenset({"a2/0"}), frozenset({"b1/0", "b2/0"})}
    assert {fresh(raid).accounts, new.accounts} == {1}
    Report.objects.update(needs_link=True)
    link()
    assert len(live()) == 3, "a run does not join what a person parted"
    decide.undo(Decision.objects.get(kind=DecisionKind.SPLIT), user())
    link()
    assert groups() == {frozenset({"a1/0", "a2/0"}), frozenset({"b1/0", "b2/0"})}
    assert find_incident(new.public_id).pk in {raid.pk, new.pk}


@pytest.mark.parametrize("order", [("a2", "a3", "a4"), ("a4", "a2", "a3")])
def test_the_order_of_splits_does_not_matter(store, order):
    run(*(coded(f"a{n}", told()) for n in range(1, 6)))
    (whole,) = live()
    for key in order:
        decide.split(fresh(whole), [Report.objects.get(article__key=key)], user())
    parted = {frozenset({f"a{n}/0"}) for n in (2, 3, 4)} | {frozenset({"a1/0", "a5/0"})}
    assert groups() == parted
    Report.objects.update(needs_link=True)
    link()
    assert groups() == parted
    for made in Decision.objects.filter(kind=DecisionKind.SPLIT).order_by("?"):
        decide.undo(made, user())
    link()
    assert groups() == {frozenset({f"a{n}/0" for n in range(1, 6)})}


@pytest.mark.parametrize("chosen", [[], ["a1", "a2"]])
def test_a_split_needs_a_part(two, chosen):
    with pytest.raises(DecisionError, match="not all and not none"):
        decide.split(two[0], Report.objects.filter(article__key__in=chosen), user())


def test_a_merged_incident_cannot_be_decided_on(two):
    decide.merge(two[0], [two[1]], user())
    with pytest.raises(StaleError, match=two[0].public_id):
        decide.accept(two[1], user())


def test_taking_back_and_taking_that_back(two):
    edit = decide.edit(two[0], user(), "method", "airstrike")
    undo = decide.undo(edit, user())
    assert fresh(two[0]).method == "raid"
    assert not Link.objects.exclude(decision=None).exists(), "what nobody holds may move again"
    with pytest.raises(DecisionError, match="before"):
        decide.undo(edit, user())
    decide.undo(undo, user())
    assert fresh(two[0]).method == "airstrike"


def test_the_public_sees_what_was_published_until_it_is_published_anew(two):
    raid, _ = two
    assert list(Incident.objects.public()) == []
    decide.publish(raid, user())
    decide.edit(raid, user(), "method", "airstrike")
    row = Incident.objects.public().get()
    assert (row.content().method, row.published_content().method) == ("airstrike", "raid")
    decide.publish(raid, user())
    assert Incident.objects.public().get().published_content().method == "airstrike"
    decide.unpublish(raid, user())
    assert list(Incident.objects.public()) == []
    kinds = list(Change.objects.filter(incident=raid).values_list("kind", flat=True))
    assert kinds == ["new", "published", "changed", "published", "unpublished"]


def test_what_is_held_back_or_rejected_is_not_published(two):
    decide.hold_back(two[0], user(), why="the family asked")
    with pytest.raises(DecisionError, match="held back"):
        decide.publish(two[0], user())
    decide.release(two[0], user())
    decide.publish(two[0], user())
    decide.reject(two[1], user())
    with pytest.raises(DecisionError, match="rejected"):
        decide.publish(two[1], user())


def test_a_comment_changes_nothing(two):
    version = fresh(two[0]).version
    decide.comment(two[0], user(), "asked the reporter")
    assert fresh(two[0]).version == version
    assert two[0].decisions.get().why == "asked the reporter"


@pytest.mark.parametrize("seed", range(4))
def test_whatever_people_decide_and_take_back_in_reverse_leaves_no_trace_but_the_log(store, seed):
    dice = random.Random(seed)
    places = [village(name) for name in ("الزر", "هجين")]
    run(*(coded(f"a{n}", told(place=places[n % 2], date=on(DAY + timedelta(days=9 * (n // 4))))) for n in range(12)))
    before, made = derived(), []
    for _ in range(8):
        one, *others = dice.sample(live(), min(2, len(live())))
        match dice.choice(["merge", "merge", "split", "edit", "accept", "reject", "undo"]):
            case "merge" if others:
                made.append(decide.merge(one, others, user()))
            case "split" if one.accounts > 1:
                told_by = [link.report for link in one.links.select_related("report").order_by("report")]
                decide.split(one, dice.sample(told_by, dice.randrange(1, len(told_by))), user())
                made.append(Decision.objects.last())
            case "edit":
                made.append(decide.edit(one, user(), "method", dice.choice(["ied", "airstrike"])))
            case "accept":
                made.append(decide.accept(one, user()))
            case "reject":
                made.append(decide.reject(one, user()))
            case "undo" if made:
                decide.undo(made.pop(), user())
        assert_every_report_is_in_one_live_incident()
        link()  # what an undo let go is linked by the next run
        held = groups()
        Report.objects.update(needs_link=True)
        link()
        assert groups() == held or not made, "a run leaves what people placed"
    for decision in reversed(made):
        decide.undo(decision, user())
        assert_every_report_is_in_one_live_incident()
    link()
    assert derived() == before


def derived() -> set[tuple[str, ...]]:
    """Give what counts of the live incidents; ids that came and went again lead to them, and are another's matter."""
    return {
        (i.public_id, i.method, i.review, *sorted(f"{a.article}/{a.index}" for a in i.content().reports))
        for i in live()
    }


def assert_every_report_is_in_one_live_incident() -> None:
    assert Report.objects.filter(link__incident__merged_into=None, link__incident__is_retired=False).count() == 12
    for incident in live():
        assert incident.accounts == incident.links.count() > 0
    for incident in Incident.objects.exclude(merged_into=None):
        assert find_incident(incident.public_id).merged_into is None


def test_incidents_follow_from_reports_and_log_alone(two):
    """Everything that was derived is spoilt; deriving it again gives the same."""
    raid, other = two
    decide.edit(raid, user(), "method", "airstrike")
    decide.accept(other, user())
    decide.publish(other, user())
    before = everything()
    Incident.objects.filter(pk=raid.pk).update(method="x", review="rejected", killed_best=7)
    Incident.objects.filter(pk=other.pk).update(review="unreviewed", published_at=None, published_body="")
    body = raid.machine_content()
    Incident.objects.filter(pk=raid.pk).update(body=Incident.objects.get(pk=other.pk).body, machine="")
    rebuild([raid.pk, other.pk])
    assert everything() == before
    assert fresh(raid).machine_content() == body
    assert (fresh(raid).method, fresh(raid).killed_best) == ("airstrike", None)
