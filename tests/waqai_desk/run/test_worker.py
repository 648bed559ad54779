"""Originals and articles through the verbs, without a database."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime

import msgspec
import pytest

from waqai.errors import ArchiveError
from waqai.fetch import Original
from waqai.model import Article
from waqai_desk.run import worker
from waqai_desk.run.worker import Job, decode_done, do, work

PAGE = "قصف على كنصفرة\n\nقُتل مدنيان بقصف مدفعي لقوات النظام على بلدة كنصفرة بريف إدلب الجنوبي."


def original(monkeypatch, body: bytes, **more) -> Original:
    given = {"id": "o-1", "number": 1, "url": "urn:waqai:p:one.txt", "fetched_at": datetime.now(UTC), "kind": "page", "source": "p", "outlet": None, "media_type": "text/plain", "charset": None, "digest": "", "warc": "", "offset": 0, "length": 0}  # fmt: skip
    monkeypatch.setattr(Original, "body", lambda self, home=None: body)
    return Original(**(given | more))


def test_a_page_is_read_coded_and_signed(monkeypatch):
    job = Job(home="", original=original(monkeypatch, PAGE.encode(), outlet="شبكة الجبل"))
    answer = decode_done(work(msgspec.json.encode(job)))
    (coded,) = answer.coded
    assert (coded.article.id, coded.article.outlet, coded.article.url) == ("urn:waqai:p:one.txt", "شبكة الجبل", None)
    assert [report.place.name for report in coded.reports] == ["كنصفرة"]
    assert len(coded.signature) > 100
    assert answer.read_s > 0 < answer.code_s


def test_a_record_keeps_its_id_and_a_page_its_address(monkeypatch):
    record = msgspec.json.encode({"id": "r7", "title": "قصف", "text": PAGE, "url": "https://news.example/7"})
    answer = do(Job(home="", original=original(monkeypatch, record, kind="record")))
    assert (answer.coded[0].article.id, answer.coded[0].article.url) == ("r7", "https://news.example/7")
    page = original(monkeypatch, PAGE.encode(), url="https://news.example/1")
    assert do(Job(home="", original=page)).coded[0].article.url == "https://news.example/1"


@pytest.mark.parametrize(
    ("body", "kind", "code"), [(b"", "page", "W-IN-3"), (b"\x00\x01\x02", "page", "W-IN-2"), (b"{", "record", "W-IN-1")]
)
def test_what_cannot_be_read_is_an_answer(monkeypatch, body, kind, code):
    answer = do(Job(home="", original=original(monkeypatch, body, kind=kind)))
    assert ([r.code for r in answer.refused], answer.coded) == ([code], ())
    assert "one.txt" in answer.refused[0].why


def test_a_channel_is_many_articles(monkeypatch):
    export = {
        "name": "قناة السهل", "type": "public_channel", "id": 7,
        "messages": [
            {"id": 1, "type": "message", "date": "2022-03-01T10:00:00", "text": PAGE},
            {"id": 2, "type": "service", "date": "2022-03-01T10:00:00", "text": ""},
            {"id": 3, "type": "message", "date": "2022-03-01T11:00:00", "text": "هدوء في حلب"},
        ],
    }  # fmt: skip
    body = msgspec.json.encode(export)
    answer = do(Job(home="", original=original(monkeypatch, body, kind="telegram", url="urn:waqai:p:result.json")))
    assert len({coded.article.id for coded in answer.coded}) == 2
    assert [len(coded.reports) for coded in answer.coded] == [1, 0]
    assert {coded.article.outlet for coded in answer.coded} == {"قناة السهل"}
    assert answer.refused == ()


def test_what_the_archive_does_not_hold_is_an_answer(monkeypatch):
    def gone(self, home=None):
        raise ArchiveError("is not there")

    one = original(monkeypatch, b"")
    monkeypatch.setattr(Original, "body", gone)
    assert do(Job(home="", original=one)).refused[0].why == "urn:waqai:p:one.txt: is not there"


def test_a_fault_of_ours_stops_only_its_page(monkeypatch):
    class Broken:
        @property
        def lexicon(self):
            raise ZeroDivisionError("never mind")

    monkeypatch.setattr(worker, "coder_of", lambda coding: Broken())
    answer = do(Job(home="", article=Article(id="a", title="", text=PAGE)))
    assert answer.refused[0].why == "met a fault of ours: ZeroDivisionError: never mind"


def test_a_worker_knows_no_django():
    code = "import sys; import waqai_desk.run.worker, waqai_desk.run.pool; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
