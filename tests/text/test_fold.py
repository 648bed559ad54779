"""Folding: what must hold for every text, and the letters one by one."""

from __future__ import annotations

import pytest
from hypothesis import given

from strategies import texts
from waqai.text.fold import fold, fold_key
from waqai.text.segment import tokenize


@given(texts)
def test_folding_twice_changes_nothing(text):
    once = fold(text).text
    assert fold(once).text == once


@given(texts)
def test_every_token_leads_back_to_raw_text_that_folds_to_it(text):
    folded = fold(text)
    for token in tokenize(folded.text):
        start, end = folded.offsets.raw_span(token.start, token.end)
        assert 0 <= start <= end <= len(text)
        assert token.text in fold(text[start:end]).text


@given(texts)
def test_a_key_is_the_folded_text_with_its_spaces_evened(text):
    assert fold_key(text) == " ".join(fold(text).text.split())


@pytest.mark.parametrize(
    ("raw", "want"),
    [
        ("قُتِلَ", "قتل"),
        ("إدلب أريحا آفس", "ادلب اريحا افس"),
        ("مدرسة مستشفى", "مدرسه مستشفي"),
        ("مسؤول قائد", "مسوول قايد"),
        ("الـــرقة", "الرقه"),
        ("\ufefb\ufee7\ufed4\ufea0\ufe8e\ufead", "لانفجار"),
        ("١٧ أيار ۲۰۲۰", "17 ايار 2020"),
        ("کوباني گري", "كوباني كري"),
        ("ب\u200cعد\u200f ال\u202bباب", "بعد الباب"),
        ("في\u00a0 \tحلب", "في حلب"),
        ("مدينة #الباب بريف", "مدينه الباب بريف"),
        ("مدينة  #الباب", "مدينه الباب"),
        ("ريف_دير_الزور", "ريف دير الزور"),
        ("«داعش» “قسد”", '"داعش" "قسد"'),
        ("SDF", "sdf"),
        ("أول\r\nثان\rثالث", "اول\nثان\nثالث"),
    ],
)
def test_letters(raw, want):
    assert fold(raw).text == want


def test_marks_at_the_right_edge_belong_to_the_letter_before():
    folded = fold("قُتِلَ مدنيٌّ")
    assert folded.offsets.raw_span(0, 3) == (0, 6)
    assert folded.raw[slice(*folded.offsets.raw_span(4, 8))] == "مدنيٌّ"


def test_what_is_dropped_is_left_out_and_the_way_back_includes_it():
    folded = fold("دا-عش", drop=[(2, 3)])
    assert folded.text == "داعش"
    assert folded.offsets.raw_span(0, 4) == (0, 5)
