"""A report together with the page that gave it: what linking compares.

In: a line of ``waqai code --jsonl``. Out: one statement a report, with an id that depends on nothing but what was coded, so
that the same reports give the same incidents with the same ids, in whatever order they come.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import blake2b
from typing import Any

import msgspec

from waqai.errors import NO_JSON, InputError
from waqai.gazetteer.key import name_key
from waqai.model import Article, CodedArticle, Report


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One article's report of one incident, with whose page it was and when; ``index`` counts in the article's reports.

    ``id`` is that of the incident this statement would be alone. ``signature`` is the text's near-copy signature. ``by_person``
    when a person read the report in the article, not the coder.
    """

    id: str
    article: str
    index: int
    report: Report
    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    signature: str | None = None
    by_person: bool = False

    @property
    def order(self) -> tuple[date, str]:
        """Where it stands among others: by day of publication, then by id. The first gives its incident the id."""
        return self.published or self.report.date.start or date.max, self.id


class _Meta(msgspec.Struct):
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    signature: str | None = None


class _Line(msgspec.Struct):
    id: str | int
    article: _Meta = msgspec.field(default_factory=_Meta)
    reports: list[Report] | None = None


_decode = msgspec.json.Decoder(_Line).decode


def statements_of_line(line: bytes) -> list[Statement]:
    """Read one line of ``waqai code --jsonl``.

    Raises: InputError when it is no such line.
    """
    try:
        read = _decode(line)
    except NO_JSON as error:
        raise InputError(f"is no line of coded reports: {error}") from None
    if read.reports is None:
        raise InputError("is no line of coded reports: it has none, give what waqai code --jsonl writes")
    return list(_statements(str(read.id), read.article, read.reports))


def statements_of(coded: CodedArticle, signature: str | None = None) -> list[Statement]:
    """Give the statements of a coded article."""
    return list(_statements(coded.article.id, coded.article, coded.reports, signature))


def _statements(article: str, meta: _Meta | Article, reports: Any, signature: str | None = None) -> Iterator[Statement]:
    seen: dict[str, int] = {}
    if isinstance(meta, _Meta):
        signature = meta.signature
    for index, report in enumerate(reports):
        told = _what(report)
        seen[told] = seen.get(told, 0) + 1
        yield Statement(
            id=statement_id(article, told, seen[told]),
            article=article,
            index=index,
            # Spans stay with the article: the account names article and index, and a million reports fit in memory.
            report=msgspec.structs.replace(report, evidence={}, rule={}),
            published=meta.published,
            outlet=meta.outlet,
            url=meta.url,
            title=meta.title,
            signature=signature,
        )


def _what(report: Report) -> str:
    """Give what makes an incident one within its article: a place, a day, a kind of act (codebook, section 1)."""
    return f"{report.sub_event_type}|{name_key(report.place.name)}|{report.date.start}"


def statement_id(article: str, told: str, nth: int) -> str:
    """Give the id of the ``nth`` report of an article that tells this place, day and kind of act."""
    digest = blake2b(f"{article}\n{told}\n{nth}".encode(), digest_size=8).hexdigest()
    return f"w-{digest}"
