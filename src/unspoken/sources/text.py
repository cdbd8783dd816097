"""Plain text: paragraphs, chapters, breaks and emphasis by what the characters show."""

from __future__ import annotations

import re

from msgspec import structs

from unspoken.document import Document
from unspoken.layers.keys import BREAKS, CHAPTERS, EMPHASIS, PARAGRAPHS
from unspoken.layers.source import LeftOut, Source
from unspoken.layers.spans import Span
from unspoken.sources.gutenberg import unwrap
from unspoken.sources.headings import find_chapters, find_headings
from unspoken.sources.layout import laid_out
from unspoken.sources.marks import emphasised, find_breaks

_PARAGRAPH = re.compile(r"\S(?:[^\n]*\S)?(?:\n[^\S\n]*\S(?:[^\n]*\S)?)*(?=\s|\Z)")


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """The stretches between blank lines, without the white space around them."""
    return tuple(Span(m.start(), m.end()) for m in _PARAGRAPH.finditer(text))


def read_text(text: str, source: Source) -> Document:
    """A document from clean Unicode text (LF line ends).

    ``source`` gives what is known from outside; title, author and what Project Gutenberg wraps around the book are
    filled in. A text with blank lines between paragraphs and no hard wraps is taken over to the character.
    """
    book = unwrap(text)
    words = laid_out(book.text)
    paragraphs = paragraphs_of(words)
    headings = find_headings(words, paragraphs)
    document = Document(words, _filled(source, book.fields, book.left_out)).attach(PARAGRAPHS, paragraphs)
    document = document.attach(CHAPTERS, find_chapters(words, paragraphs, headings))
    document = document.attach(EMPHASIS, emphasised(words, paragraphs))
    return document.attach(BREAKS, find_breaks(words, paragraphs, headings))


def _filled(source: Source, fields: dict[str, str], left_out: tuple[LeftOut, ...]) -> Source:
    return structs.replace(
        source,
        title=source.title or fields.get("Title"),
        author=source.author or fields.get("Author"),
        left_out=source.left_out + left_out,
    )
