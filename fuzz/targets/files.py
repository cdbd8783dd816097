"""The sources: a file of each format, to a document that is sound."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from fuzz.case import Target
from unspoken.document import Document
from unspoken.layers.keys import BREAKS, CHAPTERS, EMPHASIS, PARAGRAPHS, Layer

SECRET = "the-words-of-another-file"  # what hostile files try to bring in
NAMES = {"markdown": "a.md", "text": "a.txt"}


def read(kind: str, data: bytes) -> Document:
    """Read a file under the name that its format has."""
    from unspoken.sources import document_from_bytes

    return document_from_bytes(data, NAMES.get(kind, "a"))


def assert_sound(document: Document) -> None:
    """The layers lie in the text and are in order; all that is told of the source can be written."""
    text, end = document.text, len(document.text)
    text.encode()
    msgspec.json.encode(document.source)
    assert SECRET not in text
    assert "\0" not in text
    paragraphs = document[PARAGRAPHS]
    layers: tuple[Layer[Any], ...] = (PARAGRAPHS, CHAPTERS, EMPHASIS)
    for layer in layers:
        spans = document[layer]
        assert all(0 <= s.start < s.end <= end for s in spans), layer.name
        assert all(a.start <= b.start for a, b in pairwise(spans)), layer.name
    assert all(a.end <= b.start for a, b in pairwise(paragraphs)), "paragraphs overlap"
    assert all(text[s.start : s.end].strip() for s in paragraphs), "a paragraph of nothing"
    assert not any(c.isalnum() for a, b in _between(document) for c in text[a:b]), "words in no paragraph"
    assert {b.offset for b in document[BREAKS]} <= {p.start for p in paragraphs}, "a break where no paragraph starts"


def _between(document: Document) -> list[tuple[int, int]]:
    bounds = [0, *(at for s in document[PARAGRAPHS] for at in (s.start, s.end)), len(document.text)]
    return list(zip(bounds[::2], bounds[1::2], strict=True))


def target(kind: str) -> Target:
    """The target of a format."""

    def check(data: bytes, folder: Path) -> None:
        assert_sound(read(kind, data))

    return Target(kind, check)
