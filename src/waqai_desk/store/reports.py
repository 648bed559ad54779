"""An article's reports as rows: the first ones, and those that take their place.

A report that a newer coder gives from the same telling or the same words keeps its row, and with it what people decided.
What a person entered stands as it was entered: a coder that reads it too, sooner or later, adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any, Final

import msgspec
from django.db.models import Max, Q

from waqai import model
from waqai_desk.store.anchor import anchored
from waqai_desk.store.coded import Coded, Difference
from waqai_desk.store.columns import harm_in, name_for_column
from waqai_desk.store.linking import component_of
from waqai_desk.store.match import match_reports, tellings
from waqai_desk.store.models import Article, Block, Coding, Report
from waqai_desk.store.statements import chunks, keep_blocks, statement_of

_encode: Final = msgspec.json.Encoder().encode


def add_reports(articles: Sequence[tuple[Article, Coded]], coding: Coding) -> None:
    """Write the reports of articles that had none."""
    rows = [
        _filled(Report(key=key, article=row), index, report, coding)
        for row, coded in articles
        for index, (key, report) in enumerate(zip(tellings(coded.article, coded.reports), coded.reports, strict=True))
    ]
    Report.objects.bulk_create(rows, batch_size=50)
    _keep_blocks(rows)


def difference(row: Article, coded: Coded) -> Difference:
    """Tell what this coding would change of an article's reports, without changing anything."""
    counting = row.reports.filter(Q(state=Report.State.CURRENT) | Q(state=Report.State.KEPT, coding=None))
    rows = {r.key: r for r in counting.order_by("index")}
    entered = {key for key, r in rows.items() if r.coding_id is None}
    matched = match_reports(row.content(), {key: r.content() for key, r in rows.items()}, coded.reports)
    current = {key: r.content() for key, r in rows.items() if key not in entered}
    pairs = [(current[key], new) for key, new in zip(matched, coded.reports, strict=True) if key in current]
    return Difference(
        article=row.key,
        added=tuple(new for key, new in zip(matched, coded.reports, strict=True) if key is None),
        withdrawn=tuple(old for key, old in current.items() if key not in matched),
        changed=tuple((old, new) for old, new in pairs if old != new),
    )


def relink_later(row: Article) -> None:
    """Mark an article's reports, and all that hang together with them, to be linked anew; called before they change."""
    reports = list(row.reports.exclude(state=Report.State.WITHDRAWN).select_related("article__outlet"))
    for some in chunks([r.pk for r in component_of(reports)]):
        Report.objects.filter(pk__in=some).update(needs_link=True)


def replace_reports(row: Article, coded: Coded, coding: Coding, was: str) -> None:
    """Put reports in the place of those that an article had. One that a person's decision stands on is kept.

    was: the article's text when they were read; the words of what is kept are looked for in that of now.
    """
    old = {r.key: r for r in row.reports.select_related("article__outlet", "link").order_by("index")}
    current = {key: r.content() for key, r in old.items() if r.state != Report.State.WITHDRAWN}
    matched = match_reports(row.content(), current, coded.reports)
    entered = {key for key, r in old.items() if r.coding_id is None}
    told = zip(matched, tellings(coded.article, coded.reports), coded.reports, strict=True)
    news = [one for one in told if one[0] not in entered]
    written = []
    for index, (key, telling, report) in enumerate(news):
        target = old[key] if key is not None else _row_for(row, telling, old, matched)
        same_row = target.key in old and (target.index, target.state) == (index, Report.State.CURRENT)
        if not same_row or current.get(target.key) != report:
            target.needs_link = True
            written.append(target)
        _filled(target, index, report, coding).save()
    _keep_blocks(written)
    gone = [old[key] for key in current if key in entered or key not in matched]
    kept = [r for r in gone if _is_placed(r)]
    for index, report_row in enumerate(kept, len(news)):
        _find_again(report_row, was, coded.article.full)
        _set_aside(report_row, Report.State.KEPT, index)
    for report_row in gone:
        if report_row not in kept:
            Block.objects.filter(report=report_row).delete()
            _set_aside(report_row, Report.State.WITHDRAWN, report_row.index)


def _row_for(row: Article, telling: str, old: dict[str, Report], matched: Sequence[str | None]) -> Report:
    """Give the withdrawn row that told the same, else a new one; its key has a number behind it where it is taken."""

    def is_free(key: str) -> bool:
        return key not in matched and old[key].state == Report.State.WITHDRAWN and old[key].coding_id is not None

    key, n = telling, 1
    while key in old and not is_free(key):
        n += 1
        key = f"{telling}-{n}"
    return old.get(key) or Report(key=key, article=row)


def write_entered(article: Article, report: model.Report) -> Report:
    """Write the report that a person read in an article, behind those that it has."""
    taken = set(article.reports.values_list("key", flat=True))
    (telling,) = tellings(article.content(), (report,))
    key = next(k for n in count(1) if (k := telling if n == 1 else f"{telling}-{n}") not in taken)
    last = article.reports.exclude(state=Report.State.WITHDRAWN).aggregate(last=Max("index"))["last"]
    row = _filled(Report(key=key, article=article), 0 if last is None else last + 1, report, None)
    row.state = Report.State.KEPT
    row.save()
    return row


def _find_again(report: Report, was: str, now: str) -> None:
    """Let what stays point at its words in the article's text of now."""
    if was != now:
        report.body = _encode(anchored(report.content(), was, now)).decode()
        report.save(update_fields=["body"])


def _set_aside(report: Report, state: Report.State, index: int) -> None:
    if (report.state, report.index) != (state, index):
        report.state, report.index, report.needs_link = state, index, True
        report.save()


def _is_placed(report: Report) -> bool:
    """Tell whether a person's decision stands on it."""
    link = getattr(report, "link", None)
    return link is not None and link.decision_id is not None


def _keep_blocks(rows: Iterable[Report]) -> None:
    reports = list(rows)
    if reports:
        keep_blocks(reports, [statement_of(row) for row in reports])


def _filled(row: Report, index: int, report: model.Report, coding: Coding | None) -> Report:
    columns: dict[str, Any] = {
        "index": index,
        "body": _encode(report).decode(),
        "coding": coding,
        "state": Report.State.CURRENT,
        "event_type": report.event_type,
        "sub_event_type": report.sub_event_type,
        "method": report.method,
        "date_start": report.date.start,
        "date_end": report.date.end,
        "country": report.place.country or "",
        "admin1": name_for_column(report.place.admin1 or "")[:100],
        "lat": report.place.lat,
        "lon": report.place.lon,
        "place": name_for_column(report.place.name),
        "place_en": name_for_column(report.place.name_en or ""),
        "killed_best": harm_in(report, "killed"),
        "wounded_best": harm_in(report, "wounded"),
        "confidence": report.confidence,
    }
    for name, value in columns.items():
        setattr(row, name, value)
    return row
