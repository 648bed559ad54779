"""The public face as a Django app."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from waqai_desk.public.lens import make_lens


class PublicConfig(AppConfig):
    """What the public may read."""

    name = "waqai_desk.public"
    label = "public"

    def ready(self) -> None:
        """Keep the index of lists through every migration."""
        post_migrate.connect(make_lens, sender=self, dispatch_uid="lens")
