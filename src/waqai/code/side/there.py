"""Bases that were not hit: of X in a town ("in which there is a base of X"; an airport is aimed at for it), and where fire came from.

Beside them whoever keeps the place in which somebody died under torture.
"""

from __future__ import annotations

from typing import Final

from waqai.code.clause.scene import Role, Scene
from waqai.gazetteer.phrase import PlacePhrase
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.values.place import PlacePrecision

_HOLDS: Final = "holds"
_HAVE_IN_THEM: Final = frozenset({_HOLDS, "contains"})
_HIT: Final = frozenset({"fire", "air", "clash", "open", "bomb"})
_BASES: Final = frozenset({"base", "airport", "field"})
_REACH: Final = 5
"""Chunks between a place and what it has in it."""


def is_there(scene: Scene, k: int) -> tuple[Role, str] | None:
    """Read an actor whose base, or who himself, is in a place named before; ``None`` where no such words stand."""
    row = scene.row
    if _is_jailer(scene, k):
        return Role.AGENT, "roles.prison_of"
    if _comes_firing(scene, k):
        return Role.AGENT, "roles.who_moves"
    if _HAVE_IN_THEM.isdisjoint(scene.marks):
        return None
    j = k - 1
    if j > scene.lo and row[j].reading(Kind.OBJECT) is not None and not row[k].joined:
        j -= 1
    if j <= scene.lo or row[j].particle not in _HAVE_IN_THEM or (row[j].particle == _HOLDS and j == k - 1):
        return None
    aimed = scene.family in _HIT and _is_base(scene, j)
    return (Role.TARGET, "roles.holds") if aimed else (Role.NONE, "roles.is_there")


def _is_base(scene: Scene, at: int) -> bool:
    """Tell whether the words before "which has in it" name a base."""
    for j in range(at - 1, max(scene.lo - 1, at - _REACH), -1):
        thing = scene.row[j].reading(Kind.OBJECT)
        if thing is not None:
            return thing.entry.cls == "military"
        if scene.row[j].sort is Sort.PLACE:
            return scene.row[j].place_kind in _BASES or (is_site(scene.row[j]) and _is_the_only_place(scene, j))
    return False


def _is_the_only_place(scene: Scene, at: int) -> bool:
    """Tell whether no other place stands between an act and this one: not "hit A, which lies far from |the field of B|, in which X has a base"."""
    first = scene.lo if scene.trigger is None else scene.trigger
    return all(scene.row[j].sort is not Sort.PLACE for j in range(first, at))


def is_site(chunk: Chunk) -> bool:
    """Tell whether a chunk is a building or a post, which is bombed for who uses it; a town is not."""
    if chunk.reading(Kind.OBJECT) is not None:
        return True
    return isinstance(chunk.mention, PlacePhrase) and chunk.mention.precision is PlacePrecision.SITE


def fires_itself(scene: Scene, k: int) -> bool:
    """Tell whether a base of the actor's is the subject of a verb of fire: "|the bases of X| in A shelled |the village of B|"."""
    row = scene.row
    if scene.family != "fire" or k - 2 < scene.lo or row[k - 1].gap or row[k - 1].prep or row[k].prep:
        return False
    verb = row[k - 2].reading(Kind.TRIGGER)
    if verb is None or not verb.form.is_active_verb or verb.form.suffix:
        return False
    return any(_is_object(scene, j) for j in range(k + 1, scene.hi))


def _is_object(scene: Scene, at: int) -> bool:
    """Tell whether a place, or a thing, stands here without a preposition, as what a verb hits does."""
    chunk = scene.row[at]
    if chunk.prep or chunk.joined or chunk.gap:
        return False
    kind = chunk.place_kind or getattr(chunk.mention, "relation", "")
    return bool(kind) if chunk.sort is Sort.PLACE else chunk.reading(Kind.OBJECT) is not None


def _is_jailer(scene: Scene, k: int) -> bool:
    """Tell whether somebody died under torture in an actor's hands: "in the prisons |of X|", "|in the branch of| X", "|with| X"."""
    if scene.trigger is None or k == scene.lo or scene.row[k].joined or not scene.row[scene.trigger].has(_TORTURE):
        return False
    if scene.row[k - 1].entry(Kind.OBJECT).cls == "prison":
        return scene.row[k].prep in ("", "ل")
    if scene.row[k - 1].has(_QUARTERS) and not (scene.row[k].prep or scene.row[k].gap):
        return True  # "under torture in one of the headquarters |of X|"
    if scene.row[k - 1].particle == "link" and k - 2 >= scene.lo and is_site(scene.row[k - 2]):
        return True  # "under torture in A prison |that belongs to X|"
    return scene.row[k].prep in _KEPT_BY and scene.row[k].gap <= 1


_QUARTERS: Final = "object.position"
_TORTURE: Final = "trigger.torture"
_KEPT_BY: Final = ("في", "لدي", "عند")


def _comes_firing(scene: Scene, k: int) -> bool:
    """Tell whether the actor's are the vehicles that came in, with what the clause tells next: "vehicles of X |pushed into| A amid gunfire"."""
    if scene.family not in _FIRE or scene.trigger is None or scene.trigger < k or scene.row[k].joined:
        return False
    moved = next((j for j in range(k - 1, max(scene.lo, k - _REACH) - 1, -1) if scene.row[j].has(_INCURSION)), -1)
    return moved >= 0 and all(scene.row[j].sort is not Sort.ACTOR for j in range(moved + 1, k))


_INCURSION: Final = "trigger.incursion"
_FIRE: Final = frozenset({"fire", "violence", "open"})
"""Families of what they fired."""


def is_where(scene: Scene, k: int) -> bool:
    """Tell whether a land only says where or whom an act hit, being no adjective of its noun: "|its| shelling of the north of |Syria|", "the massacre shocked |the Americans|", "a blast |Turkey|"."""
    chunk, told = scene.row[k], scene.row[k - 1].reading(Kind.TRIGGER)
    if told is None or chunk.joined:
        return False
    if told.form.pos is Pos.VERB:
        return bool(chunk.gap and told.form.suffix)  # "its shelling", which is spelt like "shelled it"
    if chunk.actor_cls == "country":
        return scene.family == "bomb"
    defined = scene.row[k - 1].text.removeprefix("و").startswith(_THE_NOUN)
    if chunk.text.startswith(_DEFINITE):
        return defined and chunk.text.endswith(_PEOPLE)
    return bool(chunk.gap) and (defined or bool(told.form.suffix))


_DEFINITE: Final = "ال"
_THE_NOUN: Final = ("ال", "لل", "بال")
_PEOPLE: Final = ("ين", "ون")
"""Endings of men of a people."""
