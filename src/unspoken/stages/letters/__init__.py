"""Letters: writing inside the story, told by its form and by the narration that announces it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from unspoken import resources
from unspoken.document import Document
from unspoken.layers.documents import DocumentKind, Letter
from unspoken.layers.keys import BREAKS, LETTERS, PARAGRAPHS, QUOTATIONS
from unspoken.layers.spans import Span
from unspoken.pipeline import Stage
from unspoken.stages.letters import forms
from unspoken.stages.mentions.names import not_names

LONGEST = 60  # paragraphs that a letter without a closing may run over
SHORT = 60  # words that a note or message may have where only the narration announces it


def find_letters(document: Document) -> tuple[Letter, ...]:
    """Find embedded documents, in text order; a reader of the form alone cannot know their people."""
    finder = _Finder(document)
    out: list[Letter] = []
    i = 0
    while i < len(finder.paragraphs):
        found = finder.at(i)
        if found is None:
            i += 1
            continue
        out.append(found.letter(f"d{len(out)}"))
        i = found.last + 1
    return tuple(out)


STAGE = Stage("letters", "1", (PARAGRAPHS, BREAKS, QUOTATIONS), LETTERS, find_letters)


@dataclass(frozen=True)
class _Found:
    kind: DocumentKind
    start: int
    end: int
    last: int
    sender: Span | None
    signature: Span | None
    salutation: Span | None
    frame: Span | None
    confidence: float

    def letter(self, identity: str) -> Letter:
        return Letter(
            identity,
            self.kind,
            self.start,
            self.end,
            self.sender,
            self.signature,
            self.salutation,
            self.frame,
            self.confidence,
        )


class _Finder:
    def __init__(self, document: Document) -> None:
        self.text, self.paragraphs = document.text, document[PARAGRAPHS]
        self.breaks = {b.offset for b in document[BREAKS]}
        self.quotations = document[QUOTATIONS]
        self._starts = [q.start for q in self.quotations]
        senders = sum(forms.SENDER.match(self.text, p.start, p.end) is not None for p in self.paragraphs)
        table = resources.words
        self._paper = table("letters.toml", "carrier") | table("letters.toml", "writing") | {"words", "lines"}
        self.play = senders > 0.15 * len(self.paragraphs) and senders > 12

    def at(self, i: int) -> _Found | None:
        """The document that begins with paragraph ``i``."""
        return self._chat(i) or self._letter(i) or self._quoted(i) or self._capitals(i) or self._announced(i)

    def _chat(self, i: int) -> _Found | None:
        """ "Name: words" in prose that is no play."""
        p = self.paragraphs[i]
        m = forms.SENDER.match(self.text, p.start, p.end)
        if m is None or self.play or m.group("name").lower().split()[0] in resources.words("letters.toml", "no_sender"):
            return None
        words = self.text[m.end() : p.end].split()
        if len(words) > 120 or not any(
            len(self.text[q.start : q.end]) > 150 for q in self.paragraphs[max(0, i - 12) : i]
        ):
            return None
        if self.text[m.end()] in "“‘\"'«":
            return None
        if m.group("name").lower() in not_names():
            return None
        handle = m.group("name").startswith("@")
        kind: DocumentKind = "post" if handle else "message"
        start, end = forms.body(self.text, m.end(), p.end)
        sender = Span(m.start("name"), m.end("name"))
        signature = forms.signature(self.text, start, end) if len(words) > 3 else None
        return _Found(kind, start, end, i, sender, signature, forms.called(self.text, start, end), self._frame(i), 0.85)

    def _letter(self, i: int) -> _Found | None:
        """A salutation, or a date, opens it; a closing ends it."""
        p = self.paragraphs[i]
        greeted = forms.salutation(self.text, p.start, p.end)
        dated = forms.date(self.text, p.start, p.end)
        if greeted is None and dated is None:
            return None
        alone = dated is not None and not self.text[dated : p.end].strip(" .,:" + forms.MARKS)
        if greeted is None and alone and i + 1 < len(self.paragraphs):
            greeted = forms.salutation(self.text, self.paragraphs[i + 1].start, self.paragraphs[i + 1].end)
        if dated is not None and greeted is None and not alone:
            start = dated + len(self.text[dated : p.end]) - len(self.text[dated : p.end].lstrip(" .,:"))
            greeted = forms.called(self.text, start, p.end)
        frame = self._frame(i)
        quoted = self._quotation_end(p.start)
        if quoted > p.start and not alone and not self._alone(p, greeted) and (quoted <= p.end or frame is None):
            return None
        last = self._last(i)
        closed = forms.closing(self.text, self.paragraphs[last].start, self.paragraphs[last].end)
        if not closed and (frame is None or greeted is None):
            return None
        if greeted is None and not closed:
            return None
        if not closed and not self._block(i, greeted):
            return None
        start, end = forms.body(self.text, p.start, self.paragraphs[last].end)
        signature = forms.signature(self.text, self.paragraphs[last].start, end)
        return _Found("letter", start, end, last, None, signature, greeted, frame, 0.9 if closed else 0.6)

    def _alone(self, p: Span, greeted: Span | None) -> bool:
        """A greeting that has its line for itself."""
        return greeted is not None and p.end - greeted.end < 5

    def _quoted(self, i: int) -> _Found | None:
        """A long quotation that the narration calls a letter: "devoured the following words:"."""
        p = self.paragraphs[i]
        quoted = self._quotation_end(p.start)
        frame = self._frame(i)
        if frame is None or quoted <= p.start or len(self.text[p.start : quoted].split()) < 30:
            return None
        announced = self.text[frame.start : frame.end].rstrip(" -—–")
        words = {w.lower() for w in re.findall(r"[\w'’-]+", announced)}
        if words & (
            resources.words("speech.toml", "say") - resources.words("letters.toml", "reading") - {"wrote", "write"}
        ):
            return None
        if not (announced.endswith(":") or words & {"follows", "following"}) or not words & self._paper:
            return None
        last = i
        while last + 1 < len(self.paragraphs) and self.paragraphs[last + 1].start < quoted:
            last += 1
        if self.paragraphs[last].end > quoted + 3:
            return None
        start, end = forms.body(self.text, p.start, quoted)
        return _Found("letter", start, end, last, None, forms.signature(self.text, start, end), None, frame, 0.6)

    def _block(self, i: int, greeted: Span | None) -> bool:
        """Without a closing: only a greeting that stands alone on its line, or a quotation over paragraphs."""
        p = self.paragraphs[i]
        return self._alone(p, greeted) or self._quotation_end(p.start) > p.end

    def _last(self, i: int) -> int:
        """The last paragraph: the one that closes, or the end of the quotation, or before a break."""
        quoted = self._quotation_end(self.paragraphs[i].start)
        end = i
        for k in range(i, min(i + LONGEST, len(self.paragraphs))):
            p = self.paragraphs[k]
            if k > i and p.start in self.breaks:
                break
            if forms.closing(self.text, p.start, p.end) and k > i:
                return self._signed(k)
            if p.end <= quoted:
                end = k
        return end

    def _signed(self, k: int) -> int:
        """From a closing paragraph on: further ones, and the name."""
        while k + 1 < len(self.paragraphs) and self.paragraphs[k + 1].start not in self.breaks:
            following = self.paragraphs[k + 1]
            if self._only_name(following):
                return k + 1
            if len(self.text[following.start : following.end].split()) > 8 or not forms.closing(
                self.text, following.start, following.end
            ):
                return k
            k += 1
        return k

    def _only_name(self, p: Span) -> bool:
        start, end = forms.body(self.text, p.start, p.end)
        return 0 < end - start < 40 and re.fullmatch(forms.NAME + r"[.,]?", self.text[start:end]) is not None

    def _quotation_end(self, start: int) -> int:
        k = bisect_right(self._starts, start + 2) - 1
        return self.quotations[k].end if k >= 0 and self.quotations[k].end > start else start

    def _capitals(self, i: int) -> _Found | None:
        """A short paragraph in capitals that is a sentence and no heading: a note as it is read."""
        p = self.paragraphs[i]
        words = self.text[p.start : p.end].split()
        if not 3 <= len(words) <= 40 or p.start in self.breaks or i == 0:
            return None
        plain = self.text[p.start : p.end]
        if (
            plain != plain.upper()
            or sum(c.isalpha() for c in plain) < 8
            or plain.rstrip(forms.MARKS)[-1:] not in (".", "!", "?")
        ):
            return None
        frame = self._frame(i)
        if frame is None:
            return None
        start, end = forms.body(self.text, p.start, p.end)
        return _Found("note", start, end, i, None, forms.signature(self.text, start, end), None, frame, 0.75)

    def _announced(self, i: int) -> _Found | None:
        """A short unquoted paragraph after "Then I typed.", or after a note was found."""
        p = self.paragraphs[i]
        words = self.text[p.start : p.end].split()
        frame = self._frame(i)
        if frame is None or not 0 < len(words) <= SHORT or p.start in self.breaks:
            return None
        if self._quotation_end(p.start) > p.start:
            return None
        if not self._written(i, frame, words):
            return None
        start, end = forms.body(self.text, p.start, p.end)
        signature = forms.signature(self.text, start, end) if len(words) > 2 else None
        return _Found(
            self._kind(frame), start, end, i, None, signature, forms.called(self.text, start, end), frame, 0.7
        )

    def _written(self, i: int, frame: Span, words: list[str]) -> bool:
        """Whether a paragraph after an announcement is in another voice than the narration."""
        p = self.paragraphs[i]
        small = self.text[p.start].islower()
        signed = forms.signature(self.text, p.start, p.end)
        signs = (
            signed is not None
            and signed.end - signed.start < 20
            and len(words) > 2
            and self.text[p.end - 1] not in ".!?…"
        )
        announced = self.text[frame.start : frame.end].rstrip()
        last = re.findall(r"[\w'’-]+", announced)[-4:]
        direct = announced.endswith(":") or any(
            w.lower() in resources.words("letters.toml", "writing") for w in last[-3:]
        )
        calls = forms.called(self.text, p.start, p.end) is not None
        return small or signs or (direct and (calls or announced.endswith(":")))

    def _kind(self, frame: Span) -> DocumentKind:
        kinds = resources.table("letters.toml")["kinds"]
        words = [w.lower() for w in re.findall(r"[\w-]+", self.text[frame.start : frame.end])]
        return next((kinds[w] for w in words if w in kinds), "message")

    def _frame(self, i: int) -> Span | None:
        """The last sentence of the paragraph before, if it speaks of writing or of something written."""
        if i == 0:
            return None
        p = self.paragraphs[i - 1]
        if forms.SENDER.match(self.text, p.start, p.end):
            return None
        begin = max(p.start, p.end - 320)
        tail = self.text[begin : p.end]
        sentences = re.split(r"(?<=[.!?])\s+", tail)
        last = sentences[-1]
        start = p.end - len(last)
        words = {w.lower() for w in re.findall(r"[\w'’-]+", last)}
        if len(words) < 4 and len(sentences) > 1:
            start -= len(sentences[-2]) + 1
            words |= {w.lower() for w in re.findall(r"[\w'’-]+", sentences[-2])}
        table = resources.words
        if words & (table("letters.toml", "writing") | {"sent"}):
            return Span(max(p.start, start), p.end)
        carried = words & table("letters.toml", "carrier")
        tells = words & table("letters.toml", "reading") or last.rstrip(" -—–").endswith(":")
        if (carried and tells) or (words & {"words", "lines"} and words & {"following", "follows", "these"}):
            return Span(max(p.start, start), p.end)
        return None
