"""Drawings over the course of the text, as inline SVG: who is there, how two stand, how long an error lasts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from unspoken.exports.html.marks import clean
from unspoken.exports.outline import Course, Guide, Misunderstanding, SceneLine
from unspoken.exports.outline.phrases import event_sentence, wording
from unspoken.layers.relationships import Moment

WIDTH, LEFT, RIGHT = 720, 16, 16
TOP, MIDDLE, BOTTOM, BAND = 52, 92, 132, 142  # of a course: valence +1, 0, -1, and the band of statuses
_ROWS = (12, 26, 40)
_LETTER = 5.6  # average width of a letter of a label


@dataclass(frozen=True)
class Axis:
    """The text from left to right: offsets to units of a drawing."""

    length: int
    left: float
    right: float

    def x(self, offset: int) -> str:
        return f"{self.at(offset):.1f}"

    def at(self, offset: int) -> float:
        return self.left + (self.right - self.left) * min(max(offset, 0), self.length) / max(self.length, 1)


def strip(guide: Guide, stretches: Iterable[tuple[int, int, str]], label: str) -> Markup:
    """A bar over the text that stretches to any width: (start, end, class) each, with a tick at each scene."""
    axis = Axis(len(guide.story.text), 0, 1000)
    pieces = [f'<rect class="{kind}" x="{axis.x(a)}" width="{max(axis.at(b) - axis.at(a), 3):.1f}" y="1" height="8"/>'
              for a, b, kind in stretches]  # fmt: skip
    return Markup(
        f'<svg class="strip" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label="{clean(label)}">'
        f'<rect class="track" x="0" width="1000" y="4" height="2"/>{"".join(pieces)}{_ticks(guide, axis)}</svg>'
    )


def _ticks(guide: Guide, axis: Axis) -> str:
    scenes = guide.story.scenes
    if len(scenes) > 120:
        return ""
    return "".join(f'<rect class="tick" x="{axis.x(s.start)}" width="1" y="0" height="10"/>' for s in scenes[1:])


def presence(guide: Guide, id: str, scenes: Sequence[SceneLine]) -> Markup:
    """In which scenes a person is, as a strip."""
    there = [s.record for s in scenes if id in s.record.present]
    numbers = ", ".join(str(guide.number[s.id]) for s in there)
    label = f"{guide.name(id)} is present in scenes {numbers}" if there else f"{guide.name(id)} is in no scene"
    return strip(guide, [(s.start, s.end, "on") for s in there], label)


def interval(guide: Guide, gap: Misunderstanding) -> tuple[Markup, Markup]:
    """How long somebody is wrong, and from where on the reader knows: two strips, one under the other."""
    wrong = strip(guide, [(gap.start, gap.end, "on" if gap.closed else "on open")], gap.course.rstrip(":"))
    return wrong, strip(guide, [(gap.reader_from, len(guide.story.text), "reader")], gap.reader)


def course(guide: Guide, told: Course, colours: dict[str, str]) -> Markup:
    """How two people stand towards each other, over the text: a line each way, statuses as a band, events as flags."""
    axis = Axis(len(guide.story.text), LEFT, WIDTH - RIGHT)
    a, b = told.record.pair
    moments = told.record.timeline
    top = 0 if told.record.events else TOP - 14
    label = f"How {told.title} stand towards each other over the story; the list below says the same in words"
    return Markup(
        f'<svg class="course" viewBox="0 {top} {WIDTH} {178 - top}" role="img" aria-label="{clean(label)}">'
        + _grid(guide, axis)
        + _band(axis, moments)
        + _line(axis, [(m.start, m.valence.b) for m in moments], f"{colours.get(b, 'px')} back")
        + _line(axis, [(m.start, m.valence.a) for m in moments], colours.get(a, "px"))
        + _flags(guide, axis, told)
        + "</svg>"
    )


def _grid(guide: Guide, axis: Axis) -> str:
    scenes = guide.story.scenes
    every = max(1, -(-len(scenes) // 24))
    out = [f'<line class="zero" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{MIDDLE}" y2="{MIDDLE}"/>']
    for number, scene in enumerate(scenes, start=1):
        if (number - 1) % every == 0:
            x = axis.x(scene.start)
            out.append(f'<line class="tick" x1="{x}" x2="{x}" y1="{TOP - 4}" y2="{BAND + 12}"/>')
            out.append(f'<text class="no" x="{axis.at(scene.start) + 3:.1f}" y="170">{number}</text>')
    out.append(f'<text class="pole" x="{LEFT}" y="{TOP - 2}">warm</text>')
    out.append(f'<text class="pole" x="{LEFT}" y="{BOTTOM + 4}">cold</text>')
    return "".join(out)


def _line(axis: Axis, points: list[tuple[int, float | None]], classes: str) -> str:
    known = [(axis.at(offset), MIDDLE - value * (BOTTOM - TOP) / 2) for offset, value in points if value is not None]
    if not known:
        return ""
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in known)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.2"/>' for x, y in known)
    return f'<g class="way {classes}"><polyline points="{path}"/>{dots}</g>'


def _band(axis: Axis, moments: Sequence[Moment]) -> str:
    changes = [m for m in moments if m.status]
    out = []
    for i, moment in enumerate(changes):
        status = moment.status or "none"
        if i and changes[i - 1].status == status:
            continue
        until = next((m.start for m in changes[i + 1 :] if m.status != status), axis.length)
        x, width = axis.at(moment.start), axis.at(until) - axis.at(moment.start)
        said = status.replace("_", " ") if status != "none" else "not a couple"
        out.append(f'<g class="status {status}"><title>{clean("They " + wording()["status"][status][0])}</title>'
                   f'<rect x="{x:.1f}" y="{BAND}" width="{max(width, 2):.1f}" height="12"/>')  # fmt: skip
        if width > len(said) * _LETTER + 8:
            out.append(f'<text x="{x + 5:.1f}" y="{BAND + 9.4}">{said}</text>')
        out.append("</g>")
    return "".join(out)


def _flags(guide: Guide, axis: Axis, told: Course) -> str:
    """A flag an event, its label on the first of three rows where it fits."""
    ends = [float(LEFT - 20)] * len(_ROWS)
    out = []
    for event in sorted(told.record.events, key=lambda e: e.start):
        x, label = axis.at(event.start), event.type.replace("_", " ")
        half = len(label) * _LETTER / 2
        middle = min(max(x, LEFT + half), WIDTH - RIGHT - half)
        row = next((r for r, end in enumerate(ends) if middle - half > end + 6), None)
        passage = guide.passage(event)
        said = f"{event_sentence(event.type, event.actor, told.record.pair, guide.name)}: {passage.words}"
        top = _ROWS[row] + 4 if row is not None else TOP - 6
        out.append(f'<a href="#w{event.start}-{event.end}"><title>{clean(said)}</title>'
                   f'<line class="pole-line" x1="{x:.1f}" x2="{x:.1f}" y1="{top}" y2="{BOTTOM}"/>'
                   f'<circle class="flag" cx="{x:.1f}" cy="{BOTTOM}" r="3.4"/>')  # fmt: skip
        if row is not None:
            ends[row] = middle + half
            out.append(f'<text class="event" x="{middle:.1f}" y="{_ROWS[row]}" text-anchor="middle">{label}</text>')
        out.append("</a>")
    return "".join(out)
