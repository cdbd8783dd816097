"""The pieces of quotations in one paragraph, and whether each is speech or a word held up with tongs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from unspoken import resources
from unspoken.stages.quotations.marks import Style, closer, opens

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
DASH_CUE = re.compile(
    r"(?:\s*[—–―-]\s*|,\s+|(?<=[.!?…])\s+)(?=(?:(?:he|she|they|I|we|[A-Z]\w+(?: [A-Z]\w+)?) )?(\w+)\b)"
)


@dataclass(frozen=True)
class Piece:
    """A stretch between marks, marks included. ``closed`` False: the last mark is missing."""

    start: int
    end: int
    style: str
    closed: bool


def pieces(text: str, start: int, end: int, styles: Sequence[Style], first: Style) -> list[Piece]:
    """The outermost quoted pieces of the paragraph text[start:end], in order.

    Args:
        text: the whole text.
        start: the paragraph's first offset.
        end: the offset after its last character.
        styles: the styles that count in this text.
        first: its main style, the only one whose pieces may stay open.
    """
    found: list[Piece] = []
    by_mark = {style.open: style for style in reversed(styles)}
    i = start
    while i < end:
        style = by_mark.get(text[i])
        if style is None or not opens(text, i, style):
            i += 1
            continue
        stop = closer(text, i + 1, end, style)
        if stop < 0:
            stop = _cut_at_reopening(text, i, end, style)
            if stop < 0:
                if style is not first:
                    i += 1
                    continue
                found.append(Piece(i, end, style.open, closed=False))
                break
        found.append(Piece(i, stop + 1, style.open, closed=True))
        i = stop + 1
    return found


def _cut_at_reopening(text: str, i: int, end: int, style: Style) -> int:
    """A mark is missing and the next piece opens already: end this one at the punctuation before a cue, or -1."""
    following = text.find(style.open, i + 1, end)
    if following < 0:
        return -1
    cut = max(text.rfind(mark, i + 1, following) for mark in ",.!?")
    return cut if cut > i else following - 1


def dash_pieces(text: str, start: int, end: int) -> list[Piece]:
    """Speech that a dash opens and nothing closes ("—Yes, he said. Come in."): up to a cue, and on after it."""
    found, at = [], start
    while at < end:
        cue = next((m for m in DASH_CUE.finditer(text, at + 1, end) if m.group(1) in cue_verbs()), None)
        stop = cue.start() + (1 if cue and text[cue.start()] == "," else 0) if cue else end
        found.append(Piece(at, stop, "—", closed=True))
        if cue is None:
            break
        over = re.compile(r"[.!?]\s+(?=\S)|\s[—–―]\s*").search(text, cue.end(), end)
        if over is None:
            break
        at = over.end()
    return found


def cue_verbs() -> frozenset[str]:
    """Verbs that introduce what is said or thought."""
    return resources.words("speech.toml", "say") | resources.words("speech.toml", "think")


def is_speech(text: str, piece: Piece, start: int, end: int) -> bool:
    """Whether a piece is speech (or thought in words), not a title or a word that the narration holds up.

    Args:
        text: the whole text.
        piece: the piece.
        start: its paragraph's first offset.
        end: the offset after its paragraph's last character.
    """
    inner = text[piece.start + 1 : piece.end - 1 if piece.closed else piece.end].strip(" \u00a0'‘’\"“”")
    if not any(c.isalnum() for c in inner):
        return bool(inner) and text[start : piece.start].strip() == "" and text[piece.end : end].strip() == ""
    before, after = text[start : piece.start].rstrip(), text[piece.end : end].lstrip()
    if not before and not after:
        return True
    if not piece.closed:
        return True
    finished = inner[-1] in ".,!?…—–-;:" or text[piece.end : piece.end + 1] in ("—", "–")
    if _cue_beside(before, after):
        return True
    short = len(WORD.findall(inner)) <= 4
    if not before:
        return finished or not (short and after[:1].islower())
    led = before[-1] in ',:;.!?…—–-)*_"”’'
    if finished:
        return led or not (short and inner[0].islower()) if inner[-1] in ",;" else led or not inner[0].islower()
    return before[-1] in ":," and inner[0].isupper() and not short


def _cue_beside(before: str, after: str) -> bool:
    """A verb of saying just before the piece, or within the first words after it."""
    verbs, weak = cue_verbs(), resources.words("speech.toml", "weak")
    tail = WORD.findall(before[-40:])
    if tail and tail[-1] in verbs and (tail[-1] not in weak or before[-1] in ",:"):
        return True
    head = WORD.findall(after[:60])[:4]
    return bool(after) and after[0].islower() and any(word in verbs and word not in weak for word in head[:3])
