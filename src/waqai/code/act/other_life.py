"""Clauses in which words of war stand for games, verdicts, accidents or common crime, or for what is only feared (codebook section 1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from waqai.code.deed.no_politics import NO_POLITICS, is_no_politics

if TYPE_CHECKING:
    from waqai.code.act.draft import Draft

_WANTED: Final = frozenset({"capture", "release"})
"""Families of acts that are somebody's priority before they are done."""
_NEAR: Final = 3
"""Chunks from an act to what is said of its surge, and to the thing that it hit."""
_CROWDS: Final = "method.trigger.crowds"
"""Rule of a gathering that is told by its crowd alone, which may bury its dead."""
GOES_OFF: Final = frozenset({"bomb", "air", "fire"})
"""Families whose act and toll are told behind whoever vows, condemns or demands something for it."""
_MARKS: Final = NO_POLITICS.union("sport unreal priority condemn court anniversary mourns helped_on surge".split())
"""Marks of all that is asked here: most clauses have none of them."""


def is_of_another_life(draft: Draft) -> bool:
    """Tell whether words of war stand for games, verdicts, accidents or common crime, or for what is only feared (section 1)."""
    marks, method = draft.marks, draft.method
    if _MARKS.isdisjoint(marks):
        return False
    if "sport" in marks and not draft.harm:
        return True
    if method is None:
        return False
    at = method.at
    wanted = method.family in _WANTED and not draft.harm and "did" not in marks
    unreal = marks.get("unreal") == at + 1 and not _is_victim(draft, at + 1)
    if unreal or (wanted and marks.get("priority", at) > at):
        return True
    if marks.get("condemn", at) < at and not draft.dates:
        return True
    if "court" in marks and method.family in GOES_OFF:
        if not any(k > at or k < marks["court"] for k, _ in draft.dates):
            return True
    of_day = marks.get("anniversary") == at - 1 and "did" not in marks
    if of_day and method.family != "protest":
        return True  # "the anniversary |of the blast|"
    if method.rule == _CROWDS and "mourns" in marks and not draft.harm:
        return True
    if marks.get("helped_on") == at + 1 and not draft.harm:
        return True
    surge = marks.get("surge", at + _NEAR)
    if -_NEAR <= surge - at < _NEAR and not (draft.harm or draft.dates or surge < marks.get("cause", -1) < at):
        return True  # "the |mounting| strikes on A", not "the smoke |mounting| because of strikes on A"
    hit = draft.by_gunmen or (bool(draft.objects) and any(0 < k - at < _NEAR for k, _ in draft.objects))
    return is_no_politics(marks, method, harms=bool(draft.harm), doer=bool(draft.agents), hit=hit)


def _is_victim(draft: Draft, k: int) -> bool:
    """Tell whether a chunk is among those hurt: a journalist, who is spelt like "of the press"."""
    return any(h.at < k < h.last for h in draft.harm)
