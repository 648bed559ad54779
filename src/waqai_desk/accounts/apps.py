"""The app of accounts."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Accounts; label ``accounts``."""

    name = "waqai_desk.accounts"
    label = "accounts"
