"""The public format: one JSON object, fields as the format's description has them."""

from __future__ import annotations

from pathlib import Path

import msgspec

from unspoken.errors import BadStory
from unspoken.exports.sound import unsound
from unspoken.story import Story


def encode(story: Story) -> bytes:
    """The story as UTF-8 JSON, the same bytes for the same story."""
    return msgspec.json.encode(story)


def decode(data: bytes, name: str = "story") -> Story:
    """A story from JSON. Fields that are not known are passed over.

    Raises:
        BadStory: it is not JSON, not a story document of version 1, or one that breaks the format's own rules.
    """
    try:
        story = msgspec.json.decode(data, type=Story)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadStory(_refusal(name, str(error))) from None
    if fault := unsound(story):
        raise BadStory(_refusal(name, fault))
    return story


def _refusal(name: str, what: str) -> str:
    return f"{name}: not a story document ({what}); make one with `unspoken read FILE --json OUT.json`"


def is_document(data: bytes) -> bool:
    """Is this an object in JSON, as a story document is, rather than the words of a story? Whole or cut off."""
    if data.lstrip()[:1] != b"{":
        return False
    try:
        msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return b'"unspoken"' in data[:200]
    return True


def dump(story: Story, path: str | Path) -> None:
    """Write a story document to a file, whole or not at all."""
    target = Path(path)
    beside = target.with_name(target.name + ".partial")
    beside.write_bytes(encode(story))
    beside.replace(target)


def load(path: str | Path) -> Story:
    """Read a story document back.

    Raises:
        BadStory: there is no such file, or it is not a story document.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise BadStory(f"{path}: {error.strerror or error}; name a file that `unspoken read --json` wrote") from None
    return decode(data, str(path))


def export(story: Story, stem: str) -> dict[str, bytes]:
    """The file ``STEM.json``, in the form that every format has (`unspoken.exports.table`)."""
    return {f"{stem}.json": encode(story)}
