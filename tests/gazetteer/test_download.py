"""Sources by address: progress, going on after a stop, short answers noticed, nothing fetched twice."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from waqai.errors import GazetteerError
from waqai.gazetteer.download import download, is_address

BODY = bytes(range(256)) * 1_000


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.body, self.mark, self.asked = BODY, '"one"', []
        self.cut = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/dump/SY.zip"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self):
        server = self.server
        server.asked.append(self.headers.get("Range"))
        if self.path.endswith("gone"):
            self.send_error(404)
            return
        if self.headers.get("If-None-Match") == server.mark:
            self.send_response(304)
            self.end_headers()
            return
        start = 0
        if self.headers.get("Range") and self.headers.get("If-Range") == server.mark:
            start = int(self.headers["Range"].removeprefix("bytes=").rstrip("-"))
        self.send_response(206 if start else 200)
        self.send_header("ETag", server.mark)
        self.send_header("Content-Length", str(len(server.body) - start))
        self.end_headers()
        self.wfile.write(server.body[start : server.cut or None])

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    running = Server()
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()
    thread.join()


def fetch(server, folder):
    seen = []
    path = download(server.address, folder, lambda done, total: seen.append((done, total)))
    return path, seen


def test_a_file_with_its_progress(server, tmp_path):
    path, seen = fetch(server, tmp_path)
    assert path.name == "SY.zip"
    assert path.read_bytes() == BODY
    assert seen[-1] == (len(BODY), len(BODY))
    assert len(seen) > 1


def test_a_short_answer_is_noticed_and_the_next_try_goes_on(server, tmp_path):
    server.cut = 100_000
    with pytest.raises(GazetteerError, match="run the command again to go on"):
        fetch(server, tmp_path)
    server.cut = 0
    path, seen = fetch(server, tmp_path)
    assert path.read_bytes() == BODY
    assert server.asked[1] is not None
    assert seen[0][0] > int(server.asked[1].removeprefix("bytes=").rstrip("-")) > 0


def test_two_editions_are_never_joined(server, tmp_path):
    server.cut = 100_000
    with pytest.raises(GazetteerError):
        fetch(server, tmp_path)
    server.cut, server.mark, server.body = 0, '"two"', BODY[::-1]
    path, _ = fetch(server, tmp_path)
    assert path.read_bytes() == BODY[::-1]


def test_an_unchanged_file_is_not_fetched_again(server, tmp_path):
    path, _ = fetch(server, tmp_path)
    again, seen = fetch(server, tmp_path)
    assert (again, seen) == (path, [])


def test_what_the_server_refuses_is_said(server, tmp_path):
    with pytest.raises(GazetteerError, match="the server answers 404"):
        download(server.address + ".gone", tmp_path, lambda done, total: None)


def test_a_server_that_is_not_there(tmp_path):
    with pytest.raises(GazetteerError, match="cannot be fetched"):
        download("http://127.0.0.1:9/SY.zip", tmp_path, lambda done, total: None)


def test_addresses():
    assert is_address("https://download.geonames.org/export/dump/SY.zip")
    assert not is_address("data/SY.zip")
