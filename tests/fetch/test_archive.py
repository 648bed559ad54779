"""The archive takes originals, gives them back, and mends what a killed run left."""

import os

import pytest

from fetch_takes import take
from waqai.errors import ArchiveBusyError, ArchiveError
from waqai.fetch import iter_originals
from waqai.fetch.archive import Archive
from waqai.fetch.ledger import entries
from waqai.fetch.verify import verify


@pytest.fixture
def home(tmp_path):
    with Archive(tmp_path) as archive:
        archive.add([take(1), take(2)])
        archive.add([take(3)])
    return tmp_path


def warc(home):
    return home / "archive/warc/000001.warc.gz"


def opened(home) -> list[str]:
    told: list[str] = []
    Archive(home, tell=told.append).close()
    return told


def test_what_goes_in_comes_out(home):
    found = list(iter_originals(home))
    assert [o.number for o in found] == [1, 2, 3]
    assert found[1].body(home) == b"<p>2</p>" * 50
    assert [o.number for o in iter_originals(home, after=2)] == [3]
    assert verify(home / "archive").entries == 3


def test_only_what_readers_read_is_an_original(tmp_path):
    with Archive(tmp_path) as archive:
        archive.add(
            [take(1, kind="feed"), take(2, refused="is a video"), take(3, truncated="time"), take(4, same_as=1)]
        )
    assert list(iter_originals(tmp_path)) == []
    assert verify(tmp_path / "archive").entries == 4


def test_an_empty_archive_has_no_originals(tmp_path):
    assert list(iter_originals(tmp_path)) == []


def test_a_ledger_that_cannot_be_opened_is_told(tmp_path):
    (tmp_path / "archive/ledger.jsonl").mkdir(parents=True)
    for _ in range(2):
        with pytest.raises(ArchiveError, match="cannot be written"):
            Archive(tmp_path)


def test_two_runs_do_not_write_at_once(home):
    with Archive(home), pytest.raises(ArchiveBusyError, match="another run"):
        Archive(home)


def test_a_new_file_is_begun_when_one_is_full(tmp_path):
    with Archive(tmp_path, max_warc=1) as archive:
        archive.add([take(1)])
        archive.add([take(2)])
    assert [e.warc for e in entries(tmp_path / "archive/ledger.jsonl")] == [
        "warc/000001.warc.gz",
        "warc/000002.warc.gz",
    ]
    with Archive(tmp_path) as archive:
        archive.add([take(3)])
    assert verify(tmp_path / "archive").entries == 3


@pytest.mark.parametrize("cut", [1, 40, 700])
def test_a_torn_line_is_made_anew_from_the_warc(home, cut):
    ledger = home / "archive/ledger.jsonl"
    whole = ledger.read_bytes()
    ledger.write_bytes(whole[:-cut])
    told = opened(home)
    assert ledger.read_bytes() == whole
    assert any("entered" in t for t in told)
    assert verify(home / "archive").entries == 3


def test_a_ledger_that_is_gone_is_made_anew(home):
    ledger = home / "archive/ledger.jsonl"
    whole = ledger.read_bytes()
    ledger.unlink()
    assert opened(home) == ["archive: entered 3 originals that a run had fetched before it was stopped"]
    assert ledger.read_bytes() == whole


@pytest.mark.parametrize("tail", [b"\x1f\x8b\x08\0\0", b"torn", os.urandom(300)], ids=["gzip", "text", "noise"])
def test_a_torn_record_is_cut_off(home, tail):
    whole = warc(home).read_bytes()
    warc(home).write_bytes(whole + tail)
    assert opened(home) == [f"archive: cut {len(tail)} bytes of a record that was not finished off warc/000001.warc.gz"]
    assert warc(home).read_bytes() == whole


def test_a_request_without_its_answer_is_cut_off(home):
    data = warc(home).read_bytes()
    last = list(entries(home / "archive/ledger.jsonl"))[-1]
    warc(home).write_bytes(data + data[last.start : last.offset])
    assert "cut" in opened(home)[0]
    assert verify(home / "archive").entries == 3


def test_a_warc_shorter_than_its_ledger_is_not_written_to(home):
    warc(home).write_bytes(warc(home).read_bytes()[:-1])
    with pytest.raises(ArchiveError, match="1 bytes shorter"):
        Archive(home)
    with pytest.raises(ArchiveError, match="1 bytes shorter"):  # the lock was given back
        Archive(home)


def test_a_disk_that_is_full_in_the_middle_of_a_line_leaves_no_half_of_it(home, monkeypatch):
    write = os.write

    def full(file, data):
        if bytes(data[:10]) == b'{"number":':
            write(file, data[: len(data) // 2])
            raise OSError(28, "No space left on device")
        return write(file, data)

    with Archive(home) as archive:
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", full)
            with pytest.raises(ArchiveError, match="No space left"):
                archive.add([take(4)])
        archive.add([take(5)])
    assert [e.url[-1] for e in entries(home / "archive/ledger.jsonl")] == ["1", "2", "3", "5"]
    assert verify(home / "archive").entries == 4


def test_a_page_that_was_changed_is_not_given(home):
    original = next(iter_originals(home))
    data = bytearray(warc(home).read_bytes())
    data[original.offset + original.length - 12] ^= 1
    warc(home).write_bytes(data)
    with pytest.raises(ArchiveError):
        original.body(home)
