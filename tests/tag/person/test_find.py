"""Named persons, by table and by what must hold for every text."""

from __future__ import annotations

import itertools
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.lexicon.load import load_lexicon
from waqai.tag.person.find import PersonMention, find_persons
from waqai.tag.words import Words
from waqai.text.fold import fold, fold_key

TABLE = tomllib.loads((Path(__file__).parents[2] / "cases" / "persons.toml").read_text(encoding="utf-8"))
ROLES = {"victim", "wanted", "official", "source", "detained", "fighter", "other"}


def persons_of(text: str) -> tuple[str, Words, list[PersonMention]]:
    folded = fold(text).text
    words = Words.of(folded, load_lexicon())
    return folded, words, find_persons(words)


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda c: c["id"])
def test_table(case: dict[str, Any]) -> None:
    folded, words, mentions = persons_of(case["text"])
    tokens = words.tokens
    found = [f"{folded[tokens[m.first].start : tokens[m.last - 1].end]} = {m.role}" for m in mentions]
    want = [f"{fold_key(left)} = {right}" for left, _, right in (w.rpartition(" = ") for w in case["want"])]
    assert found == want


def test_table_has_no_case_twice() -> None:
    ids = [case["id"] for case in TABLE["case"]]
    assert len(ids) == len(set(ids)) >= 25


def test_quotes_are_outside_the_name() -> None:
    folded, words, (mention,) = persons_of("المطلوب «حسين علي الطويلان» من القرية")
    start, end = words.tokens[mention.first].start, words.tokens[mention.last - 1].end
    assert '"' not in folded[start:end]
    assert folded[start - 1] == folded[end] == '"'


@pytest.mark.parametrize(
    ("text", "clitic"), [("وقال لمازن الحايكان", "ل"), ("ومازن الحايكان", "و"), ("مازن الحايكان", "")]
)
def test_letters_that_belong_to_no_name(text: str, clitic: str) -> None:
    _, _, (mention,) = persons_of(text)
    assert mention.clitic == clitic


@given(st.lists(st.sampled_from([c["text"] for c in TABLE["case"]]), max_size=6))
def test_mentions_are_in_order_and_apart(texts: list[str]) -> None:
    _, words, mentions = persons_of("\n".join(texts))
    assert all(a.last <= b.first for a, b in itertools.pairwise(mentions))
    assert all(0 <= m.first < m.last <= len(words.tokens) and m.role in ROLES for m in mentions)


@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    _, words, mentions = persons_of(text)
    assert all(m.last <= len(words.tokens) for m in mentions)
