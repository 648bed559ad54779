"""Invitations made from the command line, where whoever calls it holds the machine anyway."""

from __future__ import annotations

from django.urls import reverse

from waqai_desk.accounts.audit import record
from waqai_desk.accounts.models import Invitation, User
from waqai_desk.accounts.rights import Role

_WHO = "command line"


def invite_link(address: str, role: Role, *, names: bool = False) -> str:
    """Make an invitation and give its link.

    address: what the desk is reached by, without a stroke at its end.
    """
    made, secret = Invitation.issue(role, sees_names=names, note="from the command line")
    record(_WHO, "invite", made.note, role=made.role, names=made.sees_names)
    return address + reverse("join", args=[secret])


def has_administrator() -> bool:
    """Tell whether anybody can invite from the desk itself."""
    return User.objects.filter(role=Role.ADMINISTRATOR, is_active=True).exists()
