"""What runs remember: made anew from the ledger where it must be."""

import shutil

import pytest

from fetch_takes import take
from waqai.errors import ArchiveError
from waqai.fetch.archive import Archive
from waqai.fetch.state import State


@pytest.fixture
def home(tmp_path):
    with Archive(tmp_path) as archive:
        archive.add([take(n) for n in range(1, 1003)])
    return tmp_path


def url(number: int) -> str:
    return f"https://news.example/{number}"


def test_a_state_that_is_gone_is_made_anew_from_the_ledger(home):
    for _ in range(2):
        with State(home) as state:
            assert state.page(url(1)).number == 1
            assert state.page(url(1002)).number == 1002
            assert state.note_links("s", [(url(1), None), (url(5000), None)], "feed") == 1
        shutil.rmtree(home / "fetch")


def test_what_was_had_is_no_longer_to_be_had(home):
    with State(home) as state:
        state.note_links("s", [(url(n), None) for n in range(1001, 1006)], "feed")
        assert state.waiting("s", 10) == [url(n) for n in (1003, 1004, 1005)]
        assert state.waiting("s", 2) == [url(1003), url(1004)]
    with Archive(home) as archive:
        archive.add([take(1003)])
    with State(home) as state:
        assert state.waiting("s", 10) == [url(1004), url(1005)]


def test_what_was_refused_is_not_to_be_had_again(home):
    with State(home) as state:
        state.note_links("s", [(url(3000), None)], "feed")
    with Archive(home) as archive:
        archive.add([take(3000, refused="is a bomb")])
    with State(home) as state:
        assert state.waiting("s", 10) == []
        assert state.note_links("s", [(url(3000), None)], "feed") == 0
        state.try_again()
        assert state.note_links("s", [(url(3000), None)], "feed") == 1


def test_a_state_that_is_no_database_is_told(tmp_path):
    (tmp_path / "fetch").mkdir()
    (tmp_path / "fetch/state.sqlite").write_bytes(b"x" * 5000)
    with pytest.raises(ArchiveError, match="cannot be used"):
        State(tmp_path)
