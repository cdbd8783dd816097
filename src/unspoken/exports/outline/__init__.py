"""What a person is told of a story, in English, wherever it is shown: in a terminal or on a page."""

from __future__ import annotations

from dataclasses import dataclass

from unspoken.exports.outline.cast import Person, cast
from unspoken.exports.outline.guide import Guide, Passage, printable
from unspoken.exports.outline.letters import LetterLine, letters
from unspoken.exports.outline.limits import FULL, PAGE, SCREEN, Limits, Part
from unspoken.exports.outline.misunderstandings import Misunderstanding, misunderstandings
from unspoken.exports.outline.phrases import many
from unspoken.exports.outline.relationships import Course, Happening, Step, relationships
from unspoken.exports.outline.timeline import SceneLine, timeline
from unspoken.story import Story

__all__ = [
    "FULL", "PAGE", "SCREEN", "SECTIONS", "Course", "Guide", "Happening", "LetterLine", "Limits", "Misunderstanding",
    "Outline", "Part", "Passage", "Person", "SceneLine", "Step", "outline",
]  # fmt: skip

SECTIONS = {
    "cast": "The people",
    "relationships": "What passes between them",
    "misunderstandings": "Misunderstandings",
    "timeline": "Scene by scene",
    "letters": "Letters and messages",
}


@dataclass(frozen=True)
class Outline:
    """A story's findings, each part with a count of what was left out of it."""

    title: str
    author: str | None
    facts: str
    warnings: tuple[str, ...]
    cast: Part[Person]
    unattributed: float
    relationships: Part[Course]
    misunderstandings: Part[Misunderstanding]
    timeline: Part[SceneLine]
    letters: Part[LetterLine]


def outline(story: Story, limits: Limits = SCREEN, guide: Guide | None = None) -> Outline:
    """Put a story's findings into English.

    Args:
        story: read with any recipe; empty layers give empty parts.
        limits: how much of each part to tell; what is left out is counted.
        guide: of the same story, where there is one already.
    """
    guide = guide or Guide(story)
    people, unattributed = cast(guide, limits)
    shown = {person.id for person in people.items}
    source = story.source
    return Outline(
        title=printable(source.title or source.name),
        author=printable(source.author) if source.author else None,
        facts=_facts(story),
        warnings=tuple(printable(w) for w in source.warnings),
        cast=people,
        unattributed=unattributed,
        relationships=relationships(guide, limits, shown),
        misunderstandings=misunderstandings(guide, limits),
        timeline=timeline(guide, limits),
        letters=letters(guide, limits),
    )


def _facts(story: Story) -> str:
    source = story.source
    facts = [printable(source.name)] if source.title else []
    facts += [source.format, many(source.words, "word")]
    if story.chapters:
        facts.append(many(len(story.chapters), "chapter"))
    return " · ".join([*facts, many(len(story.scenes), "scene")])
