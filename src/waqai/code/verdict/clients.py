"""Militias that one telling of an act names beside their patron and another leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.code.camps import clients_of
from waqai.code.clause.scene import Part


def with_clients(chosen: list[Part], named: Sequence[list[Part]]) -> list[Part]:
    """Give the fuller account of who did it: the headline's "shelling by X" is the body's "X and his militias shelled"."""
    ids = {i for p in chosen for i in p.ids}
    fuller = (found for found in named if ids and ids < {i for p in found for i in p.ids})
    return next((f for f in fuller if {i for p in f for i in p.ids} - ids <= clients_of(ids)), chosen)
