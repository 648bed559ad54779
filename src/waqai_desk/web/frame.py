"""What the frame around every page shows."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waqai_desk.accounts.rights import Right
from waqai_desk.options import options

_MENU: Final = (
    ("queue", _("Queue"), Right.READ),
    ("incidents", _("Incidents"), Right.READ),
    ("search", _("Search"), Right.READ),
    ("teach", _("Teach"), Right.TEACH),
    ("members", _("Members"), Right.ADMINISTER),
    ("audit", _("Audit log"), Right.ADMINISTER),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the menu that this reader may use, and where maps get their tiles."""
    here = request.resolver_match.view_name if request.resolver_match else ""
    user = getattr(request, "user", None)
    rights = user.rights if user is not None and user.is_authenticated else frozenset()
    menu = [
        {"url": reverse(name), "label": label, "here": name == here} for name, label, right in _MENU if right in rights
    ]
    if options().public:
        menu.append({"url": reverse("public"), "label": _("Published"), "here": here == "public"})
    tiles = {"tiles": options().tiles, "tiles_credit": options().tiles_credit}
    return {"menu": menu, "rights": {r.value for r in rights}, "entrance": here == "account_login", **tiles}
