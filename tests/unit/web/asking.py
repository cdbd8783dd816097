"""A session without a network: work made up by hand, and requests straight to the application."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import httpx

from tests.stories.wrong_door import story
from unspoken.corrections import correction
from unspoken.errors import BadCorrections
from unspoken.layers.corrections import Correction
from unspoken.pipeline import Progress
from unspoken.story import Story
from unspoken.web.app import application
from unspoken.web.security import Door, Guard
from unspoken.web.session import Session

DOOR = Door(4321, "the-key-that-nobody-guesses")
HOME = "http://127.0.0.1:4321"
OURS = {"origin": HOME, "sec-fetch-site": "same-origin", "x-unspoken": "1", "content-type": "application/json"}


@dataclass
class Made:
    """A story that is there at once, and corrections in a list."""

    stem: str = "wrong door"
    why_not: str | None = None
    error: Exception | None = None
    kept: list[Correction] = field(default_factory=list)
    readings: int = 0

    def read(self, progress: Progress) -> Story:
        self.readings += 1
        if self.error:
            raise self.error
        return story()

    def corrections(self) -> tuple[Correction, ...]:
        return tuple(self.kept)

    def add(self, kind: str, fields: dict[str, object]) -> None:
        self.kept.append(correction(kind, fields, "what you gave"))

    def remove(self, number: int) -> None:
        if not 1 <= number <= len(self.kept):
            raise BadCorrections("wrong door", f"there is no correction {number}", "name one that is there")
        del self.kept[number - 1]

    def undo(self) -> None:
        self.remove(len(self.kept))

    def redo(self) -> None:
        self.add("nobody", {"name": "again"})


def session_of(work: Made, told: list[Exception] | None = None) -> Session:
    """A session whose story has been read, or has failed to be."""
    session = Session(work, (told if told is not None else []).append)
    future = session.start()
    future.exception(10)
    return session


def app_of(work: Made | None = None, told: list[Exception] | None = None) -> Guard:
    """The application of a session that has read."""
    told = told if told is not None else []
    return application(session_of(work or Made(), told), DOOR, told.append)


def ask(
    app: Guard, method: str, path: str, headers: dict[str, str] | None = None, *, key: str | None = DOOR.key,
    body: object = None, content: bytes | None = None,
) -> httpx.Response:  # fmt: skip
    """What the application answers to a request, with the key in its cookie."""

    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url=HOME) as client:
            given = dict(headers or {})
            if key is not None:
                client.cookies.set(DOOR.cookie, key)
            return await client.request(method, path, headers=given, json=body, content=content)

    return asyncio.run(asked())
