"""Whom protests are against (codebook ruling 17): each by its own words, else by those of the others of its wave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act
from waqai.code.clause.scene import HELPED, Part
from waqai.code.side.protest import IN_FAVOUR
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk
from waqai.values.actor import CIVILIANS, PROTESTERS, UNKNOWN

_PROTEST: Final = "protest"
_RULE_NOBODY: Final = frozenset({PROTESTERS, UNKNOWN, CIVILIANS, "ASSAD_REMNANTS"})
"""Whom no protest is against: no authority, though their attacks are condemned."""


def protested(act: Act) -> tuple[list[str], list[Part]]:
    """Give the authority that a protest's own words name, and the parts that do."""
    parts = [p for d in act.by_rank() for p in (*d.targets, *d.agents) if p.ids and p.rule not in HELPED]
    return _named(parts), parts


def _named(parts: Iterable[Part]) -> list[str]:
    return [i for p in parts for i in p.ids if i not in _RULE_NOBODY][:1]


def waves_of(acts: Iterable[Act], row: Sequence[Chunk]) -> frozenset[tuple[str, str]]:
    """Collect where protests name an authority, and which: the governorate and the actor's id.

    A lead that tells of protests and of no place speaks for all: no governorate.
    """
    protests = [act for act in acts if act.family_name == _PROTEST]
    if not protests:
        return frozenset()
    lead = [d for act in protests[:1] for d in act.drafts if not d.places and _tells_of_several(d, row)]
    everywhere = {(_EVERYWHERE, i) for i in _named([p for d in lead for p in d.targets])}
    return frozenset(everywhere) | frozenset(
        (act.where.value.admin1, i)
        for act in protests
        if act.where is not None and act.where.value.admin1
        for i in _named([p for d in act.drafts for p in d.targets])
    )


def _tells_of_several(draft: Draft, row: Sequence[Chunk]) -> bool:
    """Tell whether a clause tells of protests, not of one."""
    told = row[draft.method.at].reading(Kind.TRIGGER) if draft.method is not None else None
    return told is not None and told.form.number == _PLURAL


_PLURAL: Final = "pl"
_EVERYWHERE: Final = ""


def against_with_others(act: Act, waves: frozenset[tuple[str, str]]) -> list[str]:
    """Give whom the other protests in the governorate are against, where all of the article name one authority, and this one nobody."""
    if act.where is None or len({i for _, i in waves}) != 1:
        return []
    if any(p.rule == IN_FAVOUR for d in act.drafts for p in d.parts):
        return []
    return list(dict.fromkeys(i for admin1, i in waves if admin1 in (act.where.value.admin1, _EVERYWHERE)))
