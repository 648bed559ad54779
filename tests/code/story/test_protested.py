"""Whom the protests of one wave are against that name nobody."""

from __future__ import annotations

from waqai.code.story.protested import against_with_others


class _Value:
    admin1 = "As-Suwayda"


class _Where:
    value = _Value()


class _Act:
    where = _Where()
    drafts: tuple[()] = ()


def test_a_wave_is_against_one_authority_in_one_governorate():
    assert against_with_others(_Act(), frozenset({("As-Suwayda", "SYR_GOV")})) == ["SYR_GOV"]
    assert against_with_others(_Act(), frozenset({("Idlib", "HTS")})) == []


def test_where_protests_are_against_several_nobody_is_taken():
    assert against_with_others(_Act(), frozenset({("As-Suwayda", "SYR_GOV"), ("Idlib", "HTS")})) == []
