"""Who may ask what: every refusal, one by one, and the headers on every answer."""

from __future__ import annotations

import asyncio

import pytest

from tests.unit.web.asking import DOOR, HOME, OURS, Made, app_of, ask, session_of
from unspoken.web.app import application
from unspoken.web.security import HEADERS, LARGEST, Door, Guard

NOBODY = {"kind": "nobody", "fields": {"name": "Grey Lady"}}


@pytest.fixture(scope="module")
def app() -> Guard:
    return app_of()


def test_the_key_in_the_address_becomes_a_cookie_and_leaves_the_address(app: Guard) -> None:
    answer = ask(app, "GET", f"/?token={DOOR.key}", key=None)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith(f"unspoken-4321={DOOR.key};")
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize("path", ["/", "/?token=", "/?token=wrong", "/app.js", "/app.css", "/nowhere"])
def test_without_the_key_a_plain_page_says_what_to_do(app: Guard, path: str) -> None:
    answer = ask(app, "GET", path, key=None)
    assert answer.status_code == 403
    assert "unspoken open" in answer.text
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("path", ["/api/state", "/api/events", "/api/story", "/api/corrections", "/api/export/json"])
@pytest.mark.parametrize("key", [None, "", "wrong", DOOR.key[:-1], DOOR.key + "x"])
def test_without_the_key_nothing_is_told(app: Guard, path: str, key: str | None) -> None:
    answer = ask(app, "GET", path, key=key)
    assert answer.status_code == 403
    assert list(answer.json()) == ["error"]


def test_a_wrong_key_in_the_address_is_refused_even_with_the_cookie(app: Guard) -> None:
    assert ask(app, "GET", "/?token=wrong").status_code == 403


def test_the_key_in_the_address_opens_the_front_door_alone(app: Guard) -> None:
    assert ask(app, "GET", f"/api/state?token={DOOR.key}", key=None).status_code == 403


def test_a_key_of_letters_beyond_ascii_is_merely_wrong() -> None:
    assert not Door(1, "key").opened_by("ké\ue000")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:4321", "127.0.0.1", "127.0.0.1:80", "[::1]:4321", ""])
def test_a_name_that_was_pointed_here_is_refused(app: Guard, host: str) -> None:
    answer = ask(app, "GET", "/api/state", {"host": host})
    assert answer.status_code == 403
    assert ask(app, "GET", f"/?token={DOOR.key}", {"host": host}).status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.1:4321", "localhost:4321", "LOCALHOST:4321"])
def test_the_server_answers_to_its_own_names(app: Guard, host: str) -> None:
    assert ask(app, "GET", "/api/state", {"host": host}).status_code == 200


@pytest.mark.parametrize("method", ["PUT", "PATCH", "OPTIONS", "HEAD", "TRACE", "CONNECT", "BREW"])
def test_other_methods_are_refused(app: Guard, method: str) -> None:
    assert ask(app, method, "/api/state", OURS).status_code == 405


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/api/state"), ("DELETE", "/api/story"), ("GET", "/api/corrections/1"), ("POST", "/")]
)
def test_a_method_is_refused_where_it_means_nothing(app: Guard, method: str, path: str) -> None:
    assert ask(app, method, path, OURS).status_code == 405


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_page_asks_for_is_refused(app: Guard, site: str) -> None:
    assert ask(app, "GET", "/api/story", {"sec-fetch-site": site}).status_code == 403
    assert ask(app, "GET", "/api/story", {"sec-fetch-site": "none"}).status_code == 200


FORGED: dict[str, dict[str, str | None]] = {
    "no origin": {"origin": None, "sec-fetch-site": None},
    "another origin": {"origin": "http://evil.example"},
    "another port": {"origin": "http://127.0.0.1:8000"},
    "another scheme": {"origin": "https://127.0.0.1:4321"},
    "a file": {"origin": "null"},
    "the other name": {"origin": "http://localhost:4321"},
    "another site": {"sec-fetch-site": "cross-site"},
    "a sibling": {"origin": None, "sec-fetch-site": "same-site"},
    "typed by hand": {"origin": None, "sec-fetch-site": "none"},
    "no mark": {"x-unspoken": None},
}


def changed(headers: dict[str, str | None]) -> dict[str, str]:
    return {k: v for k, v in {**OURS, **headers}.items() if v is not None}


@pytest.mark.parametrize("headers", FORGED.values(), ids=FORGED)
@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/api/corrections"), ("POST", "/api/corrections/undo"), ("DELETE", "/api/corrections/1")],
)
def test_a_forged_change_is_refused(method: str, path: str, headers: dict[str, str | None]) -> None:
    work = Made()
    work.add("nobody", {"name": "Rain"})
    before = list(work.kept)
    assert ask(app_of(work), method, path, changed(headers), body=NOBODY).status_code == 403
    assert work.kept == before


@pytest.mark.parametrize("headers", [{"origin": None}, {"sec-fetch-site": None}])
def test_either_sign_of_our_own_page_is_enough(headers: dict[str, str | None]) -> None:
    assert ask(app_of(), "POST", "/api/corrections", changed(headers), body=NOBODY).status_code == 200


@pytest.mark.parametrize("kind", [None, "text/plain", "application/x-www-form-urlencoded", "application/jsonp"])
def test_a_change_has_to_be_json(app: Guard, kind: str | None) -> None:
    sent = changed({"content-type": kind})
    assert ask(app, "POST", "/api/corrections", sent, content=b"{}").status_code == 415
    assert ask(app, "POST", "/api/corrections/undo", sent).status_code == 415


@pytest.mark.parametrize("length", [str(LARGEST + 1), "9" * 30, "-1", "many"])
def test_a_body_that_says_it_is_too_long_is_not_read(app: Guard, length: str) -> None:
    answer = ask(app, "POST", "/api/corrections", {**OURS, "content-length": length}, content=b"{}")
    assert answer.status_code == 413


def test_a_body_that_does_not_say_how_long_it_is_is_counted() -> None:
    taken = 0

    async def body() -> dict[str, object]:
        nonlocal taken
        taken += 1000
        return {"type": "http.request", "body": bytes(1000), "more_body": True}

    sent: list[dict[str, object]] = []

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    headers = {**OURS, "host": "127.0.0.1:4321", "cookie": f"{DOOR.cookie}={DOOR.key}", "transfer-encoding": "chunked"}
    scope = {
        "type": "http", "method": "POST", "path": "/api/corrections", "query_string": b"", "scheme": "http",
        "headers": [(k.encode(), v.encode()) for k, v in headers.items()], "http_version": "1.1", "root_path": "",
    }  # fmt: skip
    asyncio.run(app_of()(scope, body, send))  # type: ignore[arg-type]
    assert sent[0]["status"] == 413
    assert LARGEST < taken <= LARGEST + 1000


@pytest.mark.parametrize(
    ("path", "key"), [("/api/state", DOOR.key), ("/api/nothing", DOOR.key), ("/api/state", None), ("/", None)]
)
def test_every_answer_has_the_headers(app: Guard, path: str, key: str | None) -> None:
    answer = ask(app, "GET", path, key=key)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert not [name for name in answer.headers if name.startswith("access-control-") or name == "server"]


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    policy = dict(part.strip().split(" ", 1) for part in HEADERS["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert set(policy.values()) == {"'none'", "'self'", "'self' data:"}


def test_a_fault_of_ours_is_one_line_for_the_browser_and_the_error_for_the_terminal() -> None:
    told: list[Exception] = []
    work = Made()
    app = app_of(work, told)
    work.corrections = lambda: 1 / 0  # type: ignore[assignment,method-assign,return-value]
    answer = ask(app, "GET", "/api/corrections")
    assert (answer.status_code, list(answer.json())) == (500, ["error"])
    assert "division" not in answer.text
    assert [type(error) for error in told] == [ZeroDivisionError]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_address_holds_the_key() -> None:
    assert DOOR.address == f"{HOME}/?token={DOOR.key}"


def test_a_ticket_opens_once() -> None:
    session = session_of(Made())
    app = application(session, Door(4321, DOOR.key, "ticket"), pytest.fail)
    assert ask(app, "GET", "/?token=wrong", key=None).status_code == 403
    assert ask(app, "GET", "/api/state", key="ticket").status_code == 403
    first = ask(app, "GET", "/?token=ticket", key=None)
    assert (first.status_code, DOOR.key in first.headers["set-cookie"]) == (303, True)
    assert ask(app, "GET", "/?token=ticket", key=None).status_code == 403
    assert ask(app, "GET", f"/?token={DOOR.key}", key=None).status_code == 303


def test_the_usual_port_may_be_left_out() -> None:
    assert {"127.0.0.1", "localhost", "127.0.0.1:80"} <= set(Door(80, "key").hosts)
    assert "localhost" not in Door(8080, "key").hosts
