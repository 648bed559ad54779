"""What is exported passes the format's own checks, and says of each page where it lies."""

import gzip
import io
import json
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from fetch_takes import take
from waqai.errors import ArchiveError
from waqai.fetch.archive import Archive
from waqai.fetch.ledger import entries, read_line
from waqai.fetch.wacz import export


@pytest.fixture
def home(tmp_path):
    with Archive(tmp_path, max_warc=3000) as archive:
        for n in range(1, 9):
            archive.add([take(n, kind="feed" if n == 3 else "page", same_as=1 if n == 4 else None)])
    return tmp_path


def valid(path: Path) -> bool:
    command = [str(Path(sys.executable).with_name("wacz")), "validate", "-f", str(path)]
    return "the passed WACZ is valid" in subprocess.run(command, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize("first", [1, 3])
def test_an_export_passes_the_formats_checks(home, first):
    chosen = [e for e in entries(home / "archive/ledger.jsonl") if e.number >= first]
    assert len({e.warc for e in chosen}) > 1
    file = home / "out.wacz"
    assert export(home / "archive", chosen, file, title="t") == len(chosen)
    assert valid(file)
    with zipfile.ZipFile(file) as package:
        assert {i.compress_type for i in package.infolist() if i.filename.startswith("archive/")} == {
            zipfile.ZIP_STORED
        }
        index = [
            json.loads(row.split(b" ", 2)[2])
            for row in gzip.decompress(package.read("indexes/index.cdx.gz")).splitlines()
        ]
        assert len(index) == len(chosen)
        for row in index:
            record = _record(package.read(f"archive/{row['filename']}")[int(row["offset"]) :][: int(row["length"])])
            assert record.rec_headers["WARC-Target-URI"] == row["url"]
            assert record.rec_headers["WARC-Payload-Digest"] == row["digest"]
            assert record.rec_type == ("revisit" if row["mime"] == "warc/revisit" else "response")
        pages = [json.loads(row) for row in package.read("pages/pages.jsonl").splitlines()[1:]]
        assert {p["url"] for p in pages} == {e.url for e in chosen if e.is_original}
        lines = package.read("waqai/ledger.txt").splitlines()
        assert [read_line(row, "x").number for row in lines] == [e.number for e in chosen]


def _record(data: bytes):
    return next(iter(ArchiveIterator(io.BytesIO(data))))


def test_a_changed_byte_fails_the_formats_checks(home):
    file = home / "out.wacz"
    export(home / "archive", list(entries(home / "archive/ledger.jsonl")), file, title="t")
    with zipfile.ZipFile(file) as package:
        files = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(file, "w") as package:
        for name, data in files.items():
            package.writestr(name, data[:-1] + bytes([data[-1] ^ 1]) if name.endswith("000002.warc.gz") else data)
    assert not valid(file)


def test_a_changed_archive_is_not_exported(home):
    warc = home / "archive/warc/000001.warc.gz"
    data = bytearray(warc.read_bytes())
    data[-30] ^= 1
    warc.write_bytes(data)
    with pytest.raises(ArchiveError, match="other bytes"):
        export(home / "archive", list(entries(home / "archive/ledger.jsonl")), home / "out.wacz", title="t")
    assert [p.name for p in home.iterdir()] == ["archive"]


def test_a_file_that_cannot_be_written_is_told(home):
    with pytest.raises(ArchiveError, match="cannot be written"):
        export(home / "archive", [], home / "none/out.wacz", title="t")


def test_files_begin_where_readers_that_skip_their_own_head_expect_them(home):
    """ReplayWeb.page takes the length of a file's head from the directory at the end; ZIP64 fields would shift it."""
    file = home / "out.wacz"
    export(home / "archive", list(entries(home / "archive/ledger.jsonl")), file, title="t")
    data = file.read_bytes()
    with zipfile.ZipFile(file) as package:
        for info in package.infolist():
            name, extra = struct.unpack("<HH", data[info.header_offset + 26 :][:4])
            assert (name, extra) == (len(info.filename), len(info.extra))
