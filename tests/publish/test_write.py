"""A file is whole or it is not there."""

from __future__ import annotations

import pytest

from incident_factory import ALL, incident
from waqai.errors import SettingError
from waqai.publish import FORMS, Context
from waqai.publish.write import write_form, write_forms


def broken():
    yield incident()
    raise RuntimeError("the store went away")


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_run_that_breaks_leaves_what_was_there(form, tmp_path):
    path = tmp_path / form.file
    write_form(form, ALL, path, Context())
    before = sorted(p.name for p in tmp_path.rglob("*"))
    with pytest.raises(RuntimeError, match="went away"):
        write_form(form, broken(), path, Context())
    assert sorted(p.name for p in tmp_path.rglob("*")) == before


def test_all_forms_into_a_folder_that_is_made(tmp_path):
    done = list(write_forms(FORMS.values(), lambda: ALL, tmp_path / "new" / "folder", Context()))
    assert [form.name for form, _ in done] == list(FORMS)
    assert all(path.exists() for _, path in done)


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(SettingError, match="cannot be"):
        list(write_forms(FORMS.values(), lambda: ALL, tmp_path / "file", Context()))


def test_a_form_never_takes_the_place_of_a_folder_or_a_link(tmp_path):
    folder, target, link = tmp_path / "folder", tmp_path / "target", tmp_path / "link"
    folder.mkdir()
    (folder / "kept").write_text("kept", encoding="utf-8")
    link.symlink_to(target)
    with pytest.raises(SettingError, match="cannot be written: Is a directory"):
        write_form(FORMS["jsonl"], ALL, folder, Context())
    assert (folder / "kept").exists()
    write_form(FORMS["jsonl"], ALL, link, Context())
    assert link.is_symlink()
    assert target.stat().st_size
