"""Actors that stand beside an act and did not do it: who found a body (codebook ruling 3), who came afterwards, who made the shells, whose post was near."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.scene import HELPED, TELLS, Part, Role, Scene
from waqai.code.deed.armed import is_members
from waqai.code.side.downed import WARDS_OFF
from waqai.code.side.upon import NEAR_POST, is_munition
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort

_FOUND: Final = "found"
_BEFORE_THAT: Final = "before_that"
_REACH: Final = 4
"""Chunks between "found" and the body: who found it, where and when."""
_AS_SUBJECT: Final = frozenset(
    {"roles.subject", "roles.subject_after_verb", "roles.act_of", "roles.and", "roles.announces", TELLS}
)


def set_finders_aside(scene: Scene, parts: list[Part]) -> list[Part]:
    """Take whoever stands around "found" and ahead of the body for no doer: "a patrol of X |found the body of| …"."""
    if _FOUND not in scene.marks or not any(p.role is Role.AGENT and p.rule in _AS_SUBJECT for p in parts):
        return parts
    body = _body_found(scene.row, scene.marks[_FOUND], scene.hi)
    if body is None:
        return parts
    return [
        p.turned(Role.NONE, "roles.finder") if p.role is Role.AGENT and p.at < body and p.rule in _AS_SUBJECT else p
        for p in parts
    ]


def set_next_aside(scene: Scene, parts: list[Part]) -> list[Part]:
    """Take whoever "and" brings behind a place for no doer of what was there: "a blast in A |and X| is on the alert"."""
    return [p.turned(Role.NONE, "roles.next") if p.rule in _BEHIND_ACT and _is_next(scene.row, p) else p for p in parts]


def _is_next(row: Sequence[Chunk], part: Part) -> bool:
    if part.role is not Role.AGENT or part.at < _PAST:
        return False
    who = row[part.at]
    return who.joined and not (who.prep or who.gap) and row[part.at - 1].sort is Sort.PLACE


_BEHIND_ACT: Final = frozenset({"roles.act_of", "roles.subject_after_verb"})
_PAST: Final = 2


def set_later_aside(scene: Scene, parts: list[Part]) -> list[Part]:
    """Take whoever did something afterwards for no doer: "gunmen attacked a post |before| the police killed them"."""
    if _BEFORE_THAT not in scene.marks or scene.trigger is None or not parts:
        return parts
    for then in range(scene.trigger + 1, scene.hi):
        if scene.row[then].particle == _BEFORE_THAT:
            break
    else:
        return parts
    by = scene.row[scene.trigger + 1]
    told = scene.row[scene.trigger].reading(Kind.TRIGGER)
    they = told is not None and told.form.pos is Pos.VERB and told.form.number == "pl"  # "|they| plundered it before …"
    gunmen = they or (is_members(by) and not by.gap)
    if not gunmen and not any(p.role is Role.AGENT and p.ids and p.at < then for p in parts):
        return parts
    return [p.turned(Role.NONE, "roles.later") if p.role is Role.AGENT and p.at > then else p for p in parts]


def set_armourers_aside(scene: Scene, parts: list[Part]) -> list[Part]:
    """Take a people's adjective behind shells for where they were made, where somebody else fired them: "X shelled A |with Russian rockets|".

    Whoever stands ahead of who warded rockets off had fired them: "|X| raided A, and the air defence warded off its rockets".
    """
    rules = {p.rule for p in parts}
    if WARDS_OFF in rules:
        return [p.turned(Role.TARGET, "roles.whose_weapon") if p.rule == "roles.subject" else p for p in parts]
    if _OF_NATION not in rules:
        return parts
    makers = [p for p in parts if p.rule == _OF_NATION and is_munition(scene.row, p.at - 1)]
    if not makers:
        return parts
    fired = any(p.role is Role.AGENT and p.ids and p.rule not in HELPED and p not in makers for p in parts)
    return [p.turned(Role.NONE, "roles.made_it") if p in makers else p for p in parts] if fired else parts


_OF_NATION: Final = "roles.act_of_nation"


def set_near_aside(scene: Scene, parts: list[Part]) -> list[Part]:
    """Take whoever's post others fought near, or an unarmed man was killed near, for nobody who was hit: "shot dead |near a checkpoint of| X"."""
    posts = [p for p in parts if p.rule == _OWNS and p.role is Role.TARGET]
    near = [p for p in posts if _is_near(scene.row[p.at - 1]) or _is_ground(scene, parts, p)]
    if not near:
        return parts
    others = scene.is_clash and any(p.role is Role.SIDE for p in parts)
    victims = scene.row[scene.lo : near[0].at] if scene.family == _VIOLENCE else ()
    if not others and all(c.entry(Kind.VICTIM).who != "civilians" for c in victims):
        return parts
    return [p.turned(Role.NONE, NEAR_POST) if p in near else p for p in parts]


def _is_near(post: Chunk) -> bool:
    """Tell whether "near", "close to [bi-l-qurb min]" or a word nobody reads, as "in front of", stands before a post."""
    beside = post.prep == "قرب" or (post.prep == "من" and post.gap == _CLOSE_TO)
    return Kind.OBJECT in post.senses and (beside or (not post.prep and not post.joined and post.gap == 1))


def _is_ground(scene: Scene, parts: list[Part], post: Part) -> bool:
    """Tell whether a post is only where two sides fought whom "between" names behind it: "battles in A |and the camp of X| between Y and Z"."""
    between = next((p.at for p in parts if p.rule == _BETWEEN and p.role is Role.SIDE), -1)
    return scene.is_clash and scene.trigger is not None and scene.trigger < post.at < between and _lists(scene, post.at)


def _lists(scene: Scene, k: int) -> bool:
    """Tell whether the thing before an actor stands in "in", or in a list that a place begins, and was not aimed at."""
    thing = scene.row[k - 1]
    return thing.prep == "في" or (thing.joined and scene.row[k - 2].sort is Sort.PLACE)


_BETWEEN: Final = "roles.between"
_OWNS: Final = "roles.owner_of_object"
_VIOLENCE: Final = "violence"
_CLOSE_TO: Final = 2


def _body_found(row: Sequence[Chunk], found: int, hi: int) -> int | None:
    """Find the body that the word at ``found`` says was found."""
    near = range(found + 1, min(found + 1 + _REACH, hi))
    return next((k for k in near if row[k].entry(Kind.HARM).harm == "killed"), None)
