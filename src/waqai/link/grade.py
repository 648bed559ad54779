"""How well an incident is established, in Airwars' sense, and why in one sentence.

    confirmed    the side that did it says so
    contested    independent witnesses name rival sides as having done it, or one denies what another reports
    discounted   as many or more deny it as report it, or those called civilians were fighters by more witnesses
    fair         two or more independent witnesses agree
    weak         one witness

Source: https://airwars.org/research/methodology (casualty recording, "grading"). Airwars grades civilian harm; here every
incident is graded, and independence counts origins (see ``origin``), not outlets.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.link.kin import Kin
from waqai.link.origin import Voices
from waqai.link.statement import Statement
from waqai.values.actor import CIVILIANS, UNKNOWN


def grade_of(statements: Sequence[Statement], origins: Sequence[str]) -> tuple[str, str]:
    """Give the grade and the reason."""
    witnesses = set(origins)
    denied = {o for s, o in zip(statements, origins, strict=True) if s.report.status == "denied"}
    telling = witnesses - denied
    if denied and len(denied) >= len(telling):
        return "discounted", f"denied by {_count(denied)}, reported by {_count(telling)}"
    rivals = _rivals(statements, origins)
    admitted = _admitted(statements)
    if rivals is not None:
        return "contested", f"independent witnesses name rival sides: {rivals[0]} and {rivals[1]}"
    if denied:
        return "contested", f"reported by {_count(telling)}, denied by {_count(denied)}"
    fighters, civilians = _killed(statements, origins, "combatants"), _killed(statements, origins, "civilians")
    if civilians and len(fighters - civilians) > len(civilians):
        return (
            "discounted",
            f"the dead were fighters by {_count(fighters - civilians)}, civilians by {_count(civilians)}",
        )
    if admitted is not None:
        return "confirmed", f"{admitted}, who did it, says so"
    if len(telling) > 1:
        return "fair", f"told by {_count(telling)} that do not lean on each other, and by nobody denied"
    pages = len({s.article for s in statements})
    if pages > 1:
        return "weak", f"{pages} pages, but all lean on one witness"
    return "weak", "told by one witness"


def _count(witnesses: set[str]) -> str:
    return f"{len(witnesses)} witness{'es' if len(witnesses) != 1 else ''}"


def _rivals(statements: Sequence[Statement], origins: Sequence[str]) -> tuple[str, str] | None:
    """Give two sides of which neither is kin to the other, each named by a witness that does not name the other.

    In a clash both sides act, and pages differ in whom they name first; there the two sides are no contradiction.
    """
    kin = Kin.load()
    named = [(s, o) for s, o in zip(statements, origins, strict=True) if set(s.report.initiators) - {UNKNOWN}]
    for i, (a, origin) in enumerate(named):
        for b, other in named[i + 1 :]:
            if origin == other or not kin.are_rivals(a.report.initiators, b.report.initiators):
                continue
            if _is_two_sided(a, b) or _is_two_sided(b, a):
                continue
            return ", ".join(a.report.initiators), ", ".join(b.report.initiators)
    return None


def _is_two_sided(a: Statement, b: Statement) -> bool:
    """Tell whether whom ``b`` has acting is whom ``a`` has fought against."""
    return bool((set(a.report.targets) - {UNKNOWN, CIVILIANS}) & set(b.report.initiators))


def _admitted(statements: Sequence[Statement]) -> str | None:
    voices = Voices.load()
    for s in statements:
        own = voices.sides_of(s.report.sources) & set(s.report.initiators)
        if own and s.report.status != "denied":
            return min(own)
    return None


def _killed(statements: Sequence[Statement], origins: Sequence[str], who: str) -> set[str]:
    return {
        o
        for s, o in zip(statements, origins, strict=True)
        if any(h.kind == "killed" and h.who == who and h.min for h in s.report.harm)
    }
