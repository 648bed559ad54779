"""Tolls by table, each sentence coded whole: who was hurt, and how many."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from waqai.model import Harm
from waqai.read import article_from_record

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "tolls.toml").read_text(encoding="utf-8"))["case"]


def _line(harm: Harm) -> str:
    low, high = ("-" if n is None else n for n in (harm.min, harm.max))
    return f"{harm.kind} {harm.who} {low} {high}"


@pytest.mark.parametrize("case", CASES)
def test_the_toll_of_a_sentence(coder, case: dict[str, Any]) -> None:
    article = article_from_record(
        {"id": "case", "title": "", "text": case["text"], "published": str(case.get("day", "2022-06-01"))}
    )
    (report,) = coder.code(article).reports
    assert sorted(_line(harm) for harm in report.harm) == sorted(case["want"])


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "قتل خمسة أشخاص وأصيب 11 بانفجار عبوة ناسفة في مدينة الباب، ومقتل أربعة جنود وجرح ستة بهجوم بسيارة مفخخة على حاجز في مدينة منبج.",
            [["killed civilians 5 5", "wounded civilians 11 11"], ["killed combatants 4 4", "wounded combatants 6 6"]],
        ),
    ],
)
def test_each_place_of_a_sentence_has_its_own_toll(coder, text: str, want: list[list[str]]) -> None:
    article = article_from_record({"id": "case", "title": "", "text": text, "published": "2022-06-01"})
    assert [sorted(_line(harm) for harm in report.harm) for report in coder.code(article).reports] == want


def test_a_toll_told_of_another_governorate_stays_there(coder) -> None:
    text = "قصفت طائرات التحالف مخازن لتنظيم داعش شمال الموصل أمس. وأفاد مصدر طبي بأن الحشد الشعبي فقد 27 من عناصره في بيجي."
    article = article_from_record({"id": "case", "title": "", "text": text, "published": "2015-07-20"})
    assert all(not report.harm for report in coder.code(article).reports)


def test_a_total_over_two_places_leaves_each_its_own_broken_down_toll(coder) -> None:
    text = (
        "قتل 26 شخصاً، بينهم عشرة من عناصر الدفاع الوطني، في هجوم لتنظيم داعش على بلدة السخنة، "
        "وعُثر على جثة رجل قرب بلدة معدان."
    )
    article = article_from_record(
        {"id": "case", "title": "مقتل 27 شخصاً في البادية", "text": text, "published": "2022-06-01"}
    )
    tolls = [sorted(_line(harm) for harm in report.harm) for report in coder.code(article).reports]
    assert tolls == [["killed civilians 16 16", "killed combatants 10 10"], ["killed civilians 1 1"]]
