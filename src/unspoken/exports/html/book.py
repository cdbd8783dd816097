"""The text itself, set like a book, with what was found marked in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from unspoken.exports.html.marks import Mark, attribute, clean, marked
from unspoken.exports.outline import Guide
from unspoken.exports.outline.letters import title as letter_title
from unspoken.exports.outline.phrases import feeling_sentence, listed, many, sentence
from unspoken.layers.documents import StoryDocument
from unspoken.layers.index import SpanIndex
from unspoken.layers.quotations import Quote
from unspoken.layers.spans import Span

CHUNK = 120  # the most paragraphs in a section
_QUOTE, _LETTER, _PASSAGE, _FEELING, _EMPHASIS, _UNDERSCORE = range(6)


class Book:
    """A story's text as HTML sections, a chapter each, so that a browser lays out only what is in view."""

    def __init__(
        self, guide: Guide, colours: dict[str, str], passages: Iterable[Span], notes: dict[Span, tuple[str, str]]
    ):
        """Args: the story; classes of speakers; spans that are linked to; spans with (id of a card, what it says)."""
        self.guide, self.colours = guide, colours
        story = guide.story
        self.paragraphs = story.paragraphs or (Span(0, len(story.text)),)
        self.marks = SpanIndex(
            [
                *self._quote_marks(),
                *self._passage_marks(passages, notes),
                *self._feeling_marks(),
                *self._emphasis_marks(),
            ]
        )
        self.quotes: SpanIndex[Quote] = SpanIndex(story.quotes)
        self.letters: SpanIndex[StoryDocument] = SpanIndex(story.documents)
        self.scenes = {scene.start: scene for scene in story.scenes}
        self.scene_starts = SpanIndex([Span(s.start, s.start + 1) for s in story.scenes])
        self.titles = {chapter.start: chapter.title for chapter in story.chapters if chapter.title}

    def html(self) -> str:
        """All sections."""
        return "".join(
            f'<section class="chapter">{"".join(self._chapter(chunk))}</section>' for chunk in self._chunks()
        )

    def _chunks(self) -> Iterator[list[Span]]:
        """Paragraphs chapter by chapter, and long chapters in pieces."""
        starts = {chapter.start for chapter in self.guide.story.chapters}
        chunk: list[Span] = []
        for paragraph in self.paragraphs:
            if chunk and (paragraph.start in starts or len(chunk) >= CHUNK):
                yield chunk
                chunk = []
            chunk.append(paragraph)
        yield chunk

    def _chapter(self, paragraphs: list[Span]) -> Iterator[str]:
        letter: StoryDocument | None = None
        for paragraph in paragraphs:
            around = next(iter(self.letters.covering(paragraph.start, paragraph.end)), None)
            if letter and around is not letter:
                yield "</div>"
            for start in self.scene_starts.inside(paragraph.start, paragraph.end):
                yield self._scene_heading(start.start)
            if around and around is not letter:
                said = clean(letter_title(self.guide, around))
                yield f'<div class="letter" role="group" aria-label="{said}"><p class="letter-title">{said}</p>'
            letter = around
            yield self._paragraph(paragraph)
        if letter:
            yield "</div>"

    def _scene_heading(self, start: int) -> str:
        scene = self.scenes[start]
        number = self.guide.number[scene.id]
        people = listed([self.guide.name(id) for id in scene.present[:6]])
        if len(scene.present) > 6:
            people += f" and {many(len(scene.present) - 6, 'other')}"
        eyes = f"seen by {self.guide.name(scene.focal)}" if scene.focal else None
        facts = " · ".join(clean(fact) for fact in (self.guide.where(number), people, eyes) if fact)
        return f'<h4 class="scene" id="s{number}"><b>Scene {number}</b> {facts}</h4>'

    def _paragraph(self, paragraph: Span) -> str:
        text = self.guide.story.text
        start, end = paragraph.start, paragraph.end
        content = marked(text, start, end, self.marks.touching(start, end)) if end > start else ""
        words = text[start:end]
        if self.titles.get(start) and words.strip() == (self.titles[start] or "").strip():
            return f"<h3>{content}</h3>"
        if not any(c.isalnum() for c in words):
            return f'<p class="ornament">{content}</p>'
        return f"<p{self._margin(paragraph)}>{content}</p>"

    def _margin(self, paragraph: Span) -> str:
        """Who speaks in a paragraph, for its margin."""
        start, end = paragraph.start, paragraph.end
        here = (q for q in self.quotes.touching(start, end) if any(p.start < end and p.end > start for p in q.parts))
        speakers = list(dict.fromkeys(q.speaker for q in here))
        if not speakers:
            return ""
        names = " · ".join(self.guide.name(s) if s else "?" for s in speakers)
        colour = self.colours.get(speakers[0] or "", "px") if len(speakers) == 1 else "px many"
        return f' class="by {colour}"' + attribute("data-by", names)

    def _quote_marks(self) -> Iterator[Mark]:
        for quote in self.guide.story.quotes:
            colour = self.colours.get(quote.speaker or "", "px")
            who = self.guide.name(quote.speaker) if quote.speaker else "nobody known"
            verb = "thinks" if quote.kind == "thought" else "speaks"
            to = f" to {listed([self.guide.name(a) for a in quote.addressees])}" if quote.addressees else ""
            attributes = f' class="q {colour}{" thought" if quote.kind == "thought" else ""}"'
            attributes += attribute("title", f"{who} {verb}{to}")
            for i, part in enumerate(quote.parts):
                tag = "" if i else attribute("data-who", who)
                yield Mark(part.start, part.end, _QUOTE, attributes + tag)
        whole = {(p.start, p.end) for p in self.paragraphs}
        for document in self.guide.story.documents:
            if (document.start, document.end) not in whole:
                said = attribute("title", letter_title(self.guide, document))
                yield Mark(document.start, document.end, _LETTER, f' class="writing"{said}')

    def _passage_marks(self, passages: Iterable[Span], notes: dict[Span, tuple[str, str]]) -> Iterator[Mark]:
        for span in sorted({Span(p.start, p.end) for p in passages}):
            id, element, attributes = f"w{span.start}-{span.end}", "span", ' class="w"'
            if note := notes.get(span):
                element, attributes = "a", f' class="w note" href="#{clean(note[0])}"' + attribute("title", note[1])
            yield Mark(span.start, span.end, _PASSAGE, attributes, element, id)

    def _feeling_marks(self) -> Iterator[Mark]:
        for feeling in self.guide.story.feelings:
            said = sentence(feeling_sentence(feeling, self.guide.name))
            kind = "low" if feeling.valence < 0 else "high"
            faint = " not" if feeling.negated or feeling.hypothetical else ""
            told = attribute("data-tip", said) + attribute("aria-description", said)
            yield Mark(feeling.start, feeling.end, _FEELING, f' class="f {kind}{faint}"{told}')

    def _emphasis_marks(self) -> Iterator[Mark]:
        text = self.guide.story.text
        for span in self.guide.story.emphasis:
            yield Mark(span.start, span.end, _EMPHASIS, "", "em")
            if len(span) > 2 and text[span.start] == text[span.end - 1] == "_":  # plain text's own marks, not shown
                yield Mark(span.start, span.start + 1, _UNDERSCORE, ' class="u"')
                yield Mark(span.end - 1, span.end, _UNDERSCORE, ' class="u"')
