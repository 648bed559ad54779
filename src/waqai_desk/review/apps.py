"""The review as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """Queue and decisions."""

    name = "waqai_desk.review"
    label = "review"
