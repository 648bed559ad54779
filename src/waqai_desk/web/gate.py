"""The gate: every route has a rule, and nobody gets through a route without one.

Middleware, not decorators: a view that somebody forgets to decorate would be open, a route that somebody forgets to give a
rule is shut.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.mfa.utils import is_mfa_enabled
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from waqai_desk.accounts.rights import Right
from waqai_desk.options import options
from waqai_desk.web.rules import OPEN, RULES, SIGNED_IN, TOKEN

Answer = Callable[[HttpRequest], HttpResponse]


class Gate:
    """Middleware: look up the rule of the route that was asked for, and hold the member to it."""

    def __init__(self, get_response: Answer) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; the rule is known only once the route is resolved."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any) -> HttpResponse | None:
        """Let through, send to the log-in, or refuse."""
        match = request.resolver_match
        rule = rule_of(match.view_name or "") if match else None
        if rule is None:
            raise PermissionDenied("this route has no rule")
        if rule in (OPEN, TOKEN):
            return None
        if not request.user.is_authenticated:
            return _to_log_in(request)
        if options().two_factor == "all" and rule != SIGNED_IN and not is_mfa_enabled(request.user):
            return HttpResponseRedirect(reverse("mfa_index"))
        if rule != SIGNED_IN and not request.user.may(rule):
            raise PermissionDenied(_("Your role does not include this."))
        if rule == Right.NAMES and options().two_factor != "off" and not is_mfa_enabled(request.user):
            raise PermissionDenied(_("Names are shown only to members who log in with two factors."))
        return None


def rule_of(name: str) -> str | None:
    """Give the rule of a route by its name with its namespace; ``None`` when nobody gave it one."""
    if name.startswith("api:") and name not in RULES:
        return TOKEN
    return RULES.get(name)


def _to_log_in(request: HttpRequest) -> HttpResponse:
    if request.headers.get("Accept", "").startswith("application/"):
        return JsonResponse({"detail": "log in first"}, status=401)
    query = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
    return HttpResponseRedirect(f"{reverse('account_login')}?{query}")
