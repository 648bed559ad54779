"""Whom an article has fight whom: read once of all its acts, asked for each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Self

import msgspec

from waqai.code.act.told import Act
from waqai.code.camps import enemies_named, only_fly, stand_apart, stand_together, without_allies
from waqai.code.clause.scene import DOERS, HELPED, Part, ids_of
from waqai.code.family import FOUGHT
from waqai.code.story.protested import against_with_others, waves_of
from waqai.tag.actor.camps import tables
from waqai.tag.chunk import Chunk, Sort
from waqai.values.actor import CIVILIANS, UNKNOWN

_MOST = 2
_OPEN = "open"


class Fights(msgspec.Struct, frozen=True):
    """``told``: for each clause, who did it and whom it was done to, by actor ids; ``named``: how often each actor is named; ``waves``: whom protests are against, and where."""

    told: list[tuple[frozenset[str], list[str]]]
    named: Counter[str]
    waves: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def of(cls, acts: Sequence[Act], row: Sequence[Chunk]) -> Self:
        """Collect the fights of an article."""
        told = []
        for act in acts:
            for draft in act.drafts:
                doers = frozenset([i for p in draft.parts if p.role in DOERS for i in p.ids])
                if doers:
                    told.append((doers, [i for p in (*draft.targets, *draft.sides) for i in p.ids]))
        return cls(
            told, Counter([i for chunk in row if chunk.sort is Sort.ACTOR for i in chunk.ids]), waves_of(acts, row)
        )

    def foes_of(self, act: Act, doers: Sequence[str]) -> list[str]:
        """Give whom else the article says that the act's doers are against: of protesters those of their wave, of others their enemies."""
        return (
            against_with_others(act, self.waves) if act.family_name == "protest" else self.enemies_of(doers, _land(act))
        )

    def enemies_of(self, doers: Sequence[str], land: tuple[str, str] = ("", "")) -> list[str]:
        """Give whom the article has these doers fight elsewhere, the most often named first; two at most.

        Where it tells of no such fight, the enemies it names at all (``camps``). The second does not stand apart from the first:
        one act is not aimed at two who fight each other. Nobody is met in a governorate (``land``) in which he has no men.
        """
        fought = [i for fighters, others in self.told if not fighters.isdisjoint(doers) for i in others]
        foes = dict.fromkeys([i for i in fought if i not in doers and i not in (CIVILIANS, UNKNOWN)])
        found = sorted(foes, key=fought.count, reverse=True)
        met = without_allies(found, doers)[:_MOST] if found else []
        if not met or stand_together(doers, met):
            mates = [i for i in met if i not in tables()["guarded"]["actors"]]
            met = enemies_named(doers, self.named) or mates  # those it only names beside allies who stand together
        beside = [enemy for enemy in met if enemy == met[0] or not stand_apart(met[0], enemy)]
        return [enemy for enemy in beside if not only_fly([enemy]) and _has_men_in(enemy, *land)]

    def with_helped(self, act: Act, by: list[str], parts: Sequence[Part], family: str) -> list[str]:
        """Give a fight that names no doer, or only who helped, who did it by what the article tells elsewhere."""
        clash = family in FOUGHT
        if not (clash or family == _OPEN):
            return by
        helped = all(p.rule in HELPED for p in parts)
        if clash and (by == [UNKNOWN] or helped):
            by = [*dict.fromkeys([*self.attackers_of(act), *(i for i in by if i != UNKNOWN)])] or by
        if parts and helped and len(by) == len(ids_of(parts)):
            return [*self._helped_in(act, by), *by]  # nobody fights from the air alone
        return by

    def _helped_in(self, act: Act, helpers: Sequence[str]) -> list[str]:
        """Give whom those helped who alone are named in a fight: who first fought the same enemy in the article, and not from the air."""
        hit = set(_hit(act))
        for fighters, others in self.told:
            ground = fighters - hit - set(helpers)
            if ground and not hit.isdisjoint(others) and stand_together(helpers, ground):
                return [i for i in self.named if i in ground and not only_fly([i])]
        return []

    def attackers_of(self, act: Act) -> list[str]:
        """Give who fought those whom a clash names as hit, where it names nobody else: their first enemy in the article."""
        owners = (i for mention in act.harm for i in mention.owner if i not in (CIVILIANS, UNKNOWN))
        known = [*dict.fromkeys([*_hit(act), *owners])]
        return self.enemies_of(known, _land(act))[:1] if known else []


def _land(act: Act) -> tuple[str, str]:
    """Give the country and governorate of an act, empty where they are not known."""
    place = act.where.value if act.where is not None else None
    return (place.country or "", place.admin1 or "") if place is not None else ("", "")


def _has_men_in(actor: str, country: str, governorate: str) -> bool:
    """Tell whether an actor has men in a governorate: true of all but those of whom ``[[theatre]]`` says where they stand."""
    there = _theatres().get((actor, country))
    return not governorate or there is None or governorate in there


@cache
def _theatres() -> Mapping[tuple[str, str], frozenset[str]]:
    """Read in which governorates of a country an actor has men."""
    there: dict[tuple[str, str], frozenset[str]] = {}
    for row in tables()["theatre"]:
        at = row["actor"], row["country"]
        there[at] = there.get(at, frozenset()).union(row["there"])
    return there


def _hit(act: Act) -> list[str]:
    """Give who is named as hit or as a side, whoever bears arms, in the order told."""
    named = (i for draft in act.drafts for p in (*draft.targets, *draft.sides) for i in p.ids)
    return [i for i in named if i not in (CIVILIANS, UNKNOWN)]
