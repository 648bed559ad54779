"""A report that a person entered: an incident like any other, that no run changes, doubles or drops."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coded_factory import TEXT, coded, everything, groups, keep, link, live, run, told, user
from coded_factory import silent_page as page
from statement_factory import DAY, killed, on, report, village
from waqai.errors import DecisionError, StaleError
from waqai.model import Report as Content
from waqai.model import Span
from waqai.values import DatePrecision
from waqai_desk.cli.explain import explain
from waqai_desk.store import decide
from waqai_desk.store.models import Article, Decision, Incident, Report
from waqai_desk.store.reports import difference
from waqai_desk.store.silent import article_print, silent
from waqai_desk.store.unplaced import without_incident

HEAD = len("خبر a\n")
WORDS = {
    "event": (0, 5),
    "place": (23, 32),
    "date": (0, 5),
    "initiators": (6, 16),
    "targets": (42, 46),
    "harm": (34, 41),
}


def article() -> Article:
    return Article.objects.get(key="a")


def read(**more) -> Content:
    """Give what a person reads in the page ``a``, each value with words of its text."""
    evidence = {field: (Span(HEAD + start, HEAD + end),) for field, (start, end) in WORDS.items()}
    return report(**({"evidence": evidence, "harm": (killed(2, 2),)} | more))


def enter(**more) -> Incident:
    return decide.enter(article(), user(), read(**more), why="the lead tells it", seen=article_print(article()))


@pytest.fixture
def missed(store) -> None:
    """Keep a page in which the coder reads nothing."""
    run(page("a"))


def test_it_is_an_incident_with_its_words_and_the_person_who_read_them(missed):
    incident = enter()
    assert (incident.killed_best, incident.place, incident.review) == (2, "الزر", "unreviewed")
    assert [account.by_person for account in incident.content().reports] == [True]
    (row,) = Report.objects.all()
    assert (row.state, row.coding, row.content().rule["place"]) == ("kept", None, "person")
    assert row.content().evidence["place"][0].quote(article().content().full) == TEXT[23:32]
    (made,) = Decision.objects.all()
    assert (made.kind, made.report, made.article, made.incident) == ("enter", row, article(), incident)
    assert made.what["report"]["place"]["name"] == "الزر"
    assert explain(incident).reports[0].placed_by == user().username
    assert not silent().exists()


def test_no_later_run_changes_doubles_or_drops_it(missed):
    incident = enter()
    before = everything()
    keep(page("a"), coder="two")
    link()
    assert everything() == before, "a coder that reads nothing"
    read_too = coded("a", told(event=(HEAD, HEAD + 5), harm=(killed(9, 9),)))
    assert not difference(article(), read_too)
    run(read_too, coder="three")
    assert [i.killed_best for i in live()] == [2], "a coder that reads it too"
    run(page("a"), coder="four")
    assert everything() == before
    assert live() == [incident]


def test_what_else_a_coder_reads_in_the_page_stands_beside_it(missed):
    enter()
    run(coded("a", told(event=(50, 55), place=village("هجين"))), coder="two")
    assert sorted((r.index, r.state) for r in Report.objects.all()) == [(0, "current"), (1, "kept")]
    assert len(live()) == 2


def test_it_is_linked_like_any_other(missed):
    incident = enter()
    run(coded("b", told(harm=(killed(2, 2),))))
    assert groups() == {frozenset({"a/0", "b/0"})}
    assert live() == [incident]
    assert [account.by_person for account in live()[0].content().reports] == [True, False]


def test_taken_back_the_page_is_silent_again_and_read_anew(missed):
    incident = enter()
    made = Decision.objects.get()
    undo = decide.undo(made, user())
    assert (live(), silent().count(), without_incident().count()) == ([], 1, 0)
    assert article().coding is None, "what a coder reads in these words may have been left out"
    keep(page("a"), coder="two")
    link()
    assert live() == []
    decide.undo(undo, user())
    link()
    assert [i.public_id for i in live()] == [incident.public_id]
    assert [r.state for r in Report.objects.all()] == ["kept"]


def test_entered_again_after_it_was_taken_back(missed):
    first = enter()
    decide.undo(Decision.objects.get(), user())
    second = enter()
    assert live() == [second]
    assert first.public_id != second.public_id
    run(coded("a", told()), coder="two")
    assert live() == [second]


def test_a_coder_reads_it_once_the_entry_was_taken_back(missed):
    enter()
    decide.undo(Decision.objects.get(), user())
    run(coded("a", told(harm=(killed(9, 9),))), coder="two")
    assert [i.killed_best for i in live()] == [9]
    assert Report.objects.get(coding=None).content().harm == (killed(2, 2),), "what the person wrote is still there"


def test_what_was_decided_on_it_holds_it(missed):
    accepted = decide.accept(enter(), user())
    decide.undo(Decision.objects.get(kind="enter"), user())
    assert [i.review for i in live()] == ["accepted"]
    decide.undo(accepted, user())
    assert live() == []


def test_its_words_are_found_again_where_the_page_changed(missed):
    enter()
    run(page("a", text="عاجل: " + TEXT), coder="two")
    (row,) = Report.objects.all()
    assert row.content().evidence["place"][0].quote(article().content().full) == TEXT[23:32]
    assert live()[0].killed_best == 2


def test_names_of_persons_are_withheld(missed):
    enter(
        place=village("منزل صابر الحمدان"),
        sources=("صابر الحمدان",),
        evidence=read().evidence | {"sources": (Span(0, 3),)},
    )
    text = Report.objects.get().body + Incident.objects.get().body + str(Decision.objects.get().what)
    assert "الحمدان" not in text


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"evidence": {}}, "no words of the article are marked for event, place, date, initiators, targets, harm"),
        ({"evidence": {"event": (Span(0, 9_999),)}}, "are not in the article"),
        ({"sub_event_type": "Rumour"}, "sub_event_type cannot be 'Rumour'"),
        ({"status": "sung"}, "status cannot be 'sung'"),
    ],
)
def test_what_no_words_tell_is_not_kept(missed, more, says):
    with pytest.raises(DecisionError, match=says):
        enter(**more)
    assert not Decision.objects.exists()
    assert not Report.objects.exists()


def test_who_is_unknown_and_a_day_that_the_news_implies_need_no_words(missed):
    evidence = {field: spans for field, spans in read().evidence.items() if field in ("event", "place")}
    approx = on(DAY - timedelta(1), DatePrecision.APPROX)
    incident = enter(evidence=evidence, date=approx, initiators=("UNKNOWN",), targets=(), harm=())
    assert incident.date_precision == "approx"


def test_two_people_do_not_enter_the_same_unseen(missed):
    seen = article_print(article())
    decide.enter(article(), user("first"), read(), seen=seen)
    with pytest.raises(StaleError, match="in the meantime"):
        decide.enter(article(), user("second"), read(), seen=seen)
    assert Article.objects.get().reports.count() == 1
