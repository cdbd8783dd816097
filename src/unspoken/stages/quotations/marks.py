"""Quotation marks: the styles, and where each opens and closes in a paragraph.

An apostrophe is the hard case: in British single quotes the closing mark and the apostrophe are one character.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from unspoken import resources

END = ".,!?…—–-;:*)"  # what the last character of a quotation's words is, before the closing mark
STRAIGHT = {'"', "'"}
DEEPEST = 4  # quotations nest no deeper; more open marks than that are marks that were never closed


@dataclass(frozen=True)
class Style:
    """A pair of marks. ``apostrophe``: the closing mark is also used inside words."""

    open: str
    close: str
    apostrophe: bool = False


STYLES = (
    Style('"', '"'),
    Style("“", "”"),
    Style("‘", "’", apostrophe=True),
    Style("'", "'", apostrophe=True),
    Style("«", "»"),
    Style("»", "«"),
    Style("„", "“”"),
    Style("‹", "›"),
    Style("「", "」"),
)


@cache
def elided() -> re.Pattern[str]:
    """What follows an apostrophe that stands for left-out letters ("'tis", "'em", "'90s")."""
    heads = "|".join(sorted(resources.words("quotations.toml", "elided"), key=len, reverse=True))
    return re.compile(rf"(?:{heads})\b|\d\ds?\b", re.IGNORECASE)


def opens(text: str, i: int, style: Style) -> bool:
    """Whether the mark at ``i`` can open a quotation: nothing or a gap before it, a word after it."""
    before, after = text[i - 1 : i], text[i + 1 : i + 2]
    if not after or (after.isspace() and style.open not in "«»"):
        return False
    if style.open not in STRAIGHT and not style.apostrophe:
        return True
    if before and (before.isalnum() or (style.open in STRAIGHT and before in ".,!?;:…")):
        return False
    return not (
        style.apostrophe and elided().match(text, i + 1) and not closer(text, i + 1, len(text), style, strict=True)
    )


def closer(text: str, start: int, stop: int, style: Style, strict: bool = False) -> int:
    """The index of the mark that closes a quotation whose words begin at ``start``, or -1.

    ``strict``: only a mark right after punctuation is taken (for marks that are apostrophes too, where nothing better
    is found, one at the end of a word is).
    """
    if style.apostrophe:
        return _closing_apostrophe(text, start, stop, style, strict)
    depth = 0
    for i in range(start, stop):
        char = text[i]
        if char == style.open and char in STRAIGHT:
            if _reopens(text, i):
                return -1
            return i
        if char == style.open and style.open not in STRAIGHT:
            depth += 1
            if depth > DEEPEST:
                return -1
        elif char in style.close:
            if depth == 0:
                return i
            depth -= 1
    return -1


def _reopens(text: str, i: int) -> bool:
    """A straight mark that can only open: a gap before it and a word after it."""
    before, after = text[i - 1 : i], text[i + 1 : i + 2]
    return before.isspace() and bool(after) and (after.isalnum() or after in "‘'“")


def _closing_apostrophe(text: str, start: int, stop: int, style: Style, strict: bool) -> int:
    """The first mark after punctuation closes; else the first at the end of a word with no later opening before it."""
    loose = -1
    depth = 0
    for i in range(start, stop):
        char = text[i]
        if char == style.open and style.open != style.close:
            depth += 1
            if depth > DEEPEST:
                break
            continue
        if char not in style.close:
            continue
        before, after = text[i - 1 : i], text[i + 1 : i + 2]
        if after.isalnum() or before.isspace():
            if style.open == style.close and before.isspace() and after.isalnum() and loose >= 0:
                return loose
            continue
        if before in END:
            if depth == 0 or not after:
                return i
            depth -= 1
        elif loose < 0:
            loose = i
    return -1 if strict else loose
