"""A stretch of the text: the evidence under every other record."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """A half-open range of Unicode code points in the document's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


class Chapter(msgspec.Struct, frozen=True):
    """A chapter as the source divides the story; its title line lies inside the span."""

    id: str
    title: str | None
    start: int
    end: int


class Break(msgspec.Struct, frozen=True):
    """A break that the source shows between paragraphs: ``offset`` is where the next paragraph starts.

    ``kind``: ``ornament`` (a paragraph such as ``***``, which stays in the text where the source has it as text),
    ``rule`` (a drawn line), ``space`` (more white space than between other paragraphs).
    """

    offset: int
    kind: str
