"""Narration in one paragraph with writing that has no marks: what leads up to it, and what is told after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from unspoken import resources
from unspoken.layers.spans import Span
from unspoken.stages.letters import forms, frames
from unspoken.stages.letters.page import SECOND, WORD, Page
from unspoken.stages.letters.voice import pasts, penned, voice

SHORT = 12  # words of a sentence that may begin without a capital
SURE = 1.0  # how written a sentence has to sound where narration alone announces it
NEAR = 240  # code points before a sentence in which what "it" is may be named
WHO = r"(?:he|she|I|they|we|[A-Z][\w'’-]*)"
ASIDE = re.compile(
    r"I (?:think|thought|believe|suppose|supposed|imagine|know|knew|fancy|remember|hear|heard|dare ?say|should|may"
    r"|noticed|saw)\b"
)
PLAIN = re.compile(r"[a-z-]+")
ITS = re.compile(r"\b[Ii]t (?:said|says|reads?|ran|began|went)\b|\b[Rr]eads?:")
DEPENDS = re.compile(
    r"\b(?:when|while|as|if|before|after|since|until|that|whenever|because|though|whether|what)\b", re.I
)


def worth_it(words: str) -> bool:
    """Whether a paragraph has any word without which nothing in it can be written."""
    known = PLAIN.findall(words.lower())
    return not _worth().isdisjoint(known) or ITS.search(words) is not None


def before_colon(page: Page, lead: Span, first: Span) -> bool:
    """Whether words up to a colon say that what comes after it is written ("The note said:")."""
    words, body = page.text[lead.start : lead.end], page.text[first.start : first.end]
    if frames.denied(words):
        return False
    if (_speaks().search(words) and not words.endswith(" to read:")) or (
        _it_says().search(words) and (_bears().search(words) or spoken_of(page, lead))
    ):
        return True
    sounds = voice(page, first)
    loud = len(WORD.findall(body)) > 2 and body == body.upper()
    if not loud and re.fullmatch(rf"{forms.NAME}\W*", body) and not _begins(body):
        return False
    if _writes().search(words) or frames.looks(words):
        return body[:1].isupper() or (sounds >= SURE and len(WORD.findall(body)) <= SHORT)
    if not _carries().search(words):
        return False
    enough = SURE / 2 if _is_there().match(words) else SURE
    careless = forms.register(page.text, first.start, first.end) > 1.0
    return (sounds >= enough or loud) and (body[:1].isupper() or careless)


def typed_comma(page: Page, s: Span) -> int | None:
    """Where writing begins after a verb of writing and a comma, with a capital that nothing else accounts for."""
    m = _typed_comma().search(page.text, s.start, s.end)
    if m is None or not _begins(m.group("opens")):
        return None
    words = page.text[s.start : m.start()]
    aside = ASIDE.match(page.text, m.end(), s.end) is not None or DEPENDS.search(words) is not None
    mine = page.told_by_one and m.group("opens") == "I" and SECOND.search(page.text, m.end(), s.end) is None
    return None if aside or mine or frames.denied(words) else m.end()


def told_after(page: Page, told: Sequence[Span], n: int) -> Span | None:
    """The part of sentence ``n`` before "it said" or "he typed"."""
    s = told[n]
    m = _told_after().search(page.text, s.start, s.end)
    if m is None or " " not in page.text[s.start : m.start()]:
        return None
    body = Span(s.start, m.start() + 1)
    if m.group("it"):
        return body if spoken_of(page, s) else None
    depends = DEPENDS.match(page.text, s.start, s.end) is not None
    return body if voice(page, body) >= SURE and not depends else None


def announces(page: Page, s: Span, first: Span, then: Span | None) -> bool:
    """Whether a sentence says that the next one is written, and that one sounds so ("It was in pencil. Gone out.")."""
    words = page.text[s.start : s.end]
    if frames.denied(words) or words.endswith("?") or (voice(page, s) >= SURE and not frames.looks(words)):
        return False
    sounds = voice(page, first)
    if frames.looks(words):
        return sounds >= SURE
    if _is_there().match(words) or _leaves().search(words):
        both = sounds + max(0.0, voice(page, then) if then is not None else 0.0)
        if both > SURE and penned(page, first) >= SURE:
            return True
    frame = frames.announcement(page.text, s.start, s.end)
    return frame is not None and frame.weight >= frames.DIRECT and sounds > SURE


def loudly(page: Page, s: Span) -> Span | None:
    """Words in capitals after a carrier that says them: "the telegram said COME HOME"."""
    m = _loud().search(page.text, s.start, s.end)
    return Span(m.start("body"), m.end("body")) if m is not None else None


def resumes(verb: str) -> bool:
    """Whether a verb after "and" is the narration's again."""
    past = verb in pasts() or (verb.endswith("ed") and len(verb) > 4)
    return past or verb in resources.words("letters.toml", "resumes")


def spoken_of(page: Page, s: Span) -> bool:
    """Whether narration shortly before a sentence speaks of a letter, a phone or the like."""
    before = page.before(s.start)
    low = max(0, s.start - NEAR) if before is None else max(before.start, s.start - NEAR)
    known = {w.lower() for w in WORD.findall(page.text[low : s.start])}
    return not known.isdisjoint(resources.words("letters.toml", "carrier") | resources.words("letters.toml", "phone"))


def _any(*names: str) -> str:
    return "|".join(sorted(frozenset().union(*(resources.words("letters.toml", name) for name in names))))


@cache
def _worth() -> frozenset[str]:
    keys = ("typing", "made", "carrier", "phone", "bearing", "stuff", "writing")
    lists = (resources.words("letters.toml", key) for key in keys)
    return frozenset(("hand", "script", "line", "sentence", "read")).union(*lists)


@cache
def _speaks() -> re.Pattern[str]:
    """'The note said:', 'The letter, when it came, ran as follows:', 'she read:'."""
    return re.compile(
        rf"\b(?:{_any('carrier', 'bearing')})\b(?:(?! and | but |\b(?:he|she|I|they) )[^.!?;:]){{0,60}}?"
        r" (?:said|says|read|reads|ran|runs|went|began|begins)(?: (?:only|simply|just|merely|as follows|thus))?:$"
        rf"|\b{WHO} reads?:$",
    )  # fmt: skip


@cache
def _it_says() -> re.Pattern[str]:
    return re.compile(r"\b[Ii]t (?:said|says|read|reads|ran|began|went)(?: (?:only|simply|just|merely))?:$")


@cache
def _bears() -> re.Pattern[str]:
    """Where something stands written: "inside the watch", "on the back"."""
    return re.compile(rf"\b(?:{_any('corner')}) (?:the|his|her|my|its|a) (?:\w+ )?\w+", re.IGNORECASE)


@cache
def _writes() -> re.Pattern[str]:
    """A verb of writing, with little after it before the colon."""
    return re.compile(rf"\b(?:{_any('typing', 'made')})\b(?:(?! said\b)[^.!?;:]){{0,40}}:$", re.IGNORECASE)


@cache
def _carries() -> re.Pattern[str]:
    """Something written, a phone, a front page, spoken of before the colon."""
    return re.compile(rf"\b(?:{_any('carrier', 'phone', 'bearing')})\b[^.!?;:]{{0,60}}:$", re.IGNORECASE)


@cache
def _loud() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?i:{_any('carrier')})(?: \w+)? (?:said|says|read|reads) (?P<body>[A-Z]{{2,}}(?:[ ,.!?'’-]+[A-Z]+)+[.!?]?)"
    )


@cache
def _is_there() -> re.Pattern[str]:
    """'The note was short.', 'The text was from Ruth.', 'He read the last lines again.'"""
    whose = r"(?:[Tt]he|[Aa]|[Hh]is|[Hh]er|[Mm]y|[Tt]heir|[A-Z]\w+['’]s)"
    return re.compile(
        rf"{whose} (?:[\w-]+ ){{0,2}}(?:{_any('carrier')}) (?:was|is|had|lay|came|from|on)\b"
        r"|(?:[Hh]e|[Ss]he|I|They|[A-Z]\w+) (?:\w+ )?read"
        rf" {whose} (?:[\w-]+ )?(?:{_any('carrier')}|lines?|words)\b"
    )


@cache
def _leaves() -> re.Pattern[str]:
    """'There was a post-it on the kettle.', 'Ruth had left a note.', 'He had pinned a card to the door.'"""
    put = "left|pinned|taped|stuck|propped|tucked|slipped|pushed|sent|found"
    return re.compile(
        rf"\b(?:[Tt]here was|[Tt]here is|(?:(?:had|has) )?(?:been )?(?:{put}))"
        rf" (?:\w+ )?(?:an?|the|another|her|his) (?:[\w-]+ ){{0,2}}(?:{_any('carrier')})\b"
    )


def _begins(words: str) -> bool:
    """Whether words begin with one that has a capital only where a sentence begins."""
    m = WORD.search(words)
    return m is not None and m.group().lower() in resources.words("letters.toml", "begins")


@cache
def _typed_comma() -> re.Pattern[str]:
    mid = r"(?: (?:back|it|again|to \w+|instead|only|just|at last|then|on \w+ \w+)){0,3}"
    return re.compile(rf"\b(?:{_any('typing')}){mid}, (?=(?P<opens>[A-Z][\w'’]*))")


@cache
def _told_after() -> re.Pattern[str]:
    typed = _any("typing")
    return re.compile(
        rf"[,?!.…] (?:(?P<it>it) (?:said|read|says|reads)|{WHO} (?:had )?(?:{typed})|(?:{typed}) {WHO})\b"
    )
