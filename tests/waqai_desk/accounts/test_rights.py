"""The matrix, and the page that tells it."""

from __future__ import annotations

import re
from itertools import pairwise

from waqai_desk.accounts.rights import MATRIX, MAY_BE_SHOWN_NAMES, Right, Role, rights_of


def test_each_role_may_what_the_one_before_it_may():
    ladder = [MATRIX[role] for role in Role]
    assert all(less < more for less, more in pairwise(ladder))


def test_no_role_brings_names_with_it():
    assert all(Right.NAMES not in rights for rights in MATRIX.values())
    assert {role for role in Role if Right.NAMES in rights_of(role, names=True)} == MAY_BE_SHOWN_NAMES


def test_the_page_tells_the_matrix(root):
    text = (root / "docs/reference/permissions.md").read_text(encoding="utf-8")
    rows = {m[1]: m[2].split(" | ") for m in re.finditer(r"^\| `(\w+)` \| [^|]+ \| (.*) \|$", text, re.MULTILINE)}
    assert rows.keys() == {r.value for r in Right}
    for right in Right:
        told = [
            "when given"
            if right is Right.NAMES and role in MAY_BE_SHOWN_NAMES
            else "yes"
            if right in MATRIX[role]
            else "no"
            for role in Role
        ]
        assert rows[right] == told
