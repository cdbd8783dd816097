"""A real server on a free port of the loopback address: it listens there alone, tells nothing of itself, and stops."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from threading import Thread

import pytest

from tests.unit.web.asking import Made, session_of
from unspoken.errors import BadInput
from unspoken.web.security import LARGEST, Door
from unspoken.web.server import Server, listening

KEY = "the-key"


@pytest.fixture
def served() -> Iterator[tuple[int, Server]]:
    """A server that runs, and its port."""
    listener = listening(0)
    port = listener.getsockname()[1]
    server = Server(session_of(Made()), Door(port, KEY), pytest.fail)
    thread = Thread(target=server.run, args=([listener],))
    thread.start()
    yield port, server
    server.should_exit = True
    thread.join(10)
    listener.close()
    assert not thread.is_alive()


def asked(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path, headers={"cookie": f"unspoken-{port}={KEY}", **headers})
        answer = connection.getresponse()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()


def test_it_serves_and_tells_nothing_of_itself(served: tuple[int, Server]) -> None:
    port, _ = served
    code, headers, body = asked(port, "/api/state")
    assert code == 200
    assert b'"ready"' in body
    assert "server" not in headers
    assert headers["cache-control"] == "no-store"
    assert asked(port, "/api/state", cookie="")[0] == 403
    assert asked(port, "/api/state", host=f"evil.example:{port}")[0] == 403


def test_a_body_in_pieces_is_read_no_further_than_its_limit(served: tuple[int, Server]) -> None:
    port, _ = served
    headers = {
        "cookie": f"unspoken-{port}={KEY}", "origin": f"http://127.0.0.1:{port}", "x-unspoken": "1",
        "content-type": "application/json",
    }  # fmt: skip
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        pieces = iter([b" " * 1000] * (LARGEST // 1000 + 1))
        connection.request("POST", "/api/corrections", pieces, headers, encode_chunked=True)
        assert connection.getresponse().status == 413


def test_it_stops_at_once_although_a_page_listens_for_news(served: tuple[int, Server]) -> None:
    port, server = served
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", "/api/events", headers={"cookie": f"unspoken-{port}={KEY}"})
        answer = connection.getresponse()
        assert answer.getheader("content-type", "").startswith("text/event-stream")
        assert answer.fp.readline().strip()  # the length of the first piece
        assert answer.fp.readline().startswith(b"data: {")
        server.should_exit = True
        began = time.monotonic()
        while answer.fp.readline():
            pass
        assert time.monotonic() - began < 1.5


def test_it_listens_on_the_loopback_address_alone() -> None:
    with closing(listening(0)) as listener:
        assert listener.getsockname()[0] == "127.0.0.1"
        assert listener.family is socket.AF_INET


def test_a_port_that_is_taken_is_refused_in_one_line() -> None:
    with closing(listening(0)) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(BadInput, match=rf"^--port {port}: .*; name another") as caught:
            listening(port)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("sent", [b"no request\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n\r\n"])
def test_what_a_stranger_sends_is_not_told_in_the_terminal(
    served: tuple[int, Server], caplog: pytest.LogCaptureFixture, sent: bytes
) -> None:
    with closing(socket.create_connection(("127.0.0.1", served[0]), 10)) as connection:
        connection.sendall(sent.replace(b"\r\n\r\n", b"\r\nConnection: Upgrade\r\n\r\n"))
        assert connection.recv(20).startswith(b"HTTP/1.1 40")
    assert caplog.records == []


def sent(port: int, data: bytes, patience: float = 10) -> bytes:
    """What comes back for bytes that need not be a request; nothing where the server hangs up, or waits for more."""
    with closing(socket.create_connection(("127.0.0.1", port), timeout=patience)) as line:
        try:
            line.sendall(data)
            return line.recv(4096)
        except OSError:
            return b""


@pytest.mark.parametrize(
    "target",
    [
        b"/../../../../etc/passwd",
        b"/%2e%2e/%2e%2e/server.py",
        b"/..%2f..%2fserver.py",
        b"/built/..\\..\\server.py",
        b"/app.js/../../server.py",
        b"/app.js%00.txt",
        b"//etc/passwd",
        b"file:///etc/passwd",
        b"http://evil.example/",
        b"/api/export/..%2f..%2fserver.py",
        b"/" + b"../" * 20_000,
    ],
)
def test_no_address_leads_out_of_its_folder(served: tuple[int, Server], target: bytes) -> None:
    port, _ = served
    head = f"Host: 127.0.0.1:{port}\r\nCookie: unspoken-{port}={KEY}\r\nConnection: close\r\n\r\n".encode()
    answer = sent(port, b"GET " + target + b" HTTP/1.1\r\n" + head)
    assert answer.startswith(b"HTTP/1.1 4")
    assert b"import" not in answer
    assert b"root:" not in answer


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 20,  # the beginning of an encrypted connection
        b"\r\n" * 1000,
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nX: " + b"x" * 1_000_000,  # a line that never ends
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 50_000 + b"\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n",
    ],
)
def test_whatever_is_sent_the_server_tells_nothing_and_goes_on(served: tuple[int, Server], data: bytes) -> None:
    port, _ = served
    answer = sent(port, data, patience=0.5)
    assert not answer or answer.startswith(b"HTTP/1.1 4")
    assert asked(port, "/api/state")[0] == 200
