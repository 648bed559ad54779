"""The page of one article, and the one page that shows names."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from waqai.model import Report, Span
from waqai_desk.accounts.audit import record
from waqai_desk.accounts.request import MemberRequest
from waqai_desk.reading.mask import safe_url
from waqai_desk.reading.persons import persons_of
from waqai_desk.reading.pieces import evidence, story
from waqai_desk.reading.veil import veiled
from waqai_desk.store.models import Article, Incident, Person
from waqai_desk.store.names import names_in
from waqai_desk.store.silent import article_print, next_silent


@require_GET
def article(request: MemberRequest, pk: int) -> HttpResponse:
    """Show an article with its evidence marked and its persons under pseudonyms."""
    return _page(request, find(pk), [])


@require_POST
def names(request: MemberRequest, pk: int) -> HttpResponse:
    """Show the same with names; who looked, at what and why is recorded before anything is shown."""
    found = find(pk)
    persons = names_in(found, request.user, request.POST.get("why", "")[:200])
    record(request, "look at names", f"article {pk}", why=request.POST.get("why", "")[:200])
    return _page(request, found, persons)


def find(pk: int) -> Article:
    """Give an article with what its page needs, or the page that says there is none."""
    rows = Article.objects.select_related("outlet", "silence__tells_none__who").prefetch_related("persons", "reports")
    return get_object_or_404(rows, pk=pk)


def marks_of(article: Article) -> dict[str, tuple[Span, ...]]:
    """Give the words to mark: those that its reports were read from, of a silent page those that speak of violence."""
    told: list[Report] = [row.content() for row in article.reports.all() if row.state != "withdrawn"]
    if told or not hasattr(article, "silence"):
        return evidence(told)
    return article.silence.spans()


def _page(request: MemberRequest, found: Article, names_of: Sequence[Person]) -> HttpResponse:
    persons, queue = persons_of(found), request.GET.get("queue")
    shown = {
        "article": found,
        "outlet": found.outlet.name if found.outlet else "",
        "url": safe_url(found.url, persons),
        "pieces": story(found.content(), marks_of(found), persons, names=bool(names_of)),
        "names_of": names_of,
        "with_names": bool(names_of),
        "has_persons": bool(persons),
        "silence": getattr(found, "silence", None),
        "seen": article_print(found),
        "decisions": found.decisions.select_related("who", "undone_by", "incident").order_by("-id"),
        "queue": queue,
        "next_pk": None if queue is None else next_silent(found.pk),
        "incidents": veiled(list(Incident.objects.live().filter(links__report__article=found).distinct())),
    }
    return render(request, "desk/article.html", shown)
