"""OPML, in which feed readers hand on their lists, as ``[[source]]`` tables of a sources file."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path

from waqai.errors import SourcesError
from waqai.fetch.markup import read_xml
from waqai.fetch.sources import Source, Web, url_faults


def tables_of_opml(path: Path, known: Collection[Source] = ()) -> tuple[str, int]:
    """Give the feeds of an OPML file as TOML, and how many they are.

    known: sources that are there already: their addresses are left out, and a new feed of a name they have gets a number.
    Raises: SourcesError when the file cannot be read or names no feed that is new.
    """
    try:
        root = read_xml(path.read_bytes())
    except OSError as error:
        raise SourcesError(f"cannot be opened: {error.strerror}", where=str(path)) from error
    names, urls = {s.name for s in known}, {s.url for s in known if isinstance(s, Web)}
    tables = []
    for outline in root.iter("outline") if root is not None else ():
        url = (outline.get("xmlUrl") or "").strip()
        if not url or url in urls or any(url_faults(url)):
            continue
        urls.add(url)
        title = " ".join((outline.get("title") or outline.get("text") or url).split())[:70]
        name = next(n for n in (title, *(f"{title} {i}" for i in range(2, 10_000))) if n not in names)
        names.add(name)
        tables.append(f'[[source]]\nname = {_text(name)}\nkind = "feed"\nurl = {_text(url)}\noutlet = {_text(title)}\n')
    if not tables:
        raise SourcesError("names no feed that is new", where=str(path))
    return "\n".join(tables), len(tables)


def _text(value: str) -> str:
    """Write a string of TOML: the escapes of JSON are the same."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
