"""Letters and messages: who writes to whom, who reads it, and when."""

from __future__ import annotations

from dataclasses import dataclass

from unspoken.exports.outline.guide import Guide, Passage
from unspoken.exports.outline.limits import Limits, Part
from unspoken.exports.outline.phrases import listed, sentence, wording
from unspoken.layers.documents import StoryDocument


@dataclass(frozen=True)
class LetterLine:
    """A document inside the story: ``title`` names its people, ``readers`` who reads it where."""

    id: str
    title: str
    readers: str
    passage: Passage


def letters(guide: Guide, limits: Limits) -> Part[LetterLine]:
    """The documents in reading order, the longest of them where there are many."""
    every = guide.story.documents
    kept = sorted(sorted(every, key=lambda d: d.start - d.end)[: limits.letters], key=lambda d: d.start)
    return Part(tuple(_line(guide, d) for d in kept), len(every) - len(kept))


def title(guide: Guide, document: StoryDocument) -> str:
    """``A letter from Tom to Anna``."""
    noun = wording()["document"][document.kind]
    said = f"{'An' if noun[0] in 'aeiou' else 'A'} {noun}"
    said += f" from {guide.name(document.author)}" if document.author else ""
    return said + (f" to {guide.name(document.addressee)}" if document.addressee else "")


def _line(guide: Guide, document: StoryDocument) -> LetterLine:
    by_scene: dict[int | None, list[str]] = {}
    for reading in document.read_by:
        by_scene.setdefault(guide.number.get(reading.scene or ""), []).append(guide.name(reading.character))
    readers = [listed(names) + (f" in scene {n}" if n else "") for n, names in by_scene.items()]
    said = sentence(f"Read by {listed(readers)}") if readers else "Nobody is shown reading it."
    return LetterLine(document.id, title(guide, document), said, guide.passage(document))
