"""The class of each word of a text, a letter a word."""

from __future__ import annotations

import pytest

from waqai.tag.word_class import ARABIC, LINE_BREAK, NUMBER, OTHER, WITH_AND, classes_of, is_arabic, places_of


def test_each_word_has_one_letter() -> None:
    words = ["قصف", "والجيش", "23", ",", ".", "\n", '"', "و", "x", "!", "ا", "وزاره", "وفي"]
    assert classes_of(words) == b"aw9,.\n''xxxaw"


@pytest.mark.parametrize(
    ("letter", "places"), [(ARABIC, [0, 4]), (NUMBER, [2]), (LINE_BREAK, [3]), (OTHER, []), (WITH_AND, [1])]
)
def test_words_of_a_class_are_found_as_letters_are(letter: bytes, places: list[int]) -> None:
    assert places_of(letter, classes_of(["قصف", "والجيش", "1,500", "\n", "قصف"])) == places


def test_one_letter_is_no_arabic_word() -> None:
    assert is_arabic("في")
    assert not is_arabic("ا")
    assert not is_arabic("23")
