"""The gazetteers that a team added, under ``WAQAI_HOME/gazetteer``: records of every source, and the store built from them.

``records.sqlite`` keeps what each source said; ``places.sqlite`` is the default gazetteer and all of it merged, which is
what the coder opens. Writing it takes seconds, so it is done once after several sources.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from waqai import settings
from waqai.errors import GazetteerError
from waqai.gazetteer.build import write_store
from waqai.gazetteer.download import download, is_address
from waqai.gazetteer.importers.recognise import recognise
from waqai.gazetteer.importers.row import Origin
from waqai.gazetteer.importers.team import ORIGIN as TEAM
from waqai.gazetteer.merge import Merger
from waqai.gazetteer.names import arabic_names, latin_names
from waqai.gazetteer.place import BULK, Place
from waqai.gazetteer.records import Records, Tally
from waqai.gazetteer.source import Source
from waqai.gazetteer.store import DEFAULT, Gazetteer, store_path

DESK: Final = "team/desk"
"""The source of the places that the team teaches one by one."""
Progress = Callable[[str, int, int], None]
"""Called with what is being done, and how much of how much (0 when not known)."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What adding one source came to; ``changed`` is false when these very bytes were there already."""

    source: Source
    tally: Tally
    changed: bool


class Added:
    """The gazetteers of one team."""

    def __init__(self, home: Path | None = None) -> None:
        """Open the folder; it is made with the first source."""
        self.folder = (home or settings.home()) / "gazetteer"
        self.store = store_path(home)

    def add(self, source: str, progress: Progress, *, name: str = "") -> Outcome:
        """Read a source given by path or address into the records; ``rebuild`` makes it count.

        ``name`` is the id's second half, without it the file's name; a source of the same id is replaced.
        Raises: GazetteerError when it is none we can read, or ends too early.
        """
        path = self._fetched(source, progress) if is_address(source) else Path(source).expanduser()
        origin = recognise(path)
        record = Source(
            id=f"{origin.id}/{name or path.name}",
            title=origin.title,
            licence=origin.licence,
            date=_day(path),
            origin=source if is_address(source) else path.name,
            digest=_digest(path, lambda done, all_: progress("checking", done, all_)),
        )
        with closing(self._records()) as records:
            if records.is_finished(record.id, record.digest):
                return Outcome(source=record, tally=records.tally(record.id), changed=False)
            tally = Tally()
            for tally in records.take(record, origin.trust, origin.read(path)):
                progress("reading", tally.rows, 0)
            if not tally.places and not tally.aliases:
                records.remove(record.id)
                raise GazetteerError(_nothing(origin, tally), where=path.name)
            return Outcome(source=record, tally=tally, changed=True)

    def teach(self, place: Place) -> None:
        """Keep one place that the team gives by hand, in place of an earlier one with its id; ``rebuild`` makes it count."""
        place = msgspec.structs.replace(place, source="team")
        source = Source(id=DESK, title=TEAM.title, licence=TEAM.licence, date=_today(), origin="desk")
        with closing(self._records()) as records:
            records.put(place, source, TEAM.trust)

    def remove(self, source_id: str) -> bool:
        """Forget a source; tell whether it was there. ``rebuild`` makes it count."""
        with closing(self._records()) as records:
            return records.remove(source_id)

    def sources(self) -> list[Source]:
        """Give what was added."""
        if not (self.folder / "records.sqlite").is_file():
            return []
        with closing(self._records()) as records:
            return records.sources()

    def skipped(self, source_id: str) -> list[tuple[str, str]]:
        """Give the malformed lines of a source: where, and why."""
        if not (self.folder / "records.sqlite").is_file():
            return []
        with closing(self._records()) as records:
            return [(s.where, s.why) for s in records.skipped(source_id)]

    def is_stale(self) -> bool:
        """Tell whether the store lacks a source, or was built on another default gazetteer than the one that ships."""
        sources = self.sources()
        if not sources:
            return self.store.is_file()
        try:
            store = Gazetteer(self.store)
        except GazetteerError:
            return True
        held = {(s.id, s.digest) for s in store.sources()}
        return store.made_from() != base_mark() or not {(s.id, s.digest) for s in sources} <= held

    def rebuild(self, progress: Progress) -> int:
        """Merge the default gazetteer and all sources into the store; give the number of places."""
        base = Gazetteer(DEFAULT)
        with closing(self._records()) as records:
            sources = records.sources()
            if not sources:
                self.store.unlink(missing_ok=True)
                return sum(1 for _ in base.places())
            merger = Merger()
            own = [s.id for s in sources if s.id.startswith("team/")]
            merger.take(_counted(records.places(own), progress))
            merger.take(base.places())
            rest = list(records.places([s.id for s in sources if s.id not in own]))
            merger.take(_counted((p for p in rest if p.has_point), progress))
            merger.take(p for p in rest if not p.has_point)
            places = merger.kept
            if records.has_aliases():
                places = [_with_aliases(p, records) for p in places]
            progress("writing", 0, len(places))
            return write_store(self.store, places, [*base.sources(), *sources], base=base_mark())

    def _records(self) -> Records:
        return Records(self.folder / "records.sqlite")

    def _fetched(self, address: str, progress: Progress) -> Path:
        return download(address, self.folder / "downloads", lambda done, all_: progress("fetching", done, all_))


def base_mark() -> str:
    """Give a mark of the default gazetteer that ships, which changes when it does."""
    return hashlib.sha256(DEFAULT.read_bytes()).hexdigest()[:16]


def _with_aliases(place: Place, records: Records) -> Place:
    more = records.aliases(place.ids)
    if not more:
        return place
    arabic = arabic_names(more)
    firm = place.source in BULK
    return msgspec.structs.replace(
        place,
        names=tuple(dict.fromkeys((*place.names, *arabic))) if firm else place.names,
        more=place.more if firm else tuple(n for n in dict.fromkeys((*place.more, *arabic)) if n not in place.names),
        latin=tuple(dict.fromkeys(n for n in (*place.latin, *latin_names(more)) if n != place.name_en)),
    )


def _counted(places: Iterable[Place], progress: Progress) -> Iterator[Place]:
    for number, place in enumerate(places, 1):
        if number % 5_000 == 0:
            progress("merging", number, 0)
        yield place


def _nothing(origin: Origin, tally: Tally) -> str:
    return f"this {origin.title} source has no place that can be used ({tally.skipped} malformed lines, {tally.passed} passed over)"


def _digest(path: Path, progress: Callable[[int, int], None]) -> str:
    """Give the SHA-256 of a file, or of all files of a folder with their names."""
    digest = hashlib.sha256()
    files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    for number, file in enumerate(files, 1):
        if path.is_dir():
            digest.update(str(file.relative_to(path)).encode())
        with file.open("rb") as stream:
            while piece := stream.read(1 << 20):
                digest.update(piece)
        if number % 1_000 == 0:
            progress(number, len(files))
    return digest.hexdigest()


def _day(path: Path) -> str:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
