"""Other spellings meet under a looser key, and how alike they are is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.gazetteer.loose import alike, core_of, dotless_key, loose_keys


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        ("جنديرس", "جندريس", 0.75),
        ("كنصفرة", "كنصفزة", 0.9),
        ("معارة النعسان", "Ma`arrat an Na`san", 0.8),
        ("تل ندوة", "ندوة", 0.8),
        ("ندوة", "ندوة غربية", 0.8),
        ("البريج", "البريح", 0.9),
    ],
)
def test_other_spellings_meet_and_are_alike(one, other, least):
    assert loose_keys(one) & loose_keys(other)
    assert least <= alike(one, other) <= 1


@pytest.mark.parametrize(("one", "other"), [("حلب", "دمشق"), ("تل جبل", "خان الجبل"), ("ندوة", "سراقب")])
def test_names_stay_apart(one, other):
    assert not (loose_keys(one) & loose_keys(other)) or alike(one, other) < 0.75


def test_a_core_is_never_only_a_word_that_many_names_have():
    assert core_of("تل ندوة الشرقية") == "ندوه"
    assert core_of("تل جبل") == "تل جبل"
    assert core_of("تل") == "تل"


def test_dots_do_not_join_scripts():
    assert dotless_key("Kobani") == ""
    assert dotless_key("ندوة") == dotless_key("بدوه") != dotless_key("سدوة")


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_a_share_and_the_same_both_ways_at_its_ends(one, other):
    assert 0 <= alike(one, other) <= 1
    assert alike(one, one) == 1
