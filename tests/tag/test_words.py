"""Words indexed once: every reading of every hit under its token and under its kind."""

from __future__ import annotations

from hypothesis import given

from strategies import texts
from waqai.lexicon.entry import Kind
from waqai.lexicon.load import load_lexicon
from waqai.tag.words import Words
from waqai.text.fold import fold


@given(texts)
def test_indexes_hold_every_reading_in_order(text):
    words = Words.of(fold(text).text, load_lexicon())
    assert [h for first in sorted(words.by_first) for h in words.by_first[first]] == words.hits
    for kind in Kind:
        read = [(h, r) for h in words.hits for r in h.readings if r.entry.kind is kind]
        assert words.by_kind[kind] == read
