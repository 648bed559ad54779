"""Table, map, charts and files: the same filters, a bounded number of queries, and files as shown."""

from __future__ import annotations

import csv
import io
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from coded_factory import coded, run, told
from desk_members import client, member, one_incident, two_incidents
from statement_factory import village
from waqai_desk.explore.filters import ORDERS, narrow, ordered
from waqai_desk.explore.points import cell_degrees
from waqai_desk.explore.table import COLUMNS, _cell
from waqai_desk.store import decide
from waqai_desk.store.models import Incident

BOUND = 22
"""Queries of a page, session and member included."""


def lines(response) -> str:
    return b"".join(response.streaming_content).decode()


def test_the_table_is_downloaded_as_shown(store):
    two_incidents()
    someone = client()
    rows = list(
        csv.reader(io.StringIO(lines(someone.get("/incidents/file.csv", {"place": "الزر"})).removeprefix("\ufeff")))
    )
    assert rows[0] == list(COLUMNS)
    assert [dict(zip(rows[0], row, strict=True))["place"] for row in rows[1:]] == ["الزر"]
    found = json.loads(lines(someone.get("/incidents/file.geojson", {"place": "هجين"})))
    assert [f["geometry"]["coordinates"] for f in found["features"]] == [[40.83, 34.69]]


def test_a_formula_in_a_file_is_text():
    assert _cell("=HYPERLINK(1)") == "'=HYPERLINK(1)"
    assert _cell(-3) == -3


def test_a_file_format_nobody_knows_is_not_found(store):
    assert client().get("/incidents/file.exe").status_code == 404


def test_the_map_counts_cells_and_shows_each_incident_close_up(store):
    two_incidents()
    far = client().get("/incidents/points.json", {"zoom": "2"}).json()
    assert [f["properties"]["n"] for f in far["features"]] == [2]
    west, south, east, north = far["features"][0]["properties"]["box"]
    assert (west, south, east, north) == (40.45, 34.69, 40.83, 35.09)
    near = client().get("/incidents/points.json", {"zoom": "12", "bbox": "40,35,41,36"}).json()
    (feature,) = near["features"]
    assert feature["properties"]["precision"] == "town"
    assert not {"title", "place"} & feature["properties"].keys(), "no more than a map needs"


def test_what_was_counted_far_out_is_kept_until_an_incident_changes(store):
    first, _ = two_incidents()
    someone, asked = client(), {"zoom": "8", "bbox": "40,34,41,36", "type": "Strategic developments"}

    def shown() -> int:
        return sum(f["properties"]["n"] for f in someone.get("/incidents/points.json", asked).json()["features"])

    assert shown() == 2
    with CaptureQueriesContext(connection) as queries:
        assert shown() == 2
    assert not [q for q in queries if "GROUP BY" in q["sql"]], "counted once"
    asked["bbox"] = "40,35,41,36"
    assert shown() == 1
    decide.edit(first, member(), "sub_event_type", "Armed clash")
    asked["bbox"] = "40,34,41,36"
    assert shown() == 1


@pytest.mark.parametrize("query", [{"bbox": "1,2,3"}, {"bbox": "x"}, {"zoom": "near"}, {"bbox": "nan,0,1,1"}])
def test_a_window_that_is_none_is_told(store, query):
    assert client().get("/incidents/points.json", query).status_code == 400


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("wanted", [{}, {"country": "SY", "grade": ["weak"], "killed": 2}])
def test_lists_read_the_index_that_holds_all_they_show(store, order, wanted):
    """Without it each page reads all the wide rows; also once SQLite knows how values are spread, as after a run."""
    two_incidents()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    plan = ordered(narrow(Incident.objects.live(), wanted), order, default="day")[0].values_list("pk")[:50].explain()
    if connection.vendor == "sqlite":
        assert "COVERING INDEX incident_lens" in plan
    else:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_indexes WHERE indexname = 'incident_lens'")
            assert cursor.fetchone() == (1,)


def test_cells_halve_with_each_zoom():
    assert cell_degrees(0) == 45
    assert cell_degrees(3) == 45 / 8


@pytest.mark.parametrize(
    "address",
    ["/incidents/", "/incidents/charts/", "/queue/", "/search/?q=داهمت", "/public/", "/incidents/points.json"],
)
def test_more_incidents_do_not_mean_more_queries(store, address):
    run(*(coded(f"a{n}", told(place=village(f"قرية {n}", lat=30 + n, lon=40.0))) for n in range(2)))
    someone = client()
    someone.get(address)
    with CaptureQueriesContext(connection) as few:
        someone.get(address)
    run(*(coded(f"b{n}", told(place=village(f"بلدة {n}", lat=10 + n, lon=44.0))) for n in range(8)))
    someone.get(address)  # the public's table follows what changed, once
    with CaptureQueriesContext(connection) as many:
        someone.get(address)
    assert len(many) <= len(few)
    assert len(many) <= BOUND


def test_more_reports_do_not_mean_more_queries_of_the_incident_page(store):
    incident = one_incident()
    someone = client()
    address = f"/incidents/{incident.public_id}/"
    someone.get(address)
    with CaptureQueriesContext(connection) as few:
        someone.get(address)
    run(*(coded(f"more{n}", told()) for n in range(6)))
    with CaptureQueriesContext(connection) as many:
        someone.get(address)
    assert len(many) <= len(few) <= BOUND


def test_charts_lead_to_what_they_count(store):
    one_incident()
    text = client(language="en").get("/incidents/charts/").content.decode()
    assert 'href="/incidents/?type=Strategic+developments"' in text
    assert client().get("/incidents/", {"type": "Strategic developments"}).status_code == 200


def test_filters_stay_in_the_address_of_the_next_page(store):
    run(*(coded(f"a{n}", told(place=village(f"قرية {n}", lat=10 + n / 2, lon=40.0))) for n in range(51)))
    text = client().get("/incidents/", {"country": "SY"}).content.decode()
    assert "country=SY&amp;page=2" in text
