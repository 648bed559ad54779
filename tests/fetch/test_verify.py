"""No byte of an archive can be changed without the proof naming the first entry it falls in."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fetch_takes import take
from waqai.errors import ArchiveError
from waqai.fetch.archive import Archive
from waqai.fetch.verify import verify


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    home = tmp_path_factory.mktemp("kept")
    with Archive(home) as archive:
        archive.add([take(n) for n in range(1, 6)])
    return {p.relative_to(home): p.read_bytes() for p in (home / "archive").rglob("*") if p.is_file()}


def written(files, home):
    for name, data in files.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(data)
    return home / "archive"


def named(kept, tmp_path_factory, **changed) -> str:
    files = {
        name: changed.get(name.name.partition(".")[0].replace("000001", "warc"), data) for name, data in kept.items()
    }
    with pytest.raises(ArchiveError) as told:
        verify(written(files, tmp_path_factory.mktemp("changed")))
    return str(told.value)


def part(kept, name) -> bytes:
    return next(data for path, data in kept.items() if path.name.startswith(name))


def test_a_whole_archive_is_proved(kept, tmp_path):
    proof = verify(written(kept, tmp_path))
    assert proof.entries == 5
    assert proof.bytes == len(part(kept, "000001"))
    assert proof.head.encode() in part(kept, "ledger").splitlines()[-1]


@given(data=st.data())
def test_one_changed_byte_anywhere_shows(kept, tmp_path_factory, data):
    name = data.draw(st.sampled_from(["ledger", "000001"]))
    whole = bytearray(part(kept, name))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] ^= data.draw(st.integers(1, 255))
    assert named(kept, tmp_path_factory, **{"ledger" if name == "ledger" else "warc": bytes(whole)})


def test_a_line_that_is_dropped_changed_or_moved_is_named(kept, tmp_path_factory):
    lines = part(kept, "ledger").splitlines(keepends=True)
    assert "entry 3" in named(kept, tmp_path_factory, ledger=b"".join(lines[:1] + lines[2:]))
    assert "entry 2" in named(kept, tmp_path_factory, ledger=b"".join([*lines[1:2], *lines[:1], *lines[2:]]))
    changed = lines[3].replace(b"news.example", b"olds.example")
    assert "ledger.jsonl:4" in named(kept, tmp_path_factory, ledger=b"".join([*lines[:3], changed, *lines[4:]]))


def test_a_line_with_a_new_hash_breaks_the_next(kept, tmp_path_factory):
    lines = part(kept, "ledger").splitlines(keepends=True)
    changed = lines[1].replace(b"text/html", b"text/htmx")
    body = changed[: changed.rindex(b'"hash":"') + 8]
    forged = body + hashlib.sha256(body + b'"}').hexdigest().encode() + b'"}\n'
    assert "entry 3" in named(kept, tmp_path_factory, ledger=b"".join([lines[0], forged, *lines[2:]]))


def test_lines_cut_off_the_end_leave_bytes_untold(kept, tmp_path_factory):
    lines = part(kept, "ledger").splitlines(keepends=True)
    assert "no entry tells of" in named(kept, tmp_path_factory, ledger=b"".join(lines[:-1]))


def test_bytes_added_to_a_warc_show(kept, tmp_path_factory):
    assert "1 bytes that no entry tells of" in named(kept, tmp_path_factory, warc=part(kept, "000001") + b"x")
