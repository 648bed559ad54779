"""A report's words as pages: HTML, PDF, DOCX; the templates are files that a team can change."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from waqai.errors import SettingError
from waqai.publish.sitrep.document import write_docx
from waqai.publish.sitrep.typeset import typeset

_HTML: Final = "report.html.jinja"
_TYPST: Final = ("report.typ", "map.typ")
_PICTURE: Final = ("picture.typ", "map.typ")


def write_report(content: dict[str, Any], path: Path, *, templates: Path | None = None) -> None:
    """Write one report; the ending of the path says as what.

    Raises: SettingError for an ending that is none of ``KINDS``, and when the place cannot be written to.
    """
    kind = path.suffix.removeprefix(".")
    if kind not in KINDS:
        raise SettingError(f"a report is written as {', '.join(KINDS)}, not as {path.suffix!r}", where=str(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        KINDS[kind](content, path, templates)
    except OSError as error:
        raise SettingError(f"cannot be written: {error.strerror}", where=str(path)) from error


def _write_html(content: dict[str, Any], path: Path, templates: Path | None) -> None:
    from jinja2 import Environment, StrictUndefined  # only reports need it

    engine = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    path.write_text(engine.from_string(template(_HTML, templates)).render(**content), encoding="utf-8")


def _write_pdf(content: dict[str, Any], path: Path, templates: Path | None) -> None:
    path.write_bytes(typeset(_TYPST[0], _sources(_TYPST, templates), content, "pdf"))


def template(name: str, templates: Path | None) -> str:
    """Give a template: the team's own where it has one, else ours."""
    own = templates / name if templates is not None else None
    source = own if own is not None and own.is_file() else files("waqai") / "data" / "publish" / "sitrep" / name
    return source.read_text(encoding="utf-8")


def _write_docx(content: dict[str, Any], path: Path, templates: Path | None) -> None:
    has_map = content["map"]["height"] > 0
    write_docx(content, path, typeset(_PICTURE[0], _sources(_PICTURE, templates), content, "png") if has_map else None)


def _sources(names: tuple[str, ...], templates: Path | None) -> dict[str, str]:
    return {name: template(name, templates) for name in names}


KINDS: Final[dict[str, Callable[[dict[str, Any], Path, Path | None], None]]] = {
    "html": _write_html,
    "pdf": _write_pdf,
    "docx": _write_docx,
}
