"""How allauth is held to our rules: nobody signs up by themselves, and log-ins stand in the audit log."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from waqai_desk.accounts.audit import record
from waqai_desk.accounts.models import User


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made from invitations only, and no mail is sent: a desk may have no network."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no."""
        return False

    def send_mail(self, *_args: Any, **_kwargs: Any) -> None:
        """Send nothing."""

    def send_notification_mail(self, *_args: Any, **_kwargs: Any) -> None:
        """Send nothing."""


class SecondFactor(DefaultMFAAdapter):  # type: ignore[misc]
    """The second factor; the secret of an authenticator is kept encrypted with the desk's key."""

    def encrypt(self, text: str) -> str:
        """Sign and encrypt a secret before it is stored."""
        return str(_box().encrypt(text.encode()).decode())

    def decrypt(self, encrypted_text: str) -> str:
        """Read it again."""
        return str(_box().decrypt(encrypted_text.encode()).decode())


def _box() -> Any:
    """Give a cipher whose key follows from the desk's secret key."""
    import base64
    import hashlib

    from cryptography.fernet import Fernet
    from django.conf import settings

    key = hashlib.scrypt(settings.SECRET_KEY.encode(), salt=b"waqai second factor", n=2**12, r=8, p=1, dklen=32)
    return Fernet(base64.urlsafe_b64encode(key))


@receiver(user_logged_in)
def _logged_in(user: User, **_: Any) -> None:
    record(user.username, "log in")


@receiver(user_login_failed)
def _failed(credentials: dict[str, Any], **_: Any) -> None:
    """Count attempts by what was tried; the password is not among the credentials that Django passes on."""
    record("anonymous", "log-in failed", str(credentials.get("username", ""))[:150])
