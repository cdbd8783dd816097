"""The printed view: a story's findings for a person at a terminal, or as plain text where it is no terminal."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from io import StringIO
from typing import Any

from rich.console import Console
from rich.text import Text

from unspoken.exports.outline import FULL, SCREEN, SECTIONS, Guide, Outline, Part, Passage, outline
from unspoken.exports.outline.cast import speech
from unspoken.exports.outline.phrases import many, quoted, sentence
from unspoken.story import Story

Line = tuple[int, Text]
PLAIN_WIDTH = 100


def report(
    story: Story,
    *,
    only: Collection[str] = (),
    everything: bool = False,
    width: int = PLAIN_WIDTH,
    colour: bool = False,
) -> str:
    """A story's findings as text.

    Args:
        story: the story.
        only: names of sections (`unspoken.exports.outline.SECTIONS`); none: all of them.
        everything: leave nothing out, however long the work.
        width: columns to wrap at.
        colour: with terminal styles; otherwise plain text without control codes.

    Returns:
        Text that ends in a line break.
    """
    return printed(_lines(outline(story, FULL if everything else SCREEN, Guide(story)), only), width, colour)


def printed(lines: Iterable[Line], width: int = PLAIN_WIDTH, colour: bool = False) -> str:
    """Lines, each with its indent, wrapped to a width."""
    out = StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, no_color=not colour, color_system="standard" if colour else None,
        highlight=False, markup=False, emoji=False, legacy_windows=False, _environ={},
    )  # fmt: skip
    for indent, text in lines:
        for piece in text.wrap(console, max(20, width - indent)) or [Text()]:
            piece.rstrip()
            console.print(Text(" " * indent) + piece if piece.plain else piece, soft_wrap=True)
    return out.getvalue()


def _lines(told: Outline, only: Collection[str]) -> Iterator[Line]:
    yield 0, Text(told.title, "bold")
    yield 0, Text(" · ".join(filter(None, [told.author and f"by {told.author}", told.facts])), "dim")
    for warning in told.warnings:
        yield 0, Text(sentence(f"Note: {warning}"), "yellow")
    for name, title in SECTIONS.items():
        if name in only or (not only and (name != "letters" or told.letters.items)):
            yield 0, Text()
            yield 0, Text(title, "bold cyan")
            yield from _SECTIONS[name](told)


def _cast(told: Outline) -> Iterator[Line]:
    if not told.cast.items:
        yield 2, Text("Nobody is named, as far as Unspoken can tell.")
    for person in told.cast.items:
        line = Text.assemble("", (person.name, "bold"))
        line.append(f" ({person.remark})" if person.remark else "", "dim")
        line.append(f": {', '.join(person.ties)}" if person.ties else "")
        yield 2, line
        facts = [speech(person.share)]
        facts += [f"in {many(person.scenes, 'scene')}"] if person.scenes else []
        yield 6, Text(sentence(", ".join(facts)), "dim")
        if person.aliases:
            yield 6, Text(f"Also {', '.join(quoted(alias) for alias in person.aliases)}.", "dim")
    if told.unattributed >= 0.005:
        yield 2, Text(f"Of {told.unattributed:.0%} of all that is said, the speaker is not known.", "dim")
    yield from _more(told.cast, "person", "people")


def _relationships(told: Outline) -> Iterator[Line]:
    if not told.relationships.items:
        yield 2, Text("No two people were found to have anything to do with each other.")
    for course in told.relationships.items:
        yield 2, Text.assemble((course.title, "bold"), f": {course.nature}")
        for step in course.steps.items:
            yield 4, Text(f"Scene {step.scene}" + (f" ({step.where})" if step.where else ""), "dim")
            for happening in step.happenings:
                yield 6, with_words(happening.text, happening.passage, scene=False)
            if step.tone:
                yield 6, Text(step.tone, "italic")
        yield from _more(course.steps, "scene", "scenes", indent=4)
    yield from _more(told.relationships, "relationship", "relationships")


def _misunderstandings(told: Outline) -> Iterator[Line]:
    if not told.misunderstandings.items:
        yield 2, Text("Nobody was found to be wrong, or in the dark, about anybody.")
    for gap in told.misunderstandings.items:
        yield 2, Text(gap.statement, "bold")
        if gap.believed:
            yield 6, with_words("", gap.believed)
        yield 4, with_words(gap.lead, gap.truth, "green")
        yield 4, with_words(gap.course, gap.closing) if gap.closing else Text(gap.course)
        yield 4, Text(gap.reader)
    yield from _more(told.misunderstandings, "misunderstanding", "misunderstandings")


def _timeline(told: Outline) -> Iterator[Line]:
    if not told.timeline.items:
        yield 2, Text("No scenes were found.")
    chapter = None
    for scene in told.timeline.items:
        if scene.chapter and scene.chapter != chapter:
            yield 2, Text(scene.chapter, "bold")
        chapter = scene.chapter
        line = Text.assemble((f"{scene.number:>3}  ", "dim"), ", ".join(filter(None, [scene.place, scene.when])) or "—")
        line.append(f": {', '.join(scene.present)}" if scene.present else ": nobody known")
        line.append(f" (seen by {scene.focal})" if scene.focal else "", "dim")
        yield 2, line
        yield 7, Text(quoted(scene.opening), "dim italic")
    yield from _more(told.timeline, "scene", "scenes")


def _letters(told: Outline) -> Iterator[Line]:
    if not told.letters.items:
        yield 2, Text("There are none.")
    for letter in told.letters.items:
        yield 2, Text.assemble((letter.title, "bold"), f". {letter.readers}")
        yield 6, with_words("", letter.passage, teller=False, scene=False)
    yield from _more(told.letters, "letter", "letters")


def with_words(said: str, passage: Passage, style: str = "", *, teller: bool = True, scene: bool = True) -> Text:
    """``She is angry with him: “…” (Anna to Tom, scene 2)``"""
    line = Text(said.rstrip(".:") + ": " if said else "", style)
    line.append(quoted(passage.words), "italic")
    where = [passage.teller if teller else None, f"scene {passage.scene}" if passage.scene and scene else None]
    line.append(f" ({', '.join(filter(None, where))})" if any(where) else "", "dim")
    return line


def _more(part: Part[Any], one: str, several: str, indent: int = 2) -> Iterator[Line]:
    if part.left_out:
        noun = one if part.left_out == 1 else several
        yield indent, Text(f"… and {part.left_out:,} more {noun} (--all shows everything)", "dim")


_SECTIONS: dict[str, Callable[[Outline], Iterator[Line]]] = {
    "cast": _cast,
    "relationships": _relationships,
    "misunderstandings": _misunderstandings,
    "timeline": _timeline,
    "letters": _letters,
}
