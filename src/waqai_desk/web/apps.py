"""The frame of every page as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Frame, labels and tags."""

    name = "waqai_desk.web"
    label = "web"
