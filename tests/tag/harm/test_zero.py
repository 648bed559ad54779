"""Tolls of nobody, by table; what is not known is no zero."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from strategies import texts
from waqai.lexicon.load import load_lexicon
from waqai.model import Article, Span
from waqai.tag.harm.find import find_harm
from waqai.tag.harm.zero import with_zeros
from waqai.tag.tagged import tag
from waqai.tag.words import Words
from waqai.text.fold import fold

TABLE = tomllib.loads((Path(__file__).parents[2] / "cases" / "zeros.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda c: c["id"])
def test_table(case: dict[str, Any], coder):
    text = case["text"]
    article = Article(id="case", title="", text=text, paragraphs=(Span(1, len(text) + 1),))
    row = tag(article, coder.lexicon, coder.gazetteer).row
    found = find_harm(row, 0, len(row))
    assert [f"{m.kind} {m.who}" for m in found if m.count.max == 0] == case["want"]


def test_a_toll_beside_the_zero_is_kept(coder):
    text = "قتل ثلاثة مدنيين في القصف دون وقوع أضرار مادية"
    article = Article(id="case", title="", text=text, paragraphs=(Span(1, len(text) + 1),))
    row = tag(article, coder.lexicon, coder.gazetteer).row
    assert [(m.kind, m.count.min) for m in find_harm(row, 0, len(row))] == [("killed", 3)]


@given(texts)
def test_added_hits_are_in_order_and_within_the_text(text):
    folded = fold("دون وقوع " + text + " إصابات").text
    words = Words.of(folded, load_lexicon())
    more = with_zeros(words, load_lexicon())
    assert more.tokens == words.tokens
    assert [(h.first, -h.last) for h in more.hits] == sorted((h.first, -h.last) for h in more.hits)
    assert all(0 <= h.first < h.last <= len(words.tokens) for h in more.hits)
