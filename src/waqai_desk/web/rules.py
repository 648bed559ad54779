"""The rule of every route: the right it needs, by the route's name (docs/reference/permissions.md shows the table)."""

from __future__ import annotations

from typing import Final

from waqai_desk.accounts.rights import Right

OPEN: Final = "open"
"""Anyone, signed in or not."""
SIGNED_IN: Final = "signed in"
"""Any member: what concerns their own account."""
TOKEN: Final = "token"  # noqa: S105 (the name of a rule)
"""The API: each operation names its scope, see ``waqai_desk.api``."""

RULES: Final[dict[str, str]] = {
    # Anyone.
    "home": OPEN,
    "language": OPEN,
    "join": OPEN,
    "health": OPEN,
    "account_login": OPEN,
    "account_inactive": OPEN,
    "account_signup": OPEN,
    "mfa_authenticate": OPEN,
    "public": OPEN,
    "public_incident": OPEN,
    "public_points": OPEN,
    "public_feed": OPEN,
    "api:api-root": OPEN,
    "api:openapi-json": OPEN,
    "api:openapi-view": OPEN,
    # One's own account.
    "account": SIGNED_IN,
    "account_logout": SIGNED_IN,
    "account_change_password": SIGNED_IN,
    "account_reauthenticate": SIGNED_IN,
    "mfa_index": SIGNED_IN,
    "mfa_reauthenticate": SIGNED_IN,
    "mfa_activate_totp": SIGNED_IN,
    "mfa_deactivate_totp": SIGNED_IN,
    "mfa_view_recovery_codes": SIGNED_IN,
    "mfa_generate_recovery_codes": SIGNED_IN,
    "mfa_download_recovery_codes": SIGNED_IN,
    "token_make": SIGNED_IN,
    "token_revoke": SIGNED_IN,
    # Reading.
    "queue": Right.READ,
    "queue_reports": Right.READ,
    "queue_pages": Right.READ,
    "report": Right.READ,
    "incidents": Right.READ,
    "incidents_points": Right.READ,
    "incidents_charts": Right.READ,
    "incidents_download": Right.READ,
    "incident": Right.READ,
    "article": Right.READ,
    "search": Right.READ,
    "permissions": Right.READ,
    # Deciding.
    "comment": Right.COMMENT,
    "edit": Right.CODE,
    "merge": Right.CODE,
    "split": Right.CODE,
    "assign": Right.CODE,
    "enter": Right.CODE,
    "report_edit": Right.CODE,
    "report_assign": Right.CODE,
    "accept": Right.REVIEW,
    "reject": Right.REVIEW,
    "report_accept": Right.REVIEW,
    "report_reject": Right.REVIEW,
    "tells_none": Right.REVIEW,
    "article_undo": Right.REVIEW,
    "undo": Right.REVIEW,
    "publish": Right.PUBLISH,
    "retract": Right.PUBLISH,
    # Teaching.
    "teach": Right.TEACH,
    "teach_place": Right.TEACH,
    "teach_actor": Right.TEACH,
    # Names of persons; each look is recorded.
    "names": Right.NAMES,
    # Running the desk.
    "members": Right.ADMINISTER,
    "invite": Right.ADMINISTER,
    "member": Right.ADMINISTER,
    "audit": Right.ADMINISTER,
}
