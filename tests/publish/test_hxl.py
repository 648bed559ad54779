"""HXL, opened and validated by libhxl."""

from __future__ import annotations

from contextlib import contextmanager

import hxl

from incident_factory import ALL, incident
from waqai.publish import Context
from waqai.publish.hxl import HXL


@contextmanager
def read(path):
    with path.open("rb") as data:
        yield hxl.data(data)


def test_libhxl_reads_and_validates_it(tmp_path):
    path = tmp_path / "hxl.csv"
    HXL.write(ALL, path, Context())
    with read(path) as source:
        assert len(list(source)) == len(ALL)
    with read(path) as source:
        assert hxl.validate(source)["stats"]["error"] == 0


def test_tolls_have_both_ends_and_places_their_p_code(tmp_path):
    path = tmp_path / "hxl.csv"
    HXL.write([incident()], path, Context(pcodes={("SY", "Idlib"): "SY07"}))
    with read(path) as source:
        (row,) = source
    assert [row.get(f"#affected+killed+{end}") for end in ("min", "best", "max")] == ["2", "2", "3"]
    assert row.get("#adm1+code") == "SY07"
    assert not row.get("#affected+injured+min")
