"""Letters that somebody reads aloud: inside a speech, in marks of their own or begun by a greeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from unspoken import resources
from unspoken.layers.documents import DocumentKind
from unspoken.layers.quotations import Quotation
from unspoken.layers.spans import Span
from unspoken.stages.letters import forms, frames
from unspoken.stages.letters.found import Found
from unspoken.stages.letters.page import WORD, Page
from unspoken.stages.quotations.marks import STYLES, closer

INNER = re.compile(r"(?<![\w’'])[‘'“\"«‹„](?=[A-Z\d])")
FEWEST = 4  # words that a letter inside a speech has at least
LETTER = 40  # words from which writing of no named kind is a letter
WHOLE = 8  # words that a speech has at least which is nothing but words in marks
EDGE = 3  # code points of marks between the end of a speech and what is read out in it
AGO = 900  # code points before such a speech in which reading aloud begins
BOOK = 1500  # code points before it in which the diary is named that it is read from
NEAR = 300  # code points before it in which the page in somebody's hand may be spoken of


def aloud_in(page: Page, quotation: Quotation, i: int) -> list[Found]:
    """The writing that is read out inside a speech of paragraph ``i``."""
    inner = [f for span in _nested(page, quotation) if (f := _read_out(page, quotation, span, i)) is not None]
    if inner or quotation.kind != "speech":
        return inner
    whole = _spoken_letter(page, quotation, i)
    return [whole] if whole is not None else []


def _nested(page: Page, quotation: Quotation) -> Iterator[Span]:
    """What stands in marks of another style inside a quotation, marks left out."""
    for part in quotation.parts:
        at = part.start + 1
        while m := INNER.search(page.text, at, part.end):
            style = next((s for s in STYLES if s.open == m.group()), None)
            at = m.end()
            if style is None or style.open == quotation.style:
                continue
            stop = closer(page.text, at, part.end, style)
            if stop < 0:
                break
            yield Span(at, stop)
            at = stop + 1


def _read_out(page: Page, quotation: Quotation, span: Span, i: int) -> Found | None:
    """Nested words that begin as letters do, or that the speech or the narration says are written."""
    words = page.text[span.start : span.end]
    if len(WORD.findall(words)) < FEWEST:
        return None
    greeting = forms.salutation(page.text, span.start, span.end)
    greeted = greeting is not None and "!" not in greeting[1] and "." not in greeting[1]
    dated = forms.date(page.text, span.start, span.end) is not None
    said = page.text[max(quotation.start + 1, span.start - NEAR) : span.start - 1].rstrip()
    told = _writes().search(said) is not None
    signed = forms.signature(page.text, span.start, span.end) if len(words.split()) > FEWEST else None
    about = _speaks_of(page, quotation.start)
    told = told or (_it_says().search(said) is not None and about)
    if _all_read(page, quotation, span) and not told:
        return _made(page, span, i, None, _kept_in(page, quotation))
    if not (told or dated or (greeted and (about or signed or len(words.split()) > 8)) or (signed and about)):
        return None
    return _made(page, span, i, Span(quotation.start, span.start) if told else None)


def _spoken_letter(page: Page, quotation: Quotation, i: int) -> Found | None:
    """ "Dear Tom," he read, "I have sold the boat.": a speech that begins as letters do, with a cue of reading."""
    greeting = forms.salutation(page.text, quotation.start, quotation.end)
    if greeting is None or "!" in greeting[1]:
        return None
    first = quotation.parts[0]
    p = page.paragraphs[i]
    cue = _reads().match(page.text, first.end, p.end) or _reads_first().search(
        page.text, max(p.start, first.start - NEAR), first.start
    )
    words = len(WORD.findall(page.text[quotation.start : quotation.end]))
    return _made(page, Span(quotation.start, quotation.end), i, None) if cue and words > 6 else None


def _kept_in(page: Page, quotation: Quotation) -> DocumentKind | None:
    """The kind of what is read aloud, by the words before it."""
    before = page.text[max(0, quotation.start - BOOK) : quotation.start].lower()
    return "diary" if not _diaries().isdisjoint(WORD.findall(before)) else None


def _made(page: Page, span: Span, i: int, frame: Span | None, kind: DocumentKind | None = None) -> Found:
    start, end = forms.body(page.text, span.start, span.end)
    words = [w.lower() for w in WORD.findall(page.text[frame.start : frame.end])] if frame else []
    greeting = forms.salutation(page.text, start, end)
    count = len(WORD.findall(page.text[start:end]))
    named = kind or frames.kind_of(words)
    return Found(
        named or ("letter" if greeting or count > LETTER else "message"), start, end, i, 3.0, None,
        forms.signature(page.text, start, end), greeting[0] if greeting else forms.called(page.text, start, end), frame,
    )  # fmt: skip


def _all_read(page: Page, quotation: Quotation, span: Span) -> bool:
    """Whether a speech is nothing but words in marks, where somebody began to read shortly before."""
    whole = span.start - quotation.start <= EDGE and quotation.end - span.end <= EDGE
    if not whole or len(WORD.findall(page.text[span.start : span.end])) < WHOLE:
        return False
    before = page.text[max(0, quotation.start - AGO) : quotation.start]
    known = {w.lower() for w in WORD.findall(before)}
    return _reading().search(before) is not None and not known.isdisjoint(resources.words("letters.toml", "read_from"))


def _speaks_of(page: Page, offset: int) -> bool:
    """Whether a letter or the like was spoken of shortly before."""
    known = {w.lower() for w in WORD.findall(page.text[max(0, offset - NEAR) : offset])}
    asked = _asks().search(page.text, max(0, offset - NEAR), offset) is not None
    return asked or not known.isdisjoint(resources.words("letters.toml", "carrier"))


@cache
def _writes() -> re.Pattern[str]:
    """'He writes, ', 'the note says: ', at the end of words before a quotation."""
    carrier = "|".join(sorted(resources.words("letters.toml", "carrier")))
    return re.compile(
        rf"\b(?:{carrier})\b[^.!?]{{0,30}} (?:says|said|reads|read|goes|runs|ends|begins)[,:]?$"
        r"|\b(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z]\w+) (?:writes|wrote|has written|texted|texts|has signed it)[,:]$"
    )


@cache
def _it_says() -> re.Pattern[str]:
    return re.compile(r"\b[Ii]t (?:says|said|reads|goes)[,:]?$")


@cache
def _diaries() -> frozenset[str]:
    kinds: dict[str, str] = resources.table("letters.toml")["kinds"]
    return frozenset(word for word, kind in kinds.items() if kind == "diary")


@cache
def _reading() -> re.Pattern[str]:
    """That somebody reads aloud, or is asked to."""
    what = r"(?:it|that|this|them|me|us|him|her|the \w+|on|out|aloud)"
    return re.compile(rf"\b[Rr]ead(?:s|ing)? {what}\b|\baloud\b|\bbegan to read\b|\b[Gg]o on,? (?:please|reading)\b")


@cache
def _asks() -> re.Pattern[str]:
    return re.compile(r"\b(?:[Ww]hat does it say|[Rr]ead it|[Rr]ead that|[Ll]isten to this)\b")


@cache
def _reads() -> re.Pattern[str]:
    """The cue of one who reads, after the words."""
    who = r"(?:he|she|I|they|[A-Z][\w'’]*|the \w+)"
    return re.compile(rf"[\s—–-]*(?:{who} (?:\w+ly )?(?:read|reads|began to read)|read {who})\b(?! (?:his|her|my) )")


@cache
def _reads_first() -> re.Pattern[str]:
    return re.compile(r"\bread(?:s|ing)?(?: it)?(?: out| aloud| out loud| on| again| slowly)?[,:]\s*$")
