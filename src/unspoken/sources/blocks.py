"""From the blocks of a marked-up source to a Document: paragraphs, headings, breaks, and runs of emphasis."""

from __future__ import annotations

import re
from itertools import pairwise

from unspoken.document import Document
from unspoken.layers.keys import BREAKS, CHAPTERS, EMPHASIS, PARAGRAPHS
from unspoken.layers.source import LeftOut, Source
from unspoken.layers.spans import Break, Span
from unspoken.sources.encodings import printable
from unspoken.sources.headings import find_chapters, find_headings
from unspoken.sources.marks import find_breaks

_SPACE = re.compile(r"[^\S\xa0\u202f]+")


class Blocks:
    """Takes a source's pieces in reading order; ``document`` makes the text and its layers of them.

    White space is folded as a page folds it. Two line breaks in a row end a paragraph.
    """

    def __init__(self) -> None:
        self.left_out: list[LeftOut] = []
        self._parts: list[str] = []  # of the whole text
        self._size = 0
        self._open: list[tuple[str, bool]] = []  # pieces of the paragraph that is being filled
        self._paragraphs: list[Span] = []
        self._headings: list[Span] = []
        self._emphasis: list[Span] = []
        self._breaks: list[Break] = []
        self._pending: str | None = None
        self._blank = False  # whether the last paragraph was an empty one

    def words(self, text: str, emphasis: bool = False, keep_lines: bool = False) -> None:
        """Add words to the paragraph; ``keep_lines`` where a newline is a line break."""
        text = printable(text)
        if not keep_lines:
            self._open.append((_SPACE.sub(" ", text), emphasis))
            return
        for i, line in enumerate(text.split("\n")):
            if i:
                self.line()
            self._open.append((_SPACE.sub(" ", line), emphasis))

    def line(self) -> None:
        """A line break inside a paragraph; the second in a row ends it."""
        if self._open and all(not words.strip(" ") for words, _ in self._since_line()):
            self.end()
        else:
            self._open.append(("\n", False))

    def _since_line(self) -> list[tuple[str, bool]]:
        for i in range(len(self._open) - 1, -1, -1):
            if self._open[i][0] == "\n":
                return self._open[i + 1 :]
        return [("x", False)]

    def end(self, heading: bool = False, empty_breaks: bool = False) -> None:
        """End the paragraph. Without words it is nothing, or a scene break where ``empty_breaks``."""
        pieces, self._open = _folded(self._open), []
        if not any(words.strip() for words, _ in pieces):
            if empty_breaks and self._paragraphs:
                self._pending = self._pending or "space"
            return
        if self._size:
            self._parts.append("\n\n")
            self._size += 2
        start = self._size
        for words, emphasis in pieces:
            if emphasis and words.strip():
                self._stress(words)
            self._parts.append(words)
            self._size += len(words)
        span = Span(start, self._size)
        if self._pending and self._paragraphs and not heading:
            self._breaks.append(Break(start, self._pending))
        self._pending = None
        self._paragraphs.append(span)
        if heading:
            self._headings.append(span)

    def _stress(self, words: str) -> None:
        start = self._size + len(words) - len(words.lstrip())
        end = self._size + len(words.rstrip())
        last = self._emphasis[-1] if self._emphasis else None
        if last and last.end == start:
            self._emphasis[-1] = Span(last.start, end)
        else:
            self._emphasis.append(Span(start, end))

    def rule(self, kind: str = "rule") -> None:
        """A break between the last paragraph and the next."""
        self.end()
        self._pending = kind

    def leave_out(self, kind: str, text: str) -> None:
        """Words of the source that are not the story."""
        words = re.sub(r"\s*\n\s*", "\n", text).strip()
        if words:
            self.left_out.append(LeftOut(kind, words))

    def document(self, source: Source) -> Document:
        """The text, with a blank line between paragraphs, and its layers."""
        self.end()
        text = "".join(self._parts)
        paragraphs = tuple(self._paragraphs)
        headings = self._chosen_headings(text, paragraphs, source.title)
        return (
            Document(text, source)
            .attach(PARAGRAPHS, paragraphs)
            .attach(CHAPTERS, find_chapters(text, paragraphs, headings))
            .attach(EMPHASIS, tuple(self._emphasis))
            .attach(BREAKS, self._all_breaks(text, paragraphs, headings))
        )

    def _chosen_headings(self, text: str, paragraphs: tuple[Span, ...], title: str | None) -> tuple[Span, ...]:
        """Headings marked as such, those that read like one, but not the title of the whole."""
        found = sorted({*self._headings, *find_headings(text, paragraphs)})
        name = (title or "").casefold().strip()
        others = [s for s in found if text[s.start : s.end].casefold().strip() != name]
        if len(others) == 1 and others[0] in self._headings and others[0] == paragraphs[0]:
            return find_headings(text, paragraphs)
        return tuple(others)

    def _all_breaks(self, text: str, paragraphs: tuple[Span, ...], headings: tuple[Span, ...]) -> tuple[Break, ...]:
        found = {b.offset: b for b in self._breaks if b.kind != "space" or self._spaces_part()}
        found |= {b.offset: b for b in find_breaks(text, paragraphs, headings)}
        heads = {span.start for span in headings}
        after = {b.start for a, b in pairwise(paragraphs) if a.start in heads}
        return tuple(b for at, b in sorted(found.items()) if at not in heads and at not in after)

    def _spaces_part(self) -> bool:
        """False where empty paragraphs stand between all paragraphs, and so part nothing."""
        return sum(b.kind == "space" for b in self._breaks) <= len(self._paragraphs) * 0.4


def _folded(pieces: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """The pieces without white space at the paragraph's ends, around line breaks, or twice in a row."""
    out: list[tuple[str, bool]] = []
    for words, emphasis in pieces:
        if words == "\n":
            _trim(out)
            words = "\n" if out else ""
        elif not out or out[-1][0][-1] in " \n":
            words = words.lstrip(" ")
        if words:
            out.append((words, emphasis))
    _trim(out)
    return out


def _trim(out: list[tuple[str, bool]]) -> None:
    while out:
        words, emphasis = out.pop()
        words = words.rstrip(" \n")
        if words:
            out.append((words, emphasis))
            return
