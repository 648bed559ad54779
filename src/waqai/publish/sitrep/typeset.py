"""Typst: pages and pictures with properly joined Arabic, from a template and plain data, without any font of the machine."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any, Literal

from waqai.errors import SettingError


def typeset(main: str, templates: dict[str, str], content: dict[str, Any], kind: Literal["pdf", "png"]) -> bytes:
    """Compile the template ``main`` among its fellows; it reads ``sys.inputs.content`` as JSON. A picture has one page.

    Raises: SettingError when a template is faulty.
    """
    import fontpkg_ibm_plex_sans_arabic as font  # a font with Arabic and Latin letters that every machine has the same
    import typst  # 80 MB that only reports need

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, source in templates.items():
            (folder / file).write_text(source, encoding="utf-8")
        out = folder / f"out.{kind}"
        try:
            typst.compile(
                str(folder / main),
                output=str(out),
                format=kind,
                ppi=150.0,
                font_paths=[str(Path(font.__file__).parent / "files")],
                ignore_system_fonts=True,
                sys_inputs={"content": json.dumps(content, ensure_ascii=False)},
            )
        except (typst.TypstError, RuntimeError) as error:
            raise SettingError(f"the template does not compile: {str(error).splitlines()[0]}", where=main) from error
        return out.read_bytes()
