"""Numbers found, by table and against numbers written out by the rules of grammar."""

from __future__ import annotations

import itertools
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.lexicon.load import load_lexicon
from waqai.tag.number.find import find_numbers
from waqai.tag.number.label import NO_COUNTS, NumberClass
from waqai.tag.number.words import cardinal_at, digits_value, marks_of
from waqai.tag.words import Words
from waqai.text.fold import fold, fold_key

TABLE = tomllib.loads((Path(__file__).parents[2] / "cases" / "numbers.toml").read_text(encoding="utf-8"))
UNITS = ("", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
TENS = ("", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون")
HUNDREDS = ("", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة")


def words_of(text: str) -> tuple[str, Words]:
    folded = fold(text).text
    return folded, Words.of(folded, load_lexicon())


def spell(n: int) -> str:
    """Write a number below a million as a schoolbook does, nominative."""
    parts: list[str] = []
    thousands, rest = divmod(n, 1000)
    if thousands == 1:
        parts.append("ألف")
    elif thousands == 2:
        parts.append("ألفان")
    elif thousands:
        parts.append(spell(thousands) + (" آلاف" if thousands <= 10 else " ألفا"))
    hundreds, rest = divmod(rest, 100)
    if hundreds:
        parts.append(HUNDREDS[hundreds])
    if 0 < rest <= 10:
        parts.append(UNITS[rest])
    elif rest in (11, 12):
        parts.append({11: "أحد عشر", 12: "اثنا عشر"}[rest])
    elif rest < 20 and rest:
        parts.append(f"{UNITS[rest - 10]} عشر")
    elif rest:
        tens, units = divmod(rest, 10)
        parts += [UNITS[units]] * bool(units) + [TENS[tens]]
    return " و".join(parts)


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda c: c["id"])
def test_table(case: dict[str, Any]) -> None:
    folded, words = words_of(case["text"])
    tokens = words.tokens
    found = [
        f"{folded[tokens[m.first].start : tokens[m.last - 1].end]} = {m.count} {m.cls}" for m in find_numbers(words)
    ]
    want = [f"{fold_key(left)} = {right}" for left, _, right in (w.rpartition(" = ") for w in case["want"])]
    assert found == want


def test_table_has_no_case_twice() -> None:
    ids = [case["id"] for case in TABLE["case"]]
    assert len(ids) == len(set(ids)) >= 60


@given(st.integers(1, 99_999))
def test_a_number_written_out_reads_back(n: int) -> None:
    _, words = words_of(f"{spell(n)} قتيلا")
    cardinal = cardinal_at(words, marks_of(words), 0)
    assert cardinal is not None
    assert (cardinal.value, cardinal.last) == (n, len(words.tokens) - 1)


@given(st.integers(1, 999_999))
def test_digits_read_back(n: int) -> None:
    assert digits_value(str(n)) == digits_value(f"{n:,}") == n


@pytest.mark.parametrize("text", ["5.5", "1,50", "12,3456", "", "1234567890123"])
def test_no_whole_number(text: str) -> None:
    assert digits_value(text) is None


@given(st.lists(st.sampled_from([c["text"] for c in TABLE["case"]]), max_size=6))
def test_mentions_are_in_order_and_apart(texts: list[str]) -> None:
    _, words = words_of("\n".join(texts))
    mentions = find_numbers(words)
    assert all(a.last <= b.first for a, b in itertools.pairwise(mentions))
    assert all(0 <= m.first < m.last <= len(words.tokens) for m in mentions)


@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    _, words = words_of(text)
    for mention in find_numbers(words):
        assert mention.counts == (mention.cls not in NO_COUNTS)


def test_number_inside_a_name_is_part_of_the_name() -> None:
    _, words = words_of("قالت شبكة درعا 24 إن 3 قتلوا")
    assert [(m.count.min, m.cls) for m in find_numbers(words)] == [(24, NumberClass.LABEL), (3, NumberClass.EXACT)]
