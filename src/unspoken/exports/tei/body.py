"""The text: chapters, paragraphs, letters, and where scenes begin."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from unspoken.exports.tei.elements import add
from unspoken.exports.tei.ids import Ids, pointer
from unspoken.exports.tei.inline import Mark, Pieces, Stone, inline, link
from unspoken.exports.tei.marks import WRITTEN
from unspoken.layers.documents import StoryDocument
from unspoken.layers.index import SpanIndex
from unspoken.layers.spans import Chapter, Span
from unspoken.story import Story

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def body(parent: Element, story: Story, ids: Ids, marks: list[Mark]) -> None:
    """Put the body into an element: every word of every paragraph, in order.

    Args:
        parent: the text element.
        story: the story.
        ids: names of its records.
        marks: what is marked in the words.
    """
    _Body(story, ids, marks).fill(add(parent, "body"))


class _Body:
    """What is needed at each paragraph; ``pieces`` is where the marks' elements are kept until they are chained."""

    def __init__(self, story: Story, ids: Ids, marks: list[Mark]) -> None:
        self.story, self.ids = story, ids
        self.paragraphs = story.paragraphs or ((Span(0, len(story.text)),) if story.text.strip() else ())
        self.letters: SpanIndex[StoryDocument] = SpanIndex(story.documents)
        self.chapters: SpanIndex[Chapter] = SpanIndex(story.chapters)
        self.whole = {p: self._letter(p) for p in self.paragraphs}
        self.marks = SpanIndex([*marks, *self._written()])
        self.named = [m.key for m in marks if m.named] + [ids["document", d.id] for d in story.documents]
        self.stones = sorted((self._stone(n) for n in range(len(story.scenes))), key=lambda s: s.offset)
        self.pieces: Pieces = {}

    def fill(self, target: Element) -> None:
        chapter: Chapter | None = None
        division, letter, inside = target, None, target
        laid, done = 0, set[str]()
        for number, paragraph in enumerate(self.paragraphs):
            here = self.chapters.at(paragraph.start)
            if number == 0 or here != chapter:
                chapter, letter = here, None
                division = inside = self._division(target, here, done)
                title = _letters_of(here.title or "") if here else ""
            laid = self._lay(inside, laid, paragraph.start)
            if self.whole[paragraph] is not letter:
                letter = self.whole[paragraph]
                inside = self._floating(division, letter) if letter else division
            words = _letters_of(self.story.text[paragraph.start : paragraph.end])
            heads = bool(words) and inside is division and title.startswith(words)
            title = title[len(words) :] if heads else ""
            laid = self._paragraph(inside, "head" if heads else "p", paragraph, laid)
        self._lay(inside, laid, len(self.story.text))
        if not self.paragraphs:
            add(add(target, "div"), "p")
        link(self.pieces, self.named)

    def _division(self, target: Element, chapter: Chapter | None, done: set[str]) -> Element:
        if chapter is None:
            return add(target, "div")
        id = None if chapter.id in done else self.ids["chapter", chapter.id]
        done.add(chapter.id)
        return add(target, "div", None, {"type": "chapter", "xml:id": id})

    def _floating(self, division: Element, letter: StoryDocument) -> Element:
        made = add(division, "floatingText", None, {"type": letter.kind})
        self.pieces.setdefault(self.ids["document", letter.id], []).append(made)
        return add(made, "body")

    def _paragraph(self, inside: Element, name: str, paragraph: Span, laid: int) -> int:
        bounds = (paragraph.start, paragraph.end)
        upto = bisect_left(self.stones, paragraph.end, key=lambda s: s.offset)
        made = add(inside, name)
        inline(made, self.story.text, bounds, self.marks.touching(*bounds), self.stones[laid:upto], self.pieces)
        return max(laid, upto)

    def _lay(self, inside: Element, laid: int, upto: int) -> int:
        """Lay the milestones of the scenes that begin before a paragraph does, or with it."""
        end = bisect_right(self.stones, upto, key=lambda s: s.offset)
        for stone in self.stones[laid:end]:
            add(inside, "milestone", None, dict(stone.attributes))
        return max(laid, end)

    def _stone(self, number: int) -> Stone:
        scene = self.story.scenes[number]
        id = self.ids["scene", scene.id]
        return Stone(scene.start, (("unit", "scene"), ("n", str(number + 1)), ("type", scene.mode), ("xml:id", id)))

    def _letter(self, paragraph: Span) -> StoryDocument | None:
        """The letter that holds a paragraph, quotation marks around it aside."""
        words = self.story.text[paragraph.start : paragraph.end]
        start = next((i for i, c in enumerate(words) if c.isalnum()), len(words))
        end = next((i for i in range(len(words), 0, -1) if words[i - 1].isalnum()), 0)
        found = self.letters.covering(paragraph.start + start, paragraph.start + end) if start < end else []
        return found[0] if found else None

    def _written(self) -> list[Mark]:
        """Letters where they fill a part of a paragraph alone."""
        parts = [
            (letter, paragraph)
            for paragraph in self.paragraphs
            for letter in self.letters.touching(paragraph.start, paragraph.end)
            if self.whole[paragraph] is not letter
        ]
        return [self._part(letter, paragraph) for letter, paragraph in parts]

    def _part(self, letter: StoryDocument, paragraph: Span) -> Mark:
        start, end = max(letter.start, paragraph.start), min(letter.end, paragraph.end)
        who = pointer(self.ids, "person", letter.author)
        attributes = (("type", "written"), ("who", who))
        return Mark(start, end, WRITTEN, "q", attributes, self.ids["document", letter.id])


def _letters_of(words: str) -> str:
    """Letters and figures alone, so that a title can be known again however it is set."""
    return "".join(c for c in words.casefold() if c.isalnum())
