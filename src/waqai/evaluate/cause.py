"""Why a gold report found no partner, or a coded one none: what to work on next."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from waqai.evaluate.compare import FAR_DAYS, NEAR_DAYS, days_meet
from waqai.evaluate.place_name import same_governorate, same_place
from waqai.evaluate.record import ScoredReport


class Cause(StrEnum):
    """The first thing in the way, read from the nearest report on the other side."""

    SILENCE = "nothing on the other side in this article"
    TYPE = "the place is there, the event type is another"
    DATE = "type and place are there, the days lie apart"
    PLACE = "the type is there, the place is another"
    TAKEN = "its partner went to a better match"
    ELSEWHERE = "neither its type nor its place is there"


def cause(report: ScoredReport, others: Sequence[ScoredReport]) -> Cause:
    """Say why a report found no partner among the other side's reports of its article."""
    if not others:
        return Cause.SILENCE
    same_type = [o for o in others if o.event_type == report.event_type]
    here = [o for o in others if same_place(report, o)]
    both = [o for o in same_type if same_place(report, o)]
    if any(days_meet(report, o, FAR_DAYS) for o in both):
        return Cause.TAKEN
    if any(same_governorate(report, o) and days_meet(report, o, NEAR_DAYS) for o in same_type):
        return Cause.TAKEN
    if both:
        return Cause.DATE
    if here:
        return Cause.TYPE
    return Cause.PLACE if same_type else Cause.ELSEWHERE
