"""Marking up a stretch of text: marks may nest and cross, tags may only nest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import escape

_INVALID = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])


@dataclass(frozen=True)
class Mark:
    """A stretch of the text in an element: ``attributes`` as HTML, ``id`` on its first piece alone.

    ``rank`` says which of two marks over the same words is the outer one: the lower.
    """

    start: int
    end: int
    rank: int
    attributes: str
    element: str = "span"
    id: str | None = None


def clean(text: str) -> str:
    """Text as HTML, escaped, without the code points that HTML forbids."""
    return str(escape(text.translate(_INVALID)))


def attribute(name: str, value: str) -> str:
    """`` name="value"``, escaped."""
    return f' {name}="{clean(value)}"'


def marked(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """The text in [start, end) as HTML with its marks. A mark that another one crosses is cut into pieces.

    Args:
        text: the whole text.
        start: offset of the first code point.
        end: offset after the last.
        marks: all that touch the stretch; what lies outside of it is cut off.
    """
    inside = [m for m in marks if max(m.start, start) < min(m.end, end)]
    inside.sort(key=lambda m: (max(m.start, start), -min(m.end, end), m.rank))
    points = sorted({start, end, *(max(m.start, start) for m in inside), *(min(m.end, end) for m in inside)})
    out: list[str] = []
    opened: list[Mark] = []
    waiting = iter(inside)
    following = next(waiting, None)
    for here, there in zip(points, [*points[1:], end], strict=True):
        _close(opened, here, end, out)
        while following is not None and max(following.start, start) == here:
            out.append(_tag(following, first=following.start >= start))
            opened.append(following)
            following = next(waiting, None)
        out.append(clean(text[here:there]))
    return "".join(out)


def _close(opened: list[Mark], here: int, end: int, out: list[str]) -> None:
    """Close the marks that end here; those around which they were opened are cut and opened again."""
    again: list[Mark] = []
    while any(min(m.end, end) <= here for m in opened):
        mark = opened.pop()
        out.append(f"</{mark.element}>")
        if min(mark.end, end) > here:
            again.append(mark)
    for mark in reversed(again):
        out.append(_tag(mark, first=False))
        opened.append(mark)


def _tag(mark: Mark, *, first: bool) -> str:
    id = f' id="{mark.id}"' if first and mark.id else ""
    return f"<{mark.element}{id}{mark.attributes}>"
