"""What the page asks for: the state, the story, its corrections, its notes, its exports."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from unspoken.corrections import described, fields_of, kind_of
from unspoken.errors import quoted
from unspoken.layers.corrections import Correction
from unspoken.web.downloads import download
from unspoken.web.edition import Edition, encoded
from unspoken.web.session import Session, State

JSON = "application/json"
OFTEN = 0.1  # seconds between two looks at the state
LONGEST_NUMBER = 10  # digits of the number of a correction
LISTENERS = 4  # windows that are told of news at once
QUIET = 15.0  # seconds without news, after which a line without meaning tells that the server is there


class Wanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A correction that is asked for."""

    kind: str
    fields: dict[str, Any]


async def state(request: Request) -> Response:
    """How far the reading is."""
    return _json(_session(request).state)


async def events(request: Request) -> Response:
    """The same, each time that it changes."""
    return StreamingResponse(states(_session(request), request.app.state.listeners), media_type="text/event-stream")


async def states(session: Session, listeners: deque[object]) -> AsyncIterator[bytes]:
    """The state as server-sent events, until the server stops, or until so many listen that the oldest has to go.

    A browser has six connections to a server for all its windows, and waits for a free one without a word. Who has to
    go asks again by itself after a few seconds.

    Args:
        session: whose state it is.
        listeners: who listens now, the oldest first; it holds as many as may.
    """
    told, silent, me = None, 0.0, object()
    listeners.append(me)
    try:
        while not session.stopped and me in listeners:
            if (now := session.state) != told:
                told, silent = now, 0.0
                yield b"data: " + encoded(now) + b"\n\n"
            elif silent > QUIET:
                silent = 0.0
                yield b":\n\n"
            await asyncio.sleep(OFTEN)
            silent += OFTEN
    finally:
        if me in listeners:
            listeners.remove(me)


async def story(request: Request) -> Response:
    """The story as the page shows it; compressed once, and not sent again to who has it."""
    edition = _edition(request)
    headers = {"etag": edition.tag, "vary": "accept-encoding"}
    if edition.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if _takes_gzip(request.headers.get("accept-encoding", "")):
        return Response(edition.packed, headers={**headers, "content-encoding": "gzip"}, media_type=JSON)
    return Response(edition.view, headers=headers, media_type=JSON)


def notes(request: Request) -> Response:
    """What a first reader remarks on."""
    return Response(_edition(request).notes, media_type=JSON)


def export(request: Request) -> Response:
    """The story in a format, as a file to be kept."""
    edition = _edition(request)
    return download(edition.story, edition.stem, request.path_params["format"])


def corrections(request: Request) -> Response:
    """The corrections in the order of their numbers, and whether each fits the story."""
    session = _session(request)
    told = session.edition.story.source.warnings if session.edition else ()
    return _json([_entry(n, c, told) for n, c in enumerate(session.work.corrections(), 1)])


async def correct(request: Request) -> Response:
    """Add a correction, and read again what it changes."""
    try:
        wanted = msgspec.json.decode(await request.body(), type=Wanted)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise HTTPException(400, f"this is no correction ({quoted(error)})") from None
    return await _changed(request, partial(_work(request).add, wanted.kind, wanted.fields))


async def remove(request: Request) -> Response:
    """Take a correction out by its number."""
    number = request.path_params["number"]
    if not (number.isascii() and number.isdigit() and len(number) < LONGEST_NUMBER):
        raise HTTPException(404, "there is no correction of that number")
    return await _changed(request, partial(_work(request).remove, int(number)))


async def undo(request: Request) -> Response:
    """Take the last change back."""
    return await _changed(request, _work(request).undo)


async def redo(request: Request) -> Response:
    """Make the change again that was taken back last."""
    return await _changed(request, _work(request).redo)


async def _changed(request: Request, change: Callable[[], None]) -> Response:
    future = _session(request).change(change)
    state: State = await asyncio.wrap_future(future)
    return _json(state)


def _session(request: Request) -> Session:
    found: Session = request.app.state.session
    return found


def _work(request: Request) -> Any:
    work = _session(request).work
    if work.why_not is not None:
        raise HTTPException(409, work.why_not)
    return work


def _edition(request: Request) -> Edition:
    edition = _session(request).edition
    if edition is None:
        raise HTTPException(409, _session(request).state.error or "the story is still being read")
    return edition


def _entry(number: int, correction: Correction, told: tuple[str, ...]) -> dict[str, object]:
    words = described(correction)
    unfit = next((warning for warning in told if f"({words})" in warning), None)
    kind, fields = kind_of(correction), fields_of(correction)
    return {"n": number, "kind": kind, "fields": fields, "described": words, "unfit": unfit is not None, "why": unfit}


def _takes_gzip(accepted: str) -> bool:
    """Is gzip among the encodings that are accepted, with a quality (RFC 9110) that is not 0?"""
    for offer in accepted.lower().replace(" ", "").split(","):
        name, _, quality = offer.partition(";q=")
        if name == "gzip":
            return quality.strip("0.") != "" or not quality
    return False


def _json(value: object) -> Response:
    return Response(encoded(value), media_type=JSON)
