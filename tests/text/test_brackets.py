"""Brackets that only set a number or a name off go; those that gloss the word before stay; offsets hold."""

from __future__ import annotations

import pytest
from hypothesis import given

from strategies import texts
from waqai.text.brackets import open_brackets
from waqai.text.fold import fold

ACTORS = frozenset({"قسد", "داعش"})
WORDS = frozenset({"اعتقلتهم"})


def opened(text):
    return open_brackets(fold(text), ACTORS.__contains__, WORDS.__contains__).text


@given(texts)
def test_only_brackets_change(text):
    before, after = fold(text).text, opened(text)
    assert len(before) == len(after)
    assert all(a == b or (a in "()" and b in ' "') for a, b in zip(before, after, strict=True))


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("مقتل (3) مدنيين", "مقتل  3  مدنيين"),
        ("قرية (السهل) الحدودية", 'قريه "السهل" الحدوديه'),
        ("هجوم ل(داعش) هناك", 'هجوم ل"داعش" هناك'),
        ("اعتقلتهم (قسد) ليلا", 'اعتقلتهم "قسد" ليلا'),
    ],
)
def test_what_the_sentence_needs_loses_its_brackets(text, want):
    assert opened(text) == want


@pytest.mark.parametrize(
    "text",
    [
        "الشاب سالم (25) من التل",
        "التل (شمال) امس",
        "سالم الديري (داعش)",
        "مدينه (شمال البلاد) امس",
        "سالم (وهو طبيب) امس",
        "وفق الماده (12)",
    ],
)
def test_a_gloss_keeps_its_brackets(text):
    assert opened(text) == fold(text).text
