"""Who did it and to whom: the role of each actor phrase in its clause (design section 3.4).

Position, preposition and voice decide, in this order: an agent marker ("by", "at the hands of"), an
owned object ("positions of"), the preposition, then the side of the verb on which the actor stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunks import Chunk, Sort


class Role(StrEnum):
    """What an actor does in a clause."""

    AGENT = "agent"
    TARGET = "target"
    SIDE = "side"
    NONE = "none"


class Part(msgspec.Struct, frozen=True):
    """An actor phrase (chunk ``at``) in its role, and the rule that gave it."""

    at: int
    ids: tuple[str, ...]
    role: Role
    rule: str


_AGENT_CLASSES = frozenset({"agent", "partner"})
_TAKES_VICTIM = frozenset({"trigger.fire_at", "trigger.arrest", "trigger.assassination", "trigger.kidnapping"})
"""Verbal nouns that are followed by whom they hit, unless an object with "l-" comes later."""
_NOT_CLASSES = frozenset({"origin", "destination", "control"})


def read_roles(
    row: Sequence[Chunk], lo: int, hi: int, trigger_at: int | None, *, clash: bool, capture: bool = False
) -> list[Part]:
    """Give every actor phrase of chunks ``[lo, hi)`` its role towards the trigger."""
    parts: list[Part] = []
    for k in range(lo, hi):
        chunk = row[k]
        if chunk.sort is not Sort.ACTOR:
            continue
        ids: tuple[str, ...] = getattr(chunk.mention, "ids", ())
        role, rule = _role(row, lo, hi, k, trigger_at, parts, clash=clash)
        if capture and trigger_at is not None and k > trigger_at and chunk.prep == "من" and role is not Role.AGENT:
            role, rule = Role.TARGET, "roles.taken_from"
        parts.append(Part(k, ids, role, rule))
    return parts


def _role(
    row: Sequence[Chunk], lo: int, hi: int, k: int, trigger_at: int | None, parts: list[Part], *, clash: bool
) -> tuple[Role, str]:
    chunk = row[k]
    before = row[k - 1] if k > lo else None
    if getattr(chunk.mention, "cls", "") == "nationality":
        return _nationality(chunk, before, parts)
    if parts and _same_again(row, parts[-1], k):
        return parts[-1].role, "roles.apposition"
    if before is not None and chunk.gap <= 1:
        close = _after_neighbour(row, lo, k, before)
        if close is not None:
            return close
    if chunk.joined and parts and _coordinated(row, parts[-1].at, k):
        return parts[-1].role, "roles.and"
    if chunk.prep in ("علي", "ضد"):
        return Role.TARGET, "roles.against"
    if chunk.prep == "مع":
        return (Role.SIDE, "roles.with") if clash else (Role.AGENT, "roles.together")
    if chunk.prep == "بين":
        return Role.SIDE, "roles.between"
    if trigger_at is None:
        return (Role.AGENT, "roles.by") if _is_means(chunk) else (Role.NONE, "roles.no_act")
    trigger = row[trigger_at].reading(Kind.TRIGGER) or row[trigger_at].reading(Kind.HARM)
    if k < trigger_at:
        return _ahead_of_trigger(chunk, trigger)
    return _behind_trigger(row, lo, hi, k, trigger_at, trigger, parts, clash=clash)


def _same_again(row: Sequence[Chunk], last: Part, k: int) -> bool:
    """Tell whether the actor is named twice in a row: "the Syrian Democratic Forces (SDF)"."""
    ids = getattr(row[k].mention, "ids", ())
    return (
        bool(ids)
        and ids == last.ids
        and not row[k].joined
        and k - last.at <= 2
        and row[k].gap <= 2
        and row[k].prep == ""
    )


def _nationality(chunk: Chunk, before: Chunk | None, parts: list[Part]) -> tuple[Role, str]:
    """Read "Russian", "Turkey": a doer only right behind an act, a weapon, a doer, or an agent marker."""
    if before is None or chunk.gap > 1:
        return Role.NONE, "roles.nationality_alone"
    if chunk.joined and before.sort is Sort.ACTOR and parts:
        return parts[-1].role, "roles.and"
    if before.reading(Kind.TRIGGER) is not None or before.reading(Kind.WEAPON) is not None:
        return Role.AGENT, "roles.act_of_nation"
    particle = before.reading(Kind.PARTICLE)
    if particle is not None and particle.entry.cls in _AGENT_CLASSES:
        return Role.AGENT, f"roles.{particle.entry.cls}"
    victim = before.reading(Kind.VICTIM)
    if chunk.gap == 0 and victim is not None and victim.entry.who == "combatants":
        return Role.TARGET, "roles.member_of"
    if chunk.gap == 0 and before.reading(Kind.OBJECT) is not None:
        return Role.TARGET, "roles.owner_of_object"
    return Role.NONE, "roles.nationality_alone"


def _after_neighbour(row: Sequence[Chunk], lo: int, k: int, before: Chunk) -> tuple[Role, str] | None:
    """Read what the chunk right before the actor says of it."""
    chunk = row[k]
    particle = before.reading(Kind.PARTICLE)
    if particle is not None:
        cls = particle.entry.cls
        if cls in _AGENT_CLASSES:
            return Role.AGENT, f"roles.{cls}"
        if cls == "origin":
            return Role.AGENT, "roles.origin"
        if cls in _NOT_CLASSES:
            return Role.NONE, f"roles.{cls}"
    if before.reading(Kind.SOURCE) is not None:
        return Role.NONE, "roles.source"
    weapon = before.reading(Kind.WEAPON)
    if weapon is not None and chunk.prep in ("", "ل", "من"):
        return Role.AGENT, "roles.weapon_of"
    victim = before.reading(Kind.VICTIM)
    if victim is not None and not chunk.joined and chunk.prep in ("", "من", "في", "ل"):
        return (Role.TARGET, "roles.member_of") if victim.entry.who != "civilians" else (Role.NONE, "roles.civilian_of")
    if before.reading(Kind.OBJECT) is not None and chunk.prep in ("", "ل", "من") and not chunk.joined:
        return Role.TARGET, "roles.owner_of_object"
    if before.sort is Sort.PLACE and chunk.prep in ("", "ل"):
        return None
    return None


def _coordinated(row: Sequence[Chunk], a: int, b: int) -> bool:
    return all(row[j].sort is Sort.STOP and row[j].text in ',()"' for j in range(a + 1, b)) and row[b].gap <= 1


def _ahead_of_trigger(chunk: Chunk, trigger: Reading | None) -> tuple[Role, str]:
    if chunk.prep == "" or (chunk.prep == "ل" and trigger is not None and trigger.form.pos is Pos.VERB):
        if trigger is not None and trigger.form.voice == "passive":
            return Role.TARGET, "roles.subject_of_passive"
        return Role.AGENT, "roles.subject"
    if _is_means(chunk):
        return Role.AGENT, "roles.by"
    return Role.NONE, "roles.aside"


def _is_means(chunk: Chunk) -> bool:
    """Tell whether an actor with "b-" is what it was done with: "by warplanes of", not "a leader in"."""
    return chunk.prep == "ب" and bool(getattr(chunk.mention, "method", ""))


def _behind_trigger(
    row: Sequence[Chunk],
    lo: int,
    hi: int,
    k: int,
    trigger_at: int,
    trigger: Reading | None,
    parts: list[Part],
    *,
    clash: bool,
) -> tuple[Role, str]:
    chunk = row[k]
    has_agent = any(p.role is Role.AGENT for p in parts)
    verb = trigger is not None and trigger.form.pos is Pos.VERB
    near = k - trigger_at <= 2 and chunk.gap <= 2
    if chunk.prep == "ل" and not verb:
        return (Role.TARGET, "roles.object_with_l") if has_agent else (Role.AGENT, "roles.act_of")
    if chunk.prep == "ل" and verb:
        return (Role.TARGET, "roles.object_with_l") if has_agent else (Role.NONE, "roles.aside")
    if chunk.prep == "ب":
        return (Role.AGENT, "roles.by") if _is_means(chunk) else (Role.NONE, "roles.aside")
    if chunk.prep in ("من", "في", "الي", "عن", "قرب"):
        if chunk.prep == "من" and not has_agent and near:
            return Role.AGENT, "roles.from"
        return Role.NONE, "roles.aside"
    if clash and has_agent:
        return Role.SIDE, "roles.second_side"
    if (
        near
        and not verb
        and not has_agent
        and trigger is not None
        and trigger.entry.id in _TAKES_VICTIM
        and chunk.prep == ""
    ):
        if not any(row[j].prep == "ل" for j in range(k + 1, min(k + 4, hi))):
            return Role.TARGET, "roles.act_upon"
    if not has_agent and (near or verb):
        return Role.AGENT, "roles.subject_after_verb" if verb else "roles.act_of"
    if has_agent:
        return Role.TARGET, "roles.object"
    return Role.AGENT, "roles.only_actor"
