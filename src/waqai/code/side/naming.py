"""Actors first said to be something and then named: "an alliance of rebel forces |known as| X", "X, which comprises |A and B|"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.camps import foes_of, stand_together
from waqai.code.clause.scene import Part, Role
from waqai.code.taxonomy import Taxonomy
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk

_KNOWN_AS, _COMPRISES = "known_as", "comprises"
CALLS: Final = frozenset({_KNOWN_AS, _COMPRISES})
"""Classes of words that call an actor, or several, by another name."""


def named_so(row: Sequence[Chunk], parts: list[Part], k: int) -> Role | None:
    """Give the actor at ``k`` the role of what the words before call him, or him among others; none where they call him nothing."""
    return _named_at_last(row, parts, k) or _among_members(row, parts, k)


def _named_at_last(row: Sequence[Chunk], parts: list[Part], k: int) -> Role | None:
    """Give the actor at ``k`` the role of what he was described as, where he is named: "rebel forces |known as| (X)".

    Who he was said to be then stands for nobody else.
    """
    last = parts[-1]
    cue = row[last.at + 1]
    if last.role is Role.NONE or cue.particle != _KNOWN_AS or cue.gap > 1:
        return None
    if k - last.at != _NEXT and not (k - last.at == _NEXT + 1 and row[k - 1].text in _MARKS):
        return None
    parts[-1] = last.turned(Role.NONE, "roles.described")
    return last.role


_NEXT: Final = 2
"""Chunks from the description to the name, "known as" between."""
_MARKS: Final = frozenset('("')


def _among_members(row: Sequence[Chunk], parts: Sequence[Part], k: int) -> Role | None:
    """Give the actor at ``k`` the role of the alliance that he is said to be in: "taken by X, a gathering |that comprises A and B|"."""
    within = next((j for j in range(k - 1, max(-1, k - _LISTED), -1) if row[j].particle == _COMPRISES), -1)
    if within < 0 or row[k].actor_cls != _BY_NAME or row[k].prep or row[within - 1].text == "(":
        return None
    if any(row[j].tells or row[j].text in _PARTS for j in range(within + 1, k)):
        return None
    whole = next((p for p in reversed(parts) if p.at < within), None)
    if whole is None or whole.role is Role.NONE or within - whole.at > _DESCRIBED:
        return None
    return whole.role if not any(row[j].tells for j in range(whole.at + 1, within)) else None


_BY_NAME: Final = "name"
_PARTS: Final = frozenset(",.")
_LISTED: Final = 8
"""Chunks from "comprises" to the last group that it lists."""
_DESCRIBED: Final = 4
"""Chunks between an alliance and "comprises": what it is, a comma, a quotation mark."""


def same_again(row: Sequence[Chunk], last: Part, k: int) -> bool:
    """Tell whether the actor is named twice in a row: "the Syrian Democratic Forces (SDF)", "the forces |of the army| and the tribes"."""
    ids = row[k].ids
    if row[k].prep == "من" and k - last.at == 1 and row[k].gap == 1 and not row[k].joined:
        return bool(ids) and ids == last.ids
    if row[k].joined or row[k].prep or k - last.at > 2 or row[k].gap:
        return False
    if k - last.at == 2:  # "their ally the deposed, |So-and-so|,"
        return (
            bool(ids) and not row[k - 1].gap and (row[k - 1].text == "(" or row[k - 1].text == "," and ids == last.ids)
        )
    return bool(ids) and ids == last.ids


def beside_actor(last: Part, chunk: Chunk, k: int) -> tuple[Role, str] | None:
    """Read a land right behind an actor: "the defence ministry |of Syria|", "Russian |Syrian| raids" (ruling 16)."""
    if last.at != k - 1 or chunk.gap or chunk.joined or chunk.prep:
        return None
    if last.ids == chunk.ids:
        return last.role, "roles.apposition"
    states = Taxonomy.load().is_of_a_state
    both = last.rule == "roles.act_of_nation" or (
        chunk.text.startswith(_THE)
        and last.role is Role.AGENT
        and not any(i.endswith(_ALLIANCE) for i in last.ids)
        and all(map(states, (*last.ids, *chunk.ids)))
    )  # "the air force of Syria |and of Russia|" in two adjectives
    both = both and chunk.actor_cls == "nationality"
    return (last.role, "roles.and") if both and foes_of(last.ids).isdisjoint(chunk.ids) else None


def is_ally_beside(row: Sequence[Chunk], last: Part, k: int) -> bool:
    """Tell whether an ally whose "and" was left out stands between the doer and what was hit: "the guns of X, |Y| hit positions of Z"."""
    if last.at != k - 1 or last.role is not Role.AGENT or k + 1 >= len(row):
        return False
    chunk, thing = row[k], row[k + 1]
    if any(c.gap or c.joined or c.prep for c in (chunk, thing)) or thing.reading(Kind.OBJECT) is None:
        return False
    return last.ids != chunk.ids and stand_together(last.ids, chunk.ids)


_THE: Final = "ال"
_ALLIANCE: Final = "COALITION"
"""How ids of alliances end, which a people's adjective behind them does not widen."""
