"""Acts that a page about other things names in passing: opinion, trade, memories, analysis (codebook section 1).

News tells an act with its day, its toll, its doer and a place of its own, page after page of them. Where most clauses of a
page tell neither act nor toll, an act that lacks most of this is a figure of speech or an allusion to what everybody knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act, exact_dead
from waqai.code.verdict.confidence import cues
from waqai.code.verdict.crime import names_group
from waqai.code.verdict.essay import speaks_its_mind
from waqai.model import Report
from waqai.read.social import is_social
from waqai.tag.chunk import Chunk
from waqai.tag.date.expression import Ago, CalendarDay, CalendarMonth, Expression, Today, Weekday
from waqai.tag.tagged import Tagged

_LONG: Final = 5
"""Clauses from which a page can be about other things."""
_ESSAY: Final = 20
"""Clauses from which a page is long: news that short gives what led up to it in as many."""
_LEAD: Final = 1
"""The sentence behind the headline."""
_ENOUGH: Final = 6
"""Doubts with which an act is named in passing: of 25 such reports of pages coded by hand one was an incident."""
_VAGUE: Final = frozenset(
    {
        "place.coarse",
        "place.unknown",
        "place.no_governorate",
        "place.carried_on",
        "event.strength_2",
        "event.strength_1",
        "doer.unknown",
        "told.background",
    }
)
"""Cues of the confidence that an act at whose telling nobody looked closely has."""
_NO_DAY: Final = "date.published"
"""Rule by which a page's own day is that of an act that nothing dates: news is told so, what an essay looks back on is not."""
_GOES_OFF: Final = "bomb"
"""A family whose doer and toll are often unknown to whoever tells it as news."""


def but_in_passing(
    kept: Sequence[tuple[Act, Report]], drafts: Sequence[Draft], tagged: Tagged
) -> list[tuple[Act, Report]]:
    """Give the acts of a page, each with its report, without those that it names in passing."""
    if not _is_about_else(drafts, tagged):
        return list(kept)
    essay = _is_essay(drafts)
    told = [(act, report) for act, report in kept if not _is_in_passing(act, report, tagged.row, essay=essay)]
    if not told or not speaks_its_mind(tagged.words.texts):
        return told
    dated = [(act, report) for act, report in told if _has_its_day(act)]
    # an interview may stand behind news of the day
    return told if any(act.drafts[0].clause.sentence <= _LEAD for act, _ in dated) else dated


def _has_its_day(act: Act) -> bool:
    """Tell whether an act is told with its day or month: where somebody gives his mind, no news cycle dates it, and "today" is the age he lives in."""
    return any(_is_day(m.expression) for d in act.drafts for _, m in d.dates)


def _is_day(said: Expression) -> bool:
    """Tell whether what is said is a day or a month, and not "today"."""
    if isinstance(said, Today):
        return said.offset != 0 or said.weekday is not None
    return isinstance(said, (CalendarDay, CalendarMonth, Weekday, Ago))


def _is_about_else(drafts: Sequence[Draft], tagged: Tagged) -> bool:
    """Tell whether a page that is no post has no more than one word of act or toll for two of its clauses."""
    if len(drafts) < _LONG:
        return False
    return 2 * _words_told(drafts) <= len(drafts) and not is_social(tagged.article.url or "", tagged.article.title)


def _is_essay(drafts: Sequence[Draft]) -> bool:
    """Tell whether a long page has no more than one word of act or toll for three of its clauses: opinion, a feature, a retrospect."""
    return len(drafts) >= _ESSAY and 3 * _words_told(drafts) <= len(drafts)


def _words_told(drafts: Sequence[Draft]) -> int:
    """Count the words of act and of toll, at the most one of each a clause."""
    return sum((draft.method is not None) + bool(draft.harm) for draft in drafts)


def _is_in_passing(act: Act, report: Report, row: Sequence[Chunk], *, essay: bool) -> bool:
    """Tell whether an act on such a page lacks most of what news tells of one: its day, its toll, its doer, its place.

    An ``essay`` takes up what everybody knows ("the blast that A saw"): there one doubt less is enough.
    """
    lead = act.lead
    assert lead.method is not None
    if act.alone or exact_dead(act.harm):
        return False
    if essay and not act.harm and report.rule.get("date") == _NO_DAY and not any(d.clause.headline for d in act.drafts):
        return True
    again = essay and lead.refers_back
    if act.family_name == _GOES_OFF and not (again and not (lead.dates or act.harm)):
        return False
    doubts = sum(cue in _VAGUE for cue in cues(act, report, 0))
    doubts += (not lead.dates) + (not act.harm) + bool(row[lead.method.at].gap)
    doubts += not any(draft.clause.headline for draft in act.drafts)
    if essay:
        return doubts + again >= _ENOUGH - 1
    return doubts + (doubts == _ENOUGH - 1 and not any(map(names_group, row))) >= _ENOUGH
