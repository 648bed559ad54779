"""Tokens cover every character that is no space; sentences cover every token that says something."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given

from strategies import texts
from waqai.text.fold import fold
from waqai.text.segment import sentences, tokenize


@given(texts)
def test_tokens_are_the_text_without_its_spaces(text):
    folded = fold(text).text
    tokens = tokenize(folded)
    assert all(folded[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))
    kept = "".join(t.text for t in tokens)
    assert sorted(kept) == sorted(c for c in folded if c == "\n" or not (c.isspace() or c == "_"))


@given(texts)
def test_sentences_are_in_order_and_apart(text):
    tokens = tokenize(fold(text).text)
    ranges = sentences(tokens)
    assert all(a < b for a, b in ranges)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(ranges))
    within = {i for a, b in ranges for i in range(a, b)}
    assert all(t.text in "\n.!?;" for i, t in enumerate(tokens) if i not in within)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("قصف. انفجار", 2),
        ("قصف\nانفجار", 2),
        ("أ.د محمود", 1),
        ('قال "قصفوا القرية".وانفجر لغم', 2),
        ("قتل رجل (وهو مدني).وانفجر لغم", 2),
        ("بلغ 3.5 طن", 1),
        ("هل قتل أحد؟ لا", 2),
        ("", 0),
    ],
)
def test_where_sentences_end(text, count):
    assert len(sentences(tokenize(fold(text).text))) == count
