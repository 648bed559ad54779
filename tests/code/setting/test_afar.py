"""Places far from the war that a page is about."""

from __future__ import annotations

import pytest

from waqai.code.coder import Coder
from waqai.read.record import article_from_record

HOME = "قصفت طائرات النظام السوري أمس دوما وحلب ودرعا في سوريا، ثم بلدات مورك وكفرزيتا واللطامنة السورية.\n"


def lands(coder: Coder, text: str) -> dict[str, str | None]:
    record = {"id": "1", "url": "https://example.org/1", "published": "2015-07-25", "text": HOME + text}
    return {r.place.name: r.place.country for r in coder.code(article_from_record(record)).reports}


@pytest.mark.parametrize(
    ("where", "name", "country"),
    [
        ("مدينة مايدوغوري", "مايدوغوري", "NG"),
        ("ماروا (الكاميرون)", "ماروا", "CM"),
        ("ماروا (شمال الكاميرون)", "ماروا", "CM"),
        ("ماروا الكاميرونية", "ماروا", "CM"),
    ],
)
def test_a_city_afar_lies_in_its_own_country(coder: Coder, where: str, name: str, country: str) -> None:
    assert lands(coder, f"وفجر انتحاري نفسه أمس وقتل سبعة أشخاص في {where}.").get(name) == country


def test_a_village_at_home_is_no_town_afar_of_its_name(coder: Coder) -> None:
    assert lands(coder, "وقتل سبعة أشخاص أمس بقصف على قرية ماروا.").get("ماروا") == "SY"
