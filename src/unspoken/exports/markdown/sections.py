"""The parts of the story bible, each as blocks of Markdown: headings, paragraphs, and items that begin with a dash."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from unspoken.exports.markdown.escape import escaped
from unspoken.exports.outline import Course, Guide, Misunderstanding, Outline, Part, Passage, Person
from unspoken.exports.outline.cast import speech
from unspoken.exports.outline.phrases import many, possessive, quoted, sentence, wording

FEW = 4  # mentions up to which somebody who never speaks and is nobody's anything is only listed


def people(told: Outline, guide: Guide) -> Iterator[str]:
    """A heading a person, with what is known; who hardly matters, in one list at the end."""
    if not told.cast.items:
        yield "Nobody is named, as far as Unspoken can tell."
    others = [p for p in told.cast.items if not p.share and not p.ties and not p.scenes and p.mentions <= FEW]
    for person in told.cast.items:
        if person not in others:
            yield f"### {escaped(person.name)}"
            yield from (f"- {fact}" for fact in _facts(person, guide))
    if others:
        yield "### Others"
        yield from (f"- {escaped(p.name)} ({many(p.mentions, 'mention')}{_first(p, guide)})" for p in others)
    if told.unattributed >= 0.005:
        yield f"Of {told.unattributed:.0%} of all that is said, the speaker is not known."
    yield from _more(told.cast, "person", "people")


def relationships(told: Outline, guide: Guide) -> Iterator[str]:
    """A heading a pair: what they are, where it stands at the end, and what passes between them, scene by scene."""
    if not told.relationships.items:
        yield "No two people were found to have anything to do with each other."
    for course in told.relationships.items:
        yield f"### {escaped(course.title)}"
        yield " ".join(_nature(course, guide))
        for step in course.steps.items:
            yield f"#### Scene {step.scene}" + (f": {escaped(step.where)}" if step.where else "")
            yield from (_item(h.text, h.passage, scene=False) for h in step.happenings)
            if step.tone:
                yield f"- {escaped(step.tone)}"
        yield from _more(course.steps, "scene", "scenes")
    yield from _more(told.relationships, "relationship", "relationships")


def misunderstandings(told: Outline, guide: Guide) -> Iterator[str]:
    """A heading an error: what is believed and what is so, with the words for both, and when it ends."""
    if not told.misunderstandings.items:
        yield "Nobody was found to be wrong, or in the dark, about anybody."
    for gap in told.misunderstandings.items:
        yield f"### {escaped(gap.statement)}"
        yield from _gap(gap)
    yield from _more(told.misunderstandings, "misunderstanding", "misunderstandings")


def scenes(told: Outline, guide: Guide) -> Iterator[str]:
    """An item a scene: where and when, who is there, through whose eyes, and its first words; by chapters."""
    if not told.timeline.items:
        yield "No scenes were found."
    chapter = None
    for scene in told.timeline.items:
        if scene.chapter and scene.chapter != chapter:
            yield f"### {escaped(scene.chapter)}"
        chapter = scene.chapter
        where = ", ".join(filter(None, [scene.place, scene.when])) or "place and time are not told"
        there = ", ".join(scene.present) or "nobody known"
        eyes = f" Seen by {escaped(scene.focal)}." if scene.focal else ""
        line = f"- **Scene {scene.number}** ({many(scene.words, 'word')}), {escaped(where)}: {escaped(there)}.{eyes}"
        yield f"{line}\n  > {escaped(scene.opening)}"
    yield from _more(told.timeline, "scene", "scenes")


def letters(told: Outline, guide: Guide) -> Iterator[str]:
    """An item a letter: from whom to whom, who reads it, and its first words."""
    if not told.letters.items:
        yield "There are none."
    for letter in told.letters.items:
        where = f", in scene {letter.passage.scene}" if letter.passage.scene else ""
        said = escaped(sentence(f"{letter.title}{where}"))
        yield f"- {said} {escaped(letter.readers)}\n  > {escaped(letter.passage.words)}"
    yield from _more(told.letters, "letter", "letters")


def _facts(person: Person, guide: Guide) -> Iterator[str]:
    if person.remark:
        yield escaped(sentence(person.remark))
    if person.ties:
        yield escaped(sentence(", ".join(person.ties)))
    if person.aliases:
        yield f"Also called {', '.join(escaped(quoted(alias)) for alias in person.aliases)}."
    counts = [speech(person.share), f"in {many(person.scenes, 'scene')}", many(person.mentions, "mention")]
    yield sentence(", ".join(counts))
    if found := [n for n in (guide.scene_at(o) for o in _bounds(person, guide)) if n]:
        first, last = (escaped(_scene(number, guide)) for number in (found[0], found[-1]))
        yield f"First in {first}; last in {last}." if first != last else f"Only in {first}."


def _bounds(person: Person, guide: Guide) -> tuple[int, int]:
    character = guide.characters[person.id]
    return character.first, max(character.first, character.last - 1)


def _scene(number: int, guide: Guide) -> str:
    where = guide.where(number)
    return f"scene {number}" + (f" ({where})" if where else "")


def _first(person: Person, guide: Guide) -> str:
    number = guide.scene_at(person.first)
    return f", first in scene {number}" if number else ""


def _nature(course: Course, guide: Guide) -> Iterator[str]:
    """The kinds, the roles, and the last status that is told."""
    yield escaped(sentence(course.nature))
    record = course.record
    for me, role in enumerate(record.role or ()):
        if role:
            name, other = (guide.name(record.pair[side]) for side in (me, 1 - me))
            yield escaped(sentence(f"{name} is {possessive(other)} {role}"))
    statuses = [moment.status for moment in record.timeline if moment.status]
    if statuses:
        yield sentence(f"At the end they {wording()['status'][statuses[-1]][0]}")


def _gap(gap: Misunderstanding) -> Iterator[str]:
    if gap.believed:
        yield _item("The text says so.", gap.believed)
    yield _item(sentence(gap.lead), gap.truth)
    yield _item(sentence(gap.course.rstrip(":")), gap.closing) if gap.closing else f"- {escaped(gap.course)}"
    yield f"- {escaped(gap.reader)}"


def _item(said: str, passage: Passage, *, scene: bool = True) -> str:
    """What is said, and under it the words that show it, with who says them and where."""
    where = [passage.teller, f"scene {passage.scene}" if passage.scene and scene else None]
    source = f" ({escaped(', '.join(filter(None, where)))})" if any(where) else ""
    return f"- {escaped(said)}\n  > {escaped(passage.words)}{source}"


def _more(part: Part[Any], one: str, several: str) -> Iterator[str]:
    if part.left_out:
        yield f"… and {part.left_out:,} more {one if part.left_out == 1 else several}."
