"""An actor near behind an act's verb to whom it was done: by its case, by what the verb's subject is, by the verb's number."""

from __future__ import annotations

from typing import Final

from waqai.code.clause.scene import Scene
from waqai.code.side.around import is_counted_subject, is_relative
from waqai.code.side.hurt import act_is_subject
from waqai.code.side.upon import has_object_beside
from waqai.lexicon.entry import Kind, Reading
from waqai.tag.chunk import Chunk, Sort


def object_of_verb(
    scene: Scene, k: int, governor: int, trigger: Reading | None, *, has_agent: bool, oblique: bool
) -> str:
    """Give the rule by which an actor behind a verb is its object; empty where it is none of these. ``oblique``: by its ending."""
    if not has_agent and act_is_subject(scene, governor, k):
        return "roles.object_of_act"
    if oblique and not is_counted_subject(scene, k, governor) and (has_agent or not has_object_beside(scene, k)):
        return "roles.object_by_case"
    if trigger is None:
        return ""
    if not trigger.form.suffix and is_relative(scene, governor):
        return "roles.object_of_relative"
    if trigger.form.number == "pl" and trigger.form.is_active_verb:
        return "roles.object_of_plural"  # "said that |they hit| X": a subject behind has its verb in the singular
    return ""


def takes_him_up(scene: Scene, governor: int, trigger: Reading) -> bool:
    """Tell whether a verb takes up by a pronoun whoever stands before it, its doer right behind: "prisoners of X |whom Y put to death|"."""
    if not trigger.form.suffix or not trigger.form.is_active_verb or governor + 1 >= scene.hi:
        return False
    doer = scene.row[governor + 1]
    return doer.sort is Sort.ACTOR and not (doer.prep or doer.gap or doer.joined)


def is_accusative(chunk: Chunk) -> bool:
    """Tell whether men or a column of an actor are named with the ending of an object: "the campaign aimed at |some men of| X"."""
    ending = chunk.text.endswith("ا") and not chunk.text.endswith(_NO_CASE)
    return ending and chunk.actor_cls == _MEN and not chunk.joined


_NO_CASE: Final = ("شيا", "ها", "هما", "نا")
"""How "militia" ends, and pronouns."""


_MEN: Final = "force"
_APART: Final = 2
"""Words that nobody knows between what was hit and whoever was in it."""


def was_in_it(scene: Scene, k: int, governor: int) -> bool:
    """Tell whether an actor behind a verb was in what it hit: "destroyed |a building in which were some| men of X"."""
    row = scene.row
    if row[k].gap or row[k - 1].sort is not Sort.NUMBER or row[k - 1].gap < _APART:
        return False
    return any(row[j].reading(Kind.OBJECT) is not None and not row[j].prep for j in range(governor + 1, k - 1))
