"""A release that others can cite: all tables, the codebook, what changed, checksums, citation (Frictionless Data Package v1).

In: incidents, a version, and the release before, if any. Out: a folder that ``frictionless validate`` accepts. The same incidents and
the same release give the same bytes.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from string import Template
from typing import Any, Final

import msgspec

from waqai.errors import SettingError
from waqai.model import Incident
from waqai.publish.form import Context
from waqai.publish.forms import FORMS
from waqai.publish.lossless import read_lossless
from waqai.publish.table import write_table
from waqai.publish.write import Source, write_form
from waqai.shipped import shipped_text

DATA: Final = "data"
_TABLES: Final = frozenset({".csv"})
_MEDIA: Final = {
    ".csv": "text/csv",
    ".jsonl": "application/x-ndjson",
    ".geojson": "application/geo+json",
    ".parquet": "application/vnd.apache.parquet",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".md": "text/markdown",
}
_WHOLE: Final = frozenset({"year", "time_precision", "geo_precision", "fatalities", "timestamp", "best", "high", "low"})
_DAYS: Final = frozenset({"event_date"})
_BLOCK: Final = 1 << 20


class Release(msgspec.Struct, frozen=True, kw_only=True):
    """What a release says of itself. ``before`` is the folder of the release before this one."""

    version: str
    day: date
    name: str = "waqai-incidents"
    title: str = "Incidents read from Arabic conflict reporting"
    publisher: str = "Waqai"
    licence: str = "CC-BY-4.0"
    before: Path | None = None


def write_package(source: Source, folder: Path, release: Release, context: Context) -> dict[str, int]:
    """Write the release; gives how many incidents are new, changed, merged, retracted and the same as before.

    Raises: SettingError when the folder cannot be written to or the release before cannot be read.
    """
    data = folder / DATA
    data.mkdir(parents=True, exist_ok=True)
    stamped = msgspec.structs.replace(context, released=release.day)
    for form in FORMS.values():
        write_form(form, source(), data / form.file, stamped)
    counts = _write_changes(source, folder / DATA / "changes.csv", release.before)
    (folder / "codebook.md").write_text(codebook(), encoding="utf-8")
    (folder / "CITATION.cff").write_text(_fill("CITATION.cff", release, counts), encoding="utf-8")
    (folder / "datacite.json").write_text(_fill("datacite.json", release, counts), encoding="utf-8")
    (folder / "README.md").write_text(_fill("README.md", release, counts), encoding="utf-8")
    paths = sorted(p for p in folder.rglob("*") if p.is_file() and p.name not in ("datapackage.json", "SHA256SUMS"))
    resources = [_resource(path, folder) for path in paths]
    sums = "".join(f"{r['hash'].removeprefix('sha256:')}  {r['path']}\n" for r in resources)
    (folder / "SHA256SUMS").write_text(sums, encoding="utf-8")
    (folder / "datapackage.json").write_text(
        json.dumps(_descriptor(release, resources), ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    return counts


def changes(now: Iterable[Incident], before: Iterable[Incident]) -> Iterator[tuple[str, str, str]]:
    """Give (id, change, the incident it became) for each incident of either release that is not the same in both."""
    old = {i.incident_id: msgspec.json.encode(i, order="deterministic") for i in before}
    heirs: dict[str, str] = {}
    seen: set[str] = set()
    for incident in now:
        seen.add(incident.incident_id)
        heirs.update(dict.fromkeys(incident.formerly, incident.incident_id))
        was = old.get(incident.incident_id)
        if was is None:
            yield incident.incident_id, "new", ""
        elif was != msgspec.json.encode(incident, order="deterministic"):
            yield incident.incident_id, "changed", ""
    for ident in old:
        if ident not in seen:
            heir = heirs.get(ident, "")
            yield ident, "merged" if heir else "retracted", heir


def _write_changes(source: Source, path: Path, before: Path | None) -> dict[str, int]:
    counts = dict.fromkeys(("new", "changed", "merged", "retracted"), 0)

    def counted() -> Iterator[tuple[str, str, str]]:
        for row in changes(source(), _earlier(before)):
            counts[row[1]] += 1
            yield row

    write_table(path, ("incident_id", "change", "into"), counted())
    return counts


def _earlier(before: Path | None) -> Iterator[Incident]:
    if before is None:
        return
    path = before / DATA / FORMS["jsonl"].file
    try:
        with path.open("rb") as lines:
            yield from read_lossless(lines, str(path))
    except OSError as error:
        raise SettingError(f"the release before cannot be read: {error.strerror}", where=str(path)) from error


def _resource(path: Path, folder: Path) -> dict[str, Any]:
    inner = path.relative_to(folder).as_posix()
    digest = sha256()
    with path.open("rb") as data:
        while block := data.read(_BLOCK):
            digest.update(block)
    found: dict[str, Any] = {
        "name": inner.lower().replace("/", "-").replace(".", "-").replace("_", "-"),
        "path": inner,
        "mediatype": _MEDIA.get(path.suffix, "text/plain"),
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest.hexdigest()}",
    }
    if path.suffix in _TABLES:
        found |= {
            "type": "table",
            "profile": "tabular-data-resource",
            "format": "csv",
            "encoding": "utf-8",
            "schema": _schema(path),
        }
        if path.name == FORMS["hxl"].file:
            found["dialect"] = {"header": True, "commentRows": [2]}  # its second row holds tags, no incident
    else:
        found["type"] = "file"  # else a validator guesses at columns of lists and shapes
    return found


def _schema(path: Path) -> dict[str, Any]:
    with path.open(encoding="utf-8", newline="") as lines:
        header = next(csv.reader(lines))
    kinds = {**dict.fromkeys(_WHOLE, "integer"), **dict.fromkeys(_DAYS, "date")}
    typed = path.name in (FORMS["acled"].file, FORMS["ucdp"].file)
    return {"fields": [{"name": name, "type": kinds.get(name, "string") if typed else "string"} for name in header]}


def _descriptor(release: Release, resources: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "profile": "data-package",
        "name": release.name,
        "title": release.title,
        "version": release.version,
        "created": f"{release.day}T00:00:00Z",
        "licenses": [{"name": release.licence}],
        "contributors": [{"title": release.publisher, "role": "publisher"}],
        "resources": resources,
    }


def _fill(name: str, release: Release, counts: dict[str, int]) -> str:
    text = shipped_text(f"publish/package/{name}")
    fields = {f: getattr(release, f) for f in ("version", "day", "name", "title", "publisher", "licence")}
    return Template(text).substitute(fields, year=release.day.year, **counts)


def codebook() -> str:
    """Write what a reader needs to use the tables: types, methods, and what becomes of each field in each form."""
    from waqai.publish.forms import fate_of_fields
    from waqai.publish.reference import Reference

    reference = Reference.load()
    lines = ["# Codebook", "", "## Event types", ""]
    for sub, event in reference.taxonomy.event_types.items():
        scheme = reference.schemes[sub]
        lines.append(
            f"- {event} / **{sub}**: ACLED {scheme.disorder}; PLOVER {scheme.plover['type']}; CAMEO {scheme.cameo}. {scheme.why}"
        )
    lines += ["", "## Methods", ""]
    lines += [
        f"- `{method}`: {sub} unless the text says otherwise" for method, sub in reference.taxonomy.sub_events.items()
    ]
    for form, fates in fate_of_fields().items():
        lines += ["", f"## What `{FORMS[form].file}` holds", ""]
        lines += [f"- `{field}`: {fate}" for field, fate in fates.items()]
    return "\n".join(lines) + "\n"
