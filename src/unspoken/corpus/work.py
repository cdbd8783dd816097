"""One work of many: bytes in, record out. It knows no engine, and nothing that a file holds makes it raise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import structs

from unspoken.corpus.limits import TimeIsUp, limited
from unspoken.errors import UnspokenError
from unspoken.recipes import DEFAULT
from unspoken.story import Story

if TYPE_CHECKING:
    from unspoken.document import Document

SECONDS = 1800  # for one work; the longest novels take half of it on a slow core


class Work(msgspec.Struct, frozen=True):
    """A work that is to be read: its bytes, or the path of the file that holds them.

    ``id`` is what the tables call it, ``name`` tells Markdown from plain text, ``metadata`` is what a table said of it,
    as one object in JSON. ``fault`` says why there is nothing to read.
    """

    id: str
    name: str
    size: int = 0
    path: str | None = None
    data: bytes | None = None
    metadata: str | None = None
    fault: str | None = None


class Settings(msgspec.Struct, frozen=True):
    """What the records depend on. ``seconds`` is the longest time for one work; 0: no limit."""

    recipe: str = DEFAULT
    speaker_threshold: float | None = None
    json: bool = False
    seconds: int = SECONDS


class Record(msgspec.Struct, frozen=True):
    """What came of a work: ``tables`` has the columns of each table of `unspoken.views.tables`, packed by `pack`;
    ``json`` the story document, if asked for. Where ``failure`` says why it could not be read, there are none."""

    work: str
    name: str
    size: int
    metadata: str | None = None
    words: int = 0
    tables: dict[str, bytes] = {}
    json: bytes | None = None
    failure: str | None = None


def read_work(work: Work, settings: Settings, threads: int = 1) -> Record:
    """Read a work.

    Args:
        work: its bytes, or where they are.
        settings: what is to be done with it.
        threads: how many the network may use; the record does not depend on it.

    Returns:
        The record, with a failure in one line where the work is no good or takes too long. The same bytes and settings
        give the same record. The time limit needs the main thread and a system that has SIGALRM.
    """
    if work.fault:
        return failed(work, work.fault)
    try:
        with limited(settings.seconds):
            return _read(work, settings, threads)
    except UnspokenError as error:
        return failed(work, str(error))
    except TimeIsUp:
        return failed(work, too_slow(settings.seconds))
    except MemoryError:
        return failed(work, "there is not enough memory for it")
    except Exception as error:
        return failed(work, f"a fault of ours ({type(error).__name__}: {error})"[:300])


def failed(work: Work, reason: str) -> Record:
    """The record of a work that could not be read; the reason is made one line without the work's name."""
    line = " ".join(reason.encode("utf-8", "backslashreplace").decode().split())
    for name in (work.path, work.name):
        line = line.removeprefix(f"{name}: ")
    return Record(work.id, work.name, work.size, work.metadata, failure=line)


def too_slow(seconds: float) -> str:
    """Why a work was given up that took too long."""
    return f"it took longer than {seconds:g} seconds"


def pack(record: Record) -> bytes:
    """A record as bytes, to be sent and kept."""
    return msgspec.msgpack.encode(record)


def unpack(data: bytes) -> Record:
    """A record that was packed.

    Raises:
        msgspec.DecodeError: it is none.
    """
    return msgspec.msgpack.decode(data, type=Record)


def _read(work: Work, settings: Settings, threads: int) -> Record:
    from unspoken.exports.json import encode
    from unspoken.reading import read_document
    from unspoken.views.tables import tables

    document = _document(work)
    story = _timeless(
        read_document(document, recipe=settings.recipe, speaker_threshold=settings.speaker_threshold, threads=threads)
    )
    packed = {name: msgspec.msgpack.encode(cells) for name, cells in tables(story, work.id).items()}
    json = encode(story) if settings.json else None
    return Record(work.id, work.name, work.size, work.metadata, story.source.words, packed, json)


def _document(work: Work) -> Document:
    from unspoken.sources import document_from_bytes, document_from_path

    if work.data is None and work.path is not None:
        return document_from_path(Path(work.path))
    return document_from_bytes(work.data or b"", work.name)


def _timeless(story: Story) -> Story:
    """Without the seconds that it took, so that the same work gives the same bytes."""
    layers = tuple(structs.replace(run, seconds=0.0) for run in story.provenance.layers)
    return structs.replace(story, provenance=structs.replace(story.provenance, layers=layers, seconds=0.0))
