"""Whom an act means that names nobody."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from waqai.code.verdict.meant import TABLE, choose
from waqai.read import article_from_record


def coded(coder, text: str):
    return coder.code(article_from_record({"id": "x", "title": "", "text": text, "published": "2015-07-20"})).reports


@pytest.mark.parametrize(
    ("before", "doer"),
    [
        ("حلقت طائرات النظام السوري صباح اليوم في سماء حماة.", "SYR_GOV"),
        ("اتهم سكان الجيش التركي بالتصعيد.", "TURKEY_MIL"),
    ],
)
def test_a_strike_that_names_nobody_is_that_of_who_is_named_right_before_it_and_flies(coder, before, doer):
    (report,) = coded(coder, f"{before} وأصيب طفلان في غارة على بلدة كفرزيتا. وتراجع مقاتلو تنظيم داعش شرقاً.")
    assert report.initiators == (doer,)
    assert report.rule["initiators"].startswith("meant.doer: flies, near.sentence_before")
    (span,) = report.evidence["initiators"]
    assert span.end < report.evidence["event"][0].start


def test_a_strike_on_a_page_that_names_nobody_stays_nobodys(coder):
    (report,) = coded(coder, "أصيب طفلان اليوم في غارة على بلدة كفرزيتا.")
    assert report.initiators == ("UNKNOWN",)
    assert report.rule["initiators"] == "roles.nobody_named"


def test_who_lays_a_bomb_is_not_who_is_named_beside_it(coder):
    text = (
        "وصلت دورية للجيش التركي إلى عفرين. وأصيب رجل اليوم بانفجار عبوة ناسفة في عفرين. وعاد الجيش التركي إلى قاعدته."
    )
    (report,) = coded(coder, text)
    assert report.initiators == ("UNKNOWN",)


@pytest.mark.parametrize(
    ("likely", "meant"),
    [
        ({"UNKNOWN": 0.4, "IS": 0.7}, ("IS",)),
        ({"UNKNOWN": 0.4, "IS": 0.45}, ()),  # not surer enough
        ({"UNKNOWN": 0.2, "HOUTHI": 0.6, "SALEH_FORCES": 0.8}, ("SALEH_FORCES", "HOUTHI")),
        ({"UNKNOWN": 0.1, "CIVILIANS": 0.7, "HOUTHI": 0.6}, ("CIVILIANS",)),
    ],
)
def test_unknown_gives_way_to_who_is_clearly_likelier(likely, meant):
    assert choose(likely) == meant


@pytest.mark.parametrize("table", TABLE.values())
def test_the_tables_weigh_what_a_reader_would_name(table):
    weights = tomllib.loads((files("waqai") / "data" / "weights" / f"{table}.toml").read_text(encoding="utf-8"))[
        "weights"
    ]
    assert weights["kin.none"] < 0 < weights["near.sentence_before"]
