"""Reports of the store as the linker's statements, and the store as the pool that it asks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, TypeVar

import msgspec
from django.db import connection
from django.db.models import QuerySet

from waqai.link import Statement
from waqai.link.block import entries_of
from waqai.link.feature import rows_of
from waqai_desk.store.models import Block, Report

T = TypeVar("T")
_CHUNK: Final = 900
"""Values bound in one query: SQLite's older limit is 999."""


def chunks(values: Collection[T], size: int = _CHUNK) -> Iterator[Sequence[T]]:
    """Cut values into pieces that one query can take."""
    row = list(values)
    for start in range(0, len(row), size):
        yield row[start : start + size]


def statement_of(report: Report) -> Statement:
    """Give a report with its page as the linker compares it; spans stay with the report."""
    article = report.article
    return Statement(
        id=report.key,
        article=article.key,
        index=report.index,
        report=msgspec.structs.replace(report.content(), evidence={}, rule={}),
        published=article.published,
        outlet=article.outlet.name if article.outlet else None,
        url=article.url or None,
        title=article.title or None,
        signature=article.signature or None,
        by_person=report.coding_id is None,
    )


def counting() -> QuerySet[Report]:
    """Give the reports that count, with their pages."""
    return Report.objects.exclude(state=Report.State.WITHDRAWN).select_related("article__outlet")


def keep_blocks(reports: Sequence[Report], statements: Sequence[Statement]) -> None:
    """Store under which keys these reports stand, in place of what was stored before."""
    entries = entries_of(rows_of(statements))
    for some in chunks([r.pk for r in reports]):
        Block.objects.filter(report__in=some).delete()
    pairs = set(zip(entries.key[entries.stands].tolist(), entries.row[entries.stands].tolist(), strict=True))
    with (
        connection.cursor() as cursor
    ):  # some fifteen rows a report: objects would cost more than the rest of writing it
        cursor.executemany(
            f"INSERT INTO {Block._meta.db_table} (key, report_id) VALUES (%s, %s)",
            [(key, reports[row].pk) for key, row in sorted(pairs)],
        )


class StorePool:
    """The store as the linker asks it; what it gave once it remembers, for as long as one transaction lasts."""

    def __init__(self) -> None:
        self.rows: dict[str, Report] = {}
        self._statements: dict[int, Statement] = {}

    def add(self, reports: Iterable[Report]) -> list[Statement]:
        """Take in reports that are loaded already."""
        found = []
        for row in reports:
            if row.pk not in self._statements:
                self.rows[row.key] = row
                self._statements[row.pk] = statement_of(row)
            found.append(self._statements[row.pk])
        return found

    def standing_under(self, keys: Collection[int]) -> Iterable[Statement]:
        """Give the statements that stand under any of these block keys."""
        ids: set[int] = set()
        for some in chunks(keys):
            ids.update(Block.objects.filter(key__in=some).values_list("report_id", flat=True))
        missing = ids - self._statements.keys()
        for some in chunks(missing):
            self.add(counting().filter(pk__in=some))
        return [self._statements[pk] for pk in ids if pk in self._statements]

    def with_ids(self, ids: Collection[str]) -> Iterable[Statement]:
        """Give the statements that have these ids."""
        for some in chunks(ids - self.rows.keys() if isinstance(ids, set) else set(ids) - self.rows.keys()):
            self.add(counting().filter(key__in=some))
        return [self._statements[self.rows[key].pk] for key in ids if key in self.rows]
