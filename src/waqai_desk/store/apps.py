"""The app of the store."""

from __future__ import annotations

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The store; label ``store``."""

    name = "waqai_desk.store"
    label = "store"
