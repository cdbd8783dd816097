"""An endpoint speaks to servers of this machine, and to no other."""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from threading import Thread
from typing import Any

import pytest

from tests.unit.helper.server import serving, spoken
from unspoken.errors import BadHelper
from unspoken.helper import endpoint
from unspoken.helper.endpoint import Endpoint

AWAY = ["http://93.184.216.34/v1", "http://0.0.0.0:8080/v1", "http://192.168.1.7/v1", "http://[2001:db8::1]/v1"]
NONE = [
    "", "localhost", "localhost:8080", "ftp://localhost/v1", "https://localhost/v1", "http://", "http:///v1",
    "http://localhost:notaport/v1", "http://localhost:99999/v1", "http://u:p@localhost/v1", "http://localhost/v1?x=1",
    "http://localhost/v1 x", "http://localhost/v1\r\nX: y", "http://[::1/v1",
]  # fmt: skip


@pytest.mark.parametrize("url", sorted(AWAY))
def test_an_address_elsewhere_is_refused_before_anything_is_sent(url: str) -> None:
    with pytest.raises(BadHelper, match="is not on this machine, and no text leaves it"):
        Endpoint(url, "m")


@pytest.mark.parametrize("url", sorted(NONE))
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(BadHelper) as caught:
        Endpoint(url, "m")
    assert len(str(caught.value).splitlines()) == 1


def test_a_name_that_also_means_another_machine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def both(*_: object, **__: object) -> list[Any]:
        return [(2, 1, 6, "", ("127.0.0.1", 0)), (2, 1, 6, "", ("192.0.2.1", 0))]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    with pytest.raises(BadHelper, match="not on this machine"):
        Endpoint("http://twofaced/v1", "m")


def test_what_is_asked_reaches_the_model_and_what_it_writes_comes_back() -> None:
    with serving(lambda _: spoken("words")) as (url, asked):
        assert Endpoint(url + "/", "small").ask("read", "a passage") == "words"
    (request,) = asked
    assert request["path"] == "/v1/chat/completions"
    assert request["model"] == "small"
    assert [m["content"] for m in request["messages"]] == ["read", "a passage"]
    assert request["temperature"] == 0
    assert request["response_format"]["json_schema"]["schema"]["$defs"]["FeelingNoted"]["required"]


def test_the_name_of_the_machine_will_do_whichever_address_the_server_listens_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def both(*_: object, **__: object) -> list[Any]:
        return [(10, 1, 6, "", ("::1", 0, 0, 0)), (2, 1, 6, "", ("127.0.0.1", 0))]

    with serving(lambda _: spoken("words")) as (url, _):
        monkeypatch.setattr(endpoint.socket, "getaddrinfo", both)
        asked = Endpoint(url.replace("127.0.0.1", "localhost"), "m")
        monkeypatch.undo()
        assert asked.ask("", "") == "words"


def test_a_redirection_is_not_followed() -> None:
    with (
        serving(lambda _: spoken("not here")) as (other, reached),
        serving(lambda _: (307, other.encode())) as (url, _),
    ):
        with pytest.raises(BadHelper, match="answered 307"):
            Endpoint(url, "m").ask("", "a passage")
        assert reached == []


def test_a_proxy_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda _: spoken("the proxy")) as (proxy, reached), serving(lambda _: spoken("words")) as (url, _):
        monkeypatch.setenv("http_proxy", proxy)
        assert Endpoint(url, "m").ask("", "") == "words"
        assert reached == []


def test_nothing_there_is_told_in_one_line() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(BadHelper, match=r"nothing answers at .*; start it"):
        Endpoint(url, "m").ask("", "")


@pytest.mark.parametrize(
    ("reply", "what"),
    [
        ((404, b"no such\nmodel"), "answered 404: no such model"),
        ((200, b"<html>"), "is not what such a server answers"),
        ((200, b"[" * 100_000), "is not what such a server answers"),
        ((200, b'{"choices": []}'), "is not what such a server answers"),
        (spoken(None), "is not what such a server answers"),
        (spoken(["words"]), "is not what such a server answers"),
    ],
    ids=["refused", "a page", "deep", "no choice", "nothing said", "no text"],
)
def test_what_is_no_answer_of_a_model_is_told_in_one_line(reply: tuple[int, bytes], what: str) -> None:
    with serving(lambda _: reply) as (url, _), pytest.raises(BadHelper, match=what) as caught:
        Endpoint(url, "m").ask("", "")
    assert len(str(caught.value).splitlines()) == 1


def test_an_endless_answer_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "LARGEST", 1_000_000)
    with serving(lambda _: spoken("x" * 2_000_000)) as (url, _), pytest.raises(BadHelper, match="more than 1 MB"):
        Endpoint(url, "m").ask("", "")


def test_a_server_that_dribbles_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def dribble(server: socket.socket) -> None:
        with server.accept()[0] as speaking, suppress(OSError):
            speaking.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
            while True:
                speaking.sendall(b"x")
                time.sleep(0.02)

    monkeypatch.setattr(endpoint, "PATIENCE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as server:
        Thread(target=dribble, args=(server,), daemon=True).start()
        with pytest.raises(BadHelper, match=r"did not answer within 0\.2 s"):
            Endpoint(f"http://127.0.0.1:{server.getsockname()[1]}/v1", "m").ask("", "")


def test_a_model_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "PATIENCE", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/v1"
        with pytest.raises(BadHelper, match=r"did not answer within 0\.05 s"):
            Endpoint(url, "m").ask("", "")
