"""A request that the gate let through: somebody is signed in."""

from __future__ import annotations

from django.http import HttpRequest

from waqai_desk.accounts.models import User


class MemberRequest(HttpRequest):
    """For annotations only: what a view gets whose rule asks for a right."""

    user: User
