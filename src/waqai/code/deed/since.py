"""Whether "since …" tells how long an act goes on, or belongs to something else in its clause."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.code.deed.method import MethodFound
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk
from waqai.tag.date.expression import Relation
from waqai.tag.date.find import DateMention
from waqai.tag.number.label import NumberClass


def mark_since(
    row: Sequence[Chunk],
    dates: Sequence[tuple[int, DateMention]],
    method: MethodFound | None,
    marks: dict[str, int],
    *,
    sums_up: bool,
) -> None:
    """Mark the "since" of an act, or of a toll that ``sums_up`` a war: "3,500 died in the war |since| four months".

    "Seven times since …" is a running total besides (section 1).
    """
    if not dates:
        return
    war = sums_up and len(dates) == 1
    since = next((k for k, m in dates if m.relation is Relation.SINCE and (war or _is_of_act(row, k, method))), None)
    if since is not None:
        marks["since"] = since
        if _counts_times(row, since) and not any(k > since and m.has_day_word for k, m in dates):
            marks.setdefault("total", since)


def _is_of_act(row: Sequence[Chunk], at: int, method: MethodFound | None) -> bool:
    """Tell whether "since …" goes with the act and not with an adjective before it: "the town besieged since 2013"."""
    if row[at].gap <= (row[at].prep == "منذ"):
        return True
    if method is not None and method.family == "closure":
        return True  # what is closed since a day stays closed
    trigger = row[method.at].reading(Kind.TRIGGER) if method is not None and method.at < at else None
    return trigger is not None and trigger.form.tense == "present"


def _counts_times(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether "since …" stands behind how many times: "shelled it |more than eight times,| since …"."""
    before = at - 1 - (row[at - 1].text == ",")
    return row[before].number_cls is NumberClass.MEASURE
