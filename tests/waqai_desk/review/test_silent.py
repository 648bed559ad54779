"""The queue of pages without a report, and what a person says of one."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from coded_factory import coded, keep, run, silent_page, told
from desk_members import NAME, client, member
from waqai_desk.accounts.models import AuditEntry
from waqai_desk.accounts.rights import Role
from waqai_desk.store import decide
from waqai_desk.store.models import Article, Decision
from waqai_desk.store.silent import article_print


def article(ident: str = "a") -> Article:
    return Article.objects.get(key=ident)


def say(someone, ident: str = "a", act: str = "none", **more):
    return someone.post(f"/articles/{article(ident).pk}/{act}/", {"seen": article_print(article(ident))} | more)


@pytest.fixture
def three(store) -> None:
    """Keep pages that speak of violence more and less, and one with a report."""
    run(silent_page("a", 1), silent_page("b", 3, 2), silent_page("c", 2), coded("told", told()))


def test_they_stand_in_order_with_their_words_and_without_names(three):
    text = client(language="en").get("/queue/pages/").content.decode()
    assert text.index("خبر b") < text.index("خبر c") < text.index("خبر a")
    assert "خبر told" not in text
    assert "3 words name an act" in text
    assert "2 words tell of harm" in text
    assert NAME not in text


def test_the_queue_of_incidents_counts_them(three):
    text = client().get("/queue/").content.decode()
    assert 'href="/queue/pages/"' in text
    assert text.index("/queue/pages/") < text.index(">3</bdi>")


def test_the_page_marks_the_words_and_offers_both_answers(three):
    text = client().get(f"/articles/{article().pk}/?queue=").content.decode()
    assert '<mark data-field="event" class="f-event">خ</mark>' in text
    assert 'data-key="e"' in text
    assert 'data-key="r"' in text
    assert 'data-key="n"' not in text, "it is the last"
    assert f"/articles/{article().pk}/" in client().get(f"/articles/{article('c').pk}/?queue=").content.decode()


def test_said_to_tell_none_it_leaves_the_queue_and_the_next_is_shown(three):
    response = say(client(), "b", queue="", why="a film review")
    assert response.headers["Location"] == f"/articles/{article('c').pk}/?queue="
    made = Decision.objects.get()
    assert (made.kind, made.article, made.why) == ("nothing", article("b"), "a film review")
    assert "خبر b" not in client().get("/queue/pages/").content.decode()
    assert AuditEntry.objects.filter(act="tells none").count() == 1


def test_from_the_list_it_goes_back_to_the_list(three):
    assert say(client(), queue="page=1", back="queue").headers["Location"] == "/queue/pages/?page=1"
    for ident in ("b", "c"):
        response = say(client(), ident, queue="")
    assert response.headers["Location"] == "/queue/pages/"


def test_what_was_said_is_shown_with_who_and_can_be_taken_back(three):
    say(client(name="nadir"))
    text = client().get("/queue/pages/?said=none").content.decode()
    assert "nadir" in text
    assert "خبر b" not in text
    assert "nadir" in client().get(f"/articles/{article().pk}/").content.decode()
    assert say(client(), act="undo", queue="said=none", back="queue").headers["Location"] == "/queue/pages/?said=none"
    assert "خبر a" in client().get("/queue/pages/").content.decode()
    assert "لا شيء" in client().post(f"/articles/{article().pk}/undo/", follow=True).content.decode()


def test_what_was_not_seen_is_not_decided(three):
    text = client().post(f"/articles/{article().pk}/none/", {"seen": "x"}, follow=True).content.decode()
    assert "راجعها مجدداً" in text
    assert Decision.objects.count() == 0


def test_a_page_that_tells_an_incident_is_told_to_reject_that(three):
    someone, told_page = client(language="en"), article("told")
    answer = someone.post(f"/articles/{told_page.pk}/none/", {"seen": article_print(told_page)}, follow=True)
    assert "reject that one" in answer.content.decode()
    assert Decision.objects.count() == 0


def test_a_coder_may_enter_and_not_dismiss_and_a_reader_neither(three):
    pages = {role: client(role).get("/queue/pages/").content.decode() for role in (Role.READER, Role.CODER)}
    assert ("/enter/" in pages[Role.CODER], 'data-key="r"' in pages[Role.CODER]) == (True, False)
    assert ("/enter/" in pages[Role.READER], 'data-key="r"' in pages[Role.READER]) == (False, False)
    assert say(client(Role.CODER)).status_code == 403


def test_more_pages_do_not_mean_more_queries(store):
    keep(silent_page("a"))
    someone = client()
    someone.get("/queue/pages/")
    with CaptureQueriesContext(connection) as few:
        someone.get("/queue/pages/")
    keep(*(silent_page(f"p{n}") for n in range(9)))
    decide.tells_none(article("p1"), member(Role.REVIEWER))
    with CaptureQueriesContext(connection) as many:
        someone.get("/queue/pages/")
    assert len(many) <= len(few) <= 18


def test_a_queue_without_pages_says_so(store):
    assert client().get("/queue/pages/").status_code == 200
    assert client().get("/queue/pages/?said=none&page=7").status_code == 200
