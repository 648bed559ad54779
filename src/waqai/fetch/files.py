"""Originals that lie on this machine: saved pages, Telegram exports, JSON lines, other crawlers' WARC files.

A file that has not changed since it was taken (same size and time) is not read again. In the archive a file is named by its
source and its path below it, so that no export tells where on a machine it lay.
"""

from __future__ import annotations

import hashlib
import mimetypes
from codecs import BOM_UTF8
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import msgspec

from waqai.errors import NO_JSON, InputError
from waqai.fetch.sources import Files, Folder, Jsonl, Source, Telegram, Warc, url_faults
from waqai.fetch.state import State
from waqai.fetch.take import Take, Taken
from waqai.fetch.warcs import takes_of_warc
from waqai.text.file_name import name_fault

MAX_EXPORT: Final = 200_000_000
"""Bytes of one file of a Telegram export: ten years of a busy channel are some 100 MB."""
MAX_LINE: Final = 20_000_000
"""Bytes of one JSON line: the most that the reader takes of a page."""
_PAGES: Final = frozenset({".html", ".htm", ".xhtml", ".mht", ".mhtml", ".txt", ".shtml", ".php", ".asp", ".aspx", ""})
_FILE_NAMES: Final = ("result.json", "messages*.html")
_PATTERNS: Final[dict[type, str]] = {Jsonl: "**/*.jsonl", Warc: "**/*.warc*"}


class Item(msgspec.Struct, frozen=True):
    """One original, or why there is none, or the name and mark of a file of which all has been given."""

    take: Take | None = None
    refused: InputError | None = None
    done: tuple[str, str] | None = None


def items(source: Files, base: Path, state: State, max_bytes: int) -> Iterator[Item]:
    """Give what is new of a source of files, one at a time.

    base: the folder at which relative paths begin.
    Raises: InputError when the path itself cannot be read.
    """
    path = base / source.path
    if not path.exists():
        raise InputError("is not there", where=str(path))
    for file in _files(source, path):
        if (fault := name_fault(file)) is not None:
            yield Item(refused=fault)
        elif isinstance(source, Folder):
            yield from _file(source, file, path, "page", state, max_bytes)
        elif isinstance(source, Telegram):
            yield from _file(source, file, path, "telegram", state, MAX_EXPORT)
        elif isinstance(source, Jsonl):
            yield from _lines(source, file, path, state)
        elif isinstance(source, Warc):
            yield from _warc(source, file, path, state, max_bytes)


def _files(source: Files, path: Path) -> list[Path]:
    if isinstance(source, Telegram):
        return telegram_files(path)
    return _below(path, source.pattern if isinstance(source, Folder) else _PATTERNS[type(source)])


def _below(folder: Path, pattern: str) -> list[Path]:
    if folder.is_file():
        return [folder]
    return sorted(p for p in folder.glob(pattern) if p.is_file() and not p.name.startswith("."))


def telegram_files(path: Path) -> list[Path]:
    """Give the files of an export that hold posts; a saved page is its own.

    Raises: InputError when a folder has none.
    """
    if path.is_file():
        return [path]
    found = sorted(f for name in _FILE_NAMES for f in path.rglob(name))
    if not found:
        raise InputError("is no export of Telegram: it has neither result.json nor messages.html", where=str(path))
    return found


def name_of(source: Source, file: Path, root: Path) -> str:
    """Name a file in the archive: by its source and its path below the source's own."""
    below = file.name if file == root else file.relative_to(root).as_posix()
    return f"urn:waqai:{quote(source.name, safe='')}:{quote(below)}"


def _file(source: Files, file: Path, root: Path, kind: str, state: State, most: int) -> Iterator[Item]:
    name = name_of(source, file, root)
    try:
        mark = _mark(file)
        had = state.page(name)
        if had is not None and had.etag == mark:
            return
        fault = _fault(file, kind, most)
        data = b"" if fault else file.read_bytes()
    except OSError as error:
        fault, had, data, mark = f"cannot be opened: {error.strerror}", None, b"", ""
    if fault:
        yield Item(refused=InputError(fault, where=str(file)))
    elif had is not None and had.digest == hashlib.sha256(data).hexdigest():
        state.touch(name, mark)
    else:
        media = mimetypes.guess_type(file.name)[0] or "text/html"
        yield Item(of_bytes(source, data, name, kind=kind, media_type=media, etag=mark))


def _fault(file: Path, kind: str, most: int) -> str:
    """Say why a file is not taken, or nothing."""
    if kind == "page" and file.suffix.lower() not in _PAGES:
        return f"is no saved page ({file.suffix})"
    size = file.stat().st_size
    return f"has {size:,} bytes; more than {most:,} are not taken" if size > most else ""


def _mark(file: Path) -> str:
    told = file.stat()
    return f"{told.st_size}-{told.st_mtime_ns}"


def of_bytes(source: Source, data: bytes, name: str, **told: Any) -> Take:
    """Make an original of bytes that came over no wire; ``told`` as in ``Taken``."""
    fields = {"url": name, "key": name, "source": source.name, "outlet": source.outlet, **told}
    digest = hashlib.sha256(data).hexdigest()
    return Take(told=Taken(at=datetime.now(UTC), digest=digest, **fields), block=data, http=False)


def _lines(source: Jsonl, file: Path, root: Path, state: State) -> Iterator[Item]:
    """Give each line that was not taken before; a line is known by its digest, wherever it stands."""
    name, mark = name_of(source, file, root), _mark(file)
    if state.file_mark(name) == mark:
        return
    with file.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            text = line.removeprefix(BOM_UTF8).strip()
            if not text:
                continue
            key = f"urn:waqai:{quote(source.name, safe='')}:sha256:{hashlib.sha256(text).hexdigest()}"
            if state.page(key) is None:
                yield _line(source, text, key, f"{file}:{number}")
    yield Item(done=(name, mark))


def _line(source: Jsonl, text: bytes, key: str, where: str) -> Item:
    if len(text) > MAX_LINE:
        return Item(refused=InputError(f"has {len(text):,} bytes; more than {MAX_LINE:,} are not taken", where=where))
    try:
        record = msgspec.json.decode(text)
    except NO_JSON as error:
        return Item(refused=InputError(f"is no JSON: {error}", where=where))
    if not isinstance(record, dict):
        return Item(refused=InputError("is no JSON object", where=where))
    said = record.get("url")
    url = said if isinstance(said, str) and not any(url_faults(said)) else key
    return Item(of_bytes(source, text, url, key=key, kind="record", media_type="application/json"))


def _warc(source: Warc, file: Path, root: Path, state: State, max_bytes: int) -> Iterator[Item]:
    name, mark = name_of(source, file, root), _mark(file)
    if state.file_mark(name) == mark:
        return
    try:
        for take in takes_of_warc(source, file, max_bytes):
            if state.page(take.told.key) is None:
                yield Item(take)
    except InputError as error:
        yield Item(refused=error)
    else:
        yield Item(done=(name, mark))
