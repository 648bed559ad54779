"""An article as read, and with what it was last coded."""

from __future__ import annotations

from typing import Final

import msgspec
from django.db import models

from waqai import model
from waqai_desk.store.models.original import Original
from waqai_desk.store.models.outlet import Outlet
from waqai_desk.store.models.run import Coding

_DECODER: Final = msgspec.json.Decoder(model.Article)


class Article(models.Model):
    """One page's story; ``body`` is the JSON of ``waqai.model.Article``, the other columns are taken from it.

    ``folded`` is what full-text search looks in. ``copy_of`` is the article that this one reprints: the two are one
    witness. ``signature`` is that of ``waqai.read.near_copy``. ``coding`` is ``None`` until it was coded.
    """

    key = models.CharField(max_length=200, unique=True)
    body = models.TextField()
    digest = models.CharField(max_length=64)
    title = models.TextField(blank=True)
    url = models.TextField(blank=True)
    published = models.DateField(null=True)
    outlet = models.ForeignKey(Outlet, models.PROTECT, null=True, related_name="articles")
    original = models.ForeignKey(Original, models.PROTECT, null=True, related_name="articles")
    folded = models.TextField(blank=True)
    signature = models.TextField(blank=True)
    copy_of = models.ForeignKey("self", models.PROTECT, null=True, related_name="copies")
    coding = models.ForeignKey(Coding, models.PROTECT, null=True, related_name="articles")
    coded_at = models.DateTimeField(null=True)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Indexed by day; the full-text index is made by a migration of its own."""

        indexes = [models.Index(fields=["published", "id"])]

    def __str__(self) -> str:
        return self.title or self.key

    def content(self) -> model.Article:
        """Give the article as the verbs know it."""
        return _DECODER.decode(self.body)
