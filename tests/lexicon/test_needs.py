"""Words that mean an entry only where its object stands behind them."""

from __future__ import annotations

import pytest

from waqai.lexicon.load import load_lexicon
from waqai.text.fold import fold
from waqai.text.segment import tokenize


def triggers(sentence: str) -> list[str]:
    text = fold(sentence).text
    hits = load_lexicon().find(text, tokenize(text))
    return [r.entry.id for hit in hits for r in hit.readings if r.entry.kind == "trigger"]


@pytest.mark.parametrize(
    ("sentence", "entry"),
    [
        ("صادرت القوات أسلحة وذخائر", "trigger.seize_arms"),
        ("صادرت القوات منزلا", "trigger.seize_property"),
        ("صادرت اللجنة القرار", "trigger.seizure"),
        ("استولى الفصيل على منزل في بلدة", "trigger.seize_property"),
        ("استولى الفصيل على بلدة حدودية", "trigger.take_ground"),
        ("ضبطت الشرطة عشرة من المطلوبين", "trigger.catch"),
    ],
)
def test_the_object_tells_which_act_a_verb_is(sentence: str, entry: str):
    assert triggers(sentence) == [entry]


@pytest.mark.parametrize(
    "sentence",
    [
        "أسقط البرلمان الحكومة",
        "استولى على القلوب في بلدة",
        "ضبط النفس",
        "أسقط البرلمان الحكومة. وحلقت طائرة مسيرة",
    ],
)
def test_without_its_object_a_verb_names_no_act(sentence: str):
    assert not {"trigger.shoot_down", "trigger.take_ground", "trigger.catch"} & set(triggers(sentence))


def test_an_object_may_stand_before_the_verb_that_takes_it_up():
    assert "trigger.shoot_down" in triggers("طائرة مسيرة أسقطتها الدفاعات")
    assert "trigger.shoot_down" not in triggers("طائرة مسيرة أسقط")


def test_what_another_verb_does_is_not_its_object():
    assert "trigger.shoot_down" not in triggers("أسقط البرلمان الحكومة فيما قصفت القوات مسيرات")


def test_the_nearest_thing_decides():
    assert "trigger.block_road" in triggers("قطع السكان بالإطارات الطريق العام")
    assert "trigger.block_road" not in triggers("قطع السكان أشجار الطريق")
