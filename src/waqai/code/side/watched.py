"""Who watched whom and then struck him: "|the fighters spotted| a group of X near A |and hit it| with a missile" (codebook section 3)."""

from __future__ import annotations

from typing import Final

from waqai.code.clause.scene import Part, Role, Scene
from waqai.tag.chunk import Sort

_SPOTS: Final = "documents"
"""Class of "spotted", which also says that somebody counts acts up."""


def with_watchers(scene: Scene, parts: list[Part]) -> list[Part]:
    """Take for the doer who spotted another before a verb that takes that one up by a pronoun, and for its target whom he spotted."""
    row, at = scene.row, scene.trigger
    if at is None or not row[at].joined:
        return parts
    told = next((reading for reading in row[at].senses.values() if reading.form.suffix), None)
    seen = next((k for k in range(scene.lo, at - 2) if row[k].particle == _SPOTS), -1) if told is not None else -1
    if seen < 0:
        return parts
    near = [k for k in range(seen + 1, at) if row[k].sort is not Sort.DATE][:2]
    if len(near) < 2 or any(row[k].sort is not Sort.ACTOR or row[k].prep or row[k].joined for k in near):
        return parts
    watcher, watched = (row[k].ids for k in near)
    if set(watcher) & set(watched):
        return parts
    return [
        p.turned(Role.AGENT, "roles.watcher")
        if p.at == near[0]
        else p.turned(Role.TARGET, "roles.watched")
        if p.ids == watched
        else p
        for p in parts
    ]
