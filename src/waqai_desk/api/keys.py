"""Keys: a bearer token with scopes, never more than its member may do."""

from __future__ import annotations

from django.http import HttpRequest
from ninja.security import HttpBearer

from waqai_desk.accounts.models import Token, digest
from waqai_desk.accounts.rights import Right


class Key(HttpBearer):
    """Lets in whoever shows a valid key that has a scope."""

    openapi_bearerFormat = "a key made at the desk under My account"  # noqa: N815 (OpenAPI's name)

    def __init__(self, scope: str) -> None:
        """Ask for a scope."""
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        """Find the key by its digest; it opens nothing when it ended, was revoked, or its member may not read."""
        found = Token.objects.select_related("member").filter(digest=digest(token)).first()
        if found is None or not found.is_valid or not found.member.may(Right.READ):
            return None
        return found if self.scope in found.scopes.split() else None
