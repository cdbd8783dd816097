"""Sources: one file a format, each from bytes to a Document with paragraphs, chapters, emphasis and breaks."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from unspoken.document import Document
from unspoken.layers.keys import BREAKS, CHAPTERS, EMPHASIS, PARAGRAPHS
from unspoken.layers.source import Source
from unspoken.layers.spans import Break, Span


def document_from_path(path: Path) -> Document:
    """Interim: plain text with blank lines between paragraphs."""
    return document_from_text(path.read_text(encoding="utf-8"), path.name)


def document_from_text(text: str, name: str = "text") -> Document:
    """Interim: plain text with blank lines between paragraphs."""
    paragraphs = tuple(Span(m.start(), m.end()) for m in re.finditer(r"\S(?:.*\S)?(?:\n(?!\s*\n).*\S)*", text))
    breaks = []
    for before, after in zip(paragraphs, paragraphs[1:], strict=False):
        words = text[before.start : before.end]
        if text[before.end : after.start].count("\n") > 2:
            breaks.append(Break(after.start, "space"))
        elif not any(c.isalnum() for c in words):
            breaks.append(Break(after.start, "ornament"))
    source = Source(name, "text", hashlib.sha256(text.encode()).hexdigest(), words=len(text.split()), characters=len(text))
    document = Document(text, source).attach(PARAGRAPHS, paragraphs).attach(CHAPTERS, ())
    return document.attach(EMPHASIS, ()).attach(BREAKS, tuple(breaks))
