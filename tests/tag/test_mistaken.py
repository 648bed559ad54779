"""Words that are spelt like others: "and it led to" is no valley, "indeed" is no loss."""

from __future__ import annotations

import pytest

from waqai.lexicon.entry import Kind
from waqai.lexicon.load import load_lexicon
from waqai.tag.mistaken import but_mistaken
from waqai.tag.words import Words
from waqai.text.fold import fold


@pytest.mark.parametrize(
    ("text", "kinds"),
    [("وأدى خوفهم إلى النزوح", 0), ("وأدّى خوفهم إلى النزوح", 0), ("نزحوا إلى وادي حلفا", 1)],
)
def test_a_hamza_tells_that_it_led_to_something(text: str, kinds: int) -> None:
    folded = fold(text)
    words = but_mistaken(Words.of(folded.text, load_lexicon()), folded)
    assert len(words.by_kind[Kind.PLACE_KIND]) == kinds


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("أما هنا، فقد أفلح المقاتلون في السيطرة على التل", False),
        ("فقد قصف الجيش ثلاثة مقاتلين", False),
        ("فقد الفصيل ثلاثة مقاتلين", True),
        ("فقد الجيش السيطرة على التل", True),
    ],
)
def test_a_verb_behind_it_tells_the_particle_from_a_loss(text: str, *, lost: bool) -> None:
    folded = fold(text)
    words = but_mistaken(Words.of(folded.text, load_lexicon()), folded)
    found = any(words.texts[hit.first] == "فقد" for hit in words.hits if hit.last == hit.first + 1)
    assert found is lost
