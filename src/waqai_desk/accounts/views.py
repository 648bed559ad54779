"""Pages of the accounts: joining, one's own account and keys, members, the audit log."""

from __future__ import annotations

import secrets
from datetime import timedelta

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth import login
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from waqai_desk.accounts.audit import record
from waqai_desk.accounts.forms import InviteForm, JoinForm, MemberForm, TokenForm
from waqai_desk.accounts.models import AuditEntry, Invitation, Token, User, digest
from waqai_desk.accounts.request import MemberRequest
from waqai_desk.accounts.rights import MATRIX, MAY_BE_SHOWN_NAMES, RIGHT_LABELS, ROLE_LABELS, Right, Role

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
_PER_PAGE = 100


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, secret: str) -> HttpResponse:
    """Make a member from an invitation, once."""
    with transaction.atomic():
        found = Invitation.objects.select_for_update().filter(digest=digest(secret)).first()
        if found is None or not found.is_open:
            return render(request, "accounts/join.html", {"invitation": None}, status=410)
        form = JoinForm(request.POST or None)
        if not (request.method == "POST" and form.is_valid()):
            return render(request, "accounts/join.html", {"invitation": found, "form": form})
        user = form.save(commit=False)
        user.role, user.sees_names = found.role, found.sees_names
        user.save()
        found.used_by = user
        found.save()
    login(request, user, backend=_BACKEND)
    record(request, "join", user.username, role=user.role, names=user.sees_names)
    return redirect("home")


@require_GET
def account(request: MemberRequest) -> HttpResponse:
    """Show one's own account."""
    return _account(request, TokenForm(label_suffix=""))


def _account(request: MemberRequest, form: TokenForm, secret: str = "") -> HttpResponse:
    tokens = request.user.tokens.filter(revoked=None).order_by("-id")
    shown = {
        "form": form,
        "secret": secret,
        "tokens": tokens,
        "two_factor": is_mfa_enabled(request.user),
        "names": request.user.may(Right.NAMES),
    }
    return render(request, "accounts/account.html", shown)


@require_POST
def token_make(request: MemberRequest) -> HttpResponse:
    """Make a key and show it this once."""
    form = TokenForm(request.POST, label_suffix="")
    if not form.is_valid():
        return _account(request, form)
    secret = f"waqai_{secrets.token_urlsafe(32)}"
    expires = timezone.now() + timedelta(days=form.cleaned_data["days"])
    made = Token.objects.create(member=request.user, digest=digest(secret), expires=expires, **form.fields_for_token())
    record(request, "make key", made.label, scopes=made.scopes)
    return _account(request, TokenForm(label_suffix=""), secret)


@require_POST
def token_revoke(request: MemberRequest, pk: int) -> HttpResponse:
    """End one of one's own keys."""
    token = get_object_or_404(Token, pk=pk, member=request.user, revoked=None)
    token.revoked = timezone.now()
    token.save()
    record(request, "revoke key", token.label)
    return redirect("account")


@require_GET
def members(request: MemberRequest) -> HttpResponse:
    """List everyone."""
    return _members(request, InviteForm())


def _members(request: MemberRequest, form: InviteForm, link: str = "") -> HttpResponse:
    factors = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
    rows = User.objects.annotate(two_factor=Exists(factors)).order_by("-is_active", "username")
    shown = {"members": rows, "roles": ROLE_LABELS.items(), "form": form, "link": link}
    return render(request, "accounts/members.html", shown)


@require_POST
def invite(request: MemberRequest) -> HttpResponse:
    """Make an invitation and show its link this once."""
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _members(request, form)
    made, secret = Invitation.issue(by=request.user, **form.cleaned_data)
    record(request, "invite", made.note, role=made.role, names=made.sees_names)
    return _members(request, InviteForm(), request.build_absolute_uri(reverse("join", args=[secret])))


@require_POST
def member(request: MemberRequest, pk: int) -> HttpResponse:
    """Change a member's role or right, or end their membership."""
    other = get_object_or_404(User, pk=pk)
    form = MemberForm(request.POST, instance=other)
    if other == request.user:
        messages.error(request, _("You cannot change your own role; another administrator can."))
    elif form.is_valid():
        form.save()
        record(
            request, "change member", other.username, role=other.role, names=other.sees_names, active=other.is_active
        )
        messages.success(request, _("Saved."))
    return redirect("members")


@require_GET
def audit(request: MemberRequest) -> HttpResponse:
    """Show the audit log, newest first."""
    chosen = {"act": request.GET.get("act", ""), "who": request.GET.get("who", "")}
    entries = AuditEntry.objects.filter(**{k: v for k, v in chosen.items() if v})
    acts = AuditEntry.objects.order_by("act").values_list("act", flat=True).distinct()
    page = Paginator(entries, _PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/audit.html", {"page": page, "acts": acts, "chosen": chosen})


@require_GET
def permissions(request: MemberRequest) -> HttpResponse:
    """Show the matrix of roles and rights."""
    rows = [(label, [_cell(role, right) for role in Role]) for right, label in RIGHT_LABELS.items()]
    return render(request, "accounts/permissions.html", {"roles": ROLE_LABELS.values(), "rows": rows})


def _cell(role: Role, right: Right) -> str:
    if right is Right.NAMES:
        return "given" if role in MAY_BE_SHOWN_NAMES else "no"
    return "may" if right in MATRIX[role] else "no"
