"""Inhabitants as a side of a fight."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("دارت اشتباكات بين سكان بلدة الطيبة بريف دير الزور وقسد.", ["CIVILIANS"], ["SDF"]),
        ("دارت اشتباكات بين شبان قرية الرفيد والجيش الإسرائيلي خلال اقتحام القرية.", ["ISRAEL_MIL"], ["CIVILIANS"]),
        ("دارت اشتباكات بين الجيش الإسرائيلي وسكان قرية الرفيد بريف القنيطرة.", ["ISRAEL_MIL"], ["CIVILIANS"]),
    ],
)
def test_people_of_a_town_are_a_side(coder, text, by, to):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2025-03-12"})
    assert [(list(r.initiators), list(r.targets)) for r in coder.code(article).reports] == [(by, to)]
