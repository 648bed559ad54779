"""Event types, their methods, and the actors' kinds, from ``data/taxonomy.toml`` and ``data/actors.csv``."""

from __future__ import annotations

from functools import cache
from typing import Self

import msgspec

from waqai.shipped import shipped_rows, shipped_table
from waqai.tag.actor.camps import tables
from waqai.values.actor import OTHER

_NO_POLICE = frozenset({"IS", "UNKNOWN", "SINAI_IS", "AQAP", "TRIBAL", "SYR_TRIBES", "SETTLERS", "PKK", "CIVILIANS"})
"""Actors who seize people without policing them (ruling 10)."""
_KIDNAPS = frozenset({"AQ_NUSRA", "LIB_MILITIAS"})
"""Actors who police some places; whom the text says that they kidnapped, they did not arrest."""

_ARMED = frozenset({"rebel_group", "pro_government_militia", "communal_militia", "political_militia"})


class Taxonomy(msgspec.Struct, frozen=True):
    """What the codebook's section 2 lists, for look-up."""

    event_types: dict[str, str]
    """Event type of each sub-event type."""
    sub_events: dict[str, str]
    """Default sub-event type of each method."""
    actor_kinds: dict[str, str]

    @classmethod
    @cache
    def load(cls) -> Self:
        """Read the taxonomy and the actor list that ship with the package."""
        raw = shipped_table("taxonomy.toml")
        kinds = {row["id"]: row["kind"] for row in shipped_rows("actors.csv")}
        event_types = {sub: event for event, subs in raw["event_types"].items() for sub in subs}
        return cls(event_types, dict(raw["methods"]), kinds | raw["other_forces"])

    def event_type_of(self, sub_event: str) -> str:
        """Give the event type that a sub-event type belongs to."""
        return self.event_types[sub_event]

    def sub_event_of(self, method: str) -> str:
        """Give the sub-event type that a method is coded as unless a ruling says otherwise."""
        return self.sub_events[method]

    def actor_kind(self, actor: str) -> str:
        """Give the kind of an actor; ``rebel_group`` for one that the list lacks."""
        return self.actor_kinds.get(actor, "rebel_group")

    def is_armed_group(self, actor: str) -> bool:
        """Tell whether the actor is an armed group that is no force of a state: rebels, militias, tribes in arms."""
        return self.actor_kind(actor) in _ARMED

    def is_of_a_state(self, actor: str) -> bool:
        """Tell whether the actor is a force of a state, this one or another."""
        return self.actor_kind(actor) in ("state_forces", "external_forces")

    def is_of_its_state(self, actor: str) -> bool:
        """Tell whether the actor is a force of the state that it acts in."""
        return self.actor_kind(actor) == "state_forces"

    def polices(self, actor: str) -> bool:
        """Tell whether the actor claims authority where it acts, so that it arrests (ruling 10)."""
        other = actor.startswith(OTHER) and actor not in self.actor_kinds
        return actor not in _NO_POLICE and (not other or actor in tables()["authority"]["actors"])

    def arrests(self, actor: str) -> bool:
        """Tell whether the actor arrests even those whom the text says that it kidnapped (ruling 10)."""
        return self.polices(actor) and actor not in _KIDNAPS
