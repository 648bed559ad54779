"""Arrests over what armed men did just before: the state makes them, not those who struck."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act, Where
from waqai.tag.actor.armed import is_armed_group


def are_suspects_of(doers: Collection[str], draft: Draft) -> bool:
    """Tell whether people are held as suspects of what these armed men did, who do not hold them: "X attacked a post. Six persons |were arrested on suspicion|"."""
    if draft.family_name != _RAID or _SUSPECTED.isdisjoint(draft.marks) or draft.agents:
        return False
    return bool(doers) and all(map(is_armed_group, doers))


_RAID: Final = "raid"
_SUSPECTED: Final = frozenset({"suspected", "grounds"})


def held_over(act: Act | None, draft: Draft) -> Where | None:
    """Give the place of the act over which people were held: "four men were arrested on suspicion over |the blast|"."""
    if act is None or act.family_name == draft.family_name:
        return None
    return act.where if are_suspects_of(act.agent_ids(), draft) else None
