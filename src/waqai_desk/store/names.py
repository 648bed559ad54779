"""The one way to the names of persons."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from waqai_desk.accounts.models import User
from waqai_desk.store.models import Article, NameLook, Person

RIGHT = "store.view_person"


def names_in(article: Article, who: User, why: str = "") -> list[Person]:
    """Give the persons an article names, to someone who may see them; the look is recorded first."""
    if not who.has_perm(RIGHT):
        raise PermissionDenied(RIGHT)
    with transaction.atomic():
        NameLook.objects.create(at=timezone.now(), who=who, article=article, why=why)
        return list(article.persons.order_by("id"))
