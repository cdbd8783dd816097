"""Narration in one paragraph with writing that has no marks: what leads up to it, and what is told after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unspoken import resources
from unspoken.layers.spans import Span
from unspoken.stages.letters import cues, forms, frames
from unspoken.stages.letters.page import SECOND, WORD, Page
from unspoken.stages.letters.voice import pasts, penned, voice

SHORT = 12  # words of a sentence that may begin without a capital
SURE = 1.0  # how written a sentence has to sound where narration alone announces it
NEAR = 240  # code points before a sentence in which what "it" is may be named
ASIDE = re.compile(
    r"I (?:think|thought|believe|suppose|supposed|imagine|know|knew|fancy|remember|hear|heard|dare ?say|should|may"
    r"|noticed|saw)\b"
)
PLAIN = re.compile(r"[a-z-]+")
PLACE = re.compile(
    r"(?:On|Under|Below|Underneath|Across|Inside|Behind|Beside|Beneath|Above)"
    r" (?:the|his|her|my|their|it|that)\b[^.!?:;]{0,60}:$"
)
ITS = re.compile(r"\b[Ii]t (?:said|says|reads?|ran|began|went)\b|\b[Rr]eads?:|(?:aloud|out):|" + PLACE.pattern[:-1])
DEPENDS = re.compile(
    r"\b(?:when|while|as|if|before|after|since|until|that|whenever|because|though|whether|what)\b", re.I
)


def worth_it(words: str) -> bool:
    """Whether a paragraph has any word without which nothing in it can be written."""
    known = PLAIN.findall(words.lower())
    return not cues.worth().isdisjoint(known) or ITS.search(words) is not None


def before_colon(page: Page, lead: Span, first: Span) -> bool:
    """Whether words up to a colon say that what comes after it is written ("The note said:")."""
    words, body = page.text[lead.start : lead.end], page.text[first.start : first.end]
    if cues.denied(words):
        return False
    if (cues.speaks().search(words) and not words.endswith(" to read:")) or (
        cues.it_says().search(words) and (cues.bears().search(words) or spoken_of(page, lead))
    ):
        return True
    sounds = voice(page, first)
    loud = len(WORD.findall(body)) > 2 and body == body.upper()
    if not loud and re.fullmatch(rf"{forms.NAME}\W*", body) and not _begins(body):
        return False
    if cues.writes().search(words) or cues.looks(words):
        return body[:1].isupper() or (sounds >= SURE and len(WORD.findall(body)) <= SHORT)
    if PLACE.match(words) and sounds >= SURE and body[:1].isupper():
        return True
    if not cues.carries().search(words):
        return False
    enough = SURE / 2 if cues.is_there().match(words) else SURE
    careless = forms.register(page.text, first.start, first.end) > 1.0
    return (sounds >= enough or loud) and (body[:1].isupper() or careless)


def typed_comma(page: Page, s: Span) -> int | None:
    """Where writing begins after a verb of writing and a comma, with a capital that nothing else accounts for."""
    m = cues.typed_comma().search(page.text, s.start, s.end)
    if m is None or not (_begins(m.group("opens")) or voice(page, Span(m.end(), s.end)) >= SURE):
        return None
    words = page.text[s.start : m.start()]
    aside = ASIDE.match(page.text, m.end(), s.end) is not None or DEPENDS.search(words) is not None
    mine = page.told_by_one and m.group("opens") == "I" and SECOND.search(page.text, m.end(), s.end) is None
    return None if aside or mine or cues.denied(words) else m.end()


def told_after(page: Page, told: Sequence[Span], n: int) -> Span | None:
    """The part of sentence ``n`` before "it said" or "he typed"."""
    s = told[n]
    m = cues.told_after().search(page.text, s.start, s.end)
    if m is None or " " not in page.text[s.start : m.start()]:
        return None
    body = Span(s.start, m.start() + 1)
    if m.group("it"):
        return body if spoken_of(page, s) else None
    depends = DEPENDS.match(page.text, s.start, s.end) is not None
    return body if voice(page, body) >= SURE and not depends else None


def cued(page: Page, s: Span) -> bool:
    """Whether a sentence has a cue of writing of its own."""
    return typed_comma(page, s) is not None or cues.told_after().search(page.text, s.start, s.end) is not None


def ends_in_cue(page: Page, s: Span) -> bool:
    """Whether nothing stands after "it said" or "he typed" in a sentence."""
    m = cues.told_after().search(page.text, s.start, s.end)
    return m is not None and not page.text[m.end() : s.end].strip(" .")


def announces(page: Page, s: Span, first: Span, then: Span | None) -> bool:
    """Whether a sentence says that the next one is written, and that one sounds so ("It was in pencil. Gone out.")."""
    words = page.text[s.start : s.end]
    if cues.denied(words) or words.endswith("?") or (voice(page, s) >= SURE and not cues.looks(words)):
        return False
    sounds = voice(page, first)
    if cues.looks(words):
        return sounds >= SURE
    if cues.is_there().match(words) or cues.leaves().search(words):
        both = sounds + max(0.0, voice(page, then) if then is not None else 0.0)
        if both > SURE and penned(page, first) >= SURE:
            return True
    frame = frames.announcement(page.text, s.start, s.end)
    return frame is not None and frame.weight >= frames.DIRECT and sounds > SURE


def loudly(page: Page, s: Span) -> Span | None:
    """Words in capitals after a carrier that says them: "the telegram said COME HOME"."""
    m = cues.loud().search(page.text, s.start, s.end)
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
    return not known.isdisjoint(cues.things())


def _any(*names: str) -> str:
    return "|".join(sorted(frozenset().union(*(resources.words("letters.toml", name) for name in names))))


def _begins(words: str) -> bool:
    """Whether words begin with one that has a capital only where a sentence begins."""
    m = WORD.search(words)
    return m is not None and m.group().lower() in resources.words("letters.toml", "begins")
