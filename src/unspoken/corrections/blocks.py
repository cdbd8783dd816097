"""Blocks: corrections as they stand in the text of a file, so that one can go and all else stays as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from unspoken.corrections import KINDS, kind_of, parsed, written
from unspoken.errors import BadCorrections
from unspoken.layers.corrections import Correction

HEAD = re.compile(rf"^[ \t]*\[\[[ \t]*({'|'.join(KINDS)})[ \t]*\]\]", re.MULTILINE)
BY_HAND = "change the file by hand"


@dataclass(frozen=True)
class Block:
    """A correction and where it stands: from its heading to the last of its own lines."""

    correction: Correction
    start: int
    end: int


def blocks(text: str, name: str) -> list[Block]:
    """The corrections of a text in the order in which they stand in it.

    Raises:
        BadCorrections: it is not understood, or its corrections are not written as blocks.
    """
    waiting: dict[str, list[Correction]] = {kind: [] for kind in KINDS}
    for correction in parsed(text, name):
        waiting[kind_of(correction)].append(correction)
    heads = [*HEAD.finditer(text)]
    if any(len(found) != sum(head[1] == kind for head in heads) for kind, found in waiting.items()):
        raise BadCorrections(name, "its corrections are not written as blocks", BY_HAND)
    bounds = [head.start() for head in heads] + [len(text)]
    return [
        Block(waiting[head[1]].pop(0), head.start(), _end(text, head.start(), bounds[n + 1]))
        for n, head in enumerate(heads)
    ]


def in_order(text: str, name: str) -> tuple[Correction, ...]:
    """The corrections of a text as they stand in it; where they are no blocks, kind by kind.

    Raises:
        BadCorrections: it is not understood.
    """
    found = parsed(text, name)
    try:
        return tuple(block.correction for block in blocks(text, name))
    except BadCorrections:
        return found


def with_block(text: str, block: str, name: str, number: int | None = None) -> str:
    """The text with a block more.

    Args:
        text: all that the file holds.
        block: the correction as it is written, with its heading.
        name: of the file, for messages.
        number: which correction it is to be, from 1; None: the last.

    Raises:
        BadCorrections: the text is not understood, or would not be with this in it.
    """
    before = parsed(text, name)
    at = len(text)
    if number is not None and number <= len(before):
        at = blocks(text, name)[number - 1].start
    made = _joined(text[:at], block, text[at:])
    return _checked(made, [*before, *parsed(block, name)], name)


def without_block(text: str, number: int, name: str) -> tuple[str, str]:
    """The text less one correction; comments that are not between its lines stay.

    Returns:
        The text, and the block that was taken out of it.

    Raises:
        BadCorrections: as above, or there is no correction of that number.
    """
    found = blocks(text, name)
    if not 1 <= number <= len(found):
        remedy = f"it holds {len(found)}; `unspoken fix list` shows them"
        raise BadCorrections(name, f"there is no correction number {number}", remedy)
    block = found[number - 1]
    made = _joined(text[: block.start], "", text[block.end :])
    rest = [b.correction for b in found if b is not block]
    return _checked(made, rest, name), text[block.start : block.end]


def block_of(correction: Correction) -> str:
    """A correction as a block of its own."""
    return written([correction])


def _end(text: str, start: int, bound: int) -> int:
    """The end of the last line before a bound that is neither empty nor a comment."""
    end = at = start
    for line in text[start:bound].split("\n"):
        at += len(line) + 1
        if line.strip() and not line.lstrip().startswith("#"):
            end = min(at, bound)
    return end


def _joined(before: str, block: str, after: str) -> str:
    """Pieces with an empty line between them, and the kind of line ends that the file has."""
    end = "\r\n" if "\r\n" in before + after else "\n"
    block = end.join(block.strip().replace("\r\n", "\n").split("\n"))
    pieces = [piece for piece in (before.rstrip(), block, after.strip()) if piece]
    return (end * 2).join(pieces) + end * bool(pieces)


def _checked(text: str, expected: Iterable[Correction], name: str) -> str:
    try:
        found = parsed(text, name)
    except BadCorrections:
        found = ()
    if sorted(found, key=repr) != sorted(expected, key=repr):
        raise BadCorrections(name, "what is written in it stands in the way of this change", BY_HAND)
    return text
