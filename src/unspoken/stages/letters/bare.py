"""Writing without marks amid narration: 'She typed: I have sold it.', 'Where are you? it said.'"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unspoken.layers.spans import Span
from unspoken.stages.letters import forms, frames, leads
from unspoken.stages.letters.found import Found
from unspoken.stages.letters.page import WORD, Page
from unspoken.stages.letters.sentences import sentences
from unspoken.stages.letters.voice import voice

SURE = 1.0  # voice from which a sentence is written, where the narration before it announces writing
LETTER = 40  # words from which writing of no named kind is a letter
COLON = re.compile(r":\s+(?=[^\s\"“‘«_*'(])")
CUT = re.compile(r",? (?:and|then|but)(?: then)? (?:(?:he|she|they|I) )?(?P<verb>\w+)")


def bare_at(page: Page, i: int) -> list[Found]:
    """What is written without marks in paragraph ``i``, in order."""
    p = page.paragraphs[i]
    out: list[Found] = []
    if page.told_as_play or not leads.worth_it(page.words(i)):
        return out
    for gap in page.gaps(p):
        told = sentences(page.text, gap.start, gap.end)
        n = 0
        while n < len(told):
            found, last = next(_found(page, told, n, i), (None, n))
            out.extend([found] if found else [])
            n = last + 1
    return out


def _found(page: Page, told: Sequence[Span], n: int, number: int) -> Iterator[tuple[Found, int]]:
    """What is written in sentence ``n`` or right after it, and the number of its last sentence."""
    s = told[n]
    for m in COLON.finditer(page.text, s.start, s.end):
        lead, first = Span(s.start, m.start() + 1), Span(m.end(), s.end)
        if leads.before_colon(page, lead, first):
            yield _written(page, lead, first, told, n, number)
    if (at := leads.typed_comma(page, s)) is not None:
        yield _cut(page, Span(s.start, at), Span(at, s.end), told, n, number)
    if (span := leads.told_after(page, told, n)) is not None:
        yield _quoted(page, span, told, n, number)
    if (loud := leads.loudly(page, s)) is not None:
        yield _made(page, Span(s.start, loud.start), loud, number, 0.5), n
    if n + 1 < len(told) and leads.announces(page, s, told[n + 1], told[n + 2] if n + 2 < len(told) else None):
        yield _written(page, s, told[n + 1], told, n + 1, number)


def _quoted(page: Page, span: Span, told: Sequence[Span], n: int, number: int) -> tuple[Found, int]:
    """ "I am sorry, it said. I love you.": where nothing stands after the cue, the writing may go on."""
    s, last = told[n], n
    it = n > 0 and page.text.startswith(" it ", span.end)
    lead = Span(told[max(0, n - 2)].start, s.start) if it else Span(span.end, s.end)
    while last + 1 < len(told) and leads.ends_in_cue(page, s) and voice(page, told[last + 1]) >= SURE:
        if leads.cued(page, told[last + 1]):
            break
        last += 1
    return _made(page, lead, Span(span.start, told[last].end if last > n else span.end), number, 0.5), last


def _written(page: Page, lead: Span, first: Span, told: Sequence[Span], n: int, number: int) -> tuple[Found, int]:
    """The first sentence, and those after it for as long as they sound written to somebody."""
    last, body = n, first
    for k in range(n + 1, len(told)):
        sounds = voice(page, told[k])
        more = sounds == 0 and k + 1 < len(told) and voice(page, told[k + 1]) >= SURE
        signed = last > n and forms.name_alone(page.text, told[last].start, told[last].end)
        if signed or (sounds <= 0 and not more) or leads.cued(page, told[k]):
            break
        last, body = k, Span(first.start, told[k].end)
    return _made(page, lead, body, number, 0.5), last


def _cut(page: Page, lead: Span, first: Span, told: Sequence[Span], n: int, number: int) -> tuple[Found, int]:
    """ "He typed, On my way, and put it back": the writing ends where the narration goes on."""
    for m in CUT.finditer(page.text, first.start, first.end):
        if leads.resumes(m.group("verb")):
            return _made(page, lead, Span(first.start, m.start()), number, 0.0), n
    return _written(page, lead, first, told, n, number)


def _made(page: Page, lead: Span, body: Span, number: int, weight: float) -> Found:
    start, end = forms.body(page.text, body.start, body.end)
    words = [w.lower() for w in WORD.findall(page.text[lead.start : lead.end])]
    count = len(WORD.findall(page.text[start:end]))
    greeting = forms.salutation(page.text, start, end)
    return Found(
        frames.kind_of(words) or ("letter" if count > LETTER else "message"), start, end, number, 2.5 + weight, None,
        forms.signature(page.text, start, end) if count > 3 else None,
        greeting[0] if greeting else forms.called(page.text, start, end), lead,
    )  # fmt: skip
