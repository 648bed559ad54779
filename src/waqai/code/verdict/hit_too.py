"""Fire that hit people in one telling and an armed side in another: "a man died in shelling of A. |A soldier of X died in shelling of a post there|" (ruling 15)."""

from __future__ import annotations

from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act
from waqai.tag.harm.find import CIVILIANS, COMBATANTS, HURT


def hit_people_too(act: Act) -> bool:
    """Tell whether civilians were hurt in a clause that names no armed side, and another clause that hurts none counts the dead of one."""
    body = [d for d in act.drafts if not d.clause.headline]
    aimed = [d for d in body if any(p.ids for p in d.targets)]
    if not aimed or any(_hurts_people(d) or not _counts_fighters(d) for d in aimed):
        return False
    return any(_hurts_people(d) and d.method is not None and not _hits_a_post(d) for d in body if d not in aimed)


_DIED: Final = "roles.victim"


def _counts_fighters(draft: Draft) -> bool:
    """Tell whether a clause names whom it was aimed at only by his dead or wounded."""
    died = all(p.rule == _DIED for p in draft.targets if p.ids)
    return died and any(h.who == COMBATANTS and h.kind in HURT for h in draft.harm)


def _hurts_people(draft: Draft) -> bool:
    return any(h.who == CIVILIANS and h.kind in HURT for h in draft.harm)


def _hits_a_post(draft: Draft) -> bool:
    return any(cls == "military" for _, cls in draft.objects)
