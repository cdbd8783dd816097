"""What Project Gutenberg wraps around a book: licence, credits, title and author."""

from __future__ import annotations

import re
from dataclasses import dataclass

from unspoken.layers.source import LeftOut

_START = re.compile(
    r"^[ \t]*\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG[^\n]*?(?:\n[^\n*]+)?\*\*\*[ \t]*$"
    r"|^\*END[* ]*THE SMALL PRINT![^\n]*$",
    re.M,
)
_END = re.compile(
    r"^[ \t]*(?:\*\*\* ?END OF (?:THE|THIS) PROJECT GUTENBERG|End of (?:the |this )?Project Gutenberg)", re.M | re.I
)
_CREDIT = re.compile(
    r"\s*(?:(?:E-?text |This e(?:text|book) was )?(?:produced|prepared|transcribed|scanned|created) by\b"
    r"|[\[{]?(?:transcriber['’]s note|note:? ?project gutenberg))[^\n]*(?:\n[^\n]+)*",
    re.I,
)
_FIELD = re.compile(r"^(Title|Author|Language): *(.+(?:\n +\S.*)*)$", re.M)


@dataclass(frozen=True)
class Wrapped:
    """A book without its wrapping; ``fields`` are Title, Author, Language where the header names them."""

    text: str
    fields: dict[str, str]
    left_out: tuple[LeftOut, ...]


def unwrap(text: str) -> Wrapped:
    """The book alone. A text that Project Gutenberg did not wrap comes back as it is."""
    last = 0
    for found in _START.finditer(text, 0, min(len(text), 60_000)):
        last = found.end()
    ends = [found.start() for found in _END.finditer(text, max(last, len(text) // 2))]
    end = ends[0] if ends else len(text)
    if not last and not ends:
        return Wrapped(text, {}, ())
    credit = _CREDIT.match(text, last, end) if last else None
    start = credit.end() if credit else last
    header, footer = text[:start].strip(), text[end:].strip()
    left = [LeftOut(kind, words) for kind, words in (("header", header), ("footer", footer)) if words]
    fields = {key: re.sub(r"\s+", " ", value).strip() for key, value in _FIELD.findall(header)}
    return Wrapped(text[start:end].strip("\n") if last else text[:end].rstrip("\n"), fields, tuple(left))
