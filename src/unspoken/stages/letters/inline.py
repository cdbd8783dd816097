"""Writing in quotation marks amid narration: 'The note said, "Gone out."', '"On my way," she texted.'"""

from __future__ import annotations

import re
from functools import cache

from unspoken import resources
from unspoken.layers.quotations import Quotation
from unspoken.layers.spans import Span
from unspoken.stages.letters import cues, forms, frames
from unspoken.stages.letters.found import Found
from unspoken.stages.letters.page import WORD, Page
from unspoken.stages.letters.voice import voice

WHO = r"(?:he|she|I|they|we|you|[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?|(?:his|her|my|their|the) \w+)"
IT_SAID = re.compile(
    r"[\s_*]*(?:(?P<it>it) (?:said|says|read|reads|ran|began)|(?:said|read|ran|says|reads) (?:the|her|his|my) \w+"
    r"|(?:the|her|his|my|their|[A-Z]\w+['’]s) \w+ (?:said|says|read|reads|ran))\b"
)
LETTER = 40  # words from which writing of no named kind is a letter
LEAD = 160  # code points before a quotation in which it is announced


def inline_at(page: Page, quotation: Quotation, paragraph: Span, number: int) -> Found | None:
    """The writing that a quotation within a paragraph is, if the narration beside it says so."""
    first, last = quotation.parts[0], quotation.parts[-1]
    sentence = _sentence(page.text, paragraph.start, first.start)
    frame = (
        _announced(page, sentence, first.start, first.end, len(WORD.findall(page.text[first.start : first.end])) >= 3)
        or _told_after(page, first.end, paragraph.end)
        or _it_said(page, quotation, paragraph, number)
        or _left(page, quotation, paragraph, sentence)
        or _typed(page, quotation, paragraph, sentence)
    )
    if frame is None:
        return None
    start, end = forms.body(page.text, first.start, last.end)
    if end <= start:
        return None
    words = [w.lower() for w in WORD.findall(page.text[frame.start : frame.end])]
    many = len(WORD.findall(page.text[start:end])) > 3
    long = len(WORD.findall(page.text[start:end])) > LETTER
    return Found(
        frames.kind_of(words) or ("letter" if long else "message"), start, end, number, 3.0, None,
        forms.signature(page.text, start, end) if many else None, forms.called(page.text, start, end), frame,
    )  # fmt: skip


def _sentence(text: str, low: int, end: int) -> Span:
    """The unfinished sentence before a quotation."""
    start = max(low, end - LEAD)
    for m in frames.SENTENCE.finditer(text, start, end):
        if m.end() <= end:
            start = m.end()
    return Span(start, end)


def _announced(page: Page, lead: Span, end: int, stop: int, many: bool) -> Span | None:
    """'The letter said, "', 'she typed: "', 'His reply came back: "'; for more than a word also 'The card said "'."""
    words = page.text[lead.start : end].rstrip()
    if words.endswith((",", ":")):
        return Span(lead.start, end) if _announces().search(words) or _is_made().search(words) else None
    if many and (_says().search(words) or (_has_written().search(words) and voice(page, Span(end, stop)) > 0)):
        return Span(lead.start, end)
    return None


def _left(page: Page, quotation: Quotation, paragraph: Span, sentence: Span) -> Span | None:
    """'There was a note on the fridge. "Gone out. Mum."': the sentence before leaves the writing there."""
    if page.text[sentence.start : quotation.start].strip() or len(quotation.parts) > 1:
        return None
    before = _sentence(page.text, paragraph.start, sentence.start - 1)
    m = _leaves().search(page.text, before.start, sentence.start)
    cued = re.match(r"\s*[\w’']+ (?:\w+ )?(?:said|asked|read)\b|\s*said\b", page.text[quotation.end : paragraph.end])
    return Span(before.start, sentence.start) if m is not None and cued is None else None


def _typed(page: Page, quotation: Quotation, paragraph: Span, sentence: Span) -> Span | None:
    """'She was typing with both thumbs. *On my way.*': italics after a sentence that tells of writing are what is
    written."""
    if quotation.kind != "thought" or page.text[sentence.start : quotation.start].strip(" _*\n"):
        return None
    before = _sentence(page.text, paragraph.start, sentence.start - 1)
    found = frames.announcement(page.text, before.start, sentence.start)
    looks = cues.looks(page.text[before.start : sentence.start])
    return before if found is not None or looks else None


def _it_said(page: Page, quotation: Quotation, paragraph: Span, number: int) -> Span | None:
    """'There was a card on the mat. "Come to dinner," it said.', '"Come," said the note.'"""
    first = quotation.parts[0]
    m = IT_SAID.match(page.text, first.end, paragraph.end)
    if m is None:
        return None
    opens = first.start == paragraph.start and number  # then "it" is in the paragraph before
    low = max(page.paragraphs[number - 1].start if opens else paragraph.start, first.start - LEAD)
    before = page.text[low : first.start] if m.group("it") else m.group()
    named = {w.lower() for w in WORD.findall(before)} & resources.words("letters.toml", "carrier")
    return Span(low if m.group("it") else first.end, m.end()) if named else None


def _told_after(page: Page, end: int, stop: int) -> Span | None:
    """'," she texted', '," wrote Anne'."""
    m = _told().match(page.text, end, stop)
    opens = page.text[end:stop].lstrip()
    finished = page.text[max(0, end - 2) : end - 1] in (".", "!", "?", "…")
    if m is None or (finished and re.match(r"(?:He|She|They|We|You|The|His|Her|My)\b", opens)):
        return None
    if opens[:1].isupper() and page.text[max(0, end - 2)] == ".":
        return None
    return Span(end, m.end())


@cache
def _announces() -> re.Pattern[str]:
    """A carrier that tells, or a verb of writing, with little after it before the mark."""
    carrier = "|".join(sorted(resources.words("letters.toml", "carrier")))
    typed = "|".join(sorted(resources.words("letters.toml", "typing")))
    tells = "read|reads|said|says|ran|runs|went|was|came|came back|came through|began|begins|arrived|popped up|appeared"
    adverb = r"(?: (?:only|simply|just|merely|as follows|thus|in \w+ \w+))?"
    return re.compile(
        rf"\b(?:{carrier})\b(?:(?! and )[^.!?,;]){{0,50}}? (?:{tells}){adverb}\s*[,:]$"
        rf"|\b(?:{carrier})\b[^.!?]{{0,80}}? (?:read|reads|(?:ran|runs|went) (?:as follows|thus)|following \w+)\s*[,:]$"
        rf"|\b(?:{carrier})\b[^,.!?]{{0,30}}:$"
        rf"|\b(?:{typed})\b[^.!?;]{{0,40}}[,:]$"
        r"|\bread:$",
        re.IGNORECASE,
    )


@cache
def _is_made() -> re.Pattern[str]:
    """'Somebody had written, "', 'on the back was pencilled: "'; nothing that is on a sign."""
    made, hand = (
        "|".join(sorted(resources.words("letters.toml", "made") - resources.words("letters.toml", key)))
        for key in ("public", "printed")
    )
    public = "|".join(sorted(resources.words("letters.toml", "public") | resources.words("letters.toml", "direction")))
    return re.compile(
        rf"^(?!.*\b(?:{public})\b).*?\b(?:(?:was|were|is|been|stood|found|words)(?: \w+)? (?:{made})"
        rf"|had (?:\w+ )?(?:{hand}))\b[^.!?;:,]{{0,50}}[,:]$",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _says() -> re.Pattern[str]:
    """'The card said "', 'on the label was written "'."""
    carrier = "|".join(sorted(resources.words("letters.toml", "carrier") | resources.words("letters.toml", "bearing")))
    return re.compile(
        rf"\b(?i:the|a|his|her|my|their|one) (?:[\w-]+ )?(?:{carrier})(?: \w+ed| only| just)? (?:said|says|read|reads)$"
    )


@cache
def _has_written() -> re.Pattern[str]:
    """'Across the bottom she had written "'; a title has no voice."""
    typed = "|".join(sorted(resources.words("letters.toml", "typing") | {"written"}))
    return re.compile(rf"\b(?:{typed})$")


@cache
def _leaves() -> re.Pattern[str]:
    """Something written is there, or comes."""
    carrier = "|".join(sorted(resources.words("letters.toml", "carrier")))
    place = "left|pinned|taped|stuck|propped|tucked|slipped|pushed|came|arrived|buzzed|pinged|on|under|from"
    return re.compile(
        rf"\b(?:there was|she had|he had|I had|had)\b[^.!?]{{0,40}}\b(?:{carrier})\b"
        rf"|\b(?:a|another|the|her|his|one) (?:\w+ )?(?:{carrier}) (?:\w+ )?(?:{place})\b",
        re.IGNORECASE,
    )


@cache
def _told() -> re.Pattern[str]:
    """A cue of writing right after the closing mark."""
    typed = "|".join(sorted(resources.words("letters.toml", "typing")))
    return re.compile(rf"[\s_*]*(?:(?:{WHO}) (?:had |\w+ly )?(?:{typed})|(?:{typed}) {WHO})\b")
