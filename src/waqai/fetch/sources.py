"""The sources file: where originals come from, and the manners with which they are fetched.

TOML, one ``[[source]]`` a source and one table ``[fetch]``. A key that is not known is a fault, as are two sources of one
name; all faults are listed at once, with the line of the source they are in.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

import msgspec

from waqai.errors import SourcesError

_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
_Count = Annotated[int, msgspec.Meta(ge=1)]
_Seconds = Annotated[float, msgspec.Meta(ge=0, le=86_400)]


class Manners(msgspec.Struct, frozen=True, kw_only=True):
    """How we behave towards others' servers, and what we take from them; the table ``[fetch]``.

    contact: an address or page by which a server's owner reaches whoever runs this; part of the user agent.
    per_host, delay_s: requests at once to one host, and seconds between the starts of two; robots.txt may ask for more.
    at_once: requests at once in all.
    timeout_s, max_bytes, redirects: limits of one page: seconds from the first byte sent to the last received, bytes on the
        wire and unpacked, hops.
    retries, backoff_s, max_wait_s: attempts after a first that failed, the first pause (each later one is twice as long), and
        the longest for which a run waits; a server that asks for more is left alone until then, and the next run goes on.
    dead_after, dead_days: failures in a row, and days that they must span, after which a source is not asked any more.
    proxy: address of an HTTP proxy for all requests.
    allow_hosts: ``host`` or ``host:port`` that may have a private address: an intranet, a test.
    timestamp_url: an RFC 3161 authority that signs the ledger's head after each run; nothing is sent when it is empty.
    """

    contact: str = ""
    per_host: _Count = 2
    delay_s: _Seconds = 1.0
    at_once: _Count = 16
    timeout_s: Annotated[float, msgspec.Meta(gt=0, le=3600)] = 60.0
    max_bytes: Annotated[int, msgspec.Meta(ge=1, le=20_000_000)] = 20_000_000
    redirects: Annotated[int, msgspec.Meta(ge=0, le=20)] = 5
    retries: Annotated[int, msgspec.Meta(ge=0, le=10)] = 3
    backoff_s: _Seconds = 2.0
    max_wait_s: _Seconds = 60.0
    dead_after: _Count = 5
    dead_days: Annotated[float, msgspec.Meta(ge=0, le=365)] = 3.0
    proxy: str = ""
    allow_hosts: tuple[str, ...] = ()
    timestamp_url: str = ""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """What every source has: a name of its own, and whom its pages are from."""

    name: _Name
    outlet: str | None = None
    enabled: bool = True


class Web(Source, frozen=True, kw_only=True):
    """A source on the web; ``limit`` is the most new pages that one run takes from it."""

    url: str
    limit: _Count = 500


class Feed(Web, frozen=True, kw_only=True):
    """RSS, Atom or JSON Feed."""


class Sitemap(Web, frozen=True, kw_only=True):
    """A sitemap, news sitemap or index of them, packed or not; ``match`` is searched in addresses, ``days`` is the oldest."""

    match: str = ""
    days: _Count | None = None


class Section(Web, frozen=True, kw_only=True):
    """A page of headlines; ``links`` is the pattern that addresses of its stories have."""

    links: str


class Url(Web, frozen=True, kw_only=True):
    """One page, asked again at each run."""


class Files(Source, frozen=True, kw_only=True):
    """A source on this machine; a path that is not absolute begins at the sources file."""

    path: str


class Folder(Files, frozen=True, kw_only=True):
    """Saved pages; ``pattern`` is a glob below the folder."""

    pattern: str = "**/*"


class Warc(Files, frozen=True, kw_only=True):
    """A WARC file, or a folder of them; ``match`` is searched in addresses."""

    match: str = ""


class Telegram(Files, frozen=True, kw_only=True):
    """An export of Telegram Desktop (its folder, ``result.json`` or ``messages*.html``) or a saved ``t.me/s/`` page."""


class Jsonl(Files, frozen=True, kw_only=True):
    """JSON lines, one article with ``title`` and ``text`` each."""


KINDS: Final[Mapping[str, type[Source]]] = {
    "feed": Feed,
    "sitemap": Sitemap,
    "section": Section,
    "url": Url,
    "folder": Folder,
    "warc": Warc,
    "telegram": Telegram,
    "jsonl": Jsonl,
}
_PATTERNS: Final = ("match", "links")
_SOURCE: Final = re.compile(r"^\s*\[\[\s*source\s*\]\]", re.M)


class Sources(msgspec.Struct, frozen=True):
    """A sources file as read; ``base`` is the folder at which its paths begin."""

    sources: tuple[Source, ...]
    manners: Manners = Manners()
    base: Path = Path()


def kind_of(source: Source) -> str:
    """Give the name of a source's kind."""
    return next(name for name, kind in KINDS.items() if type(source) is kind)


def load_sources(path: Path) -> Sources:
    """Read a sources file.

    Raises: SourcesError that lists every fault, one a line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")  # editors of Windows begin files with a mark
    except OSError as error:
        raise SourcesError(f"cannot be opened: {error.strerror}", where=str(path)) from error
    except UnicodeDecodeError as error:
        raise SourcesError("is not UTF-8", where=str(path)) from error
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SourcesError(f"is no TOML: {error}", where=str(path)) from error
    found, faults = _read(raw, [text.count("\n", 0, m.start()) + 1 for m in _SOURCE.finditer(text)])
    if faults:
        listed = "".join(f"\n  {fault}" for fault in faults)
        raise SourcesError(f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}{listed}", where=str(path))
    return msgspec.structs.replace(found, base=path.parent)


def _read(raw: Mapping[str, Any], lines: list[int]) -> tuple[Sources, list[str]]:
    faults = [f'"{key}" is not known here; a sources file has [fetch] and [[source]]' for key in raw.keys() - _TOP]
    fetch, tables = raw.get("fetch", {}), raw.get("source", [])
    if not isinstance(fetch, dict) or not isinstance(tables, list):
        return Sources(()), [*faults, "[fetch] is one table and [[source]] a list of tables"]
    faults += [f"[fetch]: {fault}" for fault in _faults(Manners, fetch)]
    faults += [f"[fetch]: {fault}" for fault in _proxy_faults(fetch)]
    sources: list[Source] = []
    for number, table in enumerate(tables):
        where = f"line {lines[number]}" if number < len(lines) else f"source {number + 1}"
        source, wrong = _source(table if isinstance(table, dict) else {})
        if source is not None and any(s.name == source.name for s in sources):
            wrong.append(f'a source before this one is called "{source.name}" too')
        faults += [f"{where}: {fault}" for fault in wrong]
        if source is not None:
            sources.append(source)
    manners = Manners() if faults else msgspec.convert(fetch, Manners)
    return Sources(tuple(sources), manners), faults


_TOP: Final = {"fetch", "source"}


def _source(table: dict[str, Any]) -> tuple[Source | None, list[str]]:
    kind = table.get("kind")
    struct = KINDS.get(kind) if isinstance(kind, str) else None
    if struct is None:
        close = difflib.get_close_matches(str(kind), KINDS, 1)
        hint = f'; did you mean "{close[0]}"?' if close else f"; kinds are {', '.join(KINDS)}"
        return None, [("has no kind" if kind is None else f'"{kind}" is no kind') + hint]
    fields = {key: value for key, value in table.items() if key != "kind"}
    faults = _faults(struct, fields)
    for key in _PATTERNS:
        faults += _pattern_faults(key, fields.get(key))
    if isinstance(fields.get("url"), str):
        faults += [f'"url" {fault}' for fault in url_faults(fields["url"])]
    return (None if faults else msgspec.convert(fields, struct)), faults


def _faults(struct: type[msgspec.Struct], table: Mapping[str, Any]) -> list[str]:
    """Hold each key of a table to its field."""
    fields = {f.name: f for f in msgspec.structs.fields(struct)}
    faults = []
    for key in table.keys() - fields.keys():
        close = difflib.get_close_matches(key, fields, 1)
        faults.append(f'"{key}" is not a key here' + (f'; did you mean "{close[0]}"?' if close else ""))
    for name, field in fields.items():
        if name not in table:
            faults += [f'"{name}" is missing'] if field.required else []
            continue
        try:
            msgspec.convert(table[name], field.type)
        except msgspec.ValidationError as error:
            faults.append(f'"{name}" is not right: {str(error).replace("`", "")}')
    return sorted(faults)


def _pattern_faults(key: str, pattern: Any) -> Iterator[str]:
    if isinstance(pattern, str):
        try:
            re.compile(pattern)
        except re.error as error:
            yield f'"{key}" is no pattern: {error}'


def _proxy_faults(fetch: Mapping[str, Any]) -> Iterator[str]:
    for key in ("proxy", "timestamp_url"):
        if isinstance(fetch.get(key), str) and fetch[key]:
            yield from (f'"{key}" {fault}' for fault in url_faults(fetch[key]) if "password" not in fault)


def url_faults(url: str) -> Iterator[str]:
    """Say what keeps an address from being fetched at all."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        yield f"is no address: {error}"
        return
    if parts.scheme not in ("http", "https"):
        yield f"must begin with http:// or https://: {url[:80]}"
    elif not parts.hostname or port == 0:
        yield f"names no host: {url[:80]}"
    elif parts.username or parts.password:
        yield "holds a name or password, which the archive would keep"
