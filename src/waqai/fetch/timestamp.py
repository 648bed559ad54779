"""Time stamps (RFC 3161): an authority signs that the head of the ledger, and so all before it, existed at a time.

Off unless the sources file names an authority. Only the 32 bytes of the head are sent. The answer lies in
``archive/stamps/<entry>.tsr``; that it speaks of our head is checked here, its signature with ``openssl ts -verify``.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import httpcore
import httpx
from asn1crypto import tsp

from waqai.errors import FetchError, WaqaiError
from waqai.fetch.ledger import last_line, read_line
from waqai.fetch.wire import Transport

_QUERY: Final = "application/timestamp-query"
_MOST: Final = 100_000


def timestamp(url: str, home: Path, *, allowed: Collection[str] = (), proxy: str = "") -> Path | None:
    """Have the head of the ledger signed; ``None`` when it has no entry or is signed already.

    Raises: FetchError when the authority does not sign it.
    """
    folder = home / "archive"
    line, _ = last_line(folder / "ledger.jsonl")
    if not line:
        return None
    last = read_line(line, "ledger.jsonl: last line")
    path = folder / "stamps" / f"{last.number:09}.tsr"
    if path.exists():
        return None
    head = bytes.fromhex(last.hash)
    nonce = secrets.randbits(63)
    try:
        answer = asyncio.run(_post(url, _request(head, nonce), Transport(allowed, proxy=proxy)))
    except (httpx.HTTPError, *_WIRE) as error:
        raise FetchError(
            f"cannot be asked for a time stamp: {str(error) or type(error).__name__}", where=url
        ) from error
    except WaqaiError as error:
        raise FetchError(f"cannot be asked for a time stamp: it {error}", where=url) from error
    stamped_at(answer, head, url, nonce=nonce)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(answer)
    return path


_WIRE: Final = (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError)


def stamped_at(answer: bytes, head: bytes, where: str, *, nonce: int | None = None) -> datetime:
    """Give the time that an answer tells; its signature is not looked at.

    head: SHA-256 that it must speak of. nonce: the number of our question, when it is known.
    Raises: FetchError when it is no time stamp of that head.
    """
    try:
        response = tsp.TimeStampResp.load(answer)
        status = response["status"]["status"].native
        if status not in ("granted", "granted_with_mods"):
            raise FetchError(f"does not sign: {status}", where=where)
        info: Any = response["time_stamp_token"]["content"]["encap_content_info"]["content"].parsed
        right = info["message_imprint"]["hashed_message"].native == head
        if not right or (nonce is not None and info["nonce"].native != nonce):
            raise FetchError("signs something else than it was asked", where=where)
        at: datetime = info["gen_time"].native
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise FetchError("does not answer with a time stamp", where=where) from error
    return at


def _request(head: bytes, nonce: int) -> bytes:
    query = {
        "version": "v1",
        "message_imprint": {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": head},
        "nonce": nonce,
        "cert_req": True,
    }
    return bytes(tsp.TimeStampReq(query).dump())


async def _post(url: str, body: bytes, transport: Transport) -> bytes:
    async with httpx.AsyncClient(transport=transport, timeout=30.0) as client:
        response = await client.post(url, content=body, headers={"Content-Type": _QUERY})
        if response.status_code != 200 or len(response.content) > _MOST:
            raise FetchError(f"answers {response.status_code}")
        return response.content
