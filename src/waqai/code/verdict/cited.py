"""Whom an act's clauses cite, and with which words."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.code.act.told import Act
from waqai.model import Span
from waqai.tag.attribution import SourceMention
from waqai.tag.tagged import Tagged


def cited_by(act: Act, tagged: Tagged) -> list[SourceMention]:
    """Give the citations in the act's own sentences."""
    if not tagged.sources:
        return []
    own = {draft.clause.sentence: tagged.sentences[draft.clause.sentence] for draft in act.drafts}.values()
    return [s for s in tagged.sources if any(sentence.first <= s.first < sentence.last for sentence in own)]


def sources_of(cited: Sequence[SourceMention], tagged: Tagged) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Give whom the act's own sentences cite; the outlet itself, or whose post it passes on, when they cite nobody (section 3)."""
    names: dict[str, Span] = {}
    for source in cited:
        span = tagged.span(source.name_first, source.name_last)
        names.setdefault(tagged.quote(span), span)
    if names:
        return tuple(names), tuple(names.values())
    outlet = tagged.article.forwarded_from or tagged.article.outlet
    return ((outlet,) if outlet else ()), ()
