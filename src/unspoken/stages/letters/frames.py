"""Narration that announces writing: "Then I typed.", "pinned to it was a scrap of paper", "The letter said:"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from unspoken import resources
from unspoken.layers.documents import DocumentKind
from unspoken.layers.spans import Span
from unspoken.stages.letters import cues
from unspoken.stages.letters.page import WORD, Page
from unspoken.stages.letters.sentences import sentences

REACH = 320  # code points before a paragraph's end in which it may announce
NEAR = 4  # paragraphs before one in which what it is written on may be spoken of
SENTENCE = re.compile(r"(?<=[.!?…])[\"”’]?\s+")
BRIEF = 20  # words of a sentence that tells of an answer
LATER = 3  # sentences after writing in which narration may say what it was
CERTAIN, DIRECT, MENTION, AFTER, HANDLED = 2.5, 2.0, 1.0, 1.5, 0.5


@dataclass(frozen=True)
class Frame:
    """An announcement; ``weight`` says how surely writing comes next, ``kind`` which, where the words tell."""

    span: Span
    weight: float
    kind: DocumentKind | None


def before(page: Page, i: int) -> Frame | None:
    """The announcement at the end of the paragraph before paragraph ``i``."""
    if i == 0 or page.parted(i) or page.wholly_quoted(i - 1):
        return None
    p = page.paragraphs[i - 1]
    tail = page.text[max(p.start, p.end - REACH) : p.end]
    starts = [0, *(m.end() for m in SENTENCE.finditer(tail))]
    if len(starts) > 1 and len(WORD.findall(tail[starts[-1] :])) < 4:
        starts.pop()
    start = p.end - len(tail) + starts[-1]
    return announcement(page.text, start, p.end)


def replied(page: Page, i: int) -> Frame | None:
    """A short paragraph before paragraph ``i``, without speech, that tells of an answer: "The reply took a minute."."""
    if (
        not 0 < i < len(page)
        or page.parted(i)
        or page.parted(i - 1)
        or page.quoted(i)
        or page.spoken_in(page.paragraphs[i - 1])
    ):
        return None
    words = page.words(i - 1)
    comes = _reply_comes().match(words) is not None and len(WORD.findall(words)) <= BRIEF and not cues.denied(words)
    p = page.paragraphs[i - 1]
    return Frame(Span(p.start, p.end), DIRECT, "message") if comes else None


def about(page: Page, i: int) -> Frame | None:
    """A diary or the like that the paragraph before paragraph ``i`` speaks of, wherever in it."""
    if i == 0 or page.parted(i):
        return None
    p = page.paragraphs[i - 1]
    kind = kind_of([w.lower() for w in WORD.findall(page.narration(i - 1))])
    return Frame(Span(p.start, p.end), MENTION, kind) if kind is not None else None


def near(page: Page, i: int, reach: int = NEAR) -> Frame | None:
    """Paper, ink or the like, of which one of the last paragraphs before paragraph ``i`` speaks."""
    things = resources.words("letters.toml", "carrier") | resources.words("letters.toml", "material")
    for k in range(i - 1, max(-1, i - 1 - reach), -1):
        if page.parted(k + 1):
            break
        words = [w.lower() for w in WORD.findall(page.narration(k))]
        if not things.isdisjoint(words) and cues.UNREAD.search(page.narration(k)) is None:
            return Frame(Span(page.paragraphs[k].start, page.paragraphs[k].end), MENTION, kind_of(words))
    return None


def after(page: Page, i: int) -> Frame | None:
    """What the first sentences of paragraph ``i`` say of writing that stood before it: "He read it twice"."""
    if i >= len(page) or page.parted(i) or page.quoted(i):
        return None
    p = page.paragraphs[i]
    found: list[Span] = []
    for n, s in enumerate(sentences(page.text, p.start, p.end)[:LATER]):
        m = (_was_it().match if n else _read_it().search)(page.text[s.start : s.end])
        found.extend([Span(s.start + m.start(), s.start + m.end())] if m else [])
    if not found:
        return None
    told = [w.lower() for s in found for w in WORD.findall(page.text[s.start : s.end])]
    return Frame(Span(p.start, found[-1].end), AFTER, kind_of(told))


def answered(page: Page, i: int) -> Frame | None:
    """ "She answers with one hand." before paragraph ``i``, where a phone or a message was spoken of just before."""
    if i == 0 or page.parted(i) or page.spoken_in(page.paragraphs[i - 1]):
        return None
    p = page.paragraphs[i - 1]
    s = sentences(page.text, p.start, p.end)[-1]
    told = WORD.findall(page.text[s.start : s.end])
    answers = not resources.words("letters.toml", "answering").isdisjoint(told) and len(told) <= BRIEF
    near = {w.lower() for k in range(max(0, i - NEAR), i) for w in WORD.findall(page.narration(k))}
    online = not near.isdisjoint(resources.words("letters.toml", "online"))
    return Frame(s, DIRECT, "message") if answers and online else None


def handled(page: Page, i: int) -> Frame | None:
    """What the first sentence of paragraph ``i`` says that somebody does with a thing: "He put it on the fire"."""
    if i >= len(page) or page.parted(i) or page.quoted(i):
        return None
    s = sentences(page.text, page.paragraphs[i].start, page.paragraphs[i].end)[0]
    does = re.search(resources.table("letters.toml")["handled"].strip(), page.text[s.start : s.end])
    return Frame(s, HANDLED, None) if does else None


def both(first: Frame | None, later: Frame | None) -> Frame | None:
    """What is told before and after, as one: the weights add up, the words are those before."""
    if first is None or later is None:
        return first or later
    return Frame(first.span, first.weight + later.weight, first.kind or later.kind)


def announcement(text: str, start: int, end: int) -> Frame | None:
    """Weigh a stretch of narration right before something that may be writing."""
    words = [w.lower() for w in WORD.findall(text[start:end])]
    weight = _weight(words, text[start:end].rstrip(" -—–\n\t_\"“‘'«"))
    return Frame(Span(start, end), weight, kind_of(words)) if weight else None


def kind_of(words: list[str]) -> DocumentKind | None:
    """What kind of writing the words name first."""
    kinds = resources.table("letters.toml")["kinds"]
    return next((kinds[w] for w in words if w in kinds), None)


def _weight(words: list[str], stretch: str) -> float:
    known = set(words)
    writes = known & resources.words("letters.toml", "writing")
    carries = known & resources.words("letters.toml", "carrier")
    phones = known & resources.words("letters.toml", "phone")
    tells = known & resources.words("letters.toml", "telling")
    negated = cues.denied(stretch)
    if cues.looks(stretch) and not negated and ":" not in stretch and _corner().match(stretch):
        return CERTAIN
    if stretch.endswith(":") and ("read" in known or ((writes or carries or (phones and tells)) and not negated)):
        return CERTAIN
    if negated or not (writes or carries or phones):
        return 0.0
    if phones and known & resources.words("letters.toml", "tapping"):
        return DIRECT
    if stretch.endswith(",") and _ends_writing(words):
        return CERTAIN
    if cues.looks(stretch) or _ends_writing(words) or (tells and (phones or (carries and _ends_telling(words)))):
        return DIRECT
    return MENTION if writes or carries else 0.0


@cache
def _corner() -> re.Pattern[str]:
    """A place on a page, with which a sentence begins."""
    words = "|".join(sorted(resources.words("letters.toml", "corner")))
    return re.compile(rf"(?i:and |then )?(?:{words})\b", re.IGNORECASE)


@cache
def _reply_comes() -> re.Pattern[str]:
    """An answer that comes, soon or late, in the order of such sentences."""
    return re.compile(resources.table("letters.toml")["reply_comes"].strip())


@cache
def _read_it() -> re.Pattern[str]:
    return re.compile(resources.table("letters.toml")["read_it"].strip())


@cache
def _was_it() -> re.Pattern[str]:
    return re.compile(resources.table("letters.toml")["was_it"].strip())


def _ends_writing(words: list[str]) -> bool:
    """Whether the last verb is one of writing, with nothing after it but what is written ("sent her something")."""
    writing, after = resources.words("letters.toml", "writing"), resources.words("letters.toml", "after")
    for n, word in enumerate(reversed(words)):
        if word in writing:
            return n < 7
        if word not in after:
            return False
    return False


def _ends_telling(words: list[str]) -> bool:
    return any(w in resources.words("letters.toml", "telling") for w in words[-4:])
