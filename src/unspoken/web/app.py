"""The application: what is answered where."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from unspoken.errors import UnspokenError
from unspoken.web import api, pages
from unspoken.web.security import Door, Guard, refused
from unspoken.web.session import FAULT, Session, Stopped

ROUTES = (
    Route("/", pages.page),
    Route("/app.js", pages.asset),
    Route("/app.css", pages.asset),
    Route("/api/state", api.state),
    Route("/api/events", api.events),
    Route("/api/story", api.story),
    Route("/api/notes", api.notes),
    Route("/api/export/{format}", api.export),
    Route("/api/corrections", api.corrections, methods=["GET"]),
    Route("/api/corrections", api.correct, methods=["POST"]),
    Route("/api/corrections/undo", api.undo, methods=["POST"]),
    Route("/api/corrections/redo", api.redo, methods=["POST"]),
    Route("/api/corrections/{number}", api.remove, methods=["DELETE"]),
)


def application(session: Session, door: Door, tell: Callable[[Exception], None]) -> Guard:
    """The whole application, behind its guard.

    Args:
        session: the story.
        door: where the server is, and the key to it.
        tell: what to do with a fault of ours, besides telling the browser.
    """
    app = Starlette(
        routes=ROUTES,
        exception_handlers={HTTPException: _http, Stopped: _stopped, UnspokenError: _no_good, Exception: _fault},
    )
    app.router.redirect_slashes = False  # an address with a slash too many is none
    app.state.session, app.state.door, app.state.listeners = session, door, deque(maxlen=api.LISTENERS)
    return Guard(app, door, tell)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return JSONResponse({"error": error.detail}, error.status_code, error.headers)


def _stopped(request: Request, error: Exception) -> Response:
    return refused(503, str(error))


def _no_good(request: Request, error: Exception) -> Response:
    return refused(422, str(error))


def _fault(request: Request, error: Exception) -> Response:
    return refused(500, FAULT)
