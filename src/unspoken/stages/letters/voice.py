"""Whose voice a sentence amid narration has: that of somebody who writes to somebody, or the narration's."""

from __future__ import annotations

import re
from functools import cache

from unspoken import resources
from unspoken.layers.spans import Span
from unspoken.stages.letters import forms
from unspoken.stages.letters.page import FIRST, SECOND, WORD, Page

THIRD = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Tt]here)"
NAMED = r"(?:[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?|(?:The|His|Her|Their|My) [\w'’-]+(?: [\w'’-]+)?)"
OTHERS = re.compile(r"\b(?:he|she|they)\b")
SHORT = 9  # words that a sentence without a subject may have
NARRATED = -1.0


def voice(page: Page, s: Span) -> float:
    """How much a sentence sounds written to somebody; less than 0: like narration.

    What speaks for it: "you", an "I" where the narration has none, an order, a subject left out, a greeting, a name
    and nothing else, capitals all through.
    """
    words = page.text[s.start : s.end]
    if _said().search(words):
        return NARRATED
    second = SECOND.search(words) is not None and not page.told_to_you
    asked = second and words.endswith("?")
    weight = 0.75 * second + 0.5 * asked + 1.0 * (_bids().match(words) is not None) + penned(page, s)
    return weight if weight else NARRATED * narrated(page, words)


def penned(page: Page, s: Span) -> float:
    """The part of it that no narrator who speaks to the reader or to himself has: neither "you" nor orders."""
    words = page.text[s.start : s.end]
    first = FIRST.search(words) is not None and not page.told_by_one
    foot = forms.name_alone(page.text, s.start, s.end) or forms.closing(page.text, s.start, s.end) == s.start
    greets = forms.salutation(page.text, s.start, s.end) is not None
    loud = words == words.upper() and sum(c.isalpha() for c in words) > 3
    called = first and forms.called(page.text, s.start, s.end) is not None
    return 1.0 * first + 0.5 * called + _clipped(words) + foot + greets + 1.5 * loud


def _clipped(words: str) -> bool:
    """Whether a few words leave out who does what, and speak of nobody else."""
    few = len(WORD.findall(words)) <= SHORT and OTHERS.search(words) is None
    return few and forms.pattern("clipped").match(words) is not None


def narrated(page: Page, words: str) -> bool:
    """Whether a sentence tells what somebody did, as narration does."""
    teller = "|I|We" if page.told_by_one else ""
    adverbs = r"(?:,? (?:then|only|just|never|still|always|\w+ly),?)*"
    lead = r"(?:(?:Then|And|But|So|At last|Finally|When|As|After|Before|While),? )?"
    m = re.match(rf"{lead}(?:{THIRD}|{NAMED}{teller})(?:['’]d)?{adverbs} (?P<verb>\w+)", words)
    return m is not None and (m.group("verb").endswith("ed") or m.group("verb").lower() in pasts())


@cache
def pasts() -> frozenset[str]:
    """Irregular past forms and the auxiliaries of the past."""
    lines = (line.split() for line in resources.text("irregular_verbs.txt").splitlines() if line[:1].isalpha())
    forms_ = {form for line in lines for form in line[1:2]} - {"am"}
    return frozenset(forms_ | {"was", "were", "had", "did", "would", "could", "might", "should", "didn't", "didn’t"})


@cache
def _bids() -> re.Pattern[str]:
    """Words that begin with an order or a plea."""
    words = "|".join(sorted(resources.words("letters.toml", "bidding")))
    return re.compile(
        rf"(?:(?:Please|So|Now|Then|And|But|Just),? )?(?:please )?(?i:do not|{words})\b(?! (?:was|were|had)\b)"
    )


@cache
def _said() -> re.Pattern[str]:
    """The cue of speech or thought in a sentence without marks."""
    said = "|".join(sorted(resources.words("speech.toml", "say") | resources.words("speech.toml", "think")))
    return re.compile(rf"[,?!—–] (?:(?:he|she|they|I|we|[A-Z]\w+|the \w+) (?:{said})|(?:{said}) (?:he|she|[A-Z]\w+))\b")
