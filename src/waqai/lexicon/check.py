"""The checks that every lexicon file must pass; all faults are listed, not only the first."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from waqai.errors import LexiconError
from waqai.lexicon.entry import Entry, Kind
from waqai.lexicon.inflect import verb_table
from waqai.lexicon.load import entry_keys, form_keys, lexicon_texts, read_entries, read_lexicon, read_sets
from waqai.lexicon.need import UNLESS, WORD
from waqai.shipped import shipped_table
from waqai.text.fold import fold
from waqai.text.segment import tokenize

_NEEDS: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.TRIGGER: ("method", "strength"),
    Kind.HARM: ("harm", "cls"),
    Kind.ACTOR: ("actor", "cls"),
    Kind.VICTIM: ("who",),
    Kind.WEAPON: ("method",),
    Kind.OBJECT: ("cls",),
    Kind.PARTICLE: ("cls",),
    Kind.SOURCE: ("cls",),
    Kind.PERSON: ("cls",),
    Kind.TIME: ("cls",),
    Kind.NUMBER: ("cls",),
    Kind.PLACE_WORD: ("cls",),
}
_FORBIDDEN: Final = frozenset(
    "\u0640\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"
)


class Fault(msgspec.Struct, frozen=True):
    """One thing wrong: the file, the entry, and a sentence."""

    file: str
    entry: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}: {self.entry}: {self.sentence}" if self.entry else f"{self.file}: {self.sentence}"


def check_lexicon(extra: tuple[Path, ...] = ()) -> list[Fault]:
    """Check all lexicon files that ship with the package and a team's own; no faults give an empty list."""
    faults: list[Fault] = []
    ids: dict[str, str] = {}
    taxonomy = shipped_table("taxonomy.toml")
    for name, text in lexicon_texts(extra):
        faults += check_text(name, text, ids, frozenset(taxonomy["methods"]))
    return faults or _check_examples(extra)


def check_text(name: str, text: str, ids: dict[str, str], methods: frozenset[str]) -> list[Fault]:
    """Check one file; ``ids`` are the entries seen so far and where, and is added to."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return [Fault(name, "", f"is no valid TOML: {error}")]
    kind = raw.get("kind") or raw.get("file", {}).get("kind")
    if kind not in set(Kind):
        return [Fault(name, "", f"needs a known kind at its top, not {kind!r}")]
    try:
        sets = read_sets(raw, name)
    except LexiconError as error:
        return [Fault(name, "", error.sentence)]
    faults = [Fault(name, f"sets.{key}", s) for key in sets for s in _forms_faults(sets[key], "phrase")]
    named = {key for item in raw.get("entry", ()) for key in item.get("sets", ())}
    faults += [Fault(name, f"sets.{key}", "is named by no entry") for key in sets.keys() - named]
    for item in raw.get("entry", ()):
        ident = str(item.get("id", "?"))
        faults += [Fault(name, ident, s) for s in _entry_faults(item, Kind(kind), methods)]
        faults += [Fault(name, ident, s) for s in _set_faults(item, sets)]
        if ident in ids:
            faults.append(Fault(name, ident, f"has the id of an entry in {ids[ident]}"))
        ids[ident] = name
    if not faults:
        try:
            read_entries(text, name)
        except LexiconError as error:
            faults.append(Fault(name, "", error.sentence))
    return faults


def _entry_faults(item: dict[str, Any], kind: Kind, methods: frozenset[str]) -> Iterator[str]:
    for key in item.keys() - entry_keys() - form_keys():
        yield f"has an unknown key {key!r}"
    for key in ("id", "gloss", *_NEEDS.get(kind, ())):
        if key not in item:
            yield f"lacks {key}"
    method = item.get("method")
    if method is not None and method not in methods:
        yield f"has a method {method!r} that the taxonomy lacks"
    if not any(item.get(key) for key in (*form_keys(), "sets")):
        yield "has no forms"
    for key in form_keys() & item.keys():
        yield from _forms_faults(item[key], key)


def _set_faults(item: dict[str, Any], sets: dict[str, list[str]]) -> Iterator[str]:
    """Find sets of phrases that the file lacks, and phrases that an entry has from two places."""
    phrases = [str(phrase) for phrase in item.get("phrase", ())]
    for key in item.get("sets", ()):
        if key not in sets:
            yield f"names a set {key!r} that its file lacks"
        for phrase in sets.get(key, ()):
            if phrase in phrases:
                yield f"has a phrase that its sets have too: {phrase}"
            phrases.append(phrase)


def _forms_faults(listed: Any, key: str) -> Iterator[str]:
    forms = [str(form) for form in listed] if isinstance(listed, list) else []
    for form in forms:
        yield from _form_faults(form, key)
    for form in sorted({form for form in forms if forms.count(form) > 1}):
        yield f"has a {key} twice: {form}"


def _form_faults(form: str, key: str) -> Iterator[str]:
    if not form.strip():
        yield f"has an empty {key}"
    if unicodedata.normalize("NFC", form) != form:
        yield f"has a {key} that is not NFC: {form}"
    if _FORBIDDEN & set(form):
        yield f"has a {key} with a tatweel, zero-width or direction mark: {form}"
    if key == "verb" and form not in verb_table():
        yield f"has a verb that is not conjugated: {form} (run: make lexicon)"


def _namesakes(entries: Iterable[Entry]) -> Iterator[Fault]:
    """Find names that two actor entries of one class share although neither says where or when it is meant."""
    known: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        if entry.kind is not Kind.ACTOR or entry.countries or entry.since or entry.until:
            continue
        for text in sorted({form.text for form in entry.forms}):
            first = known.setdefault((entry.cls, text), entry)
            if first is not entry:
                yield Fault(
                    entry.kind, entry.id, f"shares {text!r} with {first.id}: give one countries, since or until"
                )


def _check_examples(extra: tuple[Path, ...]) -> list[Fault]:
    """Read every example sentence: a yes must hit its entry, a no must not."""
    lexicon = read_lexicon(extra)
    faults = list(_namesakes(lexicon.entries))
    known = {entry.id for entry in lexicon.entries} | set(Kind)
    for entry in lexicon.entries:
        for need in entry.needs:
            if need not in known and not need.startswith((WORD, UNLESS)):
                faults.append(Fault(entry.kind, entry.id, f"needs {need!r}, which is no entry and no kind"))
        for wanted, examples in ((True, entry.yes), (False, entry.no)):
            for example in examples:
                text = fold(example).text
                hit = any(r.entry is entry for h in lexicon.find(text, tokenize(text)) for r in h.readings)
                if hit is not wanted:
                    faults.append(
                        Fault(entry.kind, entry.id, f"{'misses' if wanted else 'hits'} its example: {example}")
                    )
    return faults
