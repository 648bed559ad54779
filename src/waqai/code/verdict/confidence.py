"""How sure a report is: a probability from cues that a person can read (``data/weights/confidence.toml``).

A report is right when its sub-event, place, date, initiators, targets and dead are all as a careful reader coded them. The
weights are a logistic regression fitted by ``tools/fit_confidence.py``; docs/quality.md says how well they are calibrated.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from waqai.code.act.told import Act, is_unknown
from waqai.code.cues import Weights
from waqai.model import Report
from waqai.values.actor import UNKNOWN

WEIGHTS: Final = "confidence"
_FEW: Final = 3
_MANY: Final = 8
_DEEP: Final = (600, 1200, 1800)
"""Letters into the article behind each of which fewer reports are right: two thirds of those before the first, a third of those behind the last."""
_GUESSED: Final = ("place.the article is about", "place.near other places")
"""How the rule of a place begins that no word beside it puts anywhere: what else the article names says which of its namesakes it is."""
MOST: Final = 0.85
"""No more is promised: of 25 reports of pages not worked on to which 0.8 or more was, 20 were right (docs/quality.md)."""


def confidence(act: Act, report: Report, reports: int) -> float:
    """Give the probability that a report is right, with two decimals; ``reports`` is how many the article has."""
    weighed = Weights.load(WEIGHTS).sum(cues(act, report, reports))
    return min(round(1 / (1 + math.exp(-weighed)), 2), MOST)


def cues(act: Act, report: Report, reports: int) -> list[str]:
    """Give what speaks for or against a report, by name."""
    return [
        *_event(act, report),
        *_place(act, report),
        *_date(report),
        *_sides(report),
        *_toll(report),
        *_telling(act, report, reports),
    ]


def _event(act: Act, report: Report) -> Iterator[str]:
    method = act.lead.method
    if method is not None:
        yield f"kind.{act.family_name}"
        yield f"event.strength_{method.strength}"
        if method.by:
            yield "event.narrowed"
    if report.outcome == "failed":
        yield "event.failed"
    if report.status != "reported":
        yield "status.not_reported"


def _place(act: Act, report: Report) -> Iterator[str]:
    where = act.where
    if where is None:
        return
    if is_unknown(where):
        yield "place.unknown"
    elif report.place.gazetteer_id is None:
        yield "place.no_entry"
    if where.is_coarse:
        yield "place.coarse"
    if where.is_listed:
        yield "place.listed"
    if report.rule["place"].startswith(_GUESSED):
        yield "place.guessed"
    if not act.own_place:
        yield "place.carried_on"
    if not report.place.admin1:
        yield "place.no_governorate"


def _date(report: Report) -> Iterator[str]:
    if report.date.start is None:
        yield "date.open"
        return
    yield f"date.{report.date.precision}"
    if "date" not in report.evidence:
        yield "date.no_words"


def _sides(report: Report) -> Iterator[str]:
    rule = report.rule["initiators"].split(":")[0]
    yield f"doer.{rule.partition('.')[2]}"
    if len(report.initiators) > 1:
        yield "doer.several"
    if report.initiators == (UNKNOWN,):
        yield "doer.unknown"
    aimed = report.rule["targets"].split(":")[0]
    yield f"target.{aimed.partition('.')[2]}"
    if len(report.targets) > 1:
        yield "target.several"


def _toll(report: Report) -> Iterator[str]:
    dead = [row for row in report.harm if row.kind == "killed"]
    if not dead:
        yield "dead.none_told"
    elif any(row.min != row.max for row in dead):
        yield "dead.open"
    if len(dead) > 1:
        yield "dead.two_classes"


def _telling(act: Act, report: Report, reports: int) -> Iterator[str]:
    yield (
        "page.one"
        if reports == 1
        else "page.few"
        if reports <= _FEW
        else "page.some"
        if reports <= _MANY
        else "page.many"
    )
    first = min((d for d in act.drafts), key=lambda d: d.clause.lo)
    if first.clause.headline:
        yield "told.headline"
    at = min((span.start for span in report.evidence.get("event", ())), default=0)
    yield from [f"told.past_{letters}" for letters in _DEEP if at >= letters]
    if act.lead.clause.background:
        yield "told.background"
    if len(act.drafts) > 1:
        yield "told.again"
    if len(act.drafts) > _FEW:
        yield "told.often"
