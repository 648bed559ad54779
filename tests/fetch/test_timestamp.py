"""Time stamps: what is asked of an authority, and what is taken as its answer."""

from datetime import UTC, datetime

import pytest
from asn1crypto import cms, tsp

from fetch_server import page, send
from fetch_takes import take
from waqai.errors import ArchiveError, FetchError
from waqai.fetch.archive import Archive
from waqai.fetch.stamp import stamped_at
from waqai.fetch.timestamp import timestamp
from waqai.fetch.verify import verify

AT = datetime(2026, 2, 1, 12, tzinfo=UTC)


def signed(question: bytes, *, status: str = "granted", nonce_shift: int = 0) -> bytes:
    """Answer as an authority does, but for the signature, which is not looked at."""
    if status != "granted":
        told = tsp.PKIStatusInfo({"status": status}).dump()
        return bytes([0x30, len(told)]) + told  # a sequence without the token, which an answer may be
    asked = tsp.TimeStampReq.load(question)
    info = tsp.TSTInfo(
        {
            "version": "v1",
            "policy": "1.2.3",
            "message_imprint": asked["message_imprint"],
            "serial_number": 1,
            "gen_time": AT,
            "nonce": asked["nonce"].native + nonce_shift,
        }
    )
    content = {"content_type": "tst_info", "content": info}
    token = {"version": "v3", "digest_algorithms": [], "encap_content_info": content, "signer_infos": []}
    signed_token = cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(token)})
    return tsp.TimeStampResp({"status": {"status": status}, "time_stamp_token": signed_token}).dump()


def authority(server, **how):
    questions = []

    def answer(handler):
        question = handler.rfile.read(int(handler.headers["Content-Length"]))
        questions.append(question)
        send(200, signed(question, **how), kind="application/timestamp-reply")(handler)

    server.pages["/tsr"] = answer
    return questions


@pytest.fixture
def home(tmp_path):
    with Archive(tmp_path) as archive:
        archive.add([take(1), take(2)])
        head = archive.head
    return tmp_path, bytes.fromhex(head)


def test_the_head_is_signed_once(server, home):
    folder, head = home
    questions = authority(server)
    path = timestamp(server.url("/tsr"), folder, allowed=(server.host,))
    assert path == folder / "archive/stamps/000000002.tsr"
    assert stamped_at(path.read_bytes(), head, "x") == AT
    asked = tsp.TimeStampReq.load(questions[0])
    assert asked["message_imprint"]["hashed_message"].native == head
    assert timestamp(server.url("/tsr"), folder, allowed=(server.host,)) is None
    assert len(questions) == 1
    assert verify(folder / "archive").stamps == ((2, AT),)
    path.rename(path.with_name("000000001.tsr"))
    with pytest.raises(ArchiveError, match="entry 1: has a time stamp that signs something else"):
        verify(folder / "archive")


@pytest.mark.parametrize(
    ("how", "said"), [({"status": "rejection"}, "not answer with a time stamp"), ({"nonce_shift": 1}, "something else")]
)
def test_other_answers_are_told_and_not_kept(server, home, how, said):
    folder, _ = home
    authority(server, **how)
    with pytest.raises(FetchError, match=said):
        timestamp(server.url("/tsr"), folder, allowed=(server.host,))
    assert not (folder / "archive/stamps").exists()


def test_what_is_no_authority_is_told(server, home):
    folder, head = home
    server.pages["/tsr"] = send(200, page(1))
    with pytest.raises(FetchError, match="not answer with a time stamp"):
        timestamp(server.url("/tsr"), folder, allowed=(server.host,))
    with pytest.raises(FetchError, match="answers 404"):
        timestamp(server.url("/none"), folder, allowed=(server.host,))
    with pytest.raises(FetchError, match="private address"):
        timestamp(server.url("/tsr"), folder)
    with pytest.raises(FetchError, match="something else"):
        stamped_at(signed(tsp_question(b"\1" * 32)), head, "x")


def tsp_question(head: bytes) -> bytes:
    imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": head}
    return tsp.TimeStampReq({"version": "v1", "message_imprint": imprint, "nonce": 1}).dump()


def test_an_archive_without_entries_is_not_signed(server, tmp_path):
    Archive(tmp_path).close()
    assert timestamp(server.url("/tsr"), tmp_path, allowed=(server.host,)) is None
