"""What the page asks for, and what it is answered."""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
from collections import deque
from collections.abc import AsyncIterator

import msgspec
import pytest

from tests.stories.wrong_door import story
from tests.unit.web.asking import DOOR, OURS, Made, app_of, ask, session_of
from unspoken.exports.json import decode
from unspoken.layers.spans import Span
from unspoken.notes import Note
from unspoken.web import api, edition
from unspoken.web.app import application
from unspoken.web.security import Guard
from unspoken.web.session import Session
from unspoken.web.view import view

READY = {
    "status": "ready", "stage": None, "done": 0, "total": 0, "error": None, "revision": 1, "correctable": True,
    "why_not": None,
}  # fmt: skip


@pytest.fixture(scope="module")
def app() -> Guard:
    return app_of()


def test_the_state(app: Guard) -> None:
    assert ask(app, "GET", "/api/state").json() == READY


def test_the_story_is_its_view(app: Guard) -> None:
    answer = ask(app, "GET", "/api/story")
    assert answer.json() == json.loads(msgspec.json.encode(view(story())))
    assert answer.headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip, deflate, br", True),
        ("br;q=1.0, gzip;q=0.8", True),
        ("identity", False),
        ("gzip;q=0", False),
        ("gzip;q=0.000", False),
        ("", False),
        ("xgzip", False),
        ("GZIP", True),
    ],
)
def test_it_is_compressed_where_that_is_accepted(app: Guard, accepted: str, packed: bool) -> None:
    answer = ask(app, "GET", "/api/story", {"accept-encoding": accepted})
    assert (answer.headers.get("content-encoding") == "gzip") is packed
    assert answer.json()["text"] == story().text


def test_it_is_not_sent_again_to_who_has_it(app: Guard) -> None:
    tag = ask(app, "GET", "/api/story").headers["etag"]
    again = ask(app, "GET", "/api/story", {"if-none-match": f'W/"x", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert ask(app, "GET", "/api/story", {"if-none-match": '"2-0"'}).status_code == 200


@pytest.mark.parametrize("path", ["/api/story", "/api/notes", "/api/export/json"])
def test_before_it_is_read_there_is_nothing_to_send(path: str) -> None:
    waiting = application(Session(Made(), pytest.fail), DOOR, pytest.fail)
    answer = ask(waiting, "GET", path)
    assert (answer.status_code, answer.json()) == (409, {"error": "the story is still being read"})


def test_a_correction_is_added_listed_and_removed() -> None:
    app = app_of()
    asked = {"kind": "same", "fields": {"people": ["Nell", "Nellie"]}}
    assert ask(app, "POST", "/api/corrections", OURS, body=asked).json() == {**READY, "revision": 2}
    (entry,) = ask(app, "GET", "/api/corrections").json()
    assert {**entry, **asked} == entry
    assert (entry["n"], entry["described"], entry["unfit"]) == (1, "same: Nell | Nellie", False)
    assert ask(app, "DELETE", "/api/corrections/1", OURS).json()["revision"] == 3
    assert ask(app, "GET", "/api/corrections").json() == []


def test_changes_are_taken_back_and_made_again() -> None:
    work = Made()
    app = app_of(work)
    ask(app, "POST", "/api/corrections", OURS, body={"kind": "nobody", "fields": {"name": "Rain"}})
    assert ask(app, "POST", "/api/corrections/undo", OURS).json()["revision"] == 3
    assert work.kept == []
    assert ask(app, "POST", "/api/corrections/redo", OURS, body={}).json()["revision"] == 4
    assert len(work.kept) == 1


def test_a_correction_that_has_no_place_in_the_story_is_marked() -> None:
    work = Made()
    app = app_of(work)
    ask(app, "POST", "/api/corrections", OURS, body={"kind": "nobody", "fields": {"name": "Rain"}})
    told = "a correction does not fit (nobody: name 'Rain'): nobody is called 'Rain' here"
    source = msgspec.structs.replace(story().source, warnings=(told,))
    work.read = lambda progress: msgspec.structs.replace(story(), source=source)  # type: ignore[method-assign]
    ask(app, "POST", "/api/corrections", OURS, body={"kind": "nobody", "fields": {"name": "Nell"}})
    first, second = ask(app, "GET", "/api/corrections").json()
    assert (first["unfit"], first["why"], second["unfit"], second["why"]) == (True, told, False, None)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", 400),
        (b"{", 400),
        (b"[]", 400),
        (b"\xff", 400),
        (b'{"kind": "same"}', 400),
        (b"[" * 5000, 400),
        (b'{"kind": "nobody", "fields": {"name": %s}}' % (b"[" * 3000 + b"]" * 3000), 400),
        (b'{"kind": "nobody", "fields": {"a\\nb": 1}}', 422),
        (b'{"kind": "nobody", "fields": {"%s": 1}}' % (b"x" * 50_000), 422),
        (b'{"kind": "same", "fields": {}, "more": 1}', 400),
        (b'{"kind": "same", "fields": {"people": "x"}}', 422),
        (b'{"kind": "same", "fields": {"people": ["Nell"]}}', 422),
        (b'{"kind": 3, "fields": {}}', 400),
    ],
)
def test_what_is_no_correction_is_refused_in_one_line(content: bytes, code: int) -> None:
    work = Made()
    answer = ask(app_of(work), "POST", "/api/corrections", OURS, content=content)
    assert answer.status_code == code
    assert "\n" not in answer.json()["error"]
    assert (work.kept, work.readings) == ([], 1)


@pytest.mark.parametrize(
    ("path", "code"),
    [("7", 422), ("0", 422), ("-1", 404), ("x", 404), ("1.5", 404), ("9" * 5000, 404), ("%D9%A3", 404)],
)
def test_a_number_that_is_none_is_refused(path: str, code: int) -> None:
    assert ask(app_of(), "DELETE", f"/api/corrections/{path}", OURS).status_code == code


def test_a_story_that_was_read_before_says_why_it_stays_as_it_is() -> None:
    work = Made(why_not="read before")
    app = app_of(work)
    state = ask(app, "GET", "/api/state").json()
    assert (state["correctable"], state["why_not"]) == (False, "read before")
    answer = ask(app, "POST", "/api/corrections", OURS, body={"kind": "nobody", "fields": {"name": "Rain"}})
    assert (answer.status_code, answer.json(), work.kept) == (409, {"error": "read before"}, [])
    assert ask(app, "GET", "/api/corrections").json() == []


def test_notes_have_the_passages_that_they_rest_on_and_the_title_of_their_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    note = Note("U402", "letter", "remark", "Nobody reads it.", (Span(3, 9),), ("c1",), 0.8)
    monkeypatch.setattr(edition, "first_reader", lambda story: (note,))
    (told,) = ask(app_of(), "GET", "/api/notes").json()
    assert told.pop("title")
    assert told == json.loads(msgspec.json.encode(note))


def test_a_story_without_notes_has_an_empty_list(app: Guard) -> None:
    assert isinstance(ask(app, "GET", "/api/notes").json(), list)


def test_an_export_is_a_file_of_the_storys_name(app: Guard) -> None:
    answer = ask(app, "GET", "/api/export/json")
    assert decode(answer.content) == story()
    assert answer.headers["content-disposition"].startswith('attachment; filename="wrong door.json"')
    assert answer.headers["content-type"] == "application/octet-stream"


def test_several_files_come_in_one_archive(app: Guard) -> None:
    answer = ask(app, "GET", "/api/export/csv")
    assert "wrong%20door.csv.zip" in answer.headers["content-disposition"]
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert len(names) > 1
    assert all(name.startswith("wrong door.") for name in names)


@pytest.mark.parametrize("name", ["jsn", "..", "%2e%2e%2fetc%2fpasswd", "json/x"])
def test_an_unknown_format_is_refused(app: Guard, name: str) -> None:
    answer = ask(app, "GET", f"/api/export/{name}")
    assert (answer.status_code, list(answer.json())) == (404, ["error"])


def test_each_new_state_is_told_as_an_event_until_the_server_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "OFTEN", 0.001)
    monkeypatch.setattr(api, "QUIET", 0.002)
    session = session_of(Made())

    async def told() -> list[bytes]:
        lines = []
        async for line in api.states(session, deque()):
            lines.append(line)
            if len(lines) == 1:
                session.change(lambda: None).result(10)
            if line == b":\n\n":
                session.stop()
        return lines

    lines = asyncio.run(told())
    states = [json.loads(line.removeprefix(b"data: ")) for line in lines if line != b":\n\n"]
    assert [state["revision"] for state in states] == [1, 2]
    assert lines[-1] == b":\n\n"


def test_who_listens_longest_makes_room_when_too_many_do() -> None:
    session, listeners = session_of(Made()), deque[object](maxlen=2)

    async def crowd() -> list[bool]:
        streams = [api.states(session, listeners) for _ in range(3)]
        for stream in streams:
            await anext(stream)
        await anext(streams[0], None)
        over = [await _over(stream) for stream in streams]
        for stream in streams:
            await stream.aclose()  # type: ignore[attr-defined]
        return over

    assert asyncio.run(crowd()) == [True, False, False]
    assert not listeners  # who has left does not take the place of who stays


async def _over(stream: AsyncIterator[bytes]) -> bool:
    """Has a stream ended? One that has not, is waiting for news."""
    try:
        await asyncio.wait_for(anext(stream), 3 * api.OFTEN)
    except (StopAsyncIteration, TimeoutError) as error:
        return isinstance(error, StopAsyncIteration)
    return False
