"""Sources out of what stands on a command line: addresses, folders and files, each known by its form."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from waqai.errors import SourcesError
from waqai.fetch.sources import Folder, Jsonl, Source, Sources, Telegram, Url, Warc, load_sources, url_faults


def given_sources(names: Sequence[str], default: Path) -> Sources:
    """Give the sources that are meant: one sources file, or addresses and files, or the default sources file.

    Raises: SourcesError when there is no sources file, or a name is nothing that can be fetched.
    """
    if not names:
        return load_sources(default)
    if len(names) == 1 and names[0].endswith(".toml"):
        return load_sources(Path(names[0]))
    return Sources(tuple(_source(name) for name in dict.fromkeys(names)))


def _source(name: str) -> Source:
    if "://" in name:
        for fault in url_faults(name):
            raise SourcesError(fault, where=name)
        return Url(name=name[:80], url=name)
    path = Path(name)
    if not path.exists():
        raise SourcesError("is neither an address nor a file that is there", where=name)
    if name.endswith(".toml"):
        raise SourcesError("is a sources file, which stands alone", where=name)
    short, full = path.name[:80] or "folder", str(path.resolve())
    if path.is_dir():
        export = any((path / part).exists() for part in ("result.json", "messages.html"))
        return Telegram(name=short, path=full) if export else Folder(name=short, path=full)
    if path.name == "result.json" or (path.name.startswith("messages") and path.suffix == ".html"):
        return Telegram(name=short, path=full)
    if path.suffix in (".jsonl", ".ndjson"):
        return Jsonl(name=short, path=full)
    if ".warc" in path.suffixes:
        return Warc(name=short, path=full)
    return Folder(name=short, path=full)
