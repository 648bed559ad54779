"""Duals told by their vowel: two citizens, and not some."""

from __future__ import annotations

import pytest

from waqai.lexicon.entry import Kind
from waqai.lexicon.load import load_lexicon
from waqai.tag.dual import with_duals
from waqai.tag.words import Words
from waqai.text.fold import fold


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("إصابة مواطنَين", "du"),
        ("إصابة مواطنَيْن", "du"),
        ("إصابة مدنيَّين", "du"),
        ("إصابة المدنيَين في", "du"),
        ("إصابة مواطنين", "pl"),
        ("إصابة مواطنِين", "pl"),
        ("بَيْن مواطنين", "pl"),
    ],
)
def test_the_vowel_before_the_ending_tells_two_from_many(text: str, number: str) -> None:
    folded = fold(text)
    words = with_duals(Words.of(folded.text, load_lexicon()), folded)
    assert {reading.form.number for _, reading in words.by_kind[Kind.VICTIM]} == {number}
