"""The server, asked as uvicorn asks it: any method, path, headers and body."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from fuzz.case import Target
from tests.unit.web.asking import DOOR, Made, session_of
from unspoken.corrections import KINDS
from unspoken.errors import BadCorrections
from unspoken.web.app import application

OPEN = {"/", "/app.js", "/app.css"}


class Careful(Made):
    """Work that looks at the kind first, as work on a file does."""

    def add(self, kind: str, fields: dict[str, object]) -> None:
        """Add a correction."""
        if kind not in KINDS:
            raise BadCorrections("a", "there is no such correction", "name another")
        super().add(kind, fields)


def check(data: bytes, folder: Path) -> None:
    """Requests as a JSON list: method, path with query, headers (pairs), body; all to one server."""
    try:
        asked = [(str(m), str(p), [(str(k), str(v)) for k, v in h], str(b)) for m, p, h, b in json.loads(data)]
    except (ValueError, TypeError, RecursionError):
        return
    told: list[Exception] = []
    session = session_of(Careful(), told)
    app = application(session, DOOR, told.append)
    try:
        for method, path, headers, body in asked:
            raw = [(k.lower().encode("latin-1", "replace"), v.encode("latin-1", "replace")) for k, v in headers]
            start, answer = asyncio.run(answered(app, scope(method, path, raw), body.encode("utf-8", "replace")))
            assert not told, repr(told[0])
            assert_sound(start, answer, any(DOOR.key.encode() in v for _, v in raw) or DOOR.key in path)
    finally:
        session.stop(5)


def assert_sound(start: dict[str, Any], answer: bytes, with_key: bool) -> None:
    """No fault, one line of error, the headers on everything, and nothing without the key."""
    status, headers = start["status"], dict(start["headers"])
    assert status < 500, answer
    assert b"content-security-policy" in headers
    assert with_key or status in (403, 405), status
    if status >= 400 and headers.get(b"content-type") == b"application/json":
        assert len(json.loads(answer)["error"].splitlines()) == 1, answer


def scope(method: str, path: str, headers: list[tuple[bytes, bytes]]) -> dict[str, Any]:
    """A request as servers give it to applications."""
    from urllib.parse import unquote

    way, _, query = path.partition("?")
    raw = way.encode("ascii", "replace")
    return {
        "type": "http", "asgi": {"version": "3.0", "spec_version": "2.3"}, "http_version": "1.1", "method": method,
        "scheme": "http", "path": unquote(raw.decode("ascii")), "raw_path": raw, "root_path": "", "headers": headers,
        "query_string": query.encode("latin-1", "replace"), "client": ("127.0.0.1", 9), "server": ("127.0.0.1",
        DOOR.port),
    }  # fmt: skip


async def answered(app: Any, asked: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    """The beginning of the answer, and its body; who asks goes away as soon as the request is sent."""
    sent: list[dict[str, Any]] = []
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> dict[str, Any]:
        if waiting:
            return waiting.pop()
        await asyncio.sleep(0.02 if "events" in asked["path"] else 3)
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await app(asked, receive, send)
    return sent[0], b"".join(m.get("body", b"") for m in sent[1:])


TARGET = Target("requests", check, seconds=6.0)
