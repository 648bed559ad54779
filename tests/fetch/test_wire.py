"""Connections: rebinding, TLS, proxies, and the bytes that are kept of them."""

import asyncio
import ssl

import httpcore
import httpx
import pytest
import trustme

from fetch_server import Handler, send, serving
from waqai.errors import RefusedError
from waqai.fetch.ask import Limits, ask
from waqai.fetch.wire import Backend, Transport

LIMITS = Limits(5.0, 1_000_000)


class Names:
    """A name server that answers differently each time, as one does that rebinds."""

    def __init__(self, *answers: str) -> None:
        self.left, self.asked = list(answers), 0

    async def __call__(self, host: str, port: int) -> list[str]:
        self.asked += 1
        return [self.left.pop(0) if len(self.left) > 1 else self.left[0]]


class Dialled(httpcore.AsyncMockBackend):
    """Notes where connections would go."""

    def __init__(self) -> None:
        super().__init__([b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"])
        self.to: list[str] = []

    async def connect_tcp(self, host, *rest):
        self.to.append(host)
        return await super().connect_tcp(host, *rest)


def test_rebinding_has_nothing_to_decide():
    names, dialled = Names("93.184.216.34", "127.0.0.1"), Dialled()
    backend = Backend((), names, dialled)

    async def twice():
        await backend.connect_tcp("news.example", 80)
        await backend.connect_tcp("news.example", 80)

    with pytest.raises(RefusedError, match=r"127\.0\.0\.1"):
        asyncio.run(twice())
    assert dialled.to == ["93.184.216.34"]
    assert names.asked == 2


def asked(url: str, transport: Transport):
    async def go():
        async with httpx.AsyncClient(transport=transport) as client:
            return await ask(client, url, {}, LIMITS)

    return asyncio.run(go())


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


def secure(authority, *names):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    return context


def trusting(authority):
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def test_tls_is_verified_against_the_name_and_not_the_address(authority):
    with serving(secure(authority, "news.example")) as server:
        server.pages["/"] = lambda handler: send(200, handler.headers["Host"].encode())(handler)
        transport = Transport(("news.example",), resolver=Names("127.0.0.1"), tls=trusting(authority))
        answer = asked(f"https://news.example:{server.port}/", transport)
    assert answer.message.body() == f"news.example:{server.port}".encode()
    assert answer.request.startswith(b"GET / HTTP/1.1\r\n")
    assert answer.ip == "127.0.0.1"


@pytest.mark.parametrize("case", ["another name", "unknown authority"])
def test_what_tls_does_not_prove_is_not_asked(authority, case):
    name = "other.example" if case == "another name" else "news.example"
    trust = trusting(authority) if case == "another name" else None
    with serving(secure(authority, name)) as server:
        transport = Transport(("news.example",), resolver=Names("127.0.0.1"), tls=trust)
        answer = asked(f"https://news.example:{server.port}/", transport)
        assert server.asked.total() == 0
    assert answer.why is not None
    assert "certificate that is not trusted" in answer.why
    assert not answer.again
    assert answer.block == b""


def test_bytes_are_kept_as_they_came(server):
    raw = b"HTTP/1.1 200 Fine\r\nconTENT-type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\n\r\n"

    def answer(handler: Handler) -> None:
        handler.wfile.write(raw)

    server.pages["/"] = answer
    got = asked(server.url("/"), Transport((server.host,)))
    assert got.block == raw
    assert got.message.body() == b"abc"
    assert got.request.endswith(b"\r\n\r\n")


def test_two_answers_over_one_connection_are_kept_apart(server):
    server.pages |= {"/1": send(200, b"one"), "/2": send(200, b"two")}

    async def go():
        async with httpx.AsyncClient(transport=Transport((server.host,))) as client:
            return [await ask(client, server.url(path), {}, LIMITS) for path in ("/1", "/2")]

    first, second = asyncio.run(go())
    assert (first.message.payload, second.message.payload) == (b"one", b"two")
    assert second.request.startswith(b"GET /2 ")


def test_a_proxy_is_asked_for_public_names_only(server):
    server.pages["http://news.example/"] = send(200, b"by proxy")
    proxy = f"http://127.0.0.1:{server.port}"
    open_ = Transport(proxy=proxy, resolver=_names({"news.example": "93.184.216.34", "127.0.0.1": "127.0.0.1"}))
    assert asked("http://news.example/", open_).message.body() == b"by proxy"
    closed = Transport(proxy=proxy, resolver=_names({"inside.example": "10.0.0.1", "127.0.0.1": "127.0.0.1"}))
    with pytest.raises(RefusedError, match=r"10\.0\.0\.1"):
        asked("http://inside.example/", closed)
    assert server.asked.total() == 1


def _names(table):
    async def resolver(host: str, port: int) -> list[str]:
        return [table[host]]

    return resolver
