"""Words copied from an article as it is shown, found in the article."""

from __future__ import annotations

import pytest

from coded_factory import TEXT, coded
from waqai_desk.reading.pieces import story
from waqai_desk.reading.words import find_words

CODED = coded("a", text=f"{TEXT}.\nثم داهمت قوة مشتركة أخرى بلدة هجين")
FULL = CODED.article.full
PIECES = story(CODED.article, {"event": CODED.persons[0].evidence}, CODED.persons)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("بلدة الزر", "بلدة الزر"),
        ("  بلده   الزر ", "بلدة الزر"),
        ("الحمدان", None),
        ("", None),
        (" \n", None),
        ("هجين.", None),
        ("هجين", "هجين"),
        ("خبر a داهمت", "خبر a\nداهمت"),
    ],
)
def test_words_are_found_however_spelt(words, found):
    span = find_words(PIECES, words)
    assert (None if span is None else span.quote(FULL)) == found


def test_a_pseudonym_is_the_whole_name_also_where_half_of_it_is_given():
    shown = next(piece.text for piece in PIECES if piece.is_person)
    for words in (shown, f"يدعى {shown[:3]}"):
        span = find_words(PIECES, words)
        assert span is not None
        assert span.quote(FULL).endswith("صابر الحمدان")


@pytest.mark.parametrize(("near", "nth"), [(0, 0), (len(FULL), 1)])
def test_of_several_places_the_nearest_is_taken(near, nth):
    first = FULL.index("داهمت")
    span = find_words(PIECES, "داهمت قوة مشتركة", near)
    assert span is not None
    assert span.start == (first if nth == 0 else FULL.index("داهمت", first + 1))
