import json

import pytest

from waqai.evaluate import Part, load_reports, score
from waqai.evaluate.cause import Cause
from waqai.evaluate.score import Counts


@pytest.fixture(scope="module")
def cases(root):
    return root / "tests/cases/evaluate"


@pytest.fixture(scope="module")
def result(cases):
    return score(load_reports(cases / "gold.jsonl"), load_reports(cases / "system.jsonl"))


def test_score_gives_the_figures_of_the_codebooks_scorer(result, cases):
    """figures.json was written by the script that the codebook names, for the same two files."""
    assert result.figures() == pytest.approx(json.loads((cases / "figures.json").read_text()))


def test_score_of_gold_against_itself_is_perfect(cases):
    gold = load_reports(cases / "gold.jsonl")
    figures = score(gold, gold).figures()
    assert {name: value for name, value in figures.items() if value != 1.0} == {
        "articles": 10,
        "gold": 10,
        "system": 10,
        "matched": 10,
    }


def test_score_of_nothing_is_zero_where_gold_has_reports(cases):
    figures = score(load_reports(cases / "gold.jsonl"), {}).figures()
    assert figures["recall"] == figures["precision"] == figures["f1"] == 0.0
    assert figures["macro_f1"] == pytest.approx(0.2)  # two articles rightly have none


def test_score_counts_by_event_type(result):
    assert result.by_type["Explosions/Remote violence"] == Counts(gold=6, system=8, matched=5)
    assert result.by_type["Protests"] == Counts(gold=1, system=0, matched=0)


def test_score_says_why_each_report_found_no_partner(result):
    assert {m.article: m.cause for m in result.missed} == {
        "two-of-three": Cause.ELSEWHERE,
        "other-type": Cause.TYPE,
        "other-day": Cause.DATE,
        "not-coded": Cause.SILENCE,
    }
    assert {m.article: m.cause for m in result.spurious} == {
        "other-type": Cause.TYPE,
        "other-day": Cause.DATE,
        "nothing-said": Cause.SILENCE,
        "twice": Cause.TAKEN,
    }


def test_score_adds_up_over_parts(cases, result):
    system = load_reports(cases / "system.jsonl")
    parts = [score(load_reports(cases / "gold.jsonl", part), system) for part in (Part.WORK, Part.ASIDE)]
    assert sum(p.articles for p in parts) == result.articles
    assert sum(p.reports.matched for p in parts) == result.reports.matched
    assert all(p.articles for p in parts)
