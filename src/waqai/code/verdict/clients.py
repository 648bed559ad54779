"""Militias that one telling of an act names beside their patron and another leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.camps import clients_of, stand_together
from waqai.code.clause.scene import Part, ids_of


def with_clients(chosen: list[Part], named: Sequence[list[Part]]) -> list[Part]:
    """Give the fuller account of who did it: the headline's "shelling by X" is the body's "X and his militias shelled"."""
    if all(found is chosen for found in named):
        return chosen
    ids = ids_of(chosen)
    fuller = (found for found in named if ids and ids < ids_of(found))
    patron = next((found for found in named if ids and ids <= clients_of(ids_of(found)) - ids_of(found)), [])
    return next((f for f in fuller if ids_of(f) - ids <= clients_of(ids)), [*patron, *chosen])


def flown(home: Draft, ranked: Sequence[Draft]) -> list[list[Part]]:
    """Give who did what was flown, where the act was: militias that shelled besides flew nothing; nobody where it was not."""
    return [d.doers for d in ranked if d.family_name == _AIR] if home.family_name == _AIR else []


_AIR: Final = "air"


def with_allies(chosen: list[Part], told: Sequence[list[Part]]) -> list[Part]:
    """Give whom another sentence about the act joins to whoever the first named: "the army shelled A. … shelling |of the army and Russia| on A"."""
    ids = ids_of(chosen)
    fuller = (found for found in told if ids and ids < ids_of(found))
    return next((f for f in fuller if stand_together(ids, ids_of(f) - ids)), chosen)
