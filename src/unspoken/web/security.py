"""Who may ask what: the guard before every request, and the headers on every answer.

The server listens on the loopback address, but every page that is open in the same browser, and every program on the
same machine, can reach that. So a request has to name this server as its host (a foreign name that was pointed here is
refused), to hold the key that only the printed address has, and, to change anything, to come from our own page.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = "127.0.0.1"
HTML = "text/html"
LARGEST = 64 * 1024  # bytes of a request's body
TOO_LARGE = f"the body is larger than {LARGEST // 1024} kB"
METHODS = ("GET", "POST", "DELETE")
CHANGES = ("POST", "DELETE")
MARK = "x-unspoken"  # no page of another origin can send a header of this name unasked
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
CLOSED = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Unspoken</title><h1>This page is closed</h1>'
    "<p>Open the link that <code>unspoken open</code> printed: it holds the key to this story. "
    'If you came here by that link, <a href="/">go on</a>.</p></html>'
)


@dataclass
class Door:
    """Where the server is, and the key to it. A ``ticket`` opens as the key does, but once.

    The browser that we start is given a ticket: other people on the machine may see what a program was started with.
    """

    port: int
    key: str
    ticket: str | None = None

    @property
    def hosts(self) -> tuple[str, ...]:
        """What a request may call this server; browsers leave out the usual port."""
        names = (LOOPBACK, "localhost")
        return tuple(f"{name}:{self.port}" for name in names) + (names if self.port == 80 else ())

    @property
    def cookie(self) -> str:
        """The cookie's name. Browsers do not keep cookies of different ports apart, so the port is in it."""
        return f"unspoken-{self.port}"

    @property
    def address(self) -> str:
        """The address to open, with the key in it."""
        return self.address_with(self.key)

    def address_with(self, token: str) -> str:
        """The address to open, with the key or a ticket in it."""
        return f"http://{LOOPBACK}:{self.port}/?token={token}"

    def opened_by(self, key: str | None) -> bool:
        """Is this the key? Takes as long for a wrong one as for the right one."""
        return key is not None and secrets.compare_digest(key.encode(), self.key.encode())

    def entered_by(self, token: str) -> bool:
        """May one come in with this: the key, or the ticket, which is used up by that?"""
        if self.ticket is not None and secrets.compare_digest(token.encode(), self.ticket.encode()):
            self.ticket = None
            return True
        return self.opened_by(token)


class Guard:
    """Stands before an application: refuses what may not come in, and sets the headers on all that goes out."""

    def __init__(self, app: ASGIApp, door: Door, tell: Callable[[Exception], None]) -> None:
        """Guard an application.

        Args:
            app: the application.
            door: who may come in.
            tell: what to do with a fault of ours; the browser has been told already.
        """
        self._app, self._door, self._tell = app, door, tell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refused = refusal(Request(scope), self._door)
        if refused is not None:
            await refused(scope, receive, dressed)
            return
        try:
            await self._app(scope, _limited(receive), dressed)
        except ClientDisconnect:
            pass  # nobody listens any more
        except Exception as error:
            self._tell(error)


def refusal(request: Request, door: Door) -> Response | None:
    """Why a request may not come in, as the answer to it; None where it may."""
    headers, path = request.headers, request.url.path
    if headers.get("host", "").lower() not in door.hosts:
        return refused(403, "this server answers to its own address alone")
    if request.method not in METHODS:
        return JSONResponse({"error": f"{request.method} is not understood here"}, 405, {"allow": ", ".join(METHODS)})
    offered = request.query_params.get("token") if path == "/" else None
    if not (door.opened_by(request.cookies.get(door.cookie)) if offered is None else door.entered_by(offered)):
        api = path.startswith("/api/")
        return refused(403, "open the link that `unspoken open` printed") if api else Response(CLOSED, 403, None, HTML)
    if path.startswith("/api/") and headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        return refused(403, "another page asked for this")
    return _unwelcome_change(headers) if request.method in CHANGES else None


def _unwelcome_change(headers: Headers) -> Response | None:
    """Why a request that changes something is refused: it has to come from our own page, and to be small."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    ours = origin == f"http://{headers['host'].lower()}" if origin is not None else site == "same-origin"
    if not ours or site not in (None, "same-origin") or MARK not in headers:
        return refused(403, "only the page of this story may change it")
    if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        return refused(415, "the body has to be application/json")
    length = headers.get("content-length", "0")
    if not length.isdecimal() or int(length[:12]) > LARGEST:
        return refused(413, TOO_LARGE)
    return None


def refused(code: int, why: str) -> JSONResponse:
    """An error, as the page expects it: one line."""
    return JSONResponse({"error": why}, code)


def _limited(receive: Receive) -> Receive:
    """Count the body while it comes in: how long it says it is, need not be so."""
    taken = 0

    async def counting() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST:
            raise HTTPException(413, TOO_LARGE)
        return message

    return counting
