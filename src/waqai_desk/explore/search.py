"""Search in articles and incidents, in Arabic as people write it; persons cannot be searched for."""

from __future__ import annotations

from typing import Final

import msgspec
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from waqai.model import Span
from waqai.text import fold
from waqai_desk.reading.persons import persons_of
from waqai_desk.reading.pieces import masked_quote, masked_title
from waqai_desk.reading.veil import veiled
from waqai_desk.store.models import Article, Incident
from waqai_desk.store.search import search_articles

_PER_PAGE: Final = 20
_LONGEST: Final = 200


class Hit(msgspec.Struct, frozen=True):
    """An article that has the words, names masked, and the incidents it tells."""

    article: Article
    title: str
    quote: str
    incidents: list[Incident]


@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """Show the articles that have all the words."""
    words = request.GET.get("q", "").replace("\x00", "")[:_LONGEST].strip()
    found = search_articles(words).select_related("outlet").prefetch_related("persons", "reports__link__incident")
    pages = Paginator(found.order_by("-published", "-id"), _PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    hits = [_hit(article, words) for article in page]
    veiled(list({incident.pk: incident for hit in hits for incident in hit.incidents}.values()))
    return render(request, "desk/search.html", {"words": words, "hits": hits, "page": page, "total": pages.count})


def _hit(row: Article, words: str) -> Hit:
    article, persons = row.content(), persons_of(row)
    incidents = {
        report.link.incident.pk: report.link.incident for report in row.reports.all() if hasattr(report, "link")
    }
    shown = [i for i in incidents.values() if i.merged_into_id is None and not i.is_retired]
    quote = masked_quote(article, _first(article.full, words), persons)
    return Hit(row, masked_title(article, persons), quote, shown)


def _first(text: str, words: str) -> list[Span]:
    """Give where the first of the words stands, spelt in whatever way; the beginning of the text when none is found."""
    folded = fold(text)
    for word in sorted(fold(words).text.split(), key=len, reverse=True):
        at = folded.text.find(word)
        if at >= 0:
            return [Span(*folded.offsets.raw_span(at, at + len(word)))]
    return [Span(0, 0)]
