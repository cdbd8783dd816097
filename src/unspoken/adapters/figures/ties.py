"""The network: people as circles, and between two of them a line of which each half says what the nearer one feels."""

from __future__ import annotations

from math import log2, sqrt
from typing import TYPE_CHECKING, Any

from matplotlib.lines import Line2D

from unspoken.adapters.figures.layout import layout
from unspoken.adapters.figures.names import short
from unspoken.adapters.figures.sheet import COLD, FAINT, INK, LETTER, LINE, WARM, Sheet, axes, colour, sheet, write
from unspoken.exports.outline import Guide
from unspoken.story import Story
from unspoken.views.network import Edge, Network, Node, network

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST = 20  # people
WIDTH, HEIGHT, TOP, SIDE, FOOT = 10.0, 6.4, 1.15, 0.95, 0.75
EVEN = 0.15  # valences nearer to 0 are neither warm nor cold
NAME = 8.5  # points
TONES: dict[str, dict[str, Any]] = {
    "warm": {"color": WARM, "linestyle": "-"},
    "cold": {"color": COLD, "linestyle": (0, (2.2, 1.2))},
    "even": {"color": FAINT, "linestyle": (0, (5, 1, 1, 1))},
    "unknown": {"color": LINE, "linestyle": (0, (1, 1.5))},
}


def draw(story: Story, scene: str | None = None) -> Sheet:
    """The figure; see `unspoken.adapters.figures.network`."""
    guide = Guide(story)
    whole = network(story)
    now = whole if scene is None else network(story, scene)
    main = sorted(whole.nodes, key=lambda n: (-n.scenes, -n.mentions))[:MOST]
    # worked out once for the whole story, so that nobody moves from one scene to the next
    ties = {edge.pair: _strength(edge) for edge in whole.edges}
    places = layout([n.id for n in main], ties, WIDTH - 2 * SIDE, HEIGHT - TOP - FOOT)
    on = sheet(WIDTH, HEIGHT)
    _title(on, guide, now, len(main))
    at = axes(on, 0, 0, WIDTH, HEIGHT)
    at.set(xlim=(0, WIDTH), ylim=(0, HEIGHT), xticks=[], yticks=[])
    people = {n.id: n for n in now.nodes if n.id in places}
    for edge in now.edges:
        if edge.pair[0] in people and edge.pair[1] in people:
            _tie(at, edge, _place(places[edge.pair[0]]), _place(places[edge.pair[1]]))
    ranks = {c.id: n for n, c in enumerate(story.characters)}
    for node in people.values():
        _person(at, node, guide, _place(places[node.id]), colour(ranks.get(node.id)))
    if people:
        _key(at)
    return on


def _strength(edge: Edge) -> float:
    """How much two have to do with each other, by the scenes together and the words between them."""
    return log2(1 + edge.scenes + sum(edge.words) / 40)


def tone(valence: float | None) -> str:
    """How a feeling is drawn: warm, cold, even or unknown."""
    if valence is None:
        return "unknown"
    return "warm" if valence > EVEN else "cold" if valence < -EVEN else "even"


def _place(inside: tuple[float, float]) -> tuple[float, float]:
    return SIDE + inside[0], FOOT + inside[1]


def _tie(at: Axes, edge: Edge, a: tuple[float, float], b: tuple[float, float]) -> None:
    middle = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    width = 0.8 + min(4.0, 0.55 * _strength(edge))
    for end, valence in ((a, edge.valence.a), (b, edge.valence.b)):
        kind = tone(valence)
        at.plot(
            [end[0], middle[0]], [end[1], middle[1]], **TONES[kind], zorder=1 if kind == "unknown" else 2,
            linewidth=min(width, 1.4) if kind == "unknown" else width, solid_capstyle="butt", dash_capstyle="butt",
        )  # fmt: skip


def _person(at: Axes, node: Node, guide: Guide, place: tuple[float, float], colour: str) -> None:
    size = 5 + 4.5 * sqrt(node.scenes)
    at.plot(*place, "o", color=colour, markersize=size, markeredgecolor="white", markeredgewidth=1.4, zorder=4)
    name = short(guide.name(node.id) if node.name is None or node.narrator else node.name)
    half = len(name) * NAME * LETTER / 2
    x = min(max(place[0], half + 0.1), WIDTH - half - 0.1)
    at.text(
        x, place[1] + size / 144 + 0.05, name, size=NAME, color=INK, ha="center", va="bottom", zorder=5,
        parse_math=False, bbox={"facecolor": "white", "alpha": 0.75, "pad": 0.8, "linewidth": 0},
    )  # fmt: skip


def _title(on: Sheet, guide: Guide, now: Network, main: int) -> None:
    number = guide.number.get(now.scene or "")
    last = number is None or number == len(guide.number)
    write(on, 0.2, 0.16, "Who feels what for whom", 14, bold=True)
    title = short(guide.story.source.title or guide.story.source.name, 60)
    left_out = len(guide.story.characters) - main
    some = f"; the {main} who are in most scenes, of {main + left_out}" if left_out > 0 else ""
    write(on, 0.2, 0.45, f"{title}, at the end of {'the story' if last else f'scene {number}'}{some}", 8.5, FAINT)
    if not now.nodes:
        write(on, 0.2, 0.85, "Nobody is found in this story." if last else "Nobody is known yet.", 9.5, FAINT)


def _key(at: Axes) -> None:
    words = {
        "warm": "feels warmly for the other", "cold": "coldly", "even": "neither",
        "unknown": "what the nearer one feels is not told",
    }  # fmt: skip
    entries = [Line2D([], [], linewidth=2.4, label=words[kind], **style) for kind, style in TONES.items()]
    at.legend(
        handles=entries, loc="lower left", bbox_to_anchor=(0.01, 0.0), ncols=4, frameon=False, fontsize=8,
        labelcolor=FAINT, handlelength=3.2, title="The half of a line nearer to somebody:", title_fontsize=8,
        alignment="left",
    )  # fmt: skip
