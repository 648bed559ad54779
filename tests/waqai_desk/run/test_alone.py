"""One run at a time."""

from __future__ import annotations

import pytest
from django.db import connections

from store_databases import VENDORS, connected
from waqai.errors import StoreError
from waqai_desk.run import alone as module
from waqai_desk.run.alone import alone


def test_a_second_run_is_told_and_a_later_one_goes(own_store, monkeypatch):
    with alone(), pytest.raises(StoreError, match="another run"), alone():
        pass
    with alone():
        pass


if "postgresql" in VENDORS:

    def test_on_a_server_also_from_another_machine(stores, monkeypatch, tmp_path):
        monkeypatch.setattr(module, "_PAUSE_S", 0.0)
        with connected(stores.copy("postgresql")), alone():
            mine = connections["default"]
            monkeypatch.setenv("WAQAI_HOME", str(tmp_path / "other machine"))
            connections["default"] = connections.create_connection("default")
            with pytest.raises(StoreError, match="another run"), alone():
                pass
            connections["default"].close()
            connections["default"] = mine


def test_the_lock_goes_with_the_connection(own_store):
    with connected(own_store), alone():
        pass
    with alone():
        pass
