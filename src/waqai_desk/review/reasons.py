"""Reasons that the linker gives, in the reader's language: why a report joined, why an incident has its grade."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

COMPARED: Final = {
    "prior": _("as things usually are"),
    "place": _("place"),
    "time": _("time"),
    "type": _("type"),
    "method": _("method"),
    "by": _("by whom"),
    "to": _("against whom"),
    "killed": _("killed"),
    "wounded": _("wounded"),
    "detained": _("detained"),
    "text": _("the same words"),
}
"""What the linker compares, by its own names."""

_WITNESSES: Final = r"(\d+) witness(?:es)?"
GRADED: Final = (
    (rf"denied by {_WITNESSES}, reported by {_WITNESSES}", _("denied by %(a)s, reported by %(b)s")),
    (
        r"independent witnesses name rival sides: (.*) and (.*)",
        _("independent witnesses name rival sides: %(a)s and %(b)s"),
    ),
    (rf"reported by {_WITNESSES}, denied by {_WITNESSES}", _("reported by %(a)s, denied by %(b)s")),
    (
        rf"the dead were fighters by {_WITNESSES}, civilians by {_WITNESSES}",
        _("the dead were fighters by %(a)s witnesses, civilians by %(b)s"),
    ),
    (r"(.*), who did it, says so", _("%(a)s, who did it, says so")),
    (
        rf"told by {_WITNESSES} that do not lean on each other, and by nobody denied",
        _("told by %(a)s witnesses that do not lean on each other, and by nobody denied"),
    ),
    (r"(\d+) pages, but all lean on one witness", _("%(a)s pages, but all lean on one witness")),
    (r"told by one witness", _("told by one witness")),
)
"""Sentences of ``waqai.link.grade``; a test holds the two to each other."""


def why_graded(reason: str) -> str:
    """Give the reason of a grade; a sentence nobody translated is shown as it is."""
    for pattern, said in GRADED:
        match = re.fullmatch(pattern, reason)
        if match:
            return gettext(said) % dict(zip("ab", match.groups(), strict=False))
    return reason


def why_joined(reasons: Sequence[Any]) -> str:
    """Give the comparisons behind a link with their bits, the strongest first; the usual case is not told."""
    told = [r for r in reasons if isinstance(r, dict) and r.get("comparison") != "prior"]
    told.sort(key=lambda r: -abs(float(r.get("bits", 0))))
    names = ((gettext(COMPARED.get(str(r["comparison"]), str(r["comparison"]))), float(r["bits"])) for r in told)
    return gettext("; ").join(f"{name} {bits:+g}" for name, bits in names)
