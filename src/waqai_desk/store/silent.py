"""Silent pages: those in which the coder read no incident though their words speak of violence, for people to look at.

They are put in order by how many of their words name an act by themselves, then by how many tell of harm to people
(``waqai.tag.violence``). ``docs/quality.md`` says how well this order finds the pages that do tell incidents.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec
from django.db.models import Exists, OuterRef, Q, QuerySet

from waqai.model import Span
from waqai_desk.store.ahead import after_in
from waqai_desk.store.coded import Coded
from waqai_desk.store.derive import in_force
from waqai_desk.store.models import Article, Decision, DecisionKind, Report, Silence
from waqai_desk.store.statements import chunks


def keep_silences(articles: Sequence[tuple[Article, Coded]]) -> None:
    """Keep of coded articles which gave no report, and their words that speak of violence where somebody looked for them."""
    for some in chunks([row.pk for row, _ in articles]):
        Silence.objects.filter(article__in=some).delete()
    rows = [_silence(row, one.speaks) for row, one in articles if not one.reports and one.speaks is not None]
    Silence.objects.bulk_create(rows, batch_size=100)
    for some in chunks([row.article_id for row in rows]):
        for decided in Article.objects.filter(pk__in=some, decisions__kind=DecisionKind.NOTHING).distinct():
            stand(decided)


def _silence(row: Article, speaks: dict[str, tuple[Span, ...]]) -> Silence:
    acts, harms = (len(speaks.get(field, ())) for field in ("event", "harm"))
    return Silence(article=row, words=msgspec.to_builtins(speaks), acts=acts, harms=harms)


def silent() -> QuerySet[Silence]:
    """Give the pages without a report that nobody said to tell none, those that speak most of violence first."""
    # A report that was withdrawn has a queue of its own; one that a person entered and took back was never the coder's.
    reports = Report.objects.filter(article=OuterRef("pk")).exclude(coding=None, state=Report.State.WITHDRAWN)
    speaking = Silence.objects.filter(Q(acts__gt=0) | Q(harms__gt=0), tells_none=None)
    return speaking.exclude(Exists(reports)).order_by("-acts", "-harms", "-article")


def next_silent(article: int) -> int | None:
    """Give the page that comes after one in this order; the first of them when it is not among them."""
    return after_in(silent().values_list("article", flat=True), article)


def said_to_tell_none() -> QuerySet[Silence]:
    """Give the pages of which somebody said that they tell no incident, the last said first."""
    return Silence.objects.exclude(tells_none=None).order_by("-tells_none")


def article_print(article: Article) -> str:
    """Give a digest of what a person decides on: it changes with the text, with its reports, and with what others said of it."""
    counting = sorted(row.key for row in article.reports.all() if row.state != Report.State.WITHDRAWN)
    silence = getattr(article, "silence", None)
    said = [article.digest, *counting, silence and silence.tells_none_id]
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def undoable(article: Article) -> Decision | None:
    """Give the decision that a page tells no incident, where it stands."""
    silence = getattr(article, "silence", None)
    return None if silence is None else silence.tells_none


def stand(article: Article) -> None:
    """Let the log say whether an article tells no incident: by the last decision in force on the text that it has now."""
    log = in_force(Decision.objects.filter(article=article))
    about = [d for d in log if d.kind == DecisionKind.NOTHING and d.what["digest"] == article.digest]
    Silence.objects.filter(article=article).update(tells_none=about[-1] if about else None)
