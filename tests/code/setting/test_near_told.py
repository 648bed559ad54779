"""Places of which nothing says where they lie, beside those that the article names."""

from __future__ import annotations

import pytest

from waqai.code.coder import Coder
from waqai.read.record import article_from_record


def lies(coder: Coder, text: str, published: str = "2015-08-12") -> list[tuple[str, str | None]]:
    record = {"id": "1", "url": "https://example.org/1", "published": published, "text": text}
    return [(r.place.name, r.place.admin1) for r in coder.code(article_from_record(record)).reports if r.place]


def test_a_building_lies_where_the_city_told_last_does(coder: Coder) -> None:
    text = (
        "دارت اشتباكات أمس بين المقاومة والحوثيين في مدينة إب، وأخرى في مدينة مأرب. وقصف الحوثيون بالمدفعية مدينة الضالع. "
        "واستهدف الحوثيون بقذائف الهاون مبنى البريد القديم."
    )
    assert ("مبنى البريد", "Ad Dali'") in lies(coder, text)


def test_a_hill_lies_in_the_land_right_behind_it(coder: Coder) -> None:
    text = (
        "تجددت المعارك أمس في محيط مطار خلخلة بمحافظة السويداء. "
        "وقصف لواء الأنصار بالهاون تل المقداد الذي يسيطر عليه النظام بريف درعا."
    )
    assert ("تل المقداد", "Daraa") in lies(coder, text)


@pytest.mark.parametrize(("desert", "governorate"), [("بادية أثريا", "Hama"), ("بادية الرصافة", "Ar-Raqqah")])
def test_a_desert_lies_where_the_town_lies_after_which_it_is_called(
    coder: Coder, desert: str, governorate: str
) -> None:
    text = f"قتل خمسة عناصر من قوات النظام أمس بانفجار لغم في {desert}."
    assert lies(coder, text, "2022-03-09") == [(desert, governorate)]
