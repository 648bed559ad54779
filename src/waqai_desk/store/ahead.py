"""What comes next in a queue."""

from __future__ import annotations

from typing import Any, Final, TypeVar

from django.db.models import QuerySet

_AHEAD: Final = 500
"""How far a queue is read to find what comes after one of it."""
Id = TypeVar("Id", int, str)


def after_in(ids: QuerySet[Any, Id], this: Id) -> Id | None:
    """Give what comes after one id; the first of them when it is not among them."""
    ahead = list(ids[:_AHEAD])
    if this in ahead:
        ahead = ahead[ahead.index(this) + 1 :]
    return ahead[0] if ahead else None
