"""What a side does as a habit: "X goes on shelling", "A undergoes raids", with no day named (codebook section 1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from waqai.code.deed.found_dead import is_body
from waqai.code.deed.method import MethodFound
from waqai.code.family import FROM_AFAR
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.date.expression import Open
from waqai.tag.date.find import DateMention
from waqai.tag.number.label import NumberClass
from waqai.values.place import AREAS, IN_TOWN, POINTS, PlacePrecision

if TYPE_CHECKING:
    from waqai.code.act.draft import Draft

_SIDES: Final = 2
_NEAR: Final = 4
"""Chunks between an act and its own day."""


HABITS: Final = frozenset({"used_to", "ongoing", "undergo_now"})
"""Marks of a habit, and of verbs in the present that may tell one."""


def is_habit(draft: Draft) -> bool:
    """Tell whether a clause with one of ``HABITS`` ("goes on", "undergoes") tells a habit: no day is named."""
    if "used_to" in draft.marks:
        return True
    at = draft.marks["ongoing"] if "ongoing" in draft.marks else draft.marks["undergo_now"]
    if draft.method is None or at > draft.method.at or _is_a_fight(draft) or is_stepped_up(draft):
        return False
    if ("accuses" in draft.marks and (draft.harm or _is_of_a_blow(draft))) or _are_under_fire(draft):
        return False
    if draft.family_name == "clash" and any(p.precision in IN_TOWN for _, p in draft.places):
        return False  # in a quarter, a base; that fighting "goes on" in a city is no news
    cost = draft.marks.get("result", -1) > draft.method.at and any(h.count.is_exact and h.count.min for h in draft.harm)
    return not (draft.names_a_day or cost)


def _is_of_a_blow(draft: Draft) -> bool:
    """Tell whether one side accuses another of a blow at a village or a post: "X accuses Y |of attacking| its posts in A"; what people accuse it of goes on."""
    if draft.family_name not in _BLOWS or not any(p.rule == _ACCUSED for p in draft.parts):
        return False
    return any(p.ids and p.rule != _ACCUSED for p in draft.parts) and any(
        p.precision in POINTS for _, p in draft.places
    )


_BLOWS: Final = FROM_AFAR | {"clash", "open"}
_ACCUSED: Final = "roles.accused"


def stir_before(row: Sequence[Chunk], marks: dict[str, int], method: MethodFound | None) -> int:
    """Find the act, or the "after" before it, behind which a place "sees" a stir, which is then no habit: "A sees an alert |after| a bomb hit a car"; -1 where there is none."""
    sees = marks.get("ongoing", -1)
    if method is None or not 0 <= sees < method.at or not row[sees].has(_SEES):
        return -1
    for k in range(sees + 1, method.at + 1):
        if row[k].prior or (row[k].particle == "cause" and row[k].text == _AFTER):
            del marks["ongoing"]
            return k
        if row[k].reading(Kind.TRIGGER) is not None:
            return -1
    return -1


_SEES: Final = "particle.ongoing.sees"
_AFTER: Final = "اثر"
"""The word of a cause that names one act: not "because |of| their insistence to go on with raids"."""


def _are_under_fire(draft: Draft) -> bool:
    """Tell whether the first paragraph names villages that come under fire: that is the news, be it in the present tense."""
    if "ongoing" in draft.marks or draft.family_name not in FROM_AFAR or draft.clause.block > 1:
        return False
    villages = [p for _, p in draft.places if p.precision is PlacePrecision.TOWN]
    return len(villages) >= _SIDES and draft.names_doer


def goes_on_and_on(row: Sequence[Chunk], draft: Draft) -> bool:
    """Tell whether acts in the plural are called unceasing, with no day and no toll: "carries out |continuous raids| in A"; not "the clashes are continuous"."""
    if draft.method is None or draft.harm or draft.dates or draft.clause.headline:
        return False
    at, behind = draft.method.at, draft.marks.get("unceasing", -1)
    named = row[at].reading(Kind.TRIGGER)
    if behind != at + 1 or named is None or named.form.number != "pl" or row[behind].gap:
        return False
    return named.form.definite == row[behind].text.startswith(_THE)


_THE: Final = "ال"


def without_habit_aside(
    row: Sequence[Chunk], dates: list[tuple[int, DateMention]], method: MethodFound | None
) -> list[tuple[int, DateMention]]:
    """Leave out what says behind a comma how often the like happens, where the act has its own day: "raided A on Tuesday, in an escalation that goes on |every now and then|"."""
    if dates:  # "it is the third murder |within a week| in A"
        dates = [(k, m) for k, m in dates if not (m.is_period and row[k - 1].number_cls == NumberClass.ORDINAL)]
    trend = next((k for k, m in dates if m.is_trend), None) if dates else None
    if trend is None or method is None or trend < method.at:
        return dates
    dated = any(k < trend and abs(k - method.at) <= _NEAR and m.has_day_word for k, m in dates)
    comma = next((k for k in range(method.at + 1, trend) if row[k].sort is Sort.STOP), None)
    if not dated or comma is None or any(row[k].tells for k in range(comma, trend)):
        return dates
    return [(k, m) for k, m in dates if not m.is_trend]


def without_hold(
    row: Sequence[Chunk], dates: list[tuple[int, DateMention]], method: MethodFound | None
) -> list[tuple[int, DateMention]]:
    """Leave out since when a side has held what is fought over: "battles to win back A from X, |who seized it in mid-May|"."""
    if not dates or method is None:
        return dates
    return [(k, m) for k, m in dates if k <= method.at + 1 or row[k - 1].particle != _HOLDS or row[k].gap > 1]


_HOLDS: Final = "control"


def without_missing(
    row: Sequence[Chunk], lo: int, hi: int, dates: list[tuple[int, DateMention]]
) -> list[tuple[int, DateMention]]:
    """Leave out since when the dead man had been missing, where his body is found: "found the body of a man |of whom nothing was heard for months|" (ruling 3)."""
    if not dates or not any(_is_a_while(m) for _, m in dates):
        return dates
    found = next((k for k in range(lo, hi) if row[k].particle == _FOUND), hi)
    body = next((k for k in range(found + 1, min(hi, found + _FIND)) if is_body(row[k])), hi)
    return [(k, m) for k, m in dates if k < body or not _is_a_while(m)]


def _is_a_while(mention: DateMention) -> bool:
    return mention.is_trend or mention.is_long_ago or mention.runs_to_now


_FOUND: Final = "found"
_FIND: Final = 6
"""Chunks between "found" and the body: who, where and when."""


def is_stepped_up(draft: Draft) -> bool:
    """Tell whether somebody stepped up what he does to a place named next: "X |stepped up| its raids on A"."""
    method = draft.method
    if method is None or "raised" not in draft.marks or not draft.names_doer:
        return False
    at = next(((k, p) for k, p in draft.places if k > method.at), None)
    if at is None or at[1].precision in AREAS:
        return False
    return not any(method.at < k < at[0] for k in draft.told_at)


def _is_a_fight(draft: Draft) -> bool:
    """Tell whether both sides of a clash are named: fighting that goes on is news, not a habit."""
    assert draft.method is not None
    named = {p.ids for p in (*draft.agents, *draft.sides) if p.ids}
    return draft.method.method == "clash" and bool(draft.sides) and len(named) >= _SIDES


def is_long_ago(mention: DateMention) -> bool:
    """Tell whether a date is long past; "|days after| it came there" is not."""
    return mention.is_long_ago and mention.expression != Open(days=True)
