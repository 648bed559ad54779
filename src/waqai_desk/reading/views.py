"""The page of one article, and the one page that shows names."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from waqai.model import Report
from waqai_desk.accounts.audit import record
from waqai_desk.accounts.request import MemberRequest
from waqai_desk.reading.mask import safe_url
from waqai_desk.reading.persons import persons_of
from waqai_desk.reading.pieces import evidence, story
from waqai_desk.reading.veil import veiled
from waqai_desk.store.models import Article, Incident, Person
from waqai_desk.store.names import names_in


@require_GET
def article(request: MemberRequest, pk: int) -> HttpResponse:
    """Show an article with its evidence marked and its persons under pseudonyms."""
    return _page(request, _find(pk), [])


@require_POST
def names(request: MemberRequest, pk: int) -> HttpResponse:
    """Show the same with names; who looked, at what and why is recorded before anything is shown."""
    found = _find(pk)
    persons = names_in(found, request.user, request.POST.get("why", "")[:200])
    record(request, "look at names", f"article {pk}", why=request.POST.get("why", "")[:200])
    return _page(request, found, persons)


def _find(pk: int) -> Article:
    return get_object_or_404(Article.objects.select_related("outlet").prefetch_related("persons"), pk=pk)


def _page(request: MemberRequest, found: Article, names_of: Sequence[Person]) -> HttpResponse:
    told: list[Report] = [row.content() for row in found.reports.filter(state="current")]
    persons = persons_of(found)
    shown = {
        "article": found,
        "outlet": found.outlet.name if found.outlet else "",
        "url": safe_url(found.url, persons),
        "pieces": story(found.content(), evidence(told), persons, names=bool(names_of)),
        "names_of": names_of,
        "with_names": bool(names_of),
        "has_persons": bool(persons),
        "incidents": veiled(list(Incident.objects.live().filter(links__report__article=found).distinct())),
    }
    return render(request, "desk/article.html", shown)
