"""Who fights whom."""

from __future__ import annotations

import csv
from collections import Counter
from importlib.resources import files

from waqai.code.camps import are_allies, enemies_named, opponents, stand_apart, without_allies


def test_every_actor_of_a_war_is_in_the_actor_list():
    lines = (files("waqai") / "data" / "actors.csv").read_text(encoding="utf-8").splitlines()
    known = {row["id"] for row in csv.DictReader(lines)}
    assert {actor for actor in opponents() if not actor.startswith("OTHER:")} <= known


def test_enmity_is_mutual():
    table = opponents()
    assert all(actor in table[foe] for actor, foes in table.items() for foe in foes)


def test_the_enemy_is_one_that_the_article_names():
    named = Counter({"HOUTHI": 6, "SALEH_FORCES": 4, "YEM_GOV": 9, "AQAP": 1})
    assert enemies_named(["YEM_RESISTANCE"], named) == ["HOUTHI", "SALEH_FORCES"]
    assert enemies_named(["YEM_RESISTANCE"], Counter({"HOUTHI": 6, "SALEH_FORCES": 1})) == ["HOUTHI"]
    assert enemies_named(["YEM_RESISTANCE"], Counter({"YEM_GOV": 3})) == []


def test_allies_are_no_enemies():
    assert without_allies(["YEM_GOV", "HOUTHI"], ["YEM_RESISTANCE"]) == ["HOUTHI"]
    assert without_allies(["YEM_GOV"], ["YEM_RESISTANCE"]) == ["YEM_GOV"]
    assert are_allies("YEM_RESISTANCE", "YEM_GOV")
    assert not are_allies("HOUTHI", "YEM_GOV")
    assert not are_allies("HOUTHI", "SDF")


def test_who_fights_everybody_stands_apart():
    assert stand_apart("TURKEY_MIL", "IS")
    assert stand_apart("SDF", "SNA")
    assert not stand_apart("TURKEY_MIL", "SNA")
