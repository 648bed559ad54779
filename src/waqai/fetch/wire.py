"""The wire: connections that go only where ``address`` allows, and keep every byte that is sent and received.

What is recorded are the bytes of HTTP as they went over the wire (inside TLS), so that the archive holds what the server
said and not what a library made of it. A recording belongs to the task that set it in ``RECORDING``.
"""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterable, AsyncIterator, Collection, Iterable
from contextvars import ContextVar
from functools import cache
from typing import Any, Final
from urllib.parse import urlsplit

import httpcore
import httpx

from waqai.errors import FetchError, RefusedError
from waqai.fetch.address import Resolve, checked, resolve

_HEAD: Final = 100_000
"""Bytes that headers may have: httpcore's own limit."""


class Recording:
    """What went over the wire in one exchange; ``limit`` is the most bytes that are received beside the headers."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.sent = bytearray()
        self.received = bytearray()
        self.ip: str | None = None

    def clear(self) -> None:
        """Forget what was said to a proxy before the encrypted part began."""
        self.sent.clear()
        self.received.clear()


RECORDING: Final[ContextVar[Recording | None]] = ContextVar("RECORDING", default=None)


class _Stream(httpcore.AsyncNetworkStream):
    """A connection that records."""

    def __init__(self, inner: httpcore.AsyncNetworkStream, ip: str) -> None:
        self._inner, self._ip = inner, ip

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - httpcore's signature
        data = await self._inner.read(max_bytes, timeout)
        recording = RECORDING.get()
        if recording is not None:
            recording.received += data
            if len(recording.received) > recording.limit + _HEAD:
                raise RefusedError(f"sends more than {recording.limit:,} bytes")
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - the same
        recording = RECORDING.get()
        if recording is not None:
            recording.sent += buffer
            recording.ip = self._ip
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - the same
    ) -> httpcore.AsyncNetworkStream:
        recording = RECORDING.get()
        if recording is not None:
            recording.clear()
        return _Stream(await self._inner.start_tls(ssl_context, server_hostname, timeout), self._ip)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class Backend(httpcore.AsyncNetworkBackend):
    """Connects to addresses that were checked; the name stays what TLS is verified against."""

    def __init__(
        self,
        allowed: Collection[str],
        resolver: Resolve = resolve,
        inner: httpcore.AsyncNetworkBackend | None = None,
    ) -> None:
        self._allowed, self._resolver = allowed, resolver
        self._inner = inner or httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Resolve, check, connect."""
        address = await checked(host, port, self._allowed, self._resolver)
        return _Stream(await self._inner.connect_tcp(address, port, timeout, local_address, socket_options), address)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._inner.sleep(seconds)


class _Body(httpx.AsyncByteStream):
    def __init__(self, inner: Any) -> None:
        self._inner = inner

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._inner:
            yield part

    async def aclose(self) -> None:
        await self._inner.aclose()


@cache
def trusted() -> ssl.SSLContext:
    """Read the certificates that are trusted: a tenth of a second, once."""
    return httpx.create_ssl_context()


class Transport(httpx.AsyncBaseTransport):
    """httpx over connections of ours; errors of httpcore pass as they are."""

    def __init__(
        self,
        allowed: Collection[str] = (),
        *,
        proxy: str = "",
        resolver: Resolve = resolve,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """Make a pool of connections.

        allowed: hosts whose private addresses are wanted.
        proxy: address of an HTTP proxy; then the proxy resolves, and names are checked here before they are handed to it.
        tls: what certificates are verified with; the certificates that the system or ``SSL_CERT_FILE`` trusts when not given.
        """
        self._allowed, self._resolver, self._proxied = allowed, resolver, bool(proxy)
        context = tls or trusted()
        if proxy:
            parts = urlsplit(proxy)
            host = parts.hostname or ""
            port = parts.port or (443 if parts.scheme == "https" else 80)
            login = (parts.username or "", parts.password or "") if parts.username else None
            self._pool: httpcore.AsyncConnectionPool = httpcore.AsyncHTTPProxy(
                f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}",
                proxy_auth=login,
                ssl_context=context,
                max_connections=None,
                network_backend=Backend((f"{host}:{port}",), resolver),
            )
        else:
            self._pool = httpcore.AsyncConnectionPool(
                ssl_context=context,
                max_connections=None,
                max_keepalive_connections=32,
                keepalive_expiry=5.0,
                network_backend=Backend(allowed, resolver),
            )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and give the response whose body is still on the wire."""
        url = request.url
        if self._proxied:
            await self._check_before_proxy(url.host, url.port or (443 if url.scheme == "https" else 80))
        assert isinstance(request.stream, httpx.AsyncByteStream)
        asked = httpcore.Request(
            request.method,
            httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        answer = await self._pool.handle_async_request(asked)
        assert isinstance(answer.stream, AsyncIterable)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer.stream), extensions=answer.extensions
        )

    async def _check_before_proxy(self, host: str, port: int) -> None:
        """Refuse names that lead to private addresses as far as this machine can tell; the proxy must do the rest."""
        try:
            await checked(host, port, self._allowed, self._resolver)
        except RefusedError:
            raise
        except FetchError:
            return  # a machine behind a proxy often cannot resolve names itself

    async def aclose(self) -> None:
        """Close the connections."""
        await self._pool.aclose()
