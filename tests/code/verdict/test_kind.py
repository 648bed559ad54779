"""The kind of an act by hand: who was hit tells an attack on the unarmed from a clash (codebook section 2)."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from waqai.code.coder import Coder
from waqai.read import article_from_record
from waqai.read.record import read_article

TABLE = tomllib.loads((Path(__file__).parents[2] / "cases" / "types.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda case: case["text"][:40])
def test_each_type_is_found_where_it_is_told(case: dict[str, Any], coder: Coder) -> None:
    published: date = case.get("published", TABLE["published"])
    reports = coder.code(read_article("a", "", case["text"], published=published)).reports
    failed = {"failed": " (failed)", "completed": ""}
    assert sorted(f"{r.sub_event_type}: {r.method}{failed[r.outcome]}" for r in reports) == case["want"]


def test_every_sub_event_type_and_nothing_at_all_are_told():
    told = {want.partition(":")[0] for case in TABLE["case"] for want in case["want"]}
    assert len(told) >= 22
    assert sum(not case["want"] for case in TABLE["case"]) >= 50


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("قنصت قوات النظام مدنياً في قرية كفر نوران غربي حلب.", "Attack"),
        ("قنصت هيئة تحرير الشام عنصراً من قوات النظام في قرية كفر نوران غربي حلب.", "Armed clash"),
        ("قتل ضابط في قوات النظام على يد مسلحين مجهولين في بلدة المزيريب.", "Armed clash"),
        ("قتل مزارع على يد مسلحين مجهولين في بلدة المزيريب.", "Attack"),
        ("ألقت الشرطة القبض على سبعة من المشجعين بعد الاشتباك مع الأمن في مدينة الجيزة.", "Arrests"),
        ("اعتقل التحالف الدولي رجلاً في إنزال جوي على قرية الطكيحي بعد اشتباكات دامت ساعة.", "Armed clash"),
    ],
)
def test_who_was_hit_decides(coder, text: str, want: str):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2022-06-15"})
    assert [report.sub_event_type for report in coder.code(article).reports] == [want]


def test_a_road_cut_by_shelling_is_no_protest(coder):
    text = "قصفت قوات النظام بلدة كنصفرة ما أدى إلى قطع الطريق في بلدة البارة."
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2022-06-15"})
    assert {report.event_type for report in coder.code(article).reports} == {"Explosions/Remote violence"}


def test_fire_upon_a_checkpoint_is_aimed_at_who_holds_it(coder):
    text = "أطلق مقاومون النار على حاجز الجلمة شمال جنين."
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2023-06-15"})
    assert [report.sub_event_type for report in coder.code(article).reports] == ["Armed clash"]
