"""Whom fire was aimed at that hit homes, woods, a hill."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("قصفت مدفعية النظام أراضي زراعية في بلدة الفوعة.", "CIVILIANS"),
        ("قصفت مدفعية النظام مناطق حراجية في محيط بلدة بداما.", "UNKNOWN"),
        ("قصفت مدفعية النظام منازل ومناطق حراجية في بلدة بداما.", "CIVILIANS"),
        ("أغار الطيران الروسي على تلال الخضراء بريف اللاذقية.", "UNKNOWN"),
        ("استهدفت مدفعية النظام نقطة طبية في بلدة بداما.", "CIVILIANS"),
        ("استهدفت مدفعية النظام نقطة عسكرية في بلدة بداما.", "UNKNOWN"),
    ],
)
def test_what_was_hit_says_whom(coder, text, to):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2022-03-12"})
    assert [list(r.targets) for r in coder.code(article).reports] == [[to]]
