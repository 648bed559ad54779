"""The key that signs sessions."""

from __future__ import annotations

from waqai.settings import home
from waqai_desk.secret import keep_secret_key, secret_key


def test_it_is_made_once_and_is_its_owners_alone(monkeypatch):
    monkeypatch.delenv("WAQAI_SECRET_KEY", raising=False)
    assert secret_key() != secret_key(), "nothing is kept before somebody asks for it"
    keep_secret_key()
    kept = secret_key()
    keep_secret_key()
    assert secret_key() == kept
    assert (home() / "secret-key").stat().st_mode & 0o077 == 0
    monkeypatch.setenv("WAQAI_SECRET_KEY", "given")
    assert secret_key() == "given"
