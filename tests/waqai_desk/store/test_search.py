"""Search forgives spelling, and finds no person."""

from __future__ import annotations

import pytest

from coded_factory import coded, keep, run, told
from waqai_desk.store.models import Article
from waqai_desk.store.search import search_articles, search_incidents

TEXT = "قُتِلَ مدنيّان وجُرحت امرأة بقصفٍ للقوات على بلدة إدلب، واستهدفت الطائرات مشفىً يديره صابر الحمدان"


@pytest.fixture
def article(store) -> Article:
    keep(coded("a1", text=TEXT), coded("a2", text="هدوء في حلب"))
    return Article.objects.get(key="a1")


@pytest.mark.parametrize(
    "words",
    [
        "قتل",
        "قُتل",
        "ادلب",
        "إدلب",
        "أدلب بلده",
        "قوات",
        "القوات",
        "والقوات",
        "قصف",
        "جرح",
        "جرحت",
        "القصف إدلب",
        "استهدفت",
        "مدني",
        "مشفى",
        "مشفي",
        "خبر",
    ],
)
def test_it_is_found_however_it_is_spelt(article, words):
    assert article in search_articles(words)


@pytest.mark.parametrize("words", ["", " ", "\"'", "غارة", "إدلب غارة", "صابر", "الحمدان", "صابر الحمدان"])
def test_what_is_not_there_and_who_is_there_is_not_found(article, words):
    assert list(search_articles(words)) == []


@pytest.mark.parametrize("words", ["' OR 1=1 --", 'a" OR "b', "قتل:*", "NOT (", "* & | !", "\x00", "قتل -هدوء"])
def test_no_search_breaks_out(article, words):
    assert len(search_articles(words)) <= 1


def test_incidents_are_found_by_their_articles(store):
    run(coded("a1", told(), text=TEXT), coded("a2", told(), text=TEXT))
    assert search_incidents("قصف إدلب").count() == 1
    assert search_incidents("غارة").count() == 0
