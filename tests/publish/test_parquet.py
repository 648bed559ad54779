"""GeoParquet, opened by DuckDB, pandas and GeoPandas."""

from __future__ import annotations

import duckdb
import geopandas
import pandas as pd

from incident_factory import ALL, incident
from waqai.publish import Context
from waqai.publish.parquet import COLUMNS, PARQUET
from waqai.publish.properties import properties


def write(tmp_path, incidents):
    path = tmp_path / "incidents.parquet"
    PARQUET.write(incidents, path, Context())
    return path


def test_duckdb_and_pandas_read_it(tmp_path):
    path = write(tmp_path, ALL)
    assert duckdb.sql(f"SELECT count(*), sum(killed_best) FROM '{path}'").fetchall() == [(5, 11)]
    frame = pd.read_parquet(path)
    assert list(frame.loc[0, "initiators"]) == ["SYR_GOV"]
    assert frame.loc[0, "toll"][0] == {"kind": "killed", "who": "civilians", "low": 2, "best": 2, "high": 3}


def test_geopandas_finds_the_points(tmp_path):
    frame = geopandas.read_parquet(write(tmp_path, ALL))
    assert frame.crs.equals("OGC:CRS84")
    assert (frame.geometry[0].x, frame.geometry[0].y) == (36.4701, 35.6601)
    assert frame.geometry[3] is None


def test_the_columns_are_those_of_the_flat_row():
    assert list(COLUMNS) == list(properties(incident()))
