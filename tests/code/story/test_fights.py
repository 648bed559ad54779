"""Whom an article has fight whom, over all its acts."""

from __future__ import annotations

from collections import Counter

from waqai.code.act.told import Act
from waqai.code.coder import read_drafts
from waqai.code.story.fights import Fights
from waqai.read import article_from_record
from waqai.tag.tagged import tag
from waqai.values.actor import CIVILIANS, UNKNOWN


def fights(*told, named=()):
    return Fights([(frozenset(doers), list(others)) for doers, others in told], Counter(named))


def test_the_enemy_most_often_told_comes_first_and_two_are_enough():
    told = fights((["SDF"], ["SNA"]), (["SDF"], ["TURKEY_MIL", "SNA"]), (["SDF"], ["FSA"]), (["HTS"], ["SYR_GOV"]))
    assert told.enemies_of(["SDF"]) == ["SNA", "TURKEY_MIL"]


def test_no_act_is_aimed_at_two_who_fight_each_other():
    told = fights((["SDF"], ["IS"]), (["SDF"], ["SNA", "IS"]), (["SDF"], ["TURKEY_MIL"]))
    assert told.enemies_of(["SDF"]) == ["IS"]
    assert fights(named=["SNA", "IS"]).enemies_of(["SDF"]) == ["SNA"]


def test_nobody_fights_himself_civilians_or_nobody():
    told = fights((["IS", "HTS"], ["IS", "HTS", CIVILIANS, UNKNOWN]))
    assert told.enemies_of(["IS"]) == ["HTS"]
    assert told.enemies_of(["IS", "HTS"]) == []


def test_without_a_fight_the_enemies_that_the_article_names():
    assert fights(named=["HOUTHI"]).enemies_of(["YEM_GOV"]) == ["HOUTHI"]


def test_doers_and_those_hit_are_read_of_every_clause(coder):
    text = "قصفت قوات النظام مواقع لتنظيم داعش في بلدة الزر"
    row = tag(article_from_record({"id": "x", "title": "", "text": text}), coder.lexicon, coder.gazetteer)
    drafts = read_drafts(row)
    told = Fights.of([Act(drafts, drafts[0], None, None, [])], row.row)
    assert told.told == [(frozenset({"SYR_GOV"}), ["IS"])]
    assert told.named == Counter({"SYR_GOV": 1, "IS": 1})


def test_a_states_enemy_is_the_faction_that_the_article_names(coder):
    text = "قتل الجيش النيجيري 15 متشددا في معسكر بغابة سامبيسا أمس. وتقاتل بوكو حرام الجيش منذ سنوات."
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-07-28"})
    assert [(list(r.initiators), list(r.targets)) for r in coder.code(article).reports] == [
        (["POLICE_OTHER"], ["OTHER:بوكو حرام"])
    ]
