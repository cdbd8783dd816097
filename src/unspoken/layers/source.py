"""Where a text came from, and what was left out of it."""

from __future__ import annotations

import msgspec


class Source(msgspec.Struct, frozen=True):
    """What is known of the file that a story was read from.

    ``sha256`` is of the bytes read. ``left_out`` names what the source wraps around the story (a Gutenberg header, an
    archive's notes), verbatim; ``warnings`` are sentences for the reader about what was mended or doubted.
    """

    name: str
    format: str
    sha256: str
    title: str | None = None
    author: str | None = None
    language: str | None = None
    words: int = 0
    characters: int = 0
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()


class LeftOut(msgspec.Struct, frozen=True):
    """Words of the file that are not the story: ``kind`` is header, footer, note, tags, summary, ..."""

    kind: str
    text: str
