"""Airwars-style tables: the names of the archive's columns, the range over all accounts, conceded figures apart."""

from __future__ import annotations

import csv

import msgspec

from incident_factory import ALL, incident, toll
from waqai.publish import Context
from waqai.publish.airwars import AIRWARS, FILES


def tables(tmp_path, *incidents):
    AIRWARS.write(incidents, tmp_path / "airwars", Context())
    found = {}
    for name in FILES:
        with (tmp_path / "airwars" / name).open(encoding="utf-8", newline="") as lines:
            found[name] = list(csv.DictReader(lines))
    return found


def test_ranges_and_every_figure(tmp_path):
    found = tables(tmp_path, incident())
    (row,) = found["incidents.csv"]
    assert (row["civilian_non_combatants_killed_min"], row["civilian_non_combatants_killed_max"]) == ("2", "3")
    assert (row["civilian_harm_reported"], row["strike_status_name"]) == ("yes", "alleged")
    assert [r["killed_min"] for r in found["casualties.csv"]] == ["2", "3"]
    assert [r["belligerent_id"] for r in found["belligerents.csv"]] == ["SYR_GOV"]


def test_what_the_side_concedes_stands_apart(tmp_path):
    conceded = msgspec.structs.replace(toll(), conceded_low=1, conceded_high=1)
    found = tables(tmp_path, incident(toll=(conceded,)))
    assert found["belligerents.csv"][0]["deaths_conceded_min"] == "1"
    assert found["incidents.csv"][0]["strike_status_name"] == "declared"


def test_codes_join_the_tables(tmp_path):
    found = tables(tmp_path, *ALL)
    codes = {r["code"] for r in found["incidents.csv"]}
    assert len(codes) == len(ALL)
    assert all({r["code"] for r in rows} <= codes for rows in found.values())
