"""The drawing of one heart. Solid: what is felt; dashed: what the other takes it for; hatched: where the two part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from unspoken.adapters.figures.axis import Axis, rows
from unspoken.adapters.figures.heart import Flag, Run, Space, path
from unspoken.adapters.figures.names import short
from unspoken.adapters.figures.sheet import BAND, FAINT, HATCH, INK, LETTER, LINE, Sheet, axes

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HIGH = 1.25  # valences go from -1 to 1; the rest is for labels
STRIP = 0.32
BOLD = 1.2  # how much wider bold words are
FLAGS = 4  # the most rows of flags
SMALL = 8.0  # points
_BOX: dict[str, Any] = {"facecolor": "white", "alpha": 0.8, "pad": 1.2, "linewidth": 0}
_FELT: dict[str, Any] = {"linestyle": "-", "linewidth": 2.4, "solid_capstyle": "butt"}
_HELD: dict[str, Any] = {"linestyle": (0, (4, 2)), "linewidth": 2.2}
_TURNED: dict[str, Any] = {"linestyle": (0, (1, 1.2)), "linewidth": 2.6}


@dataclass(frozen=True)
class Panel:
    """What is drawn of a heart: names, colours, lines, areas, and flags with the row of each (None: no room)."""

    who: str
    other: str
    colours: tuple[str, str]
    felt: list[Run]
    held: list[Run]
    spaces: list[Space]
    flags: list[tuple[Flag, float, int | None]]
    numbers: dict[str, int]
    unit: float  # of the axis, in inches

    @classmethod
    def of(
        cls, who: str, other: str, colours: tuple[str, str], lines: tuple[list[Run], list[Run], list[Space]],
        happened: list[Flag], numbers: dict[str, int], axis: Axis, width: float,
    ) -> Panel:  # fmt: skip
        """A panel with its flags put into rows; ``width`` is that of the drawing, in inches."""
        unit = width / axis.right
        sizes = [(len(flag.words) * SMALL * LETTER * (BOLD if flag.gap else 1.0) + 0.1) / unit for flag in happened]
        lefts = [max(0.0, min(flag.at, axis.right - size)) for flag, size in zip(happened, sizes, strict=True)]
        placed = rows([*zip(lefts, sizes, strict=True)], FLAGS)
        return cls(who, other, colours, *lines, [*zip(happened, lefts, placed, strict=True)], numbers, unit)

    @property
    def unknown(self) -> tuple[float, float]:
        """From where to where a gap is hatched of which it is not known between what it lies.

        Over the whole height, or, where there are others that could not be seen then, at the foot.
        """
        return (-HIGH, STRIP - HIGH) if any(space.bounds for space in self.spaces) else (-HIGH, HIGH)

    @property
    def rows(self) -> int:
        """How many rows its flags take."""
        return max((row + 1 for _, _, row in self.flags if row is not None), default=0)


def place(on: Sheet, panel: Panel, axis: Axis, box: tuple[float, float, float, float], row: float) -> None:
    """Draw a heart into a box of the sheet (left, top, width, height); a row of flags is a share of its height."""
    at = axes(on, *box)
    step = 2 * HIGH * row / (1 - row * panel.rows)
    at.set_ylim(-HIGH, HIGH + step * panel.rows)
    axis.dress(at, BAND, (-HIGH, HIGH))
    at.set_yticks([0.9, 0, -0.9], ["warm", "even", "cold"])
    at.text(-0.006, -0.02, "scene", transform=at.transAxes, size=SMALL, color=FAINT, ha="right", va="top")
    at.plot([0, axis.right], [0, 0], color=LINE, linewidth=0.8, zorder=1)
    for space in panel.spaces:
        _space(at, panel, space)
    _lines(at, panel)
    for space in panel.spaces:
        _labels(at, panel, space, axis)
    for flag, left, number in panel.flags:
        _flag(at, flag, left, None if number is None else HIGH + step * (panel.rows - number - 0.5))
    _key(at, panel)


def _lines(at: Axes, panel: Panel) -> None:
    holder, other = panel.colours
    at.plot(*path(panel.held), color=other, zorder=4, label=f"what {panel.other} takes it for", **_HELD)
    at.plot(*path(panel.felt), color=holder, zorder=5, label=f"what {panel.who} feels for {panel.other}", **_FELT)
    starts = [(run.left, run.value) for run in panel.felt]
    at.plot([x for x, _ in starts], [y for _, y in starts], "o", color=holder, markersize=4.5, zorder=5)


def _space(at: Axes, panel: Panel, space: Space) -> None:
    """The hatched area of a gap, with its lines."""
    low, high = space.bounds or panel.unknown
    right = max(space.right, space.left + 0.03 / panel.unit)
    at.fill_between(
        (space.left, right), low, high, facecolor="#f6ebc8", edgecolor=HATCH, hatch="////", linewidth=0.0, zorder=2
    )
    edges = ((space.felt, panel.colours[0], _TURNED), (space.believed, panel.colours[1], _HELD))
    for value, colour, style in edges:
        if value is not None:
            at.plot([space.left, right], [value, value], color=colour, zorder=4, **style)


def _labels(at: Axes, panel: Panel, space: Space, axis: Axis) -> None:
    """Words at the edges of a gap, so that nobody has to look at the key."""
    unknown = f"{panel.other} is wrong here" if space.wrong else f"{panel.other} does not know"
    believed = unknown if space.believed is None else f"what {panel.other} believes"
    low, high = panel.unknown
    heights = (space.felt or 0.0, space.believed or 0.0) if space.bounds else (high, (low + high) / 2 + 0.07)
    above = heights[0] > heights[1]
    words = [(f"what {panel.who} feels, in truth", heights[0], panel.colours[0], above)] if space.bounds else []
    for text, y, colour, up in [*words, (believed, heights[1], panel.colours[1], not above)]:
        left = max(0.0, min(space.left, axis.right - len(text) * SMALL * LETTER / panel.unit)) + 0.06 / panel.unit
        at.text(
            left, y + (0.07 if up else -0.07), text, size=SMALL, color=colour, va="bottom" if up else "top", zorder=7,
            bbox=_BOX, parse_math=False,
        )  # fmt: skip
    if space.gap in panel.numbers:
        middle = sum(space.bounds or panel.unknown) / 2
        number = str(panel.numbers[space.gap])
        at.text((space.left + space.right) / 2, middle, number, weight="bold", ha="center", va="center", bbox=_BOX)


def _flag(at: Axes, flag: Flag, left: float, height: float | None) -> None:
    """A flag on its pole; the pole alone where there is no room for the words."""
    colour = INK if flag.gap else FAINT
    top = HIGH if height is None else height
    style = "-" if flag.gap else (0, (3, 3))
    at.plot([flag.at, flag.at], [-HIGH, top], color=colour, linewidth=0.9, linestyle=style, zorder=3)
    if height is not None:
        at.text(
            left, height, f" {flag.words}", size=SMALL, color=colour, va="center", zorder=7, parse_math=False,
            weight="bold" if flag.gap else "normal", bbox=_BOX,
        )  # fmt: skip


def _key(at: Axes, panel: Panel) -> None:
    """What the lines mean, under the drawing; only those that are there."""
    holder, other = panel.colours
    who, taker = short(panel.who, 18), short(panel.other, 18)
    entries: list[Any] = []
    if panel.felt:
        entries.append(Line2D([], [], color=holder, label=f"what {who} feels, as shown", **_FELT))
    if any(space.felt is not None for space in panel.spaces):
        entries.append(Line2D([], [], color=holder, label="the same, by the words above", **_TURNED))
    if panel.held or any(space.believed is not None for space in panel.spaces):
        entries.append(Line2D([], [], color=other, label=f"what {taker} takes it for", **_HELD))
    if panel.spaces:
        entries.append(Patch(facecolor="#f6ebc8", edgecolor=HATCH, hatch="////", label="the unspoken", linewidth=0))
    key = at.legend(
        handles=entries, loc="upper left", bbox_to_anchor=(-0.005, -0.09), ncols=4, frameon=False, fontsize=SMALL,
        labelcolor=FAINT, handlelength=2.8, columnspacing=1.2, borderpad=0.2,
    )  # fmt: skip
    for text in key.get_texts():
        text.set_parse_math(False)
