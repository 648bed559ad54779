"""The page on which a person enters a report that the coder missed in an article."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waqai.errors import DecisionError, StaleError
from waqai.model import Harm
from waqai_desk.accounts.audit import record
from waqai_desk.accounts.request import MemberRequest
from waqai_desk.reading.mask import safe_url
from waqai_desk.reading.persons import persons_of
from waqai_desk.reading.pieces import story
from waqai_desk.reading.views import find, marks_of
from waqai_desk.review.entry_form import MARKED, EntryForm, HarmRows, first_shown
from waqai_desk.store import decide
from waqai_desk.store.models import Article
from waqai_desk.store.silent import article_print
from waqai_desk.web import labels


@require_http_methods(["GET", "POST"])
def enter(request: MemberRequest, pk: int) -> HttpResponse:
    """Show the article beside the form, and save it unless the page was read anew or decided on in between."""
    article = find(pk)
    content, persons = article.content(), persons_of(article)
    pieces = story(content, marks_of(article), persons)
    form = EntryForm(pieces, request.POST or None, initial=first_shown(article.published))
    rows = HarmRows(request.POST or None, prefix="harm")
    seen, is_stale = article_print(article), False
    if request.method == "POST":
        are_valid = [form.is_valid(), rows.is_valid()]
        is_stale = request.POST.get("seen") != seen
        if all(are_valid) and not is_stale:
            try:
                response = _save(request, article, form, rows.harm())
            except StaleError:
                seen, is_stale = article_print(find(pk)), True
            else:
                if response is not None:
                    return response
    shown = {
        "article": article,
        "outlet": article.outlet.name if article.outlet else "",
        "url": safe_url(article.url, persons),
        "pieces": pieces,
        "form": form,
        "rows": rows,
        "marked": [(n, field) for n, field in enumerate(MARKED, 1)],
        "seen": seen,
        "is_stale": is_stale,
        "queue": request.POST.get("queue", request.GET.get("queue")),
        "actors": labels.actors(),
    }
    return render(request, "desk/entry.html", shown, status=409 if is_stale else 200)


def _save(request: MemberRequest, article: Article, form: EntryForm, harm: tuple[Harm, ...]) -> HttpResponse | None:
    """Enter the report, and go to its incident; ``None`` when a value has no words.

    Raises: StaleError.
    """
    report = form.report(article.content().full, harm)
    if form.errors:
        return None
    try:
        made = decide.enter(article, request.user, report, why=form.cleaned_data["why"], seen=request.POST.get("seen"))
    except DecisionError as error:
        form.add_error(None, error.sentence)
        return None
    record(request, "enter", made.public_id, article=article.pk)
    messages.success(request, _("Entered as the incident %(id)s.") % {"id": made.public_id})
    return redirect(reverse("incident", args=[made.public_id]))
