"""Time stamps (RFC 3161): an authority signs that a digest, here the head of the ledger, existed at a time.

That a stamp speaks of our head is checked here; its signature is checked with ``openssl ts -verify``.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from asn1crypto import tsp

from waqai.errors import FetchError


def question(head: bytes, nonce: int) -> bytes:
    """Give what an authority is asked to sign."""
    query = {
        "version": "v1",
        "message_imprint": {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": head},
        "nonce": nonce,
        "cert_req": True,
    }
    return bytes(tsp.TimeStampReq(query).dump())


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
