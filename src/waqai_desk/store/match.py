"""Which of an article's reports a newer coder's report is: the same telling, else the same words. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from waqai import model
from waqai.link import statements_of


def tellings(article: model.Article, reports: Sequence[model.Report]) -> list[str]:
    """Give an id for each report that follows from the article and what is told: place, day and kind of act."""
    return [s.id for s in statements_of(model.CodedArticle(article=article, reports=tuple(reports)))]


def match_reports(
    article: model.Article, old: Mapping[str, model.Report], new: Sequence[model.Report]
) -> list[str | None]:
    """Give for each new report the key of the old one that it takes the place of, ``None`` when it is another.

    old: the article's reports by key. What tells the same is the same; of the rest, what was read from the same words; of the
        rest, what is the same kind of act at one place, read from words that overlap.
    """
    told = dict(zip(tellings(article, list(old.values())), old, strict=True))
    found = [told.get(telling) for telling in tellings(article, new)]
    left = {key: report for key, report in old.items() if key not in found}
    for same in (_same_words, _shared_words):
        for n, report in enumerate(new):
            if found[n] is None:
                found[n] = next((key for key, before in left.items() if same(before, report)), None)
                left.pop(found[n] or "", None)
    return found


def _event(report: model.Report) -> tuple[model.Span, ...]:
    return report.evidence.get("event", ())


def _same_words(one: model.Report, other: model.Report) -> bool:
    return _event(one) == _event(other) != () and one.evidence.get("place") == other.evidence.get("place")


def _shared_words(one: model.Report, other: model.Report) -> bool:
    return (
        one.event_type == other.event_type
        and one.place.name == other.place.name
        and any(a.start < b.end and b.start < a.end for a in _event(one) for b in _event(other))
    )
