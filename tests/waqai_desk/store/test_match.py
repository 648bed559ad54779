"""A newer coder's report of the same telling or the same words is the same row."""

from __future__ import annotations

from coded_factory import TEXT, told
from statement_factory import village
from waqai.model import Article
from waqai_desk.store.match import match_reports

PAGE = Article(id="a", title="", text=TEXT)
OTHER = village("هجين")


def match(old, *new):
    return match_reports(PAGE, old, new)


def test_the_same_telling_is_the_same_wherever_it_stands():
    assert match({"k": told()}, told(event=(50, 60), confidence=0.9)) == ["k"]


def test_the_same_words_are_the_same_whatever_they_are_read_as():
    assert match({"k": told()}, told(place=OTHER)) == ["k"]
    assert match({"k": told()}, told(place=OTHER, event=(50, 60))) == [None]


def test_overlapping_words_are_the_same_when_kind_and_place_are():
    assert match({"k": told()}, told(event=(10, 20), at=(5, 7), sub_event_type="Looting/property destruction")) == ["k"]
    assert match({"k": told()}, told(event=(16, 20), at=(5, 7), sub_event_type="Looting/property destruction")) == [
        None
    ]


def test_a_row_is_taken_once_and_the_telling_comes_first():
    old = {"k": told(), "l": told(place=OTHER, event=(40, 50))}
    assert match(old, told(place=OTHER), told()) == ["l", "k"]
    assert match({"k": told()}, told(place=OTHER), told(place=OTHER)) == ["k", None]
