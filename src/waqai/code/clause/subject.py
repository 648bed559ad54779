"""Subjects of a second verb that "and" brings, and those that are joined to the doer of a noun: "shelling |of A and B| hits C"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.next_act import verb_of_act
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort

_AGENT: Final = "agent"
_STRIKES_BACK: Final = "strikes_back"
"""Class of "answers", where an act follows: "and the factions |answer| by shelling A"."""
_AIMED: Final = frozenset({"trigger.fire_at"})
"""Verbs whose subject is the fire itself as well as who fires: "|shelling| hits A"."""


def is_subject(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether "and" brings the subject of another verb: "… |and the coalition| shells A"."""
    chunk = row[k]
    if chunk.prep or k + 1 >= hi or row[k + 1].joined:
        return False
    if chunk.sort is not Sort.ACTOR:
        return _are_people(chunk) and not row[k + 1].gap and _is_now(row[k + 1])
    if row[k + 1].particle == _STRIKES_BACK:
        return not row[k + 1].gap and row[k - 1].sort is not Sort.ACTOR
    if row[k + 1].gap:
        return False
    verb = verb_of_act(row[k + 1])
    beside = row[k - 1].sort is Sort.ACTOR and chunk.gap == 0
    if beside and k > 1 and (row[k - 2].particle == _AGENT or _is_of_noun(row, k)):
        return False  # "shelling |by A and B| hits C", "shelling |of A and B| hits C"
    return verb is not None and (not beside or verb.form.tense == "present")


def _are_people(chunk: Chunk) -> bool:
    """Tell whether "and" brings people with the article: "a man killed in A, |and the inhabitants| demonstrate"."""
    people = chunk.reading(Kind.VICTIM)
    return people is not None and people.form.definite and not chunk.gap


def _is_now(chunk: Chunk) -> bool:
    verb = verb_of_act(chunk)
    return verb is not None and verb.form.tense == "present"


def _is_of_noun(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether the actor ahead of "and" is the doer of a noun, which is the subject of the verb behind both."""
    if row[k + 1].entry(Kind.TRIGGER).id not in _AIMED:
        return False
    at = k - 2
    while at > 0 and row[at].sort is Sort.ACTOR and not row[at].gap:
        at -= 1
    act = row[at].reading(Kind.TRIGGER) or row[at].reading(Kind.WEAPON)
    return act is not None and act.form.pos is not Pos.VERB and row[at + 1].gap <= 1


def has_own_doer(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether "and" behind a comma brings a verb with its doer right behind it: "… the forces of X, |and Y has shelled| A"."""
    if k + 1 >= hi or row[k - 1].text != "," or row[k].prep:
        return False
    verb, who = verb_of_act(row[k]), row[k + 1]
    if verb is None or verb.form.tense != "past" or not verb.form.is_active_verb or verb.form.suffix:
        return False
    return who.sort is Sort.ACTOR and not (who.prep or who.gap or who.joined or who.text.endswith(_OBLIQUE))


_OBLIQUE: Final = "ين"


def is_bomb_besides(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether a headline goes on with a bomb of its own: "two killed in A |and a bomb targets| a patrol"."""
    if row[k].prep or not {Kind.WEAPON, Kind.TRIGGER} & row[k].senses.keys() or row[k].text.startswith(_THE):
        return False
    verb = row[k + 1].reading(Kind.TRIGGER) if k + 1 < hi and not (row[k + 1].prep or row[k + 1].joined) else None
    return verb is not None and verb.form.tense == "present" and verb.form.is_active_verb and row[k + 1].gap <= 1


_THE: Final = ("ال", "وال")
