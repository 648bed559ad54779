"""Our own form loses nothing."""

from __future__ import annotations

import pytest

from incident_factory import ALL
from waqai.errors import InputError
from waqai.publish import Context
from waqai.publish.lossless import LOSSLESS, read_lossless


def test_read_back_it_is_equal(tmp_path):
    path = tmp_path / "incidents.jsonl"
    LOSSLESS.write(ALL, path, Context())
    with path.open("rb") as lines:
        assert tuple(read_lossless(lines, "x")) == ALL


def test_a_line_that_is_no_incident_is_named():
    with pytest.raises(InputError, match=r"x:2: is no incident"):
        list(read_lossless([b"\n", b'{"incident_id": 5}\n'], "x"))
