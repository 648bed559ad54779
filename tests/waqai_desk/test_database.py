"""Which database, and how it is opened."""

from __future__ import annotations

import pytest
from django.db import connection

from waqai.errors import SettingError
from waqai.settings import home
from waqai_desk.database import database, from_url


@pytest.fixture(autouse=True)
def _no_variable(monkeypatch):
    monkeypatch.delenv("WAQAI_DATABASE", raising=False)
    home().mkdir(exist_ok=True)


def test_without_a_word_it_is_a_file_in_the_home():
    found = database()
    assert (found["ENGINE"], found["NAME"]) == ("django.db.backends.sqlite3", str(home() / "waqai.sqlite3"))


def test_the_variable_goes_before_the_file(monkeypatch):
    (home() / "waqai.toml").write_text('database = "postgres://a:b@db.example:5433/one"', encoding="utf-8")
    found = database()
    assert (found["HOST"], found["PORT"], found["NAME"], found["USER"]) == ("db.example", 5433, "one", "a")
    monkeypatch.setenv("WAQAI_DATABASE", "postgres://db.example/two")
    assert database()["NAME"] == "two"


@pytest.mark.parametrize("text", ["database = 5", "database = ", "\udcff"])
def test_a_configuration_that_cannot_be_read_names_its_file(text):
    (home() / "waqai.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(SettingError, match=r"waqai\.toml"):
        database()


@pytest.mark.parametrize("url", ["mysql://a:secret@b/c", "", "nonsense", "postgres://a:secret@b:port/c"])
def test_another_url_is_refused_without_its_password(url):
    with pytest.raises(SettingError) as caught:
        from_url(url)
    assert "secret" not in str(caught.value)


def test_a_missing_driver_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr("waqai_desk.database.find_spec", lambda name: None)
    with pytest.raises(SettingError, match=r"waqai\[postgres\]"):
        from_url("postgres://a@b/c")


def test_sqlite_keeps_a_log_and_takes_turns(store, vendor):
    with connection.cursor() as cursor:
        if vendor == "sqlite":
            for pragma, wanted in (("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)):
                assert cursor.execute(f"PRAGMA {pragma}").fetchone()[0] == wanted
            assert connection.transaction_mode == "IMMEDIATE"
        else:
            cursor.execute("SHOW server_encoding")
            assert cursor.fetchone()[0] == "UTF8"
