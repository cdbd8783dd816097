"""The paper to draw on, and how things look on all figures. It needs matplotlib, so only what draws imports it."""

from __future__ import annotations

from io import BytesIO

from matplotlib.axes import Axes
from matplotlib.figure import Figure

INK, FAINT, LINE, BAND, HATCH = "#1d1b18", "#625c53", "#c9c2b4", "#f4f1ea", "#a5852a"
WARM, COLD = "#a63a12", "#1d4f91"
PEOPLE = (
    "#a3221b", "#1f5fa8", "#2a6e2d", "#84359a", "#8f5200", "#00695c",
    "#a3154f", "#5d4037", "#46565e", "#6b6210", "#283593", "#6a1b9a",
)  # fmt: skip
LETTER = 0.0075  # inches, about, of a letter for each point of its size
_DOTS = 144  # an inch, of what a notebook shows; a browser has 96 of them


class Sheet(Figure):
    """A figure that a notebook shows by itself, without pyplot."""

    def _repr_png_(self) -> tuple[bytes, dict[str, int]]:
        out = BytesIO()
        self.savefig(out, format="png", dpi=_DOTS, metadata={"Software": None})
        width, height = (round(inches * 96) for inches in self.get_size_inches())
        return out.getvalue(), {"width": width, "height": height}


def sheet(width: float, height: float) -> Sheet:
    """A white sheet, in inches."""
    return Sheet(figsize=(width, height), facecolor="white")


def axes(on: Sheet, left: float, top: float, width: float, height: float) -> Axes:
    """A place to draw in, in inches from the top left corner of the sheet, without a frame."""
    whole_width, whole_height = on.get_size_inches()
    bottom = whole_height - top - height
    made = on.add_axes((left / whole_width, bottom / whole_height, width / whole_width, height / whole_height))
    made.set_facecolor("none")
    made.tick_params(length=0, labelsize=8, labelcolor=FAINT)
    for side in made.spines.values():
        side.set_visible(False)
    return made


def write(
    on: Sheet, left: float, top: float, words: str, size: float = 9, colour: str = INK, bold: bool = False
) -> None:
    """Words from a place on, in inches from the top left corner; never read as mathematics."""
    width, height = on.get_size_inches()
    on.text(
        left / width, 1 - top / height, words, size=size, color=colour, weight="bold" if bold else "normal",
        va="top", ha="left", parse_math=False, linespacing=1.35,
    )  # fmt: skip


def colour(rank: int | None) -> str:
    """The colour of a person by the place in the cast: the main ones have one of their own."""
    return PEOPLE[rank] if rank is not None and rank < len(PEOPLE) else FAINT
