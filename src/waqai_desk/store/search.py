"""Search over folded text: spelling, hamza, diacritics and clitics do not matter; persons cannot be searched for.

وَقُوّات → wqwat, qwat        (in Arabic letters: the word folded, and the word without what is written onto its front)
"""

from __future__ import annotations

import re
from typing import Final

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from waqai import model
from waqai.text import fold_key
from waqai_desk.reading.mask import hidden
from waqai_desk.store.models import Article, Incident
from waqai_desk.store.models.incident import IncidentQuerySet

_WORD: Final = re.compile(r"\w+")
_FRONT: Final = re.compile("[وف]?(?:لل|[بك]?ال|[بلك])|[وف]")
_SHORTEST: Final = 3
"""Letters that a word keeps at least when its front is taken off."""
_LONGEST: Final = 100_000
"""Folded characters that are searched; PostgreSQL refuses more than a megabyte of words."""


def searchable(article: model.Article, persons: tuple[model.Person, ...] = ()) -> str:
    """Give what is searched of an article: its words folded and bare, the names of persons left out, wherever they stand."""
    full = article.full
    pieces, done = [], 0
    for item in hidden(full, persons):
        pieces.append(full[done : item.span.start])
        done = item.span.end
    pieces.append(full[done:])
    return " ".join(form for word in _words(" ".join(pieces)) for form in _forms(word))[:_LONGEST]


def search_articles(words: str) -> QuerySet[Article]:
    """Give the articles that have all the words, in any form that folds alike; none for a search without words."""
    groups = [_forms(word) for word in _words(words)]
    if not groups:
        return Article.objects.none()
    if connection.vendor == "postgresql":
        asked = " & ".join(
            "(" + " | ".join(f"'{form}'{mark}" for form, mark in _asked(forms, ":*")) + ")" for forms in groups
        )
        found = RawSQL("SELECT id FROM store_article WHERE search @@ to_tsquery('simple', %s)", [asked])
    else:
        asked = " AND ".join(
            "(" + " OR ".join(f'"{form}"{mark}' for form, mark in _asked(forms, "*")) + ")" for forms in groups
        )
        found = RawSQL("SELECT rowid FROM store_article_fts WHERE store_article_fts MATCH %s", [asked])
    return Article.objects.filter(pk__in=found)


def search_incidents(words: str) -> IncidentQuerySet:
    """Give the live incidents that an article with all the words tells."""
    return Incident.objects.live().filter(links__report__article__in=search_articles(words)).distinct()


def _words(text: str) -> list[str]:
    return _WORD.findall(fold_key(text).lower())


def _forms(word: str) -> list[str]:
    """Give a folded word, and what is left without conjunction, preposition and article."""
    front = _FRONT.match(word)
    bare = word[front.end() :] if front else word
    return [word, bare] if front and len(bare) >= _SHORTEST else [word]


def _asked(forms: list[str], mark: str) -> list[tuple[str, str]]:
    """Let words match by their beginning, so that endings do not matter; what is left of a word has to be longer for that."""
    least = [_SHORTEST, *(_SHORTEST + 1 for _ in forms[1:])]
    return [(form, mark if len(form) >= n else "") for form, n in zip(forms, least, strict=True)]
