"""An actor near behind an act's verb to whom it was done: by its case, by what the verb's subject is, by the verb's number."""

from __future__ import annotations

from waqai.code.clause.scene import Scene
from waqai.code.side.around import is_counted_subject, is_relative
from waqai.code.side.hurt import act_is_subject
from waqai.code.side.upon import has_object_beside
from waqai.lexicon.entry import Reading


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
