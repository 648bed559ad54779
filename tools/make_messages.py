#!/usr/bin/env python3
"""Bring the desk's message catalogues up to its strings: ``src/waqai_desk/locale/*/LC_MESSAGES/django.po`` and ``.mo``.

In: the strings that templates and Python hand to ``gettext``. Out: catalogues that hold each of them, what was translated
kept, and their compiled form. Written with Babel, so that no machine needs the gettext programs. Run it after a string
changed, fill in what is empty, run it again; a test fails on what is missing, empty or not compiled.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
DESK = ROOT / "src/waqai_desk"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
PLURALS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "en": "nplurals=2; plural=(n != 1);",
}
"""The rule of each language, as Django's own catalogues have it; Babel's for Arabic counts differently."""


def main() -> None:
    """Write all catalogues, and say what is still empty."""
    found = template()
    for language in PLURALS:
        path = DESK / "locale" / language / "LC_MESSAGES/django.po"
        catalog = updated(path, language, found)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_po(catalog))
        path.with_suffix(".mo").write_bytes(as_mo(catalog))
        empty = [] if language == "en" else missing(catalog)
        print(f"{language}: {len(catalog)} messages, {len(empty)} not translated")
        for text in empty:
            print(f"  {text!r}", file=sys.stderr)


def template() -> Catalog:
    """Gather every string."""
    catalog = Catalog(project="Waqai", charset="utf-8")
    for path, line, message, comments, context in strings():
        where = path.relative_to(ROOT).as_posix()
        catalog.add(message, None, [(where, line)], context=context, auto_comments=comments)
    return catalog


def strings() -> Iterator[tuple[Path, int, str | tuple[str, ...], list[str], str | None]]:
    """Give the strings with where they stand."""
    for path in sorted((*DESK.rglob("*.py"), *DESK.rglob("*.html"))):
        text = path.read_text(encoding="utf-8")
        source = templatize(text) if path.suffix == ".html" else text
        for line, message, comments, context in extract("python", io.BytesIO(source.encode()), KEYWORDS):
            yield path, line, message, comments, context


def updated(path: Path, language: str, found: Catalog) -> Catalog:
    """Give a language's catalogue with exactly these strings."""
    old = read_po(io.BytesIO(path.read_bytes()), locale=language) if path.exists() else Catalog(locale=language)
    old.fuzzy = False
    old.update(found, no_fuzzy_matching=True, keep_user_comments=False)
    old.obsolete.clear()
    return old


def as_po(catalog: Catalog) -> bytes:
    """Write a catalogue for people; without dates, so that only words make a difference."""
    out = io.BytesIO()
    write_po(out, catalog, width=120, sort_output=True, omit_header=True, include_lineno=False)
    plural = f'"Plural-Forms: {PLURALS[str(catalog.locale)]}\\n"\n'
    head = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: {catalog.locale}\\n"\n{plural}\n'
    return head.encode() + out.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """Compile a catalogue, from the same words that ``as_po`` writes."""
    out = io.BytesIO()
    words = read_po(io.BytesIO(as_po(catalog)), locale=catalog.locale)
    words.creation_date = words.revision_date = datetime(2026, 1, 1, tzinfo=UTC)  # the same words, the same bytes
    write_mo(out, words)
    return out.getvalue()


def missing(catalog: Catalog) -> list[str]:
    """Give the strings that have no translation."""
    found = []
    for message in catalog:
        said = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if message.id and not all(said):
            found.append(str(message.id))
    return found


if __name__ == "__main__":
    main()
