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
    answer follows, and the one it is for is not there. In a novel in letters nobody need be seen to read.
    """
    answered = set[str | None]()  # who writes something later on
    following = len(guide.text)
    written = sum(d.end - d.start for d in guide.story.documents)
    in_letters = written > bounds("letter")["share"] * len(guide.text)
    for document in sorted(guide.story.documents, key=lambda d: d.start, reverse=True):
        if _unread(guide, document):
            held = _held_back(guide, document, following)
            lost = not in_letters and document.addressee not in answered and _lost(guide, document)
            if held is not None or lost:
                yield _told(guide, document, held)
        answered.add(document.author)
        following = document.start


def _unread(guide: Guide, document: StoryDocument) -> bool:
    """Whether it is writing by one person to another, as far as is known, and nobody is known to read it."""
    limits = bounds("letter")
    to_another = None not in (document.author, document.addressee) and document.author != document.addressee
    long_enough = len(guide.text[document.start : document.end].split()) >= limits["words"]
    sure = document.confidence >= limits["confidence"]
    return document.kind in MEANT_TO_BE_READ and not document.read_by and to_another and long_enough and sure


def _held_back(guide: Guide, document: StoryDocument, following: int) -> Span | None:
    """The words after it, before the document that follows, which say that it is not sent."""
    end = min(following, document.end + int(bounds("letter")["near"]))
    for match in pattern("letter", "unsent").finditer(guide.text, document.end, end):
        if guide.narrated(match.start(), match.end()):
            return Span(match.start(), match.end())
    return None


def _lost(guide: Guide, document: StoryDocument) -> bool:
    scene = guide.scene_at(document.start)
    if document.kind == "message" or scene is None or document.addressee in (*scene.present, scene.focal):
        return False
    near = bounds("letter")["near"]
    around = guide.text[max(0, document.start - near) : document.start] + guide.text[document.end : document.end + near]
    return pattern("letter", "read").search(around) is None


def _told(guide: Guide, document: StoryDocument, held: Span | None) -> Found:
    author, addressee = guide.name(document.author), guide.name(document.addressee)
    span = Span(document.start, document.end)
    people = tuple(p for p in (document.author, document.addressee) if p)
    what = f"The {document.kind} from {author} to {addressee}"
    if held is not None:
        message = f"{what} seems never to be sent. Does the story still need its words to reach {addressee}?"
        return Found(message, (span, held), people, 0.7)
    return Found(f"{what} is never seen to be read. Does it arrive?", (span,), people, 0.5)
