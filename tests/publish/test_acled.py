"""ACLED-shaped rows: columns, order and rules of the codebook's export."""

from __future__ import annotations

import csv

import pytest

from incident_factory import ALL, clash, failed_raid, incident, week
from waqai.publish import Context
from waqai.publish.acled import ACLED, COLUMNS, interaction, tags

EXPORT = """event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2
assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision
source source_scale notes fatalities tags timestamp""".split()


def rows(tmp_path, *incidents, **context):
    path = tmp_path / "acled.csv"
    ACLED.write(incidents, path, Context(**context))
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_columns_are_those_of_the_export_in_its_order():
    assert list(COLUMNS) == EXPORT
    assert len(EXPORT) == 31


def test_a_shelling(tmp_path):
    (row,) = rows(tmp_path, incident())
    assert row["event_id_cnty"] == "SYR9544371"
    assert (row["event_date"], row["year"], row["time_precision"]) == ("2021-11-08", "2021", "1")
    assert row["disorder_type"] == "Political violence"
    assert (row["actor1"], row["inter1"]) == ("Military Forces of Syria (2000-2024)", "State forces")
    assert (row["actor2"], row["inter2"]) == ("Civilians (Syria)", "Civilians")
    assert row["interaction"] == "State forces-Civilians"
    assert row["civilian_targeting"] == "Civilian targeting"
    assert (row["iso"], row["region"], row["country"], row["admin1"]) == ("760", "Middle East", "Syria", "Idlib")
    assert (row["location"], row["latitude"], row["longitude"], row["geo_precision"]) == (
        "Kansafra",
        "35.6601",
        "36.4701",
        "1",
    )
    assert row["source"] == "وكالة السهل 0; الدفاع المدني"
    assert row["fatalities"] == "2"
    assert row["notes"].startswith("On 8 November 2021, shelling in Kansafra (Idlib, Syria)")
    assert "تشرين الثاني/نوفمبر" in row["notes"]
    assert row["timestamp"] == "1636329600"


def test_allies_are_associated_actors_and_abroad_a_state_is_external(tmp_path):
    row, air = rows(tmp_path, clash(), incident(initiators=("RUSSIA_MIL",)))
    assert row["assoc_actor_2"] == "Pro-Assad militias (NDF and others)"
    assert row["interaction"] == "State forces-Rebel group"
    assert row["civilian_targeting"] == ""
    assert air["inter1"] == "External/Other forces"
    assert air["interaction"] == "Civilians-External/Other forces"


def test_a_week_is_its_middle_and_a_protest_tells_its_crowd(tmp_path):
    (row,) = rows(tmp_path, week())
    assert (row["event_date"], row["time_precision"], row["geo_precision"]) == ("2021-11-04", "2", "3")
    assert (row["disorder_type"], row["inter1"]) == ("Demonstrations", "Protesters")
    assert "crowd size=no report" in row["tags"]
    assert "status=denied" in row["tags"]


def test_without_a_day_there_is_no_row(tmp_path):
    assert rows(tmp_path, failed_raid()) == []


@pytest.mark.parametrize(("rule", "number"), [("acled", 5), ("low", 5), ("best", 7), ("high", 7)])
def test_the_dead_are_one_number_by_the_rule_chosen(tmp_path, rule, number):
    (row,) = rows(tmp_path, clash(), fatalities=rule)
    assert row["fatalities"] == str(number)


@pytest.mark.parametrize(
    ("one", "two", "pair"),
    [("Civilians", "State forces", "State forces-Civilians"), ("Protesters", "", "Protesters only"), ("", "", "")],
)
def test_a_pair_has_one_order(one, two, pair):
    assert interaction(one, two) == pair


def test_what_is_ordinary_needs_no_tag():
    assert tags(incident()) == "method=shelling; grade=weak"


def test_every_kind_of_incident_fills_a_row(tmp_path):
    assert len(rows(tmp_path, *ALL)) == 4
