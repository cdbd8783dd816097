"""Looking things up in a story: names, scenes, and the words themselves."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from unspoken.exports.outline.phrases import possessive, wording
from unspoken.layers.documents import StoryDocument
from unspoken.layers.feelings import Attitude, Feeling
from unspoken.layers.index import SpanIndex
from unspoken.layers.quotations import Quote
from unspoken.layers.scenes import Scene
from unspoken.layers.spans import Span
from unspoken.story import Story

LONGEST = 240  # code points of a passage that are shown
TOO_SHORT = 4  # spaces in a passage that tells enough by itself
_OPENING, _CLOSING = "“‘«\"'", "”’»\"'"
CONTEXT = 90  # code points around a shorter one
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_CLEAN: dict[int, str | None] = {**dict.fromkeys(_CONTROLS), **{ord(c): " " for c in "\t\n\r\x0b\x0c\x85"}}
_NAMELESS = ("", "i", "me", "narrator", "the narrator")


class Placed(Protocol):
    """Anything with half-open offsets."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True)
class Passage:
    """Words of the text as evidence: ``scene`` is its number from 1, ``teller`` who says or writes them, or None."""

    start: int
    end: int
    words: str
    scene: int | None
    teller: str | None


def printable(text: str) -> str:
    """One line of text without control characters, so that no story can move a terminal's cursor."""
    return " ".join(text.translate(_CLEAN).split())


class Guide:
    """A story with its names, scenes and passages at hand. Built once a view, in linear time."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.characters = {c.id: c for c in story.characters}
        self.number = {scene.id: i for i, scene in enumerate(story.scenes, start=1)}
        self.beliefs = {b.id: b for b in story.beliefs}
        self._names = {c.id: _shown(c.name, c.narrator) for c in story.characters}
        self._places = {p.id: p.name for p in story.places}
        self._starts = [scene.start for scene in story.scenes]
        self._quotes: SpanIndex[Quote] = SpanIndex(story.quotes)
        self._documents: SpanIndex[StoryDocument] = SpanIndex(story.documents)
        self.chapter_titles = {c.id: printable(c.title) if c.title else None for c in story.chapters}

    @cached_property
    def sentences(self) -> SpanIndex[Span]:
        """The sentences by position."""
        return SpanIndex(self.story.sentences)

    @cached_property
    def feelings(self) -> SpanIndex[Feeling]:
        """The feelings by position."""
        return SpanIndex(self.story.feelings)

    @cached_property
    def attitudes(self) -> dict[frozenset[str], list[Attitude]]:
        """The lasting attitudes by the pair that they are between."""
        pairs: dict[frozenset[str], list[Attitude]] = {}
        for attitude in self.story.attitudes:
            pairs.setdefault(frozenset((attitude.holder, attitude.target)), []).append(attitude)
        return pairs

    def name(self, id: str | None) -> str:
        """What to call a character; somebody, where it is not known who."""
        return "somebody" if id is None else self._names.get(id, "somebody")

    def scene_at(self, offset: int) -> int | None:
        """The number, from 1, of the scene at an offset, or of the last before it."""
        return bisect_right(self._starts, offset) or None

    def place(self, scene: Scene) -> str | None:
        """Where a scene is set."""
        return printable(self._places.get(scene.place, scene.place)) if scene.place else None

    def when(self, scene: Scene) -> str | None:
        """When a scene is set, as far as the text says."""
        time = scene.time
        said = [_inside(printable(time.label))] if time.label else [_later(time.days_after_previous)]
        if time.weekday and time.weekday.lower() not in (said[0] or "").lower():
            said.append(time.weekday)
        said += {"analepsis": ["flashback"], "prolepsis": ["flash-forward"]}.get(scene.mode, [])
        return ", ".join(s for s in said if s) or None

    def where(self, number: int | None) -> str | None:
        """Place and time of a scene by its number: ``the kitchen, four days later``."""
        if number is None:
            return None
        scene = self.story.scenes[number - 1]
        return ", ".join(s for s in (self.place(scene), self.when(scene)) if s) or None

    def passage(self, span: Placed) -> Passage:
        """The words of a span, on one line, cut where they are very long."""
        return Passage(span.start, span.end, self._words(span), self.scene_at(span.start), self.teller(span))

    def _words(self, span: Placed) -> str:
        words = printable(self.story.text[span.start : span.end])
        if len(words) > LONGEST:
            return words[:LONGEST].rsplit(" ", 1)[0] + " …"
        if words.count(" ") >= TOO_SHORT:
            return words
        start, end = self._around(span)
        before, after = self.story.text[start : span.start], self.story.text[span.end : end]
        if len(before) > CONTEXT:
            before = "… " + before[-CONTEXT:].partition(" ")[2]
        if len(after) > CONTEXT:
            after = after[:CONTEXT].rpartition(" ")[0] + " …"
        return printable(before.lstrip(_OPENING) + self.story.text[span.start : span.end] + after.rstrip(_CLOSING))

    def _around(self, span: Placed) -> tuple[int, int]:
        """The sentence of a span, and of that no more than the piece of a quotation that it lies in."""
        sentence = self.sentences.at(span.start)
        if sentence is None or sentence.end < span.end:
            return span.start, span.end
        start, end = sentence.start, sentence.end
        for quote in self._quotes.covering(span.start, span.end)[-1:]:
            for part in quote.parts:
                if part.start <= span.start and span.end <= part.end:
                    start, end = max(start, part.start), min(end, part.end)
        return start, end

    def teller(self, span: Placed) -> str | None:
        """``Tom to Anna`` where a span is spoken, ``Tom’s letter to Anna`` where it is written; None: the narration."""
        for document in self._documents.covering(span.start, span.end)[-1:]:
            noun = wording()["document"][document.kind]
            what = f"{possessive(self.name(document.author))} {noun}" if document.author else f"a {noun}"
            return f"{what} to {self.name(document.addressee)}" if document.addressee else what
        for quote in self._quotes.covering(span.start, span.end)[-1:]:
            if quote.speaker and any(p.start <= span.start and span.end <= p.end for p in quote.parts):
                to = " and ".join(self.name(a) for a in quote.addressees[:2])
                return f"{self.name(quote.speaker)} to {to}" if to else self.name(quote.speaker)
        return None


def _shown(name: str, narrator: bool) -> str:
    name = printable(name)
    return "the narrator" if narrator and name.lower() in _NAMELESS else name or "somebody"


def _inside(label: str) -> str:
    """A label that opened a sentence, as it stands inside one."""
    return label[:1].lower() + label[1:] if label.partition(" ")[0].lower() in wording()["labels"]["openers"] else label


def _later(days: float | None) -> str | None:
    if days is None:
        return None
    if days < 0:
        return "one day earlier" if days == -1 else f"{-days:g} days earlier"
    if days < 1:
        return "the same day"
    return "the next day" if days == 1 else f"{days:g} days later"
