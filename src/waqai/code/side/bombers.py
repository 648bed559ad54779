"""Who stands beside a bombing named by its noun, and neither did it nor was hit by it.

No state's men blow themselves up: "tests |that the police ran| on who carried out the suicide attack". What the sentence tells ahead of "after the
attack" has its own aim: "attacks |on the police| went on after the suicide bombing in A"; so has what goes on behind it: "since the attack in A and
the operations |that the army is carrying out| against X".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.scene import Part, Role
from waqai.code.deed.method import MethodFound
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.actor.armed import is_armed_group
from waqai.tag.chunk import Chunk
from waqai.tag.date.find import DateMention
from waqai.values.actor import UNKNOWN

_SUICIDE: Final = "suicide_bomb"
_BOMB: Final = "bomb"
_NOW: Final = "agent_now"
_AIMED: Final = frozenset({"roles.against", "roles.owner_of_object", "roles.object_of_act"})
_IN: Final = "في"
_NONE: Final = "roles.beside_bombing"


def beside_bombing(row: Sequence[Chunk], method: MethodFound, parts: list[Part], marks: dict[str, int]) -> list[Part]:
    """Give the parts of a clause with those who only stand beside its bombing turned out."""
    named = row[method.at].reading(Kind.TRIGGER)
    if method.family != _BOMB or not parts or (named is not None and named.form.pos is Pos.VERB):
        return parts
    now = marks.get(_NOW, -1)
    return [
        p.turned(Role.NONE, _NONE)
        if (now > method.at and p.at > now) or _is_no_bomber(method, p) or _is_aim_of_other(row, method.at, p)
        else p
        for p in parts
    ]


def days_of_bombing(
    method: MethodFound, dates: list[tuple[int, DateMention]], marks: dict[str, int]
) -> list[tuple[int, DateMention]]:
    """Give the days of a clause without those of what somebody is carrying out since a bombing: "… the operations that X |is carrying out since Friday|"."""
    now = marks.get(_NOW, -1)
    return [d for d in dates if d[0] < now] if method.family == _BOMB and now > method.at else dates


def _is_no_bomber(method: MethodFound, part: Part) -> bool:
    """Tell whether a state's men are named for who blew himself up."""
    if part.role is not Role.AGENT or method.method != _SUICIDE or not part.ids:
        return False
    return not any(i == UNKNOWN or is_armed_group(i) for i in part.ids)


def _is_aim_of_other(row: Sequence[Chunk], at: int, part: Part) -> bool:
    """Tell whether something else was aimed at an actor ahead of the bombing, which comes behind "after" or behind another deed."""
    if part.role is not Role.TARGET or part.rule not in _AIMED or part.at >= at:
        return False
    died_in = row[at].prep == _IN and any(Kind.HARM in chunk.senses for chunk in row[part.at + 1 : at])
    return row[at].prior or died_in  # "a campaign against X, soon after the death of nine |in a bombing|"
