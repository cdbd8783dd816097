"""One heart of a pair as lines, areas and flags on an axis, before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from unspoken.adapters.figures.axis import Axis
from unspoken.exports.outline import Misunderstanding
from unspoken.layers.beliefs import Gap
from unspoken.layers.relationships import RelationshipEvent
from unspoken.views.course import Heart


@dataclass(frozen=True)
class Run:
    """A line at one height from left to right."""

    left: float
    right: float
    value: float


@dataclass(frozen=True)
class Space:
    """A gap (its id) from left to right, between what is felt and what is believed; None: not known.

    ``wrong``: the other is wrong, and not merely in the dark.
    """

    gap: str
    wrong: bool
    left: float
    right: float
    felt: float | None
    believed: float | None

    @property
    def bounds(self) -> tuple[float, float] | None:
        """The heights between which it lies; who merely does not know takes it for even. None: not known."""
        believed = 0.0 if self.believed is None else self.believed
        return None if self.felt is None else (min(self.felt, believed), max(self.felt, believed))


@dataclass(frozen=True)
class Flag:
    """Something that happens at a place: a few words, and whether it concerns a gap."""

    at: float
    words: str
    gap: bool


def felt(heart: Heart, axis: Axis) -> list[Run]:
    """What is felt: each level until the next, the last one to the end."""
    ends = [*(level.start for level in heart.felt[1:]), None]
    return [Run(axis.x(level.start), axis.x(end), level.value) for level, end in zip(heart.felt, ends, strict=False)]


def held(heart: Heart, axis: Axis) -> list[Run]:
    """What the other takes it for, as long as each belief is held."""
    return [Run(axis.x(h.start), axis.x(h.end), h.value) for h in heart.held]


def spaces(heart: Heart, gaps: Iterable[Gap], axis: Axis) -> list[Space]:
    """Where the two part: the gaps, and nothing else."""
    wrong = {gap.id for gap in gaps if gap.type == "misbelief"}
    return [Space(p.gap, p.gap in wrong, axis.x(p.start), axis.x(p.end), p.felt, p.believed) for p in heart.partings]


def path(runs: Sequence[Run]) -> tuple[list[float], list[float]]:
    """Runs as the corners of one line, cut (by a nan) where nothing is known between two."""
    xs, ys = list[float](), list[float]()
    for run in runs:
        if xs and xs[-1] < run.left:
            xs.append(float("nan"))
            ys.append(float("nan"))
        xs += [run.left, run.right]
        ys += [run.value, run.value]
    return xs, ys


def flags(
    events: Iterable[RelationshipEvent], gaps: Sequence[Misunderstanding], other: str, axis: Axis, end: int
) -> list[Flag]:
    """What happens between the two, since when the reader knows of each gap, and where ``other`` learns it.

    Args:
        events: of the relationship.
        gaps: the gaps of this heart that are told in words, which have numbers if there are several.
        other: the name of the one who is wrong or in the dark.
        axis: where offsets stand.
        end: of the text; a gap that ends there is not seen to close.
    """
    out = dict.fromkeys(Flag(axis.x(e.start), e.type.replace("_", " "), False) for e in events)
    known: dict[tuple[float, str], list[str]] = {}
    for number, gap in enumerate(gaps, start=1):
        closed = gap.closed and gap.end < end
        if closed:
            known.setdefault((axis.x(gap.end), f"{other} learns it"), []).append(str(number))
        if not (closed and gap.reader_from >= gap.end):
            known.setdefault((axis.x(gap.reader_from), "the reader knows"), []).append(str(number))
    several = len(gaps) > 1
    told = [Flag(at, f"{words} ({', '.join(n)})" if several else words, True) for (at, words), n in known.items()]
    return sorted([*out, *told], key=lambda flag: (flag.at, flag.words))
