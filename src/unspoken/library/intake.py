"""From a file to what is put into a library."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from unspoken import recipes
from unspoken.errors import BadInput
from unspoken.exports.json import begins_as_document, decode, encode, is_document
from unspoken.library.fingerprint import fingerprint, text_digest, written_fingerprint
from unspoken.library.works import Entry
from unspoken.story import Story

if TYPE_CHECKING:
    from unspoken.pipeline import Progress


@dataclass(frozen=True)
class How:
    """How a story is to be read; None: in the usual way."""

    recipe: str | None = None
    corrections: Path | None = None
    speaker_threshold: float | None = None

    @property
    def given(self) -> bool:
        """Is anything said that a story which was read before cannot follow?"""
        return any(v is not None for v in (self.recipe, self.corrections, self.speaker_threshold))


def entry(path: Path, how: How) -> tuple[Entry, Story | None]:
    """What is known of a file before it is read, and its story if it was read before.

    Raises:
        UnspokenError: there is no such file, it is no story document although named as one, or its corrections
            cannot be read.
    """
    digest = text_digest(path)
    if (data := _written(path)) is None:
        return renewed(Entry(path.stem, path, digest, ""), path, how, digest), None
    if how.given:
        what = "it was read before, so it cannot be read in another way"
        raise BadInput(str(path), what, "give the story itself, or leave those options out")
    story = decode(data, str(path))
    return Entry(path.stem, path, story.source.sha256, written_fingerprint(digest)), story


def entry_of(story: Story, name: str) -> Entry:
    """What is known of a story that is from no file."""
    digest = hashlib.sha256(encode(story)).hexdigest()
    return Entry(name, None, story.source.sha256, written_fingerprint(digest))


def renewed(old: Entry, path: Path, how: How, sha256: str) -> Entry:
    """An entry with the fingerprint of a reading of these bytes."""
    made = fingerprint(path, sha256, how.recipe or recipes.DEFAULT, how.corrections, how.speaker_threshold)
    return replace(old, sha256=sha256, fingerprint=made)


def read(path: Path, how: How, progress: Progress | None) -> Story:
    """Read a story.

    Raises:
        UnspokenError: as `unspoken.read` does.
    """
    from unspoken import reading

    return reading.read(
        path,
        recipe=how.recipe or recipes.DEFAULT,
        corrections=how.corrections,
        speaker_threshold=how.speaker_threshold,
        progress=progress,
    )


def _written(path: Path) -> bytes | None:
    """The bytes of a file that is a story document, by its name or by what is in it; None of any other."""
    named = path.suffix.lower() == ".json"
    with path.open("rb") as file:
        head = file.read(64)
        if not (named or begins_as_document(head)):
            return None
        data = head + file.read()
    return data if named or is_document(data) else None
