"""Pages in which the coder read nothing: their order, and a person's word that they tell no incident."""

from __future__ import annotations

import pytest
from django.db import connection

from coded_factory import coded, keep, link, run, told, user
from coded_factory import silent_page as page
from waqai.errors import DecisionError, StaleError
from waqai_desk.store import decide
from waqai_desk.store.models import Article, Decision, Silence
from waqai_desk.store.silent import article_print, said_to_tell_none, silent


def keys() -> list[str]:
    return list(silent().values_list("article__key", flat=True))


def article(ident: str = "a") -> Article:
    return Article.objects.get(key=ident)


def test_those_that_name_most_acts_come_first_then_those_that_tell_most_harm(store):
    keep(page("calm", 0), page("one", 1), page("three", 3), page("hurt", 1, 4), page("harm", 0, 2))
    assert keys() == ["three", "hurt", "one", "harm"]


def test_the_order_is_read_off_the_index(store):
    if connection.vendor == "sqlite":  # PostgreSQL reads a table of no rows as it likes
        plan = silent().values_list("pk", flat=True).explain()
        assert "COVERING INDEX silence_queue" in plan
        assert "TEMP B-TREE" not in plan


def test_a_page_with_a_report_is_not_silent_whatever_became_of_it(store):
    run(coded("a", told()), page("b", 1))
    assert keys() == ["b"]
    run(page("a", 2), coder="two")
    assert keys() == ["b"], "what a newer coder withdrew has a queue of its own"


def test_a_page_of_which_no_words_were_asked_for_is_not_shown(store):
    keep(coded("a"))
    assert keys() == []
    assert not Silence.objects.exists()


def test_said_to_tell_none_it_is_gone_until_its_text_changes(store):
    keep(page("a"), page("b"))
    made = decide.tells_none(article(), user(), why="an exercise", seen=article_print(article()))
    assert (made.kind, made.article, made.who, made.incident) == ("nothing", article(), user(), None)
    assert (keys(), said_to_tell_none().get().tells_none) == (["b"], made)
    keep(page("a"), page("b"), coder="two")
    assert keys() == ["b"], "a later run that reads the same text leaves it out"
    keep(page("a", text="قتل رجل في بلدة الزر"))
    assert set(keys()) == {"a", "b"}
    keep(page("a"))
    assert keys() == ["b"], "the text that was decided on is back"


def test_taken_back_it_waits_again_and_taken_back_twice_it_does_not(store):
    keep(page("a"))
    made = decide.tells_none(article(), user())
    undo = decide.undo(made, user())
    assert (undo.article, keys()) == (article(), ["a"])
    with pytest.raises(DecisionError, match="taken back before"):
        decide.undo(made, user())
    decide.undo(undo, user())
    assert keys() == []


def test_two_people_do_not_decide_on_a_page_unseen(store):
    keep(page("a"))
    seen = article_print(article())
    decide.tells_none(article(), user("first"), seen=seen)
    with pytest.raises(StaleError, match="in the meantime"):
        decide.tells_none(article(), user("second"), seen=seen)
    assert Decision.objects.count() == 1


def test_a_page_in_which_the_coder_reads_an_incident_is_not_said_to_tell_none(store):
    run(coded("a", told()))
    with pytest.raises(DecisionError, match="reject that one"):
        decide.tells_none(article(), user())


def test_a_page_that_a_newer_coder_reads_an_incident_in_is_an_incident_like_any(store):
    keep(page("a"))
    decide.tells_none(article(), user())
    keep(coded("a", told()), coder="two")
    link()
    assert article().reports.get().link.incident.review == "unreviewed"
    assert not Silence.objects.exists()
