"""Other languages are told apart and set aside; Arabic in any keyboard's letters is not."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from waqai.model import Article, Span
from waqai.read.language import language_of, languages, set_aside

CASES = tomllib.loads((Path(__file__).parent.parent / "cases/languages.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['code']}-{c['text'][:12]}")
def test_language(case):
    assert language_of(case["text"]).code == case["code"]


def test_a_text_that_tells_nothing_is_taken_for_arabic():
    assert language_of("").code == "ar"
    assert language_of("BREAKING 12:30").code == "ar"


def test_every_language_has_its_signs():
    assert all(language.words and language.name for language in languages())


def article(text: str) -> Article:
    return Article(id="1", title="", text=text, published=date(2024, 1, 1), paragraphs=(Span(1, 1 + len(text)),))


def test_what_is_set_aside_keeps_its_words_and_says_why():
    persian = next(c["text"] for c in CASES if c["code"] == "fa")
    apart = set_aside(article(persian))
    assert (apart.language, apart.paragraphs, apart.headline) == ("fa", (), None)
    assert [(x.reason, x.text.strip()) for x in apart.excluded] == [("in Persian, not in Arabic", persian)]
    assert apart.text == persian


def test_arabic_is_left_as_it_is():
    told = article(CASES[0]["text"])
    assert set_aside(told) is told
