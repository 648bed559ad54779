"""A toll told with no place, and then the act at its place: one incident with the toll."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record

TOLL = "قتل 14 شخصا أمس عندما فجر انتحاري نفسه في سوق بشمال أفغانستان. "
ACT = "وقال حاكم الولاية إن انتحاريا فجر سترته الناسفة في سوق مدينة ميمنة."


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (TOLL + ACT, [14]),
        (TOLL + ACT[:-1] + "، ما أدى إلى مقتل ستة مدنيين.", [6]),
        (TOLL + "من ناحية أخرى، " + ACT.removeprefix("و"), []),
        (TOLL + "وأدانت الحكومة العنف. " + ACT, []),
        (TOLL + ACT.replace("انتحاريا فجر سترته الناسفة", "مسلحين خطفوا طبيبا"), []),
    ],
    ids=["at_its_place", "other_dead", "other_matter", "far_on", "other_act"],
)
def test_a_toll_finds_its_place(coder, text: str, dead: list[int]):
    article = article_from_record({"id": "unplaced", "title": "", "text": text, "published": "2022-06-15"})
    assert [h.min for r in coder.code(article).reports for h in r.harm if h.kind == "killed"] == dead
