"""PDF, as best it can be: lines put together to paragraphs, running heads and page numbers left out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from msgspec import structs

from unspoken.document import Document
from unspoken.errors import BadInput
from unspoken.layers.source import Source
from unspoken.sources.blocks import Blocks
from unspoken.sources.encodings import tidy

_WARNING = "a PDF keeps no paragraphs: these are put together from where the lines stand"
_SET_IN = 7.0  # points; less than this from the margin is none
_PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.I)
_END = re.compile(r"[.!?…:\"'”’—–-][\"'”’)]*$")


@dataclass(frozen=True)
class _Line:
    """A line of a page; the measures are in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float


def read_pdf(data: bytes, source: Source) -> Document:
    """A document from the bytes of a PDF.

    Raises:
        BadInput: broken, locked with a password, or made of pictures only.
    """
    import pypdfium2  # type: ignore[import-untyped]

    try:
        pdf = pypdfium2.PdfDocument(data)
        pages = [_lines(page) for page in pdf]
        about = pdf.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        what, remedy = ("locked with a password", "unlock it first") if locked else ("broken", "get the file anew")
        raise BadInput(source.name, f"this PDF is {what}", remedy) from None
    if not any(pages):
        raise BadInput(source.name, "this PDF has no text, only pictures", "run text recognition (OCR) on it first")
    blocks = Blocks()
    _take(_without_edges(pages), blocks)
    source = structs.replace(
        source,
        title=about.get("Title") or None,
        author=about.get("Author") or None,
        warnings=(*source.warnings, _WARNING),
    )
    return blocks.document(source)


def _lines(page: Any) -> list[_Line]:
    """The page's lines in the order that the PDF has them."""
    words = page.get_textpage()
    pieces = []
    for i in range(words.count_rects()):
        left, bottom, right, top = words.get_rect(i)
        drawn = words.get_text_bounded(left, bottom, right, top)
        drawn = drawn.replace("\ufffe", "\xad").replace("\x02", "\xad")  # what pdfium makes of a line's last hyphen
        pieces.append(_Line(tidy(drawn).text, left, right, bottom, top))
    lines: list[_Line] = []
    for piece in pieces:
        text = " ".join(piece.text.split())
        last = lines[-1] if lines else None
        if not text:
            continue
        if last and min(last.top, piece.top) - max(last.bottom, piece.bottom) > 0.4 * (piece.top - piece.bottom):
            gap = "" if piece.left - last.right < 0.12 * (piece.top - piece.bottom) else " "
            box = (min(last.left, piece.left), max(last.right, piece.right))
            lines[-1] = _Line(last.text + gap + text, *box, min(last.bottom, piece.bottom), max(last.top, piece.top))
        else:
            shift = _SET_IN if piece.text[:1].isspace() else 0.0  # set in with spaces, which the box holds
            lines.append(_Line(text, piece.left + shift, piece.right, piece.bottom, piece.top))
    return lines


def _without_edges(pages: list[list[_Line]]) -> list[list[_Line]]:
    """The pages without page numbers and without what heads or foots many of them."""
    edges = Counter(_shape(line) for lines in pages for line in {id(x): x for x in (*lines[:1], *lines[-1:])}.values())
    often = {shape for shape, count in edges.items() if count >= max(3, len(pages) // 5)}

    def kept(line: _Line, at_edge: bool) -> bool:
        return not at_edge or not (_PAGE_NUMBER.fullmatch(line.text) or _shape(line) in often)

    out = []
    for lines in pages:
        for _ in range(2):
            lines = [line for i, line in enumerate(lines) if kept(line, i in (0, len(lines) - 1))]
        out.append(lines)
    return out


def _shape(line: _Line) -> str:
    return re.sub(r"\d+|\b[ivxl]+\b", "#", line.text.lower()).strip()


def _take(pages: list[list[_Line]], blocks: Blocks) -> None:
    """Fill paragraphs: a new one starts where a line is set in, stands apart, or follows a short line."""
    everything = [line for lines in pages for line in lines]
    if not everything:
        return
    steps = [a.bottom - b.bottom for lines in pages for a, b in pairwise(lines) if a.bottom > b.bottom]
    step = median(steps) if steps else 12.0
    right = sorted(line.right for line in everything)[len(everything) * 9 // 10]
    open_text = ""
    for lines in pages:
        left = _margin(lines)
        last: _Line | None = None
        for line in lines:
            starts = line.left >= left + _SET_IN - 1 or (last is not None and last.bottom - line.bottom > 1.35 * step)
            if open_text and (starts or _ended(last, right, open_text)):
                _put(open_text, blocks)
                open_text = ""
                if last and last.bottom - line.bottom > 2.6 * step:
                    blocks.rule("space")
            open_text = _joined(open_text, line.text)
            last = line
        if last and _ended(last, right, open_text):
            _put(open_text, blocks)
            open_text = ""
    _put(open_text, blocks)


def _margin(lines: list[_Line]) -> int:
    """Where most lines start, or a good many: a page of dialogue has more lines set in than not."""
    starts = Counter(round(line.left) for line in lines)
    return min((left for left, count in starts.items() if count * 8 >= len(lines)), default=0)


def _ended(last: _Line | None, right: float, text: str) -> bool:
    """True where the last line is short and ends as a sentence does."""
    return last is not None and last.right < right - 0.12 * (right - last.left) and bool(_END.search(text))


def _joined(text: str, line: str) -> str:
    """Two lines as one; a word cut by a hyphen is made whole."""
    if not text:
        return line
    if text.endswith(("\xad", "\u2010")) or (re.search(r"[a-z]-$", text) and line[:1].islower()):
        return text[:-1] + line
    return f"{text} {line}"


def _put(text: str, blocks: Blocks) -> None:
    if text:
        blocks.words(text)
        blocks.end()
