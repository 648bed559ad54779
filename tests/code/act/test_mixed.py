"""Lists of villages in which somebody's position stands."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record

_ROCKETS = "استهدفت فصائل المعارضة اليوم بالصواريخ مواقع قوات النظام في معردبسة وكفرنبل ومعسكر الحامدية."


def _aims(coder, text: str) -> dict[str, list[str]]:
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2022-05-03"})
    return {r.place.name: list(r.targets) for r in coder.code(article).reports}


@pytest.mark.parametrize(
    ("text", "aims"),
    [
        (
            "قصفت القوات التركية اليوم قريتي بيلونية ومرعناز ونقطة لقوات النظام في قرية عين دقنة شمالي حلب.",
            {"بيلونية": ["CIVILIANS"], "مرعناز": ["CIVILIANS"], "عين دقنة": ["SYR_GOV"]},
        ),
        (
            "طال القصف المدفعي اليوم قرية أسدية، ومحيط قاعدة لقسد، وقرى الدردارة وتل الطويل بريف تل تمر.",
            {"أسدية": ["CIVILIANS"], "الدردارة": ["CIVILIANS"], "تل الطويل": ["CIVILIANS"]},
        ),
        (
            "قصفت القوات التركية اليوم مقرا لقسد في قرية الجات وقرية عون الدادات بريف منبج.",
            {"الجات": ["SDF"], "عون الدادات": ["CIVILIANS"]},
        ),
        (
            "قصفت القوات التركية اليوم مقرات لقسد في قرية الجات وقرية عون الدادات بريف منبج.",
            {"الجات": ["SDF"], "عون الدادات": ["SDF"]},
        ),
        (_ROCKETS, {"معردبسة": ["SYR_GOV"], "كفرنبل": ["SYR_GOV"], "الحامدية": ["SYR_GOV"]}),
    ],
)
def test_position_is_hit_where_it_is(coder, text, aims):
    found = _aims(coder, text)
    assert {name: found.get(name) for name in aims} == aims
