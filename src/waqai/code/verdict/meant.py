"""Whom an act that names nobody was done by, or to: the actor that what stands around it points at, by weighed cues.

Where no construction names a side, and no enemy or owner is known, the rules before this say "unknown". A reader does better:
he looks at who is named right before and after, whose the like acts of the page are, and who fights whom. Those are the cues;
their weights are data (``data/weights/doer.toml``, ``target.toml``), fitted on gold by ``tools/fit_sides.py``.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, Self

import msgspec

from waqai.code.act.told import Act
from waqai.code.camps import are_allies, can_fly, foes_of
from waqai.code.cues import Weights
from waqai.model import Report, Span
from waqai.tag.chunks import Chunk, Sort
from waqai.tag.harm.find import CIVILIANS as CIVILIAN
from waqai.tag.harm.find import COMBATANTS
from waqai.tag.tagged import Tagged
from waqai.values.actor import CIVILIANS, UNKNOWN

DOER: Final = "initiators"
TARGET: Final = "targets"
TABLE: Final = {DOER: "doer", TARGET: "target"}
_NOBODY_SAYS: Final = {DOER: "roles.nobody_named", TARGET: "judge.nobody_named"}
"""Rules by which a side is unknown because nothing of the act speaks of it; others know that it is (an unclaimed bomb, open ground)."""
SURER: Final = 0.1
"""How much likelier than "unknown" somebody has to be; less made more answers worse in cross-validation."""
_OTHER_SIDE: Final = {DOER: TARGET, TARGET: DOER}
_NOBODY: Final = frozenset({UNKNOWN, CIVILIANS})
_LEAD: Final = 1
_BESIDE: Final = 5
"""Tokens within which two actors are named together."""
_MOSTLY: Final = 0.6
_THIRD: Final = 1 / 3
_FEW: Final = 3


class Mention(msgspec.Struct, frozen=True, gc=False):
    """An actor named at chunk ``at`` of a sentence."""

    at: int
    sentence: int
    chunk: Chunk


class Page(msgspec.Struct, frozen=True, gc=False):
    """Who is named where on a page, but for those it cites, what it reports, and how often each actor is named."""

    mentions: list[Mention]
    reports: list[Report]
    acts: list[Act]
    named: Counter[str]
    headlines: frozenset[int]
    leads: frozenset[int]

    @classmethod
    def of(cls, kept: Sequence[tuple[Act, Report]], tagged: Tagged) -> Self:
        """Collect them; acts in the order in which the text tells them."""
        told = sorted(kept, key=lambda pair: _at(pair[0]))
        speaks = {i for source in tagged.sources for i in range(source.name_first, source.name_last)}
        mentions = [
            Mention(k, n, tagged.row[k])
            for n, sentence in enumerate(tagged.sentences)
            for k in range(sentence.lo, sentence.hi)
            if tagged.row[k].sort is Sort.ACTOR and tagged.row[k].ids and tagged.row[k].first not in speaks
        ]
        return cls(
            mentions=mentions,
            reports=[report for _, report in told],
            acts=[act for act, _ in told],
            named=Counter(i for mention in mentions for i in mention.chunk.ids),
            headlines=frozenset(n for n, s in enumerate(tagged.sentences) if s.headline),
            leads=frozenset(n for n, s in enumerate(tagged.sentences) if s.block == _LEAD),
        )


def name_meant(kept: Sequence[tuple[Act, Report]], tagged: Tagged) -> list[tuple[Act, Report]]:
    """Put whom the page means for sides that no word of an act names; doers first, because they say who the enemies are."""
    found = list(kept)
    for side in (DOER, TARGET):
        if not any(is_open(report, side) for _, report in found):
            continue
        page = Page.of(found, tagged)
        weights = Weights.load(TABLE[side])
        for n, (act, report) in enumerate(found):
            if is_open(report, side):
                told = dict(cues_of(page, act, report, side))
                likely = {who: 1 / (1 + math.exp(-weights.sum(said))) for who, said in told.items()}
                if meant := choose(likely):
                    why = weights.heaviest(told[meant[0]])
                    found[n] = (act, _put(report, side, meant, why, _words(page, act, meant, tagged)))
    return found


def is_open(report: Report, side: str) -> bool:
    """Tell whether a side is unknown because no word of the act speaks of it."""
    rule = report.rule.get(side, "").partition(":")[0]
    return rule == _NOBODY_SAYS[side] and getattr(report, side) == (UNKNOWN,)


def choose(likely: dict[str, float]) -> tuple[str, ...]:
    """Give who is likelier than "unknown": all actors who are more likely than not, or the likeliest; nobody where none is."""
    best = max(likely, key=likely.__getitem__)
    if likely[best] - likely[UNKNOWN] <= SURER:
        return ()
    more = [i for i in likely if likely[i] >= 1 / 2 and i not in _NOBODY]
    return (best,) if best in _NOBODY or not more else tuple(sorted(more, key=likely.__getitem__, reverse=True))


def _put(report: Report, side: str, meant: tuple[str, ...], why: list[str], words: tuple[Span, ...]) -> Report:
    """Put a side in a report, with the words that name it and the cues that spoke for it."""
    evidence = {name: spans for name, spans in report.evidence.items() if name != side}
    evidence |= {side: words} if words else {}
    rule = report.rule | {side: f"meant.{TABLE[side]}: {', '.join(why)}"}
    return msgspec.structs.replace(report, **{side: meant}, evidence=evidence, rule=rule)


def _words(page: Page, act: Act, meant: Sequence[str], tagged: Tagged) -> tuple[Span, ...]:
    """Give the words nearest to an act that name each of these actors."""
    at = _at(act)
    where = ([m.at for m in page.mentions if who in m.chunk.ids] for who in meant)
    return tuple(tagged.chunk_span(min(those, key=lambda k: abs(k - at))) for those in where if those)


def cues_of(page: Page, act: Act, report: Report, side: str) -> Iterator[tuple[str, list[str]]]:
    """Name for everybody whom the act may mean what speaks for and against him: not for the other side and its allies."""
    opposed: tuple[str, ...] = getattr(report, _OTHER_SIDE[side])
    others = [r for r in page.reports if r is not report]
    kin = [r for r in others if r.sub_event_type == report.sub_event_type]
    friends = {i for i in page.named for other in opposed if i == other or are_allies(i, other)}
    nobody = [UNKNOWN] if side == DOER else [UNKNOWN, CIVILIANS]
    for who in dict.fromkeys([*nobody, *(i for i in page.named if i not in friends)]):
        said = _nobody(page, report, side, who) if who in _NOBODY else _somebody(page, act, report, side, who)
        name = f"{who.lower()}." if who in _NOBODY else ""
        said.append(f"{name}kin.{_share([who in getattr(r, side) for r in kin])}")
        said.append(f"{name}acts.{_share([who in getattr(r, side) for r in others])}")
        yield who, said


def _nobody(page: Page, report: Report, side: str, who: str) -> list[str]:
    """Say what speaks for "unknown" or for civilians."""
    actors = len(page.named)
    few = "none" if not actors else "one" if actors == 1 else "few" if actors <= _FEW else "many"
    said = [who.lower(), f"{who.lower()}.{report.sub_event_type}", f"{who.lower()}.named.{few}"]
    return [*said, f"{who.lower()}.harm.{_hurt(report)}"] if side == TARGET else said


def _somebody(page: Page, act: Act, report: Report, side: str, who: str) -> list[str]:
    """Say what speaks for an actor whom the page names."""
    other = _OTHER_SIDE[side]
    opposed: tuple[str, ...] = getattr(report, other)
    said = ["somebody", f"somebody.{report.sub_event_type}"]
    if side == TARGET:
        said.append(f"somebody.harm.{_hurt(report)}")
    said += _near(page, act, who)
    said.append(f"named.{_portion(page.named[who] / max(1, page.named.total()))}")
    if page.named[who] == max(page.named.values(), default=0):
        said.append("named.most")
    foes = foes_of(i for i in opposed if i not in _NOBODY)
    if who in foes:
        met = [page.named[i] for i in page.named if i in foes]
        said.append(
            "foe.only" if len(met) == 1 else "foe.first" if page.named[who] == max(met, default=0) else "foe.other"
        )
    if side == DOER and report.sub_event_type == _AIR:
        said.append("flies" if can_fly([who]) else "flies_not")
    before = next((first for first, second in pairwise(page.reports) if second is report), None)
    if before is not None and who in getattr(before, side):
        said.append("act_before")
    if before is not None and who in getattr(before, other):
        said.append("act_before.other_side")
    others = [r for r in page.reports if r is not report]
    said.append(f"acts_against.{_share([who in getattr(r, other) for r in others])}")
    if _is_paired(page, who):
        said.append("with_another")
    return said


_AIR: Final = "Air/drone strike"


def _near(page: Page, act: Act, who: str) -> Iterator[str]:
    """Say where an actor is named towards the act."""
    at, here = _at(act), act.lead.clause.sentence
    told = {d.clause.sentence for d in act.drafts}
    mine = [m for m in page.mentions if who in m.chunk.ids]
    beside = [m for m in mine if m.sentence == here]
    if any(m.at < at for m in beside):
        yield "near.before"
    if any(m.at > at for m in beside):
        yield "near.after"
    if not beside and any(m.sentence in told for m in mine):
        yield "near.told"
    yield from sorted(
        {f"near.prep.{m.chunk.prep or '-'}" for m in beside} | {f"near.cls.{m.chunk.actor_cls}" for m in beside}
    )
    where = {m.sentence for m in mine}
    if here - 1 in where:
        yield "near.sentence_before"
    if here + 1 in where:
        yield "near.sentence_after"
    if where & page.headlines:
        yield "near.headline"
    if where & page.leads:
        yield "near.lead"
    last = next((m for m in reversed(page.mentions) if m.at < at), None)
    if last is not None and who in last.chunk.ids:
        yield "near.last"


def _is_paired(page: Page, who: str) -> bool:
    """Tell whether an actor is mostly named where he is named beside another one, as allies are."""
    mine = [m.chunk.first for m in page.mentions if who in m.chunk.ids]
    for other, times in page.named.items():
        if other == who or times <= 1:
            continue
        theirs = [m.chunk.first for m in page.mentions if other in m.chunk.ids]
        if sum(any(abs(x - y) <= _BESIDE for y in mine) for x in theirs) / times > _MOSTLY:
            return True
    return False


def _hurt(report: Report) -> str:
    """Name whom the toll counts."""
    hurt = {row.who for row in report.harm if row.max != 0}
    return (
        "civilians" if CIVILIAN in hurt else "combatants" if COMBATANTS in hurt else "unspecified" if hurt else "nobody"
    )


def _share(those: Sequence[bool]) -> str:
    """Name how many of the other acts have it; ``no`` where there are none."""
    return _portion(sum(those) / len(those)) if those else "no"


def _portion(share: float) -> str:
    return "none" if share <= 0 else "few" if share <= _THIRD else "many" if share < 1 else "all"


def _at(act: Act) -> int:
    """Give the chunk that names the act."""
    return act.lead.method.at if act.lead.method is not None else act.lead.clause.lo
