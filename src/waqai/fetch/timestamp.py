"""An authority is asked to sign the head of the ledger (RFC 3161); off unless the sources file names one.

Only the 32 bytes of the head are sent. The answer lies in ``archive/stamps/<entry>.tsr``.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Collection
from pathlib import Path
from typing import Final

import httpcore
import httpx

from waqai.errors import FetchError, WaqaiError
from waqai.fetch.ledger import last_line, read_line
from waqai.fetch.stamp import question, stamped_at
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
        answer = asyncio.run(_post(url, question(head, nonce), Transport(allowed, proxy=proxy)))
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


async def _post(url: str, body: bytes, transport: Transport) -> bytes:
    async with httpx.AsyncClient(transport=transport, timeout=30.0) as client:
        response = await client.post(url, content=body, headers={"Content-Type": _QUERY})
        if response.status_code != 200 or len(response.content) > _MOST:
            raise FetchError(f"answers {response.status_code}")
        return response.content
