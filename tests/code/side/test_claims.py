"""Who claims an attack, whatever else the sentence of the claim says."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record

_ATTACK = "قتل أربعة جنود أمس في انفجار عبوة ناسفة في مدينة رفح بمحافظة شمال سيناء. "


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            _ATTACK + "وأعلنت جماعة ولاية سيناء، التي بايعت تنظيم الدولة الإسلامية العام الماضي، مسؤوليتها عن الهجوم.",
            ("SINAI_IS",),
        ),
        (_ATTACK + "وأعلنت جماعة ولاية سيناء، التي تنشط في العريش، أنها لا تعرف شيئا.", ("UNKNOWN",)),
        (_ATTACK + "وسارعت جماعة (ولاية سيناء) إلى تبني الهجوم.", ("SINAI_IS",)),
        (_ATTACK + "وقال تنظيم «ولاية سيناء» في بيان إنه نفذ الهجوم.", ("SINAI_IS",)),
        (_ATTACK + "وقالت ولاية سيناء في بيان إن أحد عناصرها نفذ الهجوم.", ("SINAI_IS",)),
        (_ATTACK + "وأعلن فرع تنظيم داعش في مصر أمس، مسؤوليته عن الهجوم.", ("SINAI_IS",)),
        (_ATTACK + "وحملت السلطات جماعة ولاية سيناء مسؤولية الهجوم.", ("SINAI_IS",)),
        (_ATTACK + "وتبنت ولاية سيناء الهجوم، قائلة إنه جاء انتقاما لقتل رجال في العريش.", ("SINAI_IS",)),
    ],
)
def test_the_claim_names_the_doer_and_no_other_place(coder, text: str, want: tuple[str, ...]):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-07-24"})
    assert [(r.place.name if r.place else "", r.initiators) for r in coder.code(article).reports] == [("رفح", want)]
