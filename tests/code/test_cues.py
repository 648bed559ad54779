"""Tables of weights: each cue that the program can name has a weight, and each weight a cue that names it."""

from __future__ import annotations

import re

import pytest

from waqai.code.cues import Weights
from waqai.code.story.same_act import WEIGHTS


def test_every_cue_has_a_weight_and_a_meaning(root):
    named = set(re.findall(r'"((?:place|day|agent|kind|toll|far|told)\.[a-z_]+)"', source(root)))
    assert named == set(Weights.load(WEIGHTS).of)


def test_a_sum_is_the_bias_and_what_its_cues_weigh():
    weights = Weights(-1.0, {"place.same": 2.0, "day.other": -4.0})
    assert weights.sum([]) == pytest.approx(-1.0)
    assert weights.sum(["place.same", "day.other"]) == pytest.approx(-3.0)


def test_a_cue_that_the_table_lacks_weighs_nothing():
    assert Weights(0.5, {}).sum(["place.same"]) == pytest.approx(0.5)


def source(root) -> str:
    story = root / "src" / "waqai" / "code" / "story"
    names = ("same_act", "by_road", "kind_cues", "place_cue")
    return "".join((story / f"{name}.py").read_text(encoding="utf-8") for name in names)
