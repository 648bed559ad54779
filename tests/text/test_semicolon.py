"""Semicolons are commas, and full stops where another act is told behind one; offsets hold."""

from __future__ import annotations

import pytest
from hypothesis import given

from strategies import texts
from waqai.lexicon.load import load_lexicon
from waqai.text.fold import fold
from waqai.text.semicolon import part_semicolons


@given(texts)
def test_only_semicolons_change(text):
    before = fold(text).text
    after = part_semicolons(fold(text), load_lexicon().is_act).text
    assert len(before) == len(after)
    assert all(a == b or (a == ";" and b in ",.") for a, b in zip(before, after, strict=True))


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("اشتباك في التل؛ اعتقال شابين", "."),
        ('سقوط صاروخ على التل؛ "انفجار" في السهل', "."),
        ("سقوط صاروخ على التل؛ صاروخ ثان أصاب السهل", "."),
        ("انفجار في التل؛ ما أدى إلى إصابة طفل", ","),
        ("انفجار في التل؛ وإصابة طفل", ","),
        ("انسحبوا من التل؛ القصف الذي طاله شديد", ","),
        ("قصف التل؛ السهل", ","),
        ("قصف التل؛", ","),
    ],
)
def test_what_a_semicolon_is(text, mark):
    folded = fold(text)
    assert part_semicolons(folded, load_lexicon().is_act).text == folded.text.replace(";", mark)
