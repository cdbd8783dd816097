"""The public format: one JSON object, fields as the format's description has them."""

from __future__ import annotations

import codecs
from pathlib import Path

import msgspec

from unspoken.errors import BadStory, quoted
from unspoken.exports.sound import unsound
from unspoken.files import write_whole
from unspoken.story import Story

_FIRST = b'"unspoken"'  # the first field


def encode(story: Story) -> bytes:
    """The story as UTF-8 JSON, the same bytes for the same story."""
    return msgspec.json.encode(story)


def decode(data: bytes, name: str = "story") -> Story:
    """A story from JSON. Fields that are not known are passed over.

    Raises:
        BadStory: it is not JSON, not a story document of version 1, or one that breaks the format's own rules.
    """
    try:
        story = msgspec.json.decode(_as_utf8(data), type=Story)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadStory(_refusal(name, str(error))) from None
    if fault := unsound(story):
        raise BadStory(_refusal(name, fault))
    return story


def _refusal(name: str, what: str) -> str:
    return f"{name}: not a story document ({quoted(what)}); make one with `unspoken read FILE --json OUT.json`"


def is_document(data: bytes) -> bool:
    """Is this an object in JSON, as a story document is, rather than the words of a story? Whole or cut off."""
    if not begins_as_document(data):
        return False
    try:
        msgspec.json.decode(_as_utf8(data), type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _FIRST in _as_utf8(data[:200], "ignore")
    return True


def begins_as_document(head: bytes) -> bool:
    """May this be the beginning of an object in JSON?"""
    return _as_utf8(head, "ignore").lstrip()[:1] == b"{"


def _as_utf8(data: bytes, errors: str = "strict") -> bytes:
    """Without the mark of the encoding, which some programs put before JSON; some shells write UTF-16 with `>`."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors).encode()
    return data.removeprefix(codecs.BOM_UTF8)


def dump(story: Story, path: str | Path) -> None:
    """Write a story document to a file, whole or not at all.

    Raises:
        BadOutput: it cannot be written.
    """
    write_whole(Path(path), encode(story))


def load(path: str | Path) -> Story:
    """Read a story document back.

    Raises:
        BadStory: there is no such file, or it is not a story document.
    """
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        what = getattr(error, "strerror", None) or error
        raise BadStory(f"{path}: {what}; name a file that `unspoken read --json` wrote") from None
    return decode(data, str(path))


def export(story: Story, stem: str) -> dict[str, bytes]:
    """The file ``STEM.json``, in the form that every format has (`unspoken.exports.table`)."""
    return {f"{stem}.json": encode(story)}
