"""A person who works at the desk. Our own class from the first migration on, because a later change is not possible."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """An account. One that has decided anything is deactivated, never deleted: its decisions stay signed."""
