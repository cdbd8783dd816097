"""Letters, notes, messages and diary entries that have paragraphs of their own."""

from __future__ import annotations

from unspoken import resources
from unspoken.layers.documents import DocumentKind
from unspoken.layers.spans import Span
from unspoken.stages.letters import forms, frames
from unspoken.stages.letters.endings import Ending, ending_of
from unspoken.stages.letters.found import ENOUGH, Found
from unspoken.stages.letters.frames import Frame
from unspoken.stages.letters.openings import Opening, opening_at
from unspoken.stages.letters.page import WORD, Page
from unspoken.stages.letters.sentences import sentences
from unspoken.stages.letters.voice import voice

MESSAGE = 10  # words up to which a message may say what somebody did and nothing else
SHORT = 60  # words up to which one without greeting or closing is a note or message


def block_at(page: Page, i: int, follows: Found | None) -> Found | None:
    """The writing that begins with paragraph ``i``; ``follows`` is a message in the paragraph before."""
    if not any(c.isalnum() for c in page.words(i)):
        return None
    later = None if page.quoted(i) else frames.after(page, i + 1)
    frame = frames.before(page, i) or (None if page.quoted(i) else frames.answered(page, i)) or later
    daily = "diary" in (frame.kind if frame else None, follows.kind if follows else None)
    opening = opening_at(page, i, frame, daily)
    if frame is None and opening is not None and opening.dated:
        frame = frames.about(page, i)
    if frame is None and opening is not None and (opening.signed or opening.personal):
        frame = frames.near(page, i) if opening.signed else frames.near(page, i, 1)
    if frame is not None and opening is not None and opening.personal and later is not frame:
        frame = frames.both(frame, later or frames.handled(page, i + 1))
    if opening is None or (frame is None and follows is None and not _by_itself(opening, page.words(i))):
        return None
    if not opening.greeting and page.quoted(i) and not _announced_quote(page, i, frame):
        return None
    if not (opening.greeting or opening.dated or _sure(page, i, opening, frame)):
        return None
    ending = ending_of(page, i, opening)
    weight = opening.weight + ending.weight + (frame.weight if frame else 1.0 if follows else 0.0)
    weight += 0.5 * page.italic(i) + 0.5 * (page.wholly_quoted(i) and len(WORD.findall(page.words(i))) > 40)
    return _found(page, i, opening, ending, frame, follows, weight) if weight >= ENOUGH else None


def _by_itself(opening: Opening, words: str) -> bool:
    """Whether the form alone may do, with nothing that announces it."""
    loud = words == words.upper()
    return opening.greeting or opening.dated or (opening.weight >= ENOUGH and not loud and not opening.personal)


def _sure(page: Page, i: int, opening: Opening, frame: Frame | None) -> bool:
    """Without greeting or date: the announcement is outright, or the words look scribbled or signed."""
    p = page.paragraphs[i]
    direct = frame is not None and frame.weight >= frames.DIRECT
    colon = frame is not None and ":" in page.text[frame.span.end - 4 : frame.span.end]
    titled = page.words(i) == page.words(i).upper() and not forms.register(page.text, p.start, p.end)
    if not (page.quoted(i) or colon) and (titled or (opening.weight < 1.0 and _tells(page, i))):
        return False
    named = direct and forms.signature(page.text, p.start, p.end) is not None
    few = page.quoted(i) or opening.signed or opening.personal or named or len(WORD.findall(page.words(i))) <= SHORT
    return (direct or opening.weight >= 1.0) and (few or colon)


def _tells(page: Page, i: int) -> bool:
    """Whether a paragraph of some length begins as narration does, with what somebody did."""
    p = page.paragraphs[i]
    begins = sentences(page.text, p.start, p.end)[0]
    return len(WORD.findall(page.words(i))) > MESSAGE and voice(page, begins) < 0


def _found(
    page: Page, i: int, opening: Opening, ending: Ending, frame: Frame | None, follows: Found | None, weight: float
) -> Found:
    start, end = forms.body(page.text, page.paragraphs[i].start, page.paragraphs[ending.last].end)
    foot = page.paragraphs[ending.closed if ending.closed is not None else ending.last]
    many = len(WORD.findall(page.text[start:end])) > 2
    signature = forms.signature(page.text, foot.start, foot.end) if many else None
    told = (frame.kind if frame else None) or (follows.kind if follows else None)
    return Found(
        _kind(page.text, Span(start, end), opening, told), start, end, ending.last, weight,
        signature=signature if signature is None or signature.start >= start else None,
        salutation=opening.greeted, frame=frame.span if frame else None,
    )  # fmt: skip


def _kind(text: str, body: Span, opening: Opening, told: DocumentKind | None) -> DocumentKind:
    """The kind that the narration names; else by greeting, date, length and capitals."""
    greeted = text[opening.greeted.start : opening.greeted.end].lower() if opening.greeted else ""
    if greeted in ("diary", "journal") or (told == "diary" and not greeted):
        return "diary"
    if told in ("message", "post", "letter"):
        return told
    words = text[body.start : body.end]
    if opening.greeting or (greeted and (opening.dated or opening.signed)) or len(WORD.findall(words)) > SHORT:
        return "letter"
    if opening.dated:
        return "diary"
    return told or ("note" if words == words.upper() else "message")


def _announced_quote(page: Page, i: int, frame: Frame | None) -> bool:
    """Speech marks around writing: the narration says outright that this is what was written."""
    if frame is None or frame.weight < frames.DIRECT or not page.wholly_quoted(i):
        return False
    words = {w.lower() for w in WORD.findall(page.text[frame.span.start : frame.span.end])}
    spoken = resources.words("speech.toml", "say") - resources.words("letters.toml", "telling")
    return page.text[frame.span.end - 3 : frame.span.end].rstrip(" -—–\n").endswith(":") and not (
        words & (spoken - resources.words("letters.toml", "writing"))
    )
