"""The one way to write the audit log."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from waqai_desk.accounts.models import AuditEntry


def record(who: HttpRequest | str, act: str, what: str = "", **detail: Any) -> None:
    """Write down who did what to which thing.

    who: the request of a signed-in member, or a name for what is done from the command line. Secrets and persons' names
    do not belong in ``what`` and ``detail``.
    """
    name = who if isinstance(who, str) else (who.user.get_username() or "anonymous")
    AuditEntry.objects.create(who=name, act=act, what=what[:200], detail=detail)
