"""Words with their marks as elements that nest: where two marks cross, the one of the lower rank is cut into pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from unspoken.exports.tei.elements import append_text, element, put

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Pieces = dict[str, list["Element"]]


@dataclass(frozen=True)
class Mark:
    """A stretch of the text in an element.

    ``level``: what stands outside of what, 0 outermost, whatever the lengths (TEI allows no speech inside a name).
    ``key`` is the same for all pieces of one record; ``named``: it has its key as ``xml:id`` even if it is whole.
    """

    start: int
    end: int
    level: int
    name: str
    attributes: tuple[tuple[str, str | None], ...]
    key: str
    named: bool = False


@dataclass(frozen=True)
class Stone:
    """An empty element at a place of the text, such as a milestone."""

    offset: int
    attributes: tuple[tuple[str, str | None], ...]


def inline(
    parent: Element, text: str, bounds: tuple[int, int], marks: Iterable[Mark], stones: Sequence[Stone], pieces: Pieces
) -> None:
    """Put a stretch of the text into an element, with its marks.

    Args:
        parent: the paragraph or heading, empty so far.
        text: the whole text.
        bounds: where the stretch starts and ends.
        marks: those that touch it; what lies outside of it is cut off.
        stones: those that lie in it.
        pieces: the elements made for each mark, by its key; new ones are added.
    """
    start, end = bounds
    waiting = sorted((m for m in marks if max(m.start, start) < min(m.end, end)), key=lambda m: -m.start)
    cuts = {start, end, *(s.offset for s in stones)}
    cuts.update(point for m in waiting for point in (max(m.start, start), min(m.end, end)))
    points = sorted(cuts)
    active: list[Mark] = []
    opened: list[tuple[Mark, Element]] = []
    for here, there in pairwise(points):
        active = [m for m in active if m.end > here]
        while waiting and waiting[-1].start <= here:
            active.append(waiting.pop())
        active.sort(key=lambda m: (m.level, m.start, -m.end))
        _reopen(parent, active, opened, pieces)
        inner = opened[-1][1] if opened else parent
        for stone in stones:
            if stone.offset == here:
                inner.append(element("milestone", dict(stone.attributes)))
        append_text(inner, text[here:there])


def _reopen(parent: Element, wanted: list[Mark], opened: list[tuple[Mark, Element]], pieces: Pieces) -> None:
    """Leave open what stays as it is, close the rest, open what is new."""
    same = 0
    while same < min(len(opened), len(wanted)) and opened[same][0] is wanted[same]:
        same += 1
    del opened[same:]
    for mark in wanted[same:]:
        made = element(mark.name, dict(mark.attributes))
        (opened[-1][1] if opened else parent).append(made)
        opened.append((mark, made))
        pieces.setdefault(mark.key, []).append(made)


def link(pieces: Pieces, named: Iterable[str]) -> None:
    """Chain the pieces of each record by ``next`` and ``prev``; the first has the record's key as its name.

    Args:
        pieces: elements by key.
        named: keys whose elements get a name even where there is one piece.
    """
    always = set(named)
    for key, elements in pieces.items():
        if len(elements) > 1 or key in always:
            names = [key, *(f"{key}.{n}" for n in range(2, len(elements) + 1))]
            for i, made in enumerate(elements):
                put(made, "xml:id", names[i])
                if i:
                    put(made, "prev", f"#{names[i - 1]}")
                if i + 1 < len(elements):
                    put(made, "next", f"#{names[i + 1]}")
