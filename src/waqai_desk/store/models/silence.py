"""A page in which the coder read no report."""

from __future__ import annotations

from django.db import models

from waqai.model import Span
from waqai_desk.store.models.article import Article
from waqai_desk.store.models.decision import Decision


class Silence(models.Model):
    """A page that gave no report when it was last coded, with its words that speak of violence.

    ``words`` are stretches of the article by field (``waqai.tag.violence``), ``acts`` and ``harms`` how many name an act and
    how many tell of harm. ``tells_none`` is the decision that the page tells no incident, while its text is the one decided on.
    """

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="silence")
    words = models.JSONField(default=dict)
    acts = models.PositiveIntegerField()
    harms = models.PositiveIntegerField()
    tells_none = models.ForeignKey(Decision, models.PROTECT, null=True, related_name="+")

    class Meta:
        """Those of which nobody said anything are read in this order."""

        indexes = [models.Index(fields=["tells_none", "-acts", "-harms", "-article"], name="silence_queue")]

    def __str__(self) -> str:
        return f"silence of {self.article_id}"

    def spans(self) -> dict[str, tuple[Span, ...]]:
        """Give its words that speak of violence, by field."""
        return {field: tuple(Span(*pair) for pair in pairs) for field, pairs in self.words.items()}
