"""The queue of silent pages, in which the coder read nothing, and what a person says of one."""

from __future__ import annotations

from itertools import chain
from typing import Final

import msgspec
from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from waqai.errors import DecisionError, StaleError
from waqai_desk.accounts.audit import record
from waqai_desk.accounts.request import MemberRequest
from waqai_desk.reading.persons import persons_of
from waqai_desk.reading.pieces import masked_quote, masked_title
from waqai_desk.reading.views import find
from waqai_desk.review.acts import why
from waqai_desk.store import decide
from waqai_desk.store.models import Silence
from waqai_desk.store.silent import article_print, next_silent, said_to_tell_none, silent, undoable

_PER_PAGE: Final = 25


class Row(msgspec.Struct, frozen=True):
    """A page of the queue with its first words that speak of violence, names masked; ``seen`` is what a decision has to have seen."""

    silence: Silence
    title: str
    quote: str
    seen: str


@require_GET
def queue(request: MemberRequest) -> HttpResponse:
    """Show the pages that wait, or with ``said=none`` those of which somebody said that they tell none."""
    is_said = request.GET.get("said") == "none"
    found = said_to_tell_none() if is_said else silent()
    # First which, from the index alone, then those few with their articles: a far page would read all before it.
    pages = Paginator(found.values_list("pk", flat=True), _PER_PAGE)
    page: Page[int] = pages.get_page(request.GET.get("page"))
    shown = {
        "rows": _rows(list(page.object_list)),
        "page": page,
        "total": pages.count,
        "is_said": is_said,
        "said": said_to_tell_none().count(),
    }
    return render(request, "desk/queue_pages.html", shown)


def _rows(pks: list[int]) -> list[Row]:
    whole = Silence.objects.filter(pk__in=pks).select_related("article__outlet", "tells_none__who")
    found = {row.pk: row for row in whole.prefetch_related("article__persons", "article__reports")}
    return [_row(found[pk]) for pk in pks if pk in found]


def _row(silence: Silence) -> Row:
    article, persons = silence.article.content(), persons_of(silence.article)
    spans = sorted(chain.from_iterable(silence.spans().values()))
    body = [span for span in spans if span.start > len(article.title)]
    quote = masked_quote(article, body or spans, persons)
    return Row(silence, masked_title(article, persons), quote, article_print(silence.article))


@require_POST
def tells_none(request: MemberRequest, pk: int) -> HttpResponse:
    """Say that a page tells no incident, and go on to the next."""
    article = find(pk)
    try:
        decide.tells_none(article, request.user, why=why(request), seen=request.POST.get("seen", ""))
    except StaleError:
        messages.error(
            request, _("This page was read anew, or decided on, while you looked at it. Look again, then decide.")
        )
        return redirect(_here(request, pk))
    except DecisionError as error:
        messages.error(request, _("This cannot be done: %(reason)s") % {"reason": error.sentence})
        return redirect(_here(request, pk))
    record(request, "tells none", f"article {pk}")
    messages.success(request, _("It tells no incident; it comes back when its text changes."))
    return redirect(_next(request, pk))


@require_POST
def undo(request: MemberRequest, pk: int) -> HttpResponse:
    """Take back what was last said of a page."""
    last = undoable(find(pk))
    if last is None:
        messages.error(request, _("This cannot be done: %(reason)s") % {"reason": _("there is nothing to undo")})
    else:
        decide.undo(last, request.user, why=why(request))
        record(request, "undo", f"article {pk}")
        messages.success(request, _("Undone."))
    return redirect(_here(request, pk))


def _next(request: MemberRequest, pk: int) -> str:
    """After a verdict: from the list back to it, from a page that was opened in it to the next."""
    queue = request.POST.get("queue")
    if queue is None:
        return _here(request, pk)
    following = None if request.POST.get("back") == "queue" else next_silent(pk)
    if following is not None:
        return f"{reverse('article', args=[following])}?{urlencode({'queue': queue})}"
    page = QueryDict(queue).get("page")
    return reverse("queue_pages") + (f"?{urlencode({'page': page})}" if page else "")


def _here(request: MemberRequest, pk: int) -> str:
    queue = request.POST.get("queue")
    if queue is not None and request.POST.get("back") == "queue":
        return reverse("queue_pages") + (f"?{queue}" if queue else "")
    return reverse("article", args=[pk]) + ("" if queue is None else "?" + urlencode({"queue": queue}))
