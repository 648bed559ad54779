"""How sure a report is: a probability from cues that a person can read (``data/weights/confidence.toml``).

A report is right when its sub-event, place, date, initiators, targets and dead are all as a careful reader coded them. The
weights are a logistic regression fitted by ``tools/fit_confidence.py``; docs/quality.md says how well they are calibrated.
"""

from __future__ import annotations

import math
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


def _event(act: Act, report: Report) -> list[str]:
    found = []
    method = act.lead.method
    if method is not None:
        found += [f"kind.{act.family_name}", f"event.strength_{method.strength}"]
        if method.by:
            found.append("event.narrowed")
    if report.outcome == "failed":
        found.append("event.failed")
    if report.status != "reported":
        found.append("status.not_reported")
    return found


def _place(act: Act, report: Report) -> list[str]:
    where = act.where
    if where is None:
        return []
    found = []
    if is_unknown(where):
        found.append("place.unknown")
    elif report.place.gazetteer_id is None:
        found.append("place.no_entry")
    if where.is_coarse:
        found.append("place.coarse")
    if where.is_listed:
        found.append("place.listed")
    if report.rule["place"].startswith(_GUESSED):
        found.append("place.guessed")
    if not act.own_place:
        found.append("place.carried_on")
    if not report.place.admin1:
        found.append("place.no_governorate")
    return found


def _date(report: Report) -> list[str]:
    if report.date.start is None:
        return ["date.open"]
    found = [f"date.{report.date.precision}"]
    if "date" not in report.evidence:
        found.append("date.no_words")
    return found


def _sides(report: Report) -> list[str]:
    found = [f"doer.{_name_of(report.rule['initiators'])}"]
    if len(report.initiators) > 1:
        found.append("doer.several")
    if report.initiators == (UNKNOWN,):
        found.append("doer.unknown")
    found.append(f"target.{_name_of(report.rule['targets'])}")
    if len(report.targets) > 1:
        found.append("target.several")
    return found


def _name_of(rule: str) -> str:
    """Give the name of a rule within its group, without the lexicon entries: "agent" of "roles.agent: actor.syr_gov.name"."""
    return rule.partition(":")[0].partition(".")[2]


def _toll(report: Report) -> list[str]:
    dead = [row for row in report.harm if row.kind == "killed"]
    if not dead:
        return ["dead.none_told"]
    found = []
    if any(row.min != row.max for row in dead):
        found.append("dead.open")
    if len(dead) > 1:
        found.append("dead.two_classes")
    return found


def _telling(act: Act, report: Report, reports: int) -> list[str]:
    found = [
        "page.one"
        if reports == 1
        else "page.few"
        if reports <= _FEW
        else "page.some"
        if reports <= _MANY
        else "page.many"
    ]
    first = min(act.drafts, key=lambda d: d.clause.lo)
    if first.clause.headline:
        found.append("told.headline")
    at = min((span.start for span in report.evidence.get("event", ())), default=0)
    found += [f"told.past_{letters}" for letters in _DEEP if at >= letters]
    if act.lead.clause.background:
        found.append("told.background")
    if len(act.drafts) > 1:
        found.append("told.again")
    if len(act.drafts) > _FEW:
        found.append("told.often")
    return found
