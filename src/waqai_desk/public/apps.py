"""The public face as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class PublicConfig(AppConfig):
    """What the public may read."""

    name = "waqai_desk.public"
    label = "public"
