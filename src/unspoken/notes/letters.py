"""A letter or message that nobody reads."""

from __future__ import annotations

from collections.abc import Iterator

from unspoken.layers.documents import StoryDocument
from unspoken.layers.spans import Span
from unspoken.notes.guide import Guide, bounds, pattern
from unspoken.notes.note import Found

MEANT_TO_BE_READ = ("letter", "note", "message")


def letters(guide: Guide) -> Iterator[Found]:
    """Writing to somebody which, as the text tells it, never reaches them.

    A letter that somebody is said to hold back counts; another one only if nothing near it speaks of reading, no
    answer follows, and the one it is for is not there.
    """
    limits = bounds("letter")
    for document in guide.story.documents:
        if document.kind not in MEANT_TO_BE_READ or document.read_by or document.confidence < limits["confidence"]:
            continue
        if None in (document.author, document.addressee) or document.author == document.addressee:
            continue
        if len(guide.text[document.start : document.end].split()) < limits["words"]:
            continue
        held = _held_back(guide, document)
        if held is not None or _lost(guide, document):
            yield _told(guide, document, held)


def _held_back(guide: Guide, document: StoryDocument) -> Span | None:
    """The words after it which say that it is not sent."""
    for match in pattern("letter", "unsent").finditer(guide.text, document.end, _after(guide, document)):
        if guide.narrated(match.start(), match.end()):
            return Span(match.start(), match.end())
    return None


def _lost(guide: Guide, document: StoryDocument) -> bool:
    scene = guide.scene_at(document.start)
    if document.kind == "message" or scene is None or document.addressee in (*scene.present, scene.focal):
        return False
    near = bounds("letter")["near"]
    around = guide.text[max(0, document.start - near) : document.start] + guide.text[document.end : document.end + near]
    if pattern("letter", "read").search(around):
        return False
    later = (d for d in guide.story.documents if d.start >= document.end)
    return not any(d.author == document.addressee for d in later)


def _after(guide: Guide, document: StoryDocument) -> int:
    """As far as the words after it are about it: to the next document."""
    following = next((d.start for d in guide.story.documents if d.start >= document.end), len(guide.text))
    return min(following, document.end + int(bounds("letter")["near"]))


def _told(guide: Guide, document: StoryDocument, held: Span | None) -> Found:
    author, addressee = guide.name(document.author), guide.name(document.addressee)
    span = Span(document.start, document.end)
    people = tuple(p for p in (document.author, document.addressee) if p)
    what = f"The {document.kind} from {author} to {addressee}"
    if held is not None:
        message = f"{what} seems never to be sent. Does the story still need its words to reach {addressee}?"
        return Found(message, (span, held), people, 0.7)
    return Found(f"{what} is never seen to be read. Does it arrive?", (span,), people, 0.5)
