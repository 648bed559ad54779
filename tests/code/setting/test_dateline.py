"""A dateline says where an act was only where the story names no place else."""

from __future__ import annotations

import pytest

from waqai.read import read_article


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("تعز - قتل أربعة حوثيين أمس في اشتباكات مع المقاومة.", ["تعز"]),
        ("بيروت (وكالات) – هاجم مسلحون أمس حاجزا للجيش السوري وقتلوا جنديين. ووقع الهجوم قرب بلدة كنصفرة.", ["كنصفرة"]),
        ("حماة (وكالات) – قتل مدني أمس في قصف لقوات النظام استهدف منزلا في بلدة كنصفرة.", ["كنصفرة"]),
    ],
)
def test_where_it_was_written(coder, text, want):
    assert [r.place.name for r in coder.code(read_article("dateline", "", text)).reports] == want
