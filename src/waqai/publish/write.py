"""Forms into files: all of one run or one alone, each whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from waqai.errors import SettingError
from waqai.model import Incident
from waqai.publish.form import Context, Form
from waqai.replacing import replacing

Source = Callable[[], Iterable[Incident]]
"""Gives the incidents from the beginning, as often as asked: each form reads them once."""


def write_forms(forms: Iterable[Form], source: Source, folder: Path, context: Context) -> Iterator[tuple[Form, Path]]:
    """Write each form into a folder; gives each as it is done.

    Raises: SettingError when the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingError(f"cannot be made: {error.strerror}", where=str(folder)) from error
    for form in forms:
        path = folder / form.file
        write_form(form, source(), path, context)
        yield form, path


def write_form(form: Form, incidents: Iterable[Incident], path: Path, context: Context) -> None:
    """Write one form beside its place and move it there when it is whole, so that no reader meets half a file.

    Raises: SettingError when the place cannot be written to.
    """
    try:
        with replacing(path) as half:
            form.write(incidents, half, context)
    except OSError as error:
        raise SettingError(f"cannot be written: {error.strerror}", where=str(path)) from error
