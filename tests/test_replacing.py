"""A file at the place that was named, whatever lies there."""

from __future__ import annotations

import os
from threading import Thread

import pytest

from waqai.replacing import replacing


def write(path, words="new", *, breaks=False):
    with replacing(path) as half:
        half.write_text(words, encoding="utf-8")
        if breaks:
            raise RuntimeError


def test_a_link_stays_and_what_it_points_at_is_written(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "file", tmp_path / "link"
    link.symlink_to(target)
    for words in ("first", "second"):
        write(link, words)
        assert link.is_symlink()
        assert target.read_text(encoding="utf-8") == words
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["elsewhere", "file", "link"]


def test_a_pipe_is_written_into(tmp_path):
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")), daemon=True)
    reader.start()
    write(pipe)
    if not pipe.is_fifo():
        pytest.fail("the pipe was replaced")
    reader.join(10)
    assert read == ["new"]


def test_no_file_takes_the_place_of_a_folder(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "kept").write_text("kept", encoding="utf-8")
    with pytest.raises(IsADirectoryError):
        write(folder)
    assert [p.name for p in tmp_path.rglob("*")] == ["folder", "kept"]


def test_a_folder_made_again_leaves_what_else_lies_there(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("kept", "table"):
        (folder / name).write_text("old", encoding="utf-8")
    with replacing(folder) as half:
        half.mkdir()
        (half / "table").write_text("new", encoding="utf-8")
    assert {p.name: p.read_text(encoding="utf-8") for p in folder.iterdir()} == {"kept": "old", "table": "new"}
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]


def test_what_breaks_leaves_what_was_there(tmp_path):
    path = tmp_path / "file"
    write(path, "old")
    with pytest.raises(RuntimeError):
        write(path, "half", breaks=True)
    assert [p.name for p in tmp_path.iterdir()] == ["file"]
    assert path.read_text(encoding="utf-8") == "old"
