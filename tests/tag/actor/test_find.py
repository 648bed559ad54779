"""Actors: every id of the list is reached by its ordinary names, in its country and on a day of its time."""

from __future__ import annotations

import csv
import tomllib
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

import pytest

from waqai.tag.actor.find import find_actors
from waqai.tag.setting import Setting
from waqai.tag.words import Words
from waqai.text.fold import fold

LISTED = list(csv.DictReader((files("waqai") / "data" / "actors.csv").read_text(encoding="utf-8").splitlines()))
TABLE = tomllib.loads((Path(__file__).parents[2] / "cases" / "actor_names.toml").read_text(encoding="utf-8"))
SOME_WEEKS = timedelta(days=60)
COUNTRIES = ("SY", "IQ", "LB", "PS", "LY", "SD")
NAMES = [(n["actor"], n["country"], n["day"], name) for n in TABLE["names"] for name in n["names"]]


def found(coder, text: str, country: str, day: date | None) -> list[tuple[str, ...]]:
    words = Words.of(fold(text).text, coder.lexicon)
    return [phrase.ids for phrase in find_actors(words, Setting(country, day)) if phrase.ids]


@pytest.mark.parametrize(("actor", "country", "day", "name"), NAMES, ids=str)
def test_a_name_means_its_actor_there_and_then(coder, actor: str, country: str, day: date, name: str):
    assert found(coder, f"هاجمت {name} القرية", country, day) == [(actor,)]


@pytest.mark.parametrize(
    "row", [r for r in LISTED if set(r["countries"].split("|")) & set(COUNTRIES)], ids=lambda r: r["id"]
)
def test_the_lists_own_names_are_read(coder, row: dict[str, str]):
    country = next(c for c in row["countries"].split("|") if c in COUNTRIES)
    began = row["from"]
    day = date.fromisoformat(began + "-01-01"[len(began) - 4 :]) if began else None
    day = day + SOME_WEEKS if day else None
    for name in row["names_ar"].split("|"):
        if "(" not in name:
            assert found(coder, f"هاجم {name} القرية", country, day) == [(row["id"],)], name


def test_who_bears_another_actors_name_is_whose_the_text_says(coder):
    assert found(coder, "اعتقلت الشرطة العسكرية التابعة لقسد شابا", "SY", date(2022, 6, 15)) == [("SDF",)]


def test_an_occupation_is_that_of_whom_the_text_names(coder):
    day = date(2025, 5, 10)
    assert found(coder, "توغلت قوات الاحتلال في القرية", "SY", day) == [("ISRAEL_MIL",)]
    assert ("TURKEY_MIL",) in found(coder, "قالت تركيا إن قوات الاحتلال", "SY", day)
    assert found(coder, "قصفت قوات الاحتلال القرية", "SY", date(2022, 5, 10)) == [("TURKEY_MIL",)]


def test_words_for_a_whole_side_mean_both_whom_the_text_pairs(coder):
    day, both = date(2015, 7, 28), ("HOUTHI", "SALEH_FORCES")
    paired = "قاتلت المقاومة الحوثيين وقوات صالح، ثم فر "
    assert found(coder, paired + "المتمردون", "YE", day)[-1] == both
    assert found(coder, paired + "الانقلابيون", "YE", day)[-1] == both
    assert found(coder, paired + "الحوثيون", "YE", day)[-1] == ("HOUTHI",)
    assert found(coder, "قاتلت المقاومة الحوثيين، ثم فر الانقلابيون", "YE", day)[-1] == ("HOUTHI",)


def test_zealots_are_no_faction_of_another_kind(coder):
    day = date(2015, 7, 28)
    told = "سيطرت فجر ليبيا على المدينة وهاجم {} القرية، ثم قصف الطيران {}"
    assert found(coder, told.format("تنظيم داعش", "المتطرفين"), "LY", day)[-1] == ("IS",)
    assert found(coder, "سيطرت فجر ليبيا على المدينة ثم قصف الطيران المتطرفين", "LY", day) == [("LIB_DAWN",)]


def test_an_organisation_is_named_so(coder):
    day = date(2025, 3, 22)
    assert found(coder, "اعتقلت قسد قياديا في التنظيم", "SY", day) == [("SDF",), ("IS",)]
    assert found(coder, "تحسن التنظيم في الدوائر", "SY", day) == []
