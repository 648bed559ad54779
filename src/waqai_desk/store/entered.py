"""What a person entered as the coder's reports are: names of persons withheld, every value with words, the rule ``person``."""

from __future__ import annotations

from typing import Final

import msgspec

from waqai import model
from waqai.code.taxonomy import Taxonomy
from waqai.errors import DecisionError
from waqai.values import UNKNOWN, DatePrecision
from waqai_desk.store.coded import Coded
from waqai_desk.store.derive import need_listed
from waqai_desk.store.models import Article
from waqai_desk.store.veil import veiled

RULE: Final = "person"
"""The rule of every value that a person read."""


def as_entered(article: Article, report: model.Report) -> model.Report:
    """Give the report as it is kept.

    Raises: DecisionError when a value is none of the codebook's, or points at no words of the article.
    """
    for field in ("sub_event_type", "method", "outcome", "status"):
        need_listed(field, getattr(report, field))
    content = article.content()
    if any(span.end > len(content.full) for spans in report.evidence.values() for span in spans):
        raise DecisionError("the words that were marked are not in the article")
    without = [field for field in need_words(report) if not report.evidence.get(field)]
    if without:
        raise DecisionError(f"no words of the article are marked for {', '.join(without)}")
    persons = tuple(person.content() for person in article.persons.order_by("pk"))
    (shown,) = veiled(Coded(article=content, reports=(report,), persons=persons))[1]
    return msgspec.structs.replace(
        shown,
        event_type=Taxonomy.load().event_type_of(report.sub_event_type),
        rule=dict.fromkeys(report.evidence, RULE),
        confidence=1.0,
    )


def need_words(report: model.Report) -> list[str]:
    """Give the fields that have a value which must point at words: all but an unnamed doer, and a day that the news implies."""
    return [
        "event",
        "place",
        *(["date"] if report.date.is_known and report.date.precision is not DatePrecision.APPROX else []),
        *(["initiators"] if set(report.initiators) - {UNKNOWN} else []),
        *(["targets"] if report.targets else []),
        *(["harm"] if report.harm else []),
        *(["sources"] if report.sources else []),
    ]
