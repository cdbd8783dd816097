"""A paragraph cut into sentences, without the tagger: after a full stop before a capital, not after initials."""

from __future__ import annotations

import re

from unspoken import resources
from unspoken.layers.spans import Span

STOP = re.compile(r"[.!?…]+[\"”’»)*_]*(?=\s+[\"“‘«(*_]*[A-Z\d])")
INITIAL = re.compile(r"(?:^|[\s“‘\"'(*_.])(?:[A-Z]|(?P<word>[A-Z][a-z]{1,4}))\.$")


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of text[start:end], without the white space between them."""
    out: list[Span] = []
    at = start
    for m in STOP.finditer(text, start, end):
        if _abbreviates(text[max(at, m.start() - 8) : m.end()]):
            continue
        _add(out, text, at, m.end())
        at = m.end()
    _add(out, text, at, end)
    return out


def _abbreviates(tail: str) -> bool:
    """Whether a full stop only ends an initial or a title ("R. Hale", "Mr. Hale")."""
    m = INITIAL.search(tail)
    short = resources.words("closed_words.toml", "PROPN")
    return m is not None and (m.group("word") is None or m.group("word").lower() in short)


def _add(out: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        out.append(Span(start, end))
