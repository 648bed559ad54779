"""Doers carried on from clause to clause, and acts that have none."""

from __future__ import annotations

from waqai.read import article_from_record


def _sides(coder, text: str) -> list[tuple[list[str], list[str]]]:
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-07-28"})
    return [(list(r.initiators), list(r.targets)) for r in coder.code(article).reports]


def test_a_bomb_goes_off_by_itself(coder):
    text = "قتل مقاتلو طالبان عشرة من الشرطة في قندوز أمس. وفي كابول انفجرت عبوة ناسفة فقتلت مدنيين اثنين."
    assert _sides(coder, text)[1] == (["UNKNOWN"], ["CIVILIANS"])
