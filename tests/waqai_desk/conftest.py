"""A store for every test of the desk, once for each database.

Each test runs inside a transaction that is rolled back. One that needs commits, or other processes, takes
``own_store`` instead: a database of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from waqai_desk.boot import boot

boot()

from django.db import transaction  # noqa: E402 - a started Django comes first
from django.test.utils import setup_test_environment  # noqa: E402

from store_databases import VENDORS, Stores, connected  # noqa: E402

setup_test_environment(debug=False)


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """Give the databases of this session."""
    made = Stores(tmp_path_factory.mktemp("stores"))
    yield made
    made.drop()


@pytest.fixture(params=VENDORS)
def vendor(request: pytest.FixtureRequest) -> str:
    """Give the database's kind; every test that touches the store runs once for each."""
    return request.param


@pytest.fixture
def store(vendor: str, stores: Stores) -> Iterator[str]:
    """Give an empty migrated store, whose URL it is; what the test does to it is rolled back."""
    url = stores.template(vendor)
    with connected(url), transaction.atomic():
        yield url
        transaction.set_rollback(True)


@pytest.fixture
def own_store(vendor: str, stores: Stores, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Give the URL of an empty store of this test's own; other processes find it too."""
    url = stores.copy(vendor)
    monkeypatch.setenv("WAQAI_DATABASE", url)
    with connected(url):
        yield url
