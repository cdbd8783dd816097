"""Where scenes begin: at chapters and breaks, at a paragraph that jumps in time, at a return from the past."""

from __future__ import annotations

import re
from itertools import pairwise

from unspoken.document import Document
from unspoken.layers.documents import Letter
from unspoken.layers.index import SpanIndex
from unspoken.layers.keys import BREAKS, CHAPTERS, LETTERS, PARAGRAPHS, QUOTATIONS
from unspoken.layers.spans import Span
from unspoken.stages.scene_spans import clock
from unspoken.stages.scene_spans.words import pattern

OPENING = 420  # code points of a scene's beginning in which it says when it is
JUMPING = 60  # code points that a paragraph must have to open a scene by its words alone
CLAUSE = 70  # code points after the words of time in which its verb is
PASSING = 40  # code points before the words of time in a paragraph that looks back in passing
LEAD = 90  # code points of a sentence that leads up to one with a jump
SUMMARY = 360  # code points of a paragraph that only leads up to the scene
HEADING = 60  # code points up to which what stands between two starts is a heading
NOT_ONCE = re.compile(
    r"\b(?:would|will|used to|always|usually|every|often|sometimes|could|might|must|shall|should)\b|['’](?:d|ll)\b",
    re.I,
)
HEAD = re.compile(r"\s*(?:(?i:chapter|part|book|scene)\b[^\n]{0,50}|[^\n]{0,50}[^\n.!?…,;:”’\"])\n\s*\n")
THEN = re.compile(r"(?:And |So |But )?(?:[Tt]hen,? )?")
LASTING = re.compile(
    r"^\W*for \w|\b(?:in those (?:days|years|weeks)|as a rule|from then on|used to|always|usually|every|often)\b", re.I
)
RETURN = re.compile(
    r"(?:But now|And now|Now)(?:,|(?= (?:he|she|they|I|we|it|there|[A-Z]\w+)\b))|Back (?:in|at|on|inside) the\b"
)


def starts(document: Document) -> list[int]:
    """Offsets at which scenes begin, in order; the first is that of the first paragraph with a word."""
    text = document.text
    letters = SpanIndex(document[LETTERS])
    speech = {q.start for q in document[QUOTATIONS]}
    said = [p for q in document[QUOTATIONS] for p in q.parts]
    busy = SpanIndex[Span]([*said, *(Span(x.start, x.end) for x in document[LETTERS])])
    forced = {b.offset for b in document[BREAKS]} | {c.start for c in document[CHAPTERS]}
    out: list[int] = []
    past = False  # inside a flashback that no break opened
    asides: set[int] = set()  # flashbacks that open in passing
    for p in document[PARAGRAPHS]:
        if not any(c.isalnum() for c in text[p.start : p.end]):
            continue
        if not out or (p.start in forced and not _within(letters.at(p.start), p.start)):
            out.append(p.start)
            past = False
        elif p.start not in speech and p.end - p.start > JUMPING and not letters.touching(p.start, p.end):
            words = text[p.start : min(p.end, p.start + OPENING)]
            reading = clock.read(words, p.start)
            jumped = jumps(words) and not _led_up(document, busy, out[-1], p.start)
            if reading.ago or jumped or (past and RETURN.match(words)):
                out.append(p.start)
                past = reading.ago
            if reading.ago and reading.evidence is not None and reading.evidence.start - p.start > PASSING:
                asides.add(p.start)
    return _without_headings(document, _without_asides(document, out, asides))


def _without_asides(document: Document, found: list[int], asides: set[int]) -> list[int]:
    """One paragraph that looks back in passing is no scene ("He had carried me all over the fair when I was nine")."""
    text = document.text
    told = [p.start for p in document[PARAGRAPHS] if any(c.isalnum() for c in text[p.start : p.end])]
    starting = set(found)
    alone = {a for a, b in pairwise(told) if a in asides and b in starting}
    return [a for n, a in enumerate(found) if n == 0 or a not in alone]


def _within(letter: Letter | None, offset: int) -> bool:
    """Whether writing goes on over a paragraph's start; writing that begins with it may open a scene."""
    return letter is not None and letter.start + 3 < offset


def jumps(words: str) -> bool:
    """Whether a paragraph opens with a jump in time that happens once: "The next morning she", "On Friday, "."""
    words = words.lstrip("_* ")
    return _once(pattern("jump").match(words), words) or _once(pattern("inside").match(words), words) or _second(words)


def _once(m: re.Match[str] | None, words: str) -> bool:
    """Whether what words of time are about happens at that time and once: neither before it nor over and over."""
    if m is None:
        return False
    clause = re.split(r"[.;:!?]", words[m.end() :], maxsplit=1)[0][:CLAUSE]
    return not _elsewhen(m.group()) and not _elsewhen(clause)


def _elsewhen(words: str) -> bool:
    return NOT_ONCE.search(words) is not None or clock.PLUPERFECT.search(words) is not None


def _second(words: str) -> bool:
    """Whether a short sentence leads up to one that opens with such a jump ("I had a day off. On the Saturday I")."""
    first, *others = clock.SENTENCE.split(words, maxsplit=1)
    if not others or len(first) > LEAD or first[-1:] != "." or _elsewhen(first):
        return False
    then = THEN.sub("", others[0], count=1)
    when = clock.read(then, 0)
    dated = then[:4].lower() != "for " and (bool(when.nights) or when.weekday is not None)
    return dated and _once(pattern("jump").match(then), then)


def _led_up(document: Document, busy: SpanIndex[Span], start: int, offset: int) -> bool:
    """Whether all that stands before a paragraph that says when is some narration of what lasted or came again: "For
    six weeks they did not speak." before "One Monday he came in."."""
    lead = document.text[start:offset]
    if len(lead) > SUMMARY or busy.touching(start, offset) or not LASTING.search(lead):
        return False
    return clock.read(document.text[offset : offset + OPENING], offset).nights is None


def _without_headings(document: Document, found: list[int]) -> list[int]:
    """Headings are no scenes: the start of a chapter goes when the next one follows after a few words."""
    chapters = {c.start for c in document[CHAPTERS]}
    kept = [a for a, b in pairwise(found) if not (a in chapters and _heading(document.text[a:b]))]
    return [*found[:1], *(kept + found[-1:])[1:]]


def _heading(words: str) -> bool:
    return len(words) < HEADING and words.rstrip()[-1:] not in '.!?…,;:”’"»'


def opening(document: Document, others: SpanIndex[Span], start: int, end: int) -> str:
    """The first sentences of a scene, with blanks for what is said aloud or written."""
    return _without_heading(told(document, others, start, min(end, start + OPENING)))


def told(document: Document, others: SpanIndex[Span], start: int, end: int) -> str:
    """The words of a stretch, with blanks for what is said aloud or written."""
    words = list(document.text[start:end])
    for part in others.touching(start, end):
        low, high = max(part.start, start) - start, min(part.end, end) - start
        words[low:high] = " " * (high - low)
    return "".join(words)


def _without_heading(words: str) -> str:
    """Blanks for a heading that tells no time ("CHAPTER II"); one that does ("Two years earlier") stays."""
    heading = HEAD.match(words)
    if heading is None or clock.read(heading.group(), 0).evidence is not None:
        return words
    return " " * heading.end() + words[heading.end() :]
