"""What somebody used to do: "the hill from which they |were shelling| the town" tells no shelling of a day (codebook section 1)."""

from __future__ import annotations

from typing import Final

from waqai.code.act.draft import Draft
from waqai.tag.tagged import Tagged

_WAS: Final = frozenset({"كان", "كانت", "كانوا", "كانا", "كانتا", "وكانت", "وكان", "وكانوا"})
_WHILE: Final = frozenset({"بينما", "وبينما", "فيما", "عندما", "حين", "حينما", "لما", "وقت"})
"""Words behind which "was doing" tells what went on at one moment."""
_HELD: Final = "detained"
_REACH: Final = 4
"""Words from "was" to the verb: who did it stands between."""


def used_to(tagged: Tagged, draft: Draft) -> bool:
    """Tell whether the verb of an act is a present tense behind "was": a habit, where no day is told, and nobody hurt or held but people in general."""
    if draft.method is None or draft.marks["does"] != draft.method.at or draft.names_a_day:
        return False
    if any(h.kind != _HELD or h.count.max is not None or (h.count.min or 0) > 1 for h in draft.harm):
        return False  # "the youths" whom they used to arrest are none in particular
    if draft.family_name == "closure":
        return False  # "they |were besieging| 35 others in A": a siege is no habit
    texts, first = tagged.words.texts, tagged.row[draft.method.at].first
    for n in range(first - 1, max(0, first - 1 - _REACH), -1):
        if texts[n] in _WAS:
            return texts[n - 1] not in _WHILE
        if not texts[n].isalpha():
            return False
    return False
