"""A server on the loopback that plays what the outside world does: only standard library, every answer written by hand."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Looks its answer up by path; what is not there is 404."""

    protocol_version = "HTTP/1.1"
    timeout = 10

    def do_GET(self) -> None:
        with self.server.lock:
            self.server.asked[self.path] += 1
            self.server.when.append((time.monotonic(), self.path))
            self.server.busy += 1
            self.server.most_busy = max(self.server.most_busy, self.server.busy)
            self.server.headers.append(dict(self.headers))
        try:
            self.server.pages.get(self.path, send(404, b"nothing here"))(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        finally:
            with self.server.lock:
                self.server.busy -= 1

    do_POST = do_GET  # noqa: N815 - the name that the library looks for

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


class Server(ThreadingHTTPServer):
    """Knows what was asked, when, and how many at once."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.lock = threading.Lock()
        self.pages: dict[str, Answer] = {}
        self.asked: Counter[str] = Counter()
        self.when: list[tuple[float, str]] = []
        self.headers: list[dict[str, str]] = []
        self.busy = self.most_busy = 0

    def handle_error(self, *_: object) -> None:
        """Keep quiet about clients that hang up."""

    @property
    def port(self) -> int:
        return self.server_address[1]

    @property
    def host(self) -> str:
        """Give the name by which tests are allowed to ask it; its number is not allowed."""
        return f"localhost:{self.port}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"


@contextmanager
def serving(tls=None) -> Iterator[Server]:
    server = Server()
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def send(status: int, body: bytes = b"", *, kind: str = "text/html; charset=utf-8", **headers: str) -> Answer:
    """Answer with a whole page; ``Retry_After="1"`` stands for a header of that name."""

    def answer(handler: Handler) -> None:
        handler.send_response(status)
        if status != 304:
            handler.send_header("Content-Type", kind)
            handler.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def tagged(body: bytes, etag: str, *, kind: str = "text/html") -> Answer:
    """Answer 304 to whoever has the page already."""

    def answer(handler: Handler) -> None:
        known = handler.headers.get("If-None-Match") == etag
        (send(304, ETag=etag) if known else send(200, body, kind=kind, ETag=etag))(handler)

    return answer


def in_turn(*answers: Answer) -> Answer:
    """Give one answer after the other, the last for ever."""
    left = list(answers)

    def answer(handler: Handler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return answer


def drip(head: bytes, part: bytes, pause_s: float, times: int = 200) -> Answer:
    """Send a little at a time, as slow loris does."""

    def answer(handler: Handler) -> None:
        handler.wfile.write(head)
        for _ in range(times):
            handler.wfile.write(part)
            time.sleep(pause_s)
        handler.close_connection = True

    return answer


def break_off(body: bytes, said: int) -> Answer:
    """Promise more than is sent."""

    def answer(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", str(said))
        handler.end_headers()
        handler.wfile.write(body)
        handler.close_connection = True

    return answer


def page(number: int) -> bytes:
    """Write a small page."""
    return f"<!doctype html><title>{number}</title><p>خبر رقم {number}</p>".encode()


def rss(urls: list[str]) -> bytes:
    """Write a feed."""
    found = "".join(f"<item><title>خبر</title><link>{url}</link></item>" for url in urls)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>منبر</title>{found}</channel></rss>'.encode()
