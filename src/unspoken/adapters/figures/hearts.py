"""The course between two people: two hearts, one under the other, over the same scenes."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap

from unspoken.adapters.figures.axis import Axis
from unspoken.adapters.figures.heart import Flag, Run, Space, felt, flags, held, spaces
from unspoken.adapters.figures.names import person, short
from unspoken.adapters.figures.panel import Panel, place
from unspoken.adapters.figures.sheet import FAINT, INK, LETTER, Sheet, colour, sheet, write
from unspoken.errors import UnspokenError
from unspoken.exports.outline import FULL, Guide, Misunderstanding, Passage
from unspoken.exports.outline.misunderstandings import misunderstandings
from unspoken.layers.relationships import RelationshipEvent
from unspoken.story import Story
from unspoken.views.course import Course, Heart
from unspoken.views.course import course as course_of

WIDTH, LEFT, RIGHT = 10.0, 0.75, 0.2
TOP, BELOW, ROW = 0.85, 0.7, 0.2  # inches: the title, scenes and key under a drawing, a row of flags
PLOT = 1.9
TOLD = 3  # the most gaps of a heart that are told in words; the others are hatched all the same
SHORT_ANSWERS = ("In truth", "What is so")  # leads that answer nothing by themselves


@dataclass(frozen=True)
class Words:
    """Lines over a drawing, of one size."""

    lines: tuple[str, ...]
    size: float
    colour: str
    bold: bool = False

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * 1.35 / 72 + 0.05


@dataclass(frozen=True)
class Part:
    """All about one heart: the words over it, and its drawing, None where nothing is known of it."""

    words: tuple[Words, ...]
    panel: Panel | None

    @property
    def height(self) -> float:
        drawing = PLOT + ROW * self.panel.rows + BELOW if self.panel else 0.2
        return sum(words.height for words in self.words) + drawing


def draw(story: Story, a: str, b: str) -> Sheet:
    """The figure; see `unspoken.adapters.figures.course`."""
    guide = Guide(story)
    first, second = (person(guide, who) for who in (a, b))
    if first.id == second.id:
        raise UnspokenError(f"a course is between two people; {a!r} and {b!r} are both {guide.name(first.id)}")
    told, axis = course_of(story, first.id, second.id), Axis(story)
    parts = [_part(guide, told, heart, axis) for heart in told.hearts]
    on = sheet(WIDTH, TOP + sum(part.height for part in parts))
    write(on, 0.2, 0.16, f"{short(guide.name(first.id))} and {short(guide.name(second.id))}", 14, bold=True)
    title = short(guide.story.source.title or guide.story.source.name, 90)
    write(on, 0.2, 0.45, f"{title}: what each feels, and what the other takes it for, scene by scene", 8.5, FAINT)
    top = TOP
    for part in parts:
        _put(on, part, axis, top)
        top += part.height
    return on


def _put(on: Sheet, part: Part, axis: Axis, top: float) -> None:
    for words in part.words:
        write(on, 0.2, top, "\n".join(words.lines), words.size, words.colour, words.bold)
        top += words.height
    if part.panel:
        height = PLOT + ROW * part.panel.rows
        place(on, part.panel, axis, (LEFT, top, WIDTH - LEFT - RIGHT, height), ROW / height)


def _part(guide: Guide, told: Course, heart: Heart, axis: Axis) -> Part:
    who, other = (short(guide.name(id)) for id in (heart.holder, heart.target))
    if not (heart.felt or heart.held or heart.partings):
        return Part((_words(f"Nothing is told of what {who} feels for {other}.", 9.5, FAINT),), None)
    about = {parting.gap for parting in heart.partings}
    gaps = [gap for gap in misunderstandings(guide, FULL).items if gap.id in about]
    areas = spaces(heart, guide.story.gaps, axis)
    happened = flags(_events(guide.story, told), gaps[:TOLD], other, axis, len(guide.story.text))
    panel = _panel(guide, heart, (felt(heart, axis), held(heart, axis), areas), happened, gaps, axis)
    return Part(tuple(_heading(gaps, who, other)), panel)


def _panel(
    guide: Guide, heart: Heart, lines: tuple[list[Run], list[Run], list[Space]], happened: list[Flag],
    gaps: list[Misunderstanding], axis: Axis,
) -> Panel:  # fmt: skip
    ranks = {c.id: n for n, c in enumerate(guide.story.characters)}
    who, other = (short(guide.name(id)) for id in (heart.holder, heart.target))
    colours = colour(ranks.get(heart.holder)), colour(ranks.get(heart.target))
    numbers = {gap.id: n for n, gap in enumerate(gaps[:TOLD], start=1)} if len(gaps) > 1 else {}
    return Panel.of(who, other, colours, lines, happened, numbers, axis, WIDTH - LEFT - RIGHT)


def _events(story: Story, told: Course) -> tuple[RelationshipEvent, ...]:
    return next((r.events for r in story.relationships if r.id == told.relationship), ())


def _heading(gaps: list[Misunderstanding], who: str, other: str) -> list[Words]:
    """Who is wrong about whom, with the words that show it; without a gap, what is drawn."""
    if not gaps:
        return [_words(f"What {who} feels for {other}", 10.5, INK, True)]
    out = []
    for n, gap in enumerate(gaps[:TOLD], start=1):
        number = f"{n}  " if len(gaps) > 1 else ""
        answer = "" if gap.lead in SHORT_ANSWERS else f" {gap.lead}."
        out += [_words(f"{number}{gap.statement}{answer}", 10.5, INK, True), _words(_shown(gap), 8.5, FAINT)]
    if len(gaps) > TOLD:
        out.append(_words(f"… and {len(gaps) - TOLD} more.", 8.5, FAINT))
    return out


def _shown(gap: Misunderstanding) -> str:
    """The words of the story that show belief and truth, and how long it lasts."""
    out = []
    if gap.believed:
        out.append(f"Scene {gap.believed.scene}: “{_quoted(gap.believed)}”")
    by = f" ({gap.truth.teller})" if gap.truth.teller else ""
    out.append(f"In truth, scene {gap.truth.scene}: “{_quoted(gap.truth)}”{by}")
    return ". ".join([*out, gap.course.removesuffix(":").removesuffix(" with these words.").removesuffix(".") + "."])


def _quoted(passage: Passage) -> str:
    return short(passage.words.rstrip("."), 110)


def _words(text: str, size: float, colour: str, bold: bool = False) -> Words:
    across = (WIDTH - 0.4) / (size * LETTER * (1.12 if bold else 1.0))
    return Words(tuple(wrap(text, int(across))), size, colour, bold)
