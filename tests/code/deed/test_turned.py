"""Acts that who does them, or who wards them off, makes other acts."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("أغلق محتجون طريق المطار بالسواتر الترابية في مدينة سبها.", ("Peaceful protest", "road_block")),
        ("أغلقت قسد طريق المطار بالسواتر الترابية في مدينة القامشلي.", ("Other", "closure")),
        ("شجار بين عائلتين بالعصي في بلدة صوران يسفر عن إصابة رجل.", ("Mob violence", "crowd_attack")),
        ("شجار بين عائلتين بالأسلحة النارية في بلدة صوران يسفر عن إصابة رجل.", ("Armed clash", "clash")),
        ("استهدافات متبادلة بالرشاشات بين قوات النظام والفصائل في بلدة كفرنوران.", ("Armed clash", "clash")),
        ("صدت فصائل المعارضة هجوما لقوات النظام على بلدة كفرتخاريم.", ("Armed clash", "clash")),
        ("أفشلت طائرات التحالف هجوما للحوثيين على مدينة مأرب.", ("Air/drone strike", "airstrike")),
    ],
)
def test_an_act_turns(coder, text: str, want: tuple[str, str]):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2022-06-15"})
    assert [(r.sub_event_type, r.method) for r in coder.code(article).reports] == [want]
