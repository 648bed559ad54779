"""Coded articles into the store: new ones, and anew those that a page's later version or a newer coder changed.

Everything of an article is written in the caller's transaction, so that a killed run leaves all of it or nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
from django.utils import timezone

from waqai_desk.store.coded import Coded
from waqai_desk.store.columns import name_for_column
from waqai_desk.store.models import Article, Coding, Original, Outlet, Person
from waqai_desk.store.reports import add_reports, difference, relink_later, replace_reports
from waqai_desk.store.search import searchable
from waqai_desk.store.silent import keep_silences
from waqai_desk.store.statements import chunks
from waqai_desk.store.veil import veiled

_encode: Final = msgspec.json.Encoder().encode
_KEY_LENGTH: Final = 200
_COMPARED: Final = ("published", "outlet_id", "url", "title", "signature")
"""What linking compares of an article beside its reports."""


def key_of(ident: str) -> str:
    """Give the key of an article's id: itself, or a digest of one that no column holds."""
    if len(ident) <= _KEY_LENGTH and "\x00" not in ident:
        return ident
    return f"sha256:{hashlib.sha256(ident.encode()).hexdigest()}"


def keep_articles(coded: Sequence[Coded], coding: Coding, originals: Sequence[Original | None]) -> None:
    """Write articles with what was coded of them. One that is there already is brought up to date; of two versions, the last."""
    last = {}
    for one, original in zip(coded, originals, strict=True):
        key = key_of(one.article.id)
        last[key] = _shown(one, key), original
    had = {row.key: row for some in chunks(last) for row in Article.objects.filter(key__in=some)}
    outlets = _outlets(one.article.outlet for one, _ in last.values())
    new = []
    for key, (one, original) in last.items():
        if key in had:
            _renew(had[key], one, coding, original, outlets)
        else:
            new.append((_filled(Article(key=key, original=original), one, coding, outlets), one))
    Article.objects.bulk_create([row for row, _ in new], batch_size=50)
    Person.objects.bulk_create([person for row, one in new for person in _persons(row, one)], batch_size=200)
    add_reports(new, coding)
    keep_silences(new)


def _shown(coded: Coded, key: str) -> Coded:
    """Give an article under its key, with reports that hold no name of a person."""
    article = msgspec.structs.replace(coded.article, id=key)
    return msgspec.structs.replace(coded, article=article, reports=veiled(coded)[1])


def _renew(row: Article, coded: Coded, coding: Coding, original: Original | None, outlets: dict[str, Outlet]) -> None:
    """Bring an article up to date; where linking would see a difference, mark what is to be linked anew first."""
    before, was = [getattr(row, name) for name in _COMPARED], row.content().full
    fresh = _filled(Article(), coded, coding, outlets)
    if difference(row, coded) or before != [getattr(fresh, name) for name in _COMPARED]:
        relink_later(row)
    _filled(row, coded, coding, outlets)
    row.original = original or row.original
    row.save()
    row.persons.all().delete()
    Person.objects.bulk_create(_persons(row, coded))
    replace_reports(row, coded, coding, was)
    keep_silences([(row, coded)])


def _filled(row: Article, coded: Coded, coding: Coding, outlets: dict[str, Outlet]) -> Article:
    article = coded.article
    row.body = _encode(article).decode()
    row.digest = hashlib.sha256(article.full.encode()).hexdigest()
    row.title = veiled(coded)[0].replace("\x00", "")
    row.url = (article.url or "").replace("\x00", "")
    row.published = article.published
    row.outlet = outlets.get(name_for_column(article.outlet or ""))
    row.folded = searchable(article, coded.persons)
    row.signature = coded.signature
    row.coding = coding
    row.coded_at = timezone.now()
    return row


def _outlets(names: Iterable[str | None]) -> dict[str, Outlet]:
    """Give the outlets of these names, made where they are new."""
    wanted = {name_for_column(name) for name in names if name} - {""}
    Outlet.objects.bulk_create([Outlet(name=name) for name in sorted(wanted)], ignore_conflicts=True)
    return {row.name: row for some in chunks(wanted) for row in Outlet.objects.filter(name__in=some)}


def _persons(row: Article, coded: Coded) -> list[Person]:
    return [
        Person(article=row, name=p.name.replace("\x00", ""), role=p.role, evidence=msgspec.to_builtins(p.evidence))
        for p in coded.persons
    ]
