"""GED-shaped rows: columns, order, types of violence, deaths by side."""

from __future__ import annotations

import csv

import pytest

from incident_factory import ALL, clash, failed_raid, incident, toll, week
from waqai.publish import Context
from waqai.publish.ucdp import COLUMNS, UCDP, priogrid, sides, violence_type

EXPORT = """id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id
dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article
source_office source_date source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude
longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b
deaths_civilians deaths_unknown best high low gwnoa gwnob""".split()


def rows(tmp_path, *incidents):
    path = tmp_path / "ucdp.csv"
    UCDP.write(incidents, path, Context())
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_columns_are_those_of_the_data_set_in_its_order():
    assert list(COLUMNS) == EXPORT
    assert len(EXPORT) == 49


def test_one_sided_violence(tmp_path):
    (row,) = rows(tmp_path, incident())
    assert (row["type_of_violence"], row["side_b"], row["deaths_civilians"]) == ("3", "Civilians", "2")
    assert (row["low"], row["best"], row["high"]) == ("2", "2", "3")
    assert (row["where_prec"], row["geom_wkt"]) == ("1", "POINT (36.4701 35.6601)")
    assert (row["date_prec"], row["date_start"]) == ("1", "2021-11-08 00:00:00.000")
    assert (row["gwnoa"], row["gwnob"]) == ("652", "")
    assert row["source_original"] == "الدفاع المدني"


def test_only_the_lethal_enter(tmp_path):
    assert [r["type_of_violence"] for r in rows(tmp_path, *ALL)] == ["3", "1", "3"]
    assert rows(tmp_path, failed_raid(), week()) == []


def test_best_is_the_sum_of_the_sides(tmp_path):
    for row in rows(tmp_path, *ALL):
        told = sum(int(row[f"deaths_{side}"]) for side in ("a", "b", "civilians", "unknown"))
        assert int(row["best"]) == told
        assert int(row["low"]) <= told <= int(row["high"])


@pytest.mark.parametrize(
    ("case", "violence", "pair"),
    [
        (clash(), 1, ("SYR_GOV", "IS")),
        (clash(targets=("HTS",)), 2, ("IS", "HTS")),
        (incident(), 3, ("SYR_GOV", "CIVILIANS")),
        (incident(targets=("HTS",)), 1, ("SYR_GOV", "HTS")),
        (incident(initiators=("UNKNOWN",), targets=()), 3, ("UNKNOWN", "CIVILIANS")),
    ],
)
def test_type_of_violence_and_sides(case, violence, pair):
    assert violence_type(case) == violence
    assert sides(case, violence) == pair


def test_protests_are_no_organised_violence():
    assert violence_type(week()) == 0


def test_fighters_hit_from_afar_are_dead_of_the_side_that_was_hit(tmp_path):
    (row,) = rows(tmp_path, incident(targets=("HTS",), toll=(toll("killed", "combatants", 4, 4, 4),)))
    assert (row["deaths_a"], row["deaths_b"]) == ("0", "4")


def test_the_grid_begins_in_the_south_west():
    assert priogrid(-89.9, -179.9) == 1
    assert priogrid(35.66, 36.47) == 251 * 720 + 432 + 1
    assert priogrid(None, None) == ""
