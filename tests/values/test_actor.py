"""Actor ids, and those that the list lacks."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from waqai.values.actor import is_actor_id, other_actor


def test_every_id_of_the_list_is_one():
    with (files("waqai") / "data" / "actors.csv").open(encoding="utf-8") as lines:
        ids = [row["id"] for row in csv.DictReader(lines)]
    assert len(ids) == len(set(ids)) > 60
    assert all(is_actor_id(i) for i in ids)


def test_an_actor_that_the_list_lacks_keeps_its_name():
    assert other_actor("  لواء   الفتح ") == "OTHER:لواء الفتح"
    assert is_actor_id("OTHER:لواء الفتح")


@pytest.mark.parametrize("text", ["", "OTHER:", "is", "the army", "SYR-GOV"])
def test_what_is_none(text):
    assert not is_actor_id(text)
