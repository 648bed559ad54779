"""A citation between commas is read at the end of its sentence; one that tells an act, or ends the sentence, stays."""

from __future__ import annotations

import pytest

from waqai.gazetteer.store import open_gazetteer
from waqai.lexicon.load import load_lexicon
from waqai.read import article_from_record
from waqai.tag.chunk import Sort
from waqai.tag.tagged import tag


def order(text):
    row = tag(article_from_record({"id": "1", "title": "", "text": text}), load_lexicon(), open_gazetteer()).row
    return [c.first for c in row if c.sort is not Sort.STOP]


@pytest.mark.parametrize(
    "text",
    [
        "قصف الجيش، بحسب مصدر محلي، بلدة نوى.",
        "قصف الجيش - وفق ناشطين - بلدة نوى.",
        "قتل مدنيان، وفقا لشهود عيان، بقصف على بلدة نوى، وجرح ثالث.",
    ],
)
def test_a_citation_in_the_middle_goes_to_the_end(text):
    firsts = order(text)
    assert firsts != sorted(firsts)


@pytest.mark.parametrize(
    "text",
    [
        "قصف الجيش بلدة نوى، بحسب مصدر محلي.",
        "بحسب مصدر محلي، قصف الجيش بلدة نوى.",
        "قتل مدني، بحسب مصدر محلي قال إن الجيش قصف بلدة نوى، وجرح آخر.",
    ],
)
def test_other_citations_stay(text):
    firsts = order(text)
    assert firsts == sorted(firsts)
