"""The arcs: how people's feelings run from scene to scene, as small drawings of one kind."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from unspoken.adapters.figures.axis import Axis
from unspoken.adapters.figures.names import person, short
from unspoken.adapters.figures.sheet import BAND, COLD, FAINT, INK, LINE, WARM, Sheet, axes, colour, sheet, write
from unspoken.exports.outline import Guide
from unspoken.exports.outline.phrases import many
from unspoken.layers.feelings import Emotion
from unspoken.story import Story
from unspoken.views.arcs import Arc, Point, arcs

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ACROSS, MOST = 3, 12  # drawings in a row, and in all unless people are named
FEWEST = 2  # points of somebody who is drawn without having been named
WIDTH, LEFT, GAP, TOP, HIGH, HEAD, FOOT = 10.0, 0.62, 0.3, 0.8, 1.05, 0.3, 0.32
LABELLED = 0.3  # how far from even the highest and the lowest point are for their feeling to be named
EDGE = 1.4


def draw(story: Story, people: Sequence[str] | None = None) -> Sheet:
    """The figure; see `unspoken.adapters.figures.arcs`."""
    guide = Guide(story)
    chosen = _chosen(guide, people)
    across = max(1, min(ACROSS, len(chosen)))
    down = -(-len(chosen) // across)
    on = sheet(WIDTH, TOP + max(0.3, down * (HEAD + HIGH + FOOT)))
    write(on, 0.2, 0.16, "How they feel, scene by scene", 14, bold=True)
    title = short(story.source.title or story.source.name, 60)
    write(on, 0.2, 0.45, f"{title}: up glad, down sad; the larger, the more feelings are told", 8.5, FAINT)
    if not chosen:
        write(on, 0.2, TOP, "No feelings are told in this story.", 9.5, FAINT)
    width = (WIDTH - LEFT - 0.2 - GAP * (across - 1)) / across
    signs = {feeling.emotion: feeling.valence for feeling in story.feelings}
    axis, ranks = Axis(story), {c.id: n for n, c in enumerate(story.characters)}
    for n, arc in enumerate(chosen):
        left, top = LEFT + (n % across) * (width + GAP), TOP + (n // across) * (HEAD + HIGH + FOOT)
        name = "Everybody together" if arc.character is None else short(guide.name(arc.character), 20)
        write(on, left, top, name, 9.5, bold=True)
        at = axes(on, left, top + HEAD, width, HIGH)
        at.set_ylim(-EDGE, EDGE)
        axis.dress(at, BAND, (-EDGE, EDGE), int(width / 0.3))
        at.set_yticks([0.8, -0.8], ["glad", "sad"] if n % across == 0 else ["", ""])
        at.plot([0, axis.right], [0, 0], color=LINE, linewidth=0.8, zorder=1)
        ink = INK if arc.character is None else colour(ranks.get(arc.character))
        _arc(at, arc, [(a + b) / 2 for a, b in axis.bands()] or [axis.right / 2], ink, signs)
        at.text(1.0, 1.04, _count(arc), transform=at.transAxes, size=7, color=FAINT, ha="right", va="bottom")
    return on


def _chosen(guide: Guide, people: Sequence[str] | None) -> list[Arc]:
    """The arcs of those who are named, empty ones too; else everybody together and the main people."""
    made = arcs(guide.story)
    if people is not None:
        by_id = {arc.character: arc for arc in made}
        ids = dict.fromkeys(person(guide, who).id for who in people)
        return [by_id.get(id, Arc(id, ())) for id in ids]
    return [arc for arc in made if len(arc.points) >= (FEWEST if arc.character else 1)][:MOST]


def _count(arc: Arc) -> str:
    total = sum(point.count for point in arc.points)
    return f"{many(total, 'feeling')} in {many(len(arc.points), 'scene')}" if total else "no feelings are told"


def _arc(at: Axes, arc: Arc, middles: Sequence[float], ink: str, signs: dict[Emotion, float]) -> None:
    """A line through the smoothed points, dotted over scenes without any, and a triangle for each scene's mean."""
    smooth = [(p.scene, p.smoothed) for p in arc.points if p.smoothed is not None]
    for (scene, before), (later, after) in pairwise(smooth):
        style = "-" if later == scene + 1 else (0, (1, 2))
        at.plot([middles[scene], middles[later]], [before, after], color=ink, linewidth=1.5, linestyle=style, zorder=3)
    told = [p for p in arc.points if p.valence is not None]
    for point in told:
        value = point.valence or 0.0
        mark, shade = ("v", COLD) if value < 0 else ("^", WARM)
        at.plot(
            middles[point.scene], value, mark, color=shade, markersize=2.5 + 1.6 * min(point.count, 16) ** 0.5,
            alpha=0.85, markeredgewidth=0, zorder=4,
        )  # fmt: skip
    if told:
        _label(at, max(told, key=_height), 1, middles, signs)
        _label(at, min(told, key=_height), -1, middles, signs)


def _height(point: Point) -> float:
    return point.valence or 0.0


def _label(at: Axes, point: Point, way: int, middles: Sequence[float], signs: dict[Emotion, float]) -> None:
    """What is felt most where it is highest or lowest."""
    value = point.valence or 0.0
    if value * way < LABELLED:
        return
    fits = [emotion for emotion in point.emotions if signs.get(emotion, 0.0) * way > 0]
    if not fits:
        return
    x = middles[point.scene]
    side = "left" if x < at.get_xlim()[1] * 0.15 else "right" if x > at.get_xlim()[1] * 0.85 else "center"
    at.text(
        x, value + 0.16 * way, fits[0], size=7.5, color=INK, ha=side, va="bottom" if way > 0 else "top", zorder=5,
        parse_math=False, bbox={"facecolor": "white", "alpha": 0.7, "pad": 0.5, "linewidth": 0},
    )  # fmt: skip
