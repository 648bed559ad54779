"""A toll told at a place before its act: it is the act's, at that place, soon and of no other dead."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record

TOLL = "قتل 14 شخصا أمس في مدينة سبها. "
ACT = "وانفجرت سيارة مفخخة وسط مدينة سبها."


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (TOLL + ACT, [14]),
        (TOLL + ACT[:-1] + "، ما أدى إلى مقتل ستة مدنيين.", [6]),
        (TOLL + ACT.replace("سبها", "درنة"), []),
        (TOLL + "وقال شاهد إن السماء ممطرة. وفتحت المدارس. وعاد التيار. " + ACT, []),
    ],
    ids=["at_its_place", "other_dead", "other_place", "far_on"],
)
def test_a_toll_waits_for_its_act(coder, text: str, dead: list[int]):
    article = article_from_record({"id": "untold", "title": "", "text": text, "published": "2022-06-15"})
    assert [h.min for r in coder.code(article).reports for h in r.harm if h.kind == "killed"] == dead
