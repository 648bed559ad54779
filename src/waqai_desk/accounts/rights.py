"""The permission matrix: what each role may do (docs/reference/permissions.md shows the same table, held to it by a test).

Roles are a ladder: each may do what the one before it may. To see persons' names is no step of the ladder but a right of
its own, given to one member at a time.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from django.utils.translation import gettext_lazy as _


class Right(StrEnum):
    """Something that a rule of ``waqai_desk.routes`` can ask for."""

    READ = "read"
    COMMENT = "comment"
    CODE = "code"
    REVIEW = "review"
    TEACH = "teach"
    PUBLISH = "publish"
    ADMINISTER = "administer"
    NAMES = "names"


class Role(StrEnum):
    """What a member is here for."""

    READER = "reader"
    CODER = "coder"
    REVIEWER = "reviewer"
    PUBLISHER = "publisher"
    ADMINISTRATOR = "administrator"


ROLE_LABELS: Final = {
    Role.READER: _("Reader"),
    Role.CODER: _("Coder"),
    Role.REVIEWER: _("Reviewer"),
    Role.PUBLISHER: _("Publisher"),
    Role.ADMINISTRATOR: _("Administrator"),
}

RIGHT_LABELS: Final = {
    Right.READ: _("Read and download incidents, without persons' names"),
    Right.COMMENT: _("Comment"),
    Right.CODE: _("Edit, merge, split, assign, enter what the coder missed"),
    Right.REVIEW: _("Accept, reject, undo, say that a page tells no incident"),
    Right.TEACH: _("Teach places and actors"),
    Right.PUBLISH: _("Publish and retract"),
    Right.ADMINISTER: _("Invite members, read the audit log"),
    Right.NAMES: _("See persons' names; each look is recorded"),
}

_READER: Final = frozenset({Right.READ})
_CODER: Final = _READER | {Right.COMMENT, Right.CODE}
_REVIEWER: Final = _CODER | {Right.REVIEW, Right.TEACH}
_PUBLISHER: Final = _REVIEWER | {Right.PUBLISH}

MATRIX: Final[dict[Role, frozenset[Right]]] = {
    Role.READER: _READER,
    Role.CODER: _CODER,
    Role.REVIEWER: _REVIEWER,
    Role.PUBLISHER: _PUBLISHER,
    Role.ADMINISTRATOR: _PUBLISHER | {Right.ADMINISTER},
}

MAY_BE_SHOWN_NAMES: Final = frozenset({Role.REVIEWER, Role.PUBLISHER, Role.ADMINISTRATOR})
"""Roles that an administrator may give the right to see names to."""


def rights_of(role: str, *, names: bool) -> frozenset[Right]:
    """Give all that a member of this role may do.

    names: whether this member was given the right to see names; it counts for some roles only.
    """
    known = Role(role)
    more = {Right.NAMES} if names and known in MAY_BE_SHOWN_NAMES else set()
    return MATRIX[known] | more
