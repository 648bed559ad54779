"""One question and its answer: a single GET within limits, recorded byte for byte, without following anything."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import httpcore
import httpx
import msgspec

from waqai.errors import FetchError, RefusedError
from waqai.fetch.message import Message, parse
from waqai.fetch.wire import RECORDING, Recording


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What came back, if anything did.

    ``truncated`` (``length``, ``time``, ``disconnect``) says how it is not whole, ``why`` says so in a sentence; then ``again``
    tells whether another attempt may help. ``refused`` says why it is not taken. Without a head nothing came: status 0.
    """

    url: str
    at: datetime
    request: bytes
    block: bytes
    ip: str | None
    message: Message
    truncated: str | None = None
    refused: str | None = None
    why: str | None = None
    again: bool = False


class Limits(msgspec.Struct, frozen=True):
    """Seconds for the whole exchange, and bytes on the wire."""

    timeout_s: float
    max_bytes: int


_MEDIA = ("image/", "video/", "audio/", "font/")
_FILES = frozenset(
    {"application/zip", "application/pdf", "application/vnd.android.package-archive", "application/x-rar-compressed"}
)


_WIRE = (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError)


async def ask(client: httpx.AsyncClient, url: str, headers: dict[str, str], limits: Limits) -> Answer:
    """Send a GET and take the whole answer, or as much of it as the limits allow.

    Raises: RefusedError when the address is not one that is asked.
    """
    recording = Recording(limits.max_bytes)
    token = RECORDING.set(recording)
    truncated = refused = why = None
    again = False
    try:
        async with asyncio.timeout(limits.timeout_s), client.stream("GET", url, headers=headers) as response:
            refused = _unwanted(response, limits)
            if refused is None:
                async for _ in response.aiter_raw():
                    pass
            else:
                truncated = "length"
    except TimeoutError:
        truncated, why = "time", f"gave no whole answer within {limits.timeout_s:g} seconds"
    except RefusedError as error:
        if not recording.received:
            raise
        truncated, refused = "length", error.sentence
    except (FetchError, httpx.HTTPError, *_WIRE) as error:
        truncated, why, again = "disconnect", _why(error), "certificate" not in str(error).lower()
    finally:
        RECORDING.reset(token)
    block = bytes(recording.received) if b"\r\n\r\n" in recording.received else b""
    return Answer(
        url=url,
        at=datetime.now(UTC),
        request=bytes(recording.sent),
        block=block,
        ip=recording.ip,
        message=parse(block),
        truncated=truncated,
        refused=refused,
        why=why,
        again=again,
    )


def _unwanted(response: httpx.Response, limits: Limits) -> str | None:
    """Say from its head why an answer is not worth its bytes."""
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind.startswith(_MEDIA) or kind in _FILES:
        return f"is {kind[:60]}, not a page"
    size = response.headers.get("content-length", "")
    if size.isdecimal() and int(size) > limits.max_bytes:
        return f"has {int(size):,} bytes; more than {limits.max_bytes:,} are not taken"
    return None


def _why(error: Exception) -> str:
    """Say in a user's words what went wrong on the wire."""
    text = str(error)
    if isinstance(error, FetchError):
        return error.sentence
    if "CERTIFICATE_VERIFY_FAILED" in text or "certificate" in text:
        return f"has a certificate that is not trusted: {text.rpartition(': ')[2][:120]}"
    if isinstance(error, httpcore.ConnectError | httpcore.ConnectTimeout):
        return f"cannot be connected to: {text[:120] or 'no answer'}"
    if isinstance(error, httpcore.TimeoutException):
        return "stopped answering"
    return f"broke off: {text[:120] or type(error).__name__}"
