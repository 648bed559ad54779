"""The accounts as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Members and their rights."""

    name = "waqai_desk.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
