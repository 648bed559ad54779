"""PLOVER records: types, modes, and the auxiliary modes that nobody else fills."""

from __future__ import annotations

from datetime import date

import pytest

from incident_factory import account, clash, failed_raid, incident, week
from waqai.publish.plover import cameo, classify, record
from waqai.publish.reference import Reference


@pytest.mark.parametrize(
    ("case", "kind", "modes"),
    [
        (incident(), "ASSAULT", ["heavy-weapons"]),
        (incident(sub_event_type="Air/drone strike", method="drone_strike"), "ASSAULT", ["drone"]),
        (failed_raid(), "COERCE", ["seize", "unsuccessful"]),
        (week(), "PROTEST", ["demo", "negation"]),
        (week(method="general_strike", status="reported"), "PROTEST", ["strike"]),
        (incident(reports=(account(published=date(2022, 3, 1)),)), "ASSAULT", ["heavy-weapons", "historical"]),
        (incident(sub_event_type="Other", method="release"), "RETREAT", ["release"]),
    ],
)
def test_type_and_modes(case, kind, modes):
    assert classify(case)[:2] == (kind, modes)


def test_two_sides_that_fight_are_both_actors():
    got = record(clash())
    assert [a["identifier_text"] for a in got["actor"]] == ["IS", "SYR_GOV", "SYR_GOV_MILITIAS"]
    assert got["recipient"] == []
    assert got["size"] == {"dead": 7, "injured": 1, "arrested": 0}


def test_required_fields_are_there():
    got = record(incident())
    assert {"id", "date", "actor", "event"} <= got.keys()
    assert got["quad_code"] == "material conflict"
    assert got["event_loc"]["resolution"] == 4


def test_every_sub_event_and_every_quad_is_in_the_crosswalk():
    reference = Reference.load()
    assert reference.schemes.keys() == reference.taxonomy.event_types.keys()
    assert all(s.plover["type"] in reference.quads for s in reference.schemes.values())
    assert reference.methods.keys() <= reference.taxonomy.sub_events.keys()
    assert all(s.why for s in reference.schemes.values())


def test_cameo():
    assert cameo(incident()) == "194"
    assert cameo(failed_raid()) == "171"
