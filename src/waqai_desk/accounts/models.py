"""Members, invitations, tokens, and the audit log."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from waqai_desk.accounts.append_only import AppendOnly
from waqai_desk.accounts.rights import ROLE_LABELS, Right, Role, rights_of

INVITATION_DAYS = 3


def digest(secret: str) -> str:
    """Give what is kept of a secret that has enough randomness of its own: its SHA-256."""
    return hashlib.sha256(secret.encode()).hexdigest()


class User(AbstractUser):
    """Someone who was invited. One that has decided anything is deactivated, never deleted: its decisions stay signed."""

    role = models.CharField(_("role"), max_length=16, choices=list(ROLE_LABELS.items()), default=Role.READER)
    sees_names = models.BooleanField(_("may see persons' names"), default=False)

    objects: ClassVar[UserManager[User]] = UserManager()  # type: ignore[assignment]

    @property
    def rights(self) -> frozenset[Right]:
        """Give all that this member may do; nothing once they have left."""
        return rights_of(self.role, names=self.sees_names) if self.is_active else frozenset()

    def may(self, right: Right | str) -> bool:
        """Tell whether this member has a right."""
        return Right(right) in self.rights

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Answer the store, which asks in Django's words for the one right that it guards itself."""
        return perm == "store.view_person" and self.may(Right.NAMES)


class Invitation(models.Model):
    """A link that makes one member, once, within some days; only the digest of its secret is kept."""

    digest = models.CharField(max_length=64, unique=True)
    role = models.CharField(max_length=16, choices=list(ROLE_LABELS.items()))
    sees_names = models.BooleanField(default=False)
    note = models.CharField(max_length=120, blank=True)
    by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="invited")
    made = models.DateTimeField(default=timezone.now)
    used_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="invitation")

    class Meta:
        """Named as spoken."""

        db_table = "accounts_invitation"

    def __str__(self) -> str:
        return f"invitation {self.pk} for a {self.role}"

    @classmethod
    def issue(cls, role: str, **fields: Any) -> tuple[Invitation, str]:
        """Make an invitation. Returns: it, and the secret of its link, which is kept nowhere."""
        secret = secrets.token_urlsafe(24)
        return cls.objects.create(role=role, digest=digest(secret), **fields), secret

    @property
    def is_open(self) -> bool:
        """Whether the link still makes a member."""
        return self.used_by_id is None and timezone.now() - self.made < timedelta(days=INVITATION_DAYS)


class Token(models.Model):
    """A key to the API with scopes; never more than its member may do, and never names."""

    digest = models.CharField(max_length=64, unique=True)
    member = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    label = models.CharField(max_length=80)
    scopes = models.CharField(max_length=120)
    made = models.DateTimeField(default=timezone.now)
    expires = models.DateTimeField()
    revoked = models.DateTimeField(null=True)

    class Meta:
        """Named as spoken."""

        db_table = "accounts_token"

    def __str__(self) -> str:
        return self.label

    @property
    def is_valid(self) -> bool:
        """Whether the key opens anything today."""
        return self.revoked is None and self.expires > timezone.now() and self.member.is_active


class AuditEntry(AppendOnly):
    """Something that was done or looked at; the database itself refuses to change or remove it."""

    at = models.DateTimeField(default=timezone.now, db_index=True)
    who = models.CharField(max_length=150)
    act = models.CharField(max_length=40, db_index=True)
    what = models.CharField(max_length=200, blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        """Read newest first."""

        db_table = "accounts_audit"
        ordering: ClassVar[list[str]] = ["-id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.who} {self.act} {self.what}"
