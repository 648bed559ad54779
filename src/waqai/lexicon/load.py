"""Lexicon files into one lexicon: strict, all or nothing."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from waqai.errors import LexiconError
from waqai.lexicon.entry import Entry, Form, Kind
from waqai.lexicon.index import Lexicon
from waqai.lexicon.inflect import adjective_forms, noun_forms, phrase_forms, verb_forms

_PLAIN = ("gloss", "cls", "method", "sub", "strength", "harm", "who", "actor", "value", "voice", "weapon")
_LISTS = ("countries", "needs", "yes", "no")


@cache
def load_lexicon(extra: tuple[Path, ...] = ()) -> Lexicon:
    """Load all lexicon files that ship with the package, and a team's own, once for the whole run.

    Raises: LexiconError when a file cannot be read as a lexicon.
    """
    return read_lexicon(extra)


def read_lexicon(extra: Sequence[Path] = ()) -> Lexicon:
    """Read all lexicon files as they are now.

    Raises: LexiconError when a file cannot be read as a lexicon.
    """
    digest = hashlib.sha256()
    entries: list[Entry] = []
    for name, text in lexicon_texts(extra):
        digest.update(text.encode())
        entries += read_entries(text, name)
    return Lexicon(entries, digest.hexdigest()[:16])


def entry_keys() -> frozenset[str]:
    """Give the keys an entry may have besides its forms."""
    return frozenset((*_PLAIN, *_LISTS, "id", "since", "until", "plural_sound", "sets"))


def form_keys() -> frozenset[str]:
    """Give the keys under which an entry's forms stand."""
    return frozenset(("verb", "noun", "plural", "adjective", "phrase"))


def lexicon_texts(extra: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Give the name and the text of every lexicon file.

    Raises: LexiconError when a team's own file cannot be read.
    """
    folder = files("waqai") / "data" / "lexicon"
    for item in sorted(folder.iterdir(), key=lambda p: p.name):
        if item.name.endswith(".toml"):
            yield item.name, item.read_text(encoding="utf-8")
    for path in extra:
        try:
            yield str(path), path.read_text(encoding="utf-8-sig")  # editors of Windows begin files with a mark
        except OSError as error:
            raise LexiconError(f"cannot be opened: {error.strerror}", where=str(path)) from error
        except UnicodeDecodeError as error:
            raise LexiconError("is not in UTF-8: save it so", where=str(path)) from error


def read_entries(text: str, name: str) -> list[Entry]:
    """Read the entries of one lexicon file."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"is no valid TOML: {error}", where=name) from error
    kind = raw.get("kind") or raw.get("file", {}).get("kind")
    if kind not in set(Kind):
        raise LexiconError(f"needs a known kind at its top, not {kind!r}", where=name)
    sets = read_sets(raw, name)
    return [_entry(_with_sets(item, sets, name), Kind(kind), name) for item in raw.get("entry", ())]


def read_sets(raw: dict[str, Any], name: str) -> dict[str, list[str]]:
    """Give the sets of phrases of one lexicon file, by name; none where it has none.

    Raises: LexiconError when they are no table of lists.
    """
    sets = raw.get("sets", {})
    if not isinstance(sets, dict) or not all(isinstance(phrases, list) for phrases in sets.values()):
        raise LexiconError("needs [sets] to be a table, with a list of phrases for each name", where=name)
    return sets


def _with_sets(item: dict[str, Any], sets: dict[str, list[str]], name: str) -> dict[str, Any]:
    """Write out the phrases of the sets that an entry names, behind its own."""
    if "sets" not in item:
        return item
    try:
        shared = [phrase for key in item["sets"] for phrase in sets[key]]
    except KeyError as error:
        raise LexiconError(f"entry {item.get('id')} names a set {error} that its file lacks", where=name) from error
    return item | {"phrase": [*item.get("phrase", ()), *shared]}


def _entry(item: dict[str, Any], kind: Kind, name: str) -> Entry:
    fields: dict[str, Any] = {key: item[key] for key in _PLAIN if key in item}
    fields |= {key: tuple(item[key]) for key in _LISTS if key in item}
    forms = tuple(_forms(item, kind))
    if not forms:
        raise LexiconError(f"entry {item.get('id')} has no forms", where=name)
    return Entry(
        id=item["id"], kind=kind, forms=forms, since=_day(item.get("since")), until=_day(item.get("until")), **fields
    )


def _day(value: Any) -> date | None:
    return value if isinstance(value, date) else None


def _forms(item: dict[str, Any], kind: Kind) -> Iterator[Form]:
    sound = item.get("plural_sound", "")
    for lemma in item.get("verb", ()):
        yield from verb_forms(lemma)
    for word in item.get("noun", ()):
        yield from noun_forms(word, sound=sound, kin=kind is Kind.VICTIM)
    for word in item.get("plural", ()):
        yield from noun_forms(word, "pl")
    for word in item.get("adjective", ()):
        yield from adjective_forms(word)
    for phrase in item.get("phrase", ()):
        yield from phrase_forms(phrase)
