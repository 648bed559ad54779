"""The map between raw and folded text: monotone both ways, and inverse where nothing was edited."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from strategies import texts
from waqai.text.fold import fold
from waqai.text.offsets import OffsetMap
from waqai.text.segment import tokenize


@given(texts, st.data())
def test_both_ways_are_monotone_and_stay_within_the_texts(text, data):
    folded = fold(text)
    a = data.draw(st.integers(0, len(folded.text)))
    b = data.draw(st.integers(a, len(folded.text)))
    start, end = folded.offsets.raw_span(a, b)
    assert 0 <= start <= end <= len(text)
    wider = folded.offsets.raw_span(a, len(folded.text))
    assert wider[0] == start
    assert wider[1] >= end


@given(texts)
def test_there_and_back_holds_the_token(text):
    folded = fold(text)
    for token in tokenize(folded.text):
        start, end = folded.offsets.folded_span(*folded.offsets.raw_span(token.start, token.end))
        assert start <= token.start
        assert end >= token.end


def test_without_edits_both_texts_run_in_step():
    offsets = OffsetMap([])
    assert offsets.raw_span(3, 7) == (3, 7)
    assert offsets.folded_span(3, 7) == (3, 7)


def test_a_stretch_that_cuts_an_expansion_takes_the_whole_character():
    folded = fold("ﷺ عليه")
    assert folded.offsets.raw_span(1, 3) == (0, 1)


def test_an_empty_stretch_is_a_point():
    assert fold("حَلب").offsets.raw_span(1, 1) == (2, 2)
