"""Surprise told by an echo: "You are late for the wedding." "The wedding?"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from unspoken.layers.feelings import Emotion
from unspoken.layers.quotations import Quote
from unspoken.layers.spans import Span
from unspoken.stages.feelings.cues import Cue
from unspoken.stages.feelings.modality import Modality
from unspoken.stages.feelings.page import Page, word_set

FEW = 4  # words of an echo
FELT: tuple[Emotion, ...] = ("surprise", "fear", "anger", "sadness", "joy")
CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"))
SURE = 0.45


def echo_cues(page: Page) -> Iterator[Cue]:
    """Questions of a few words that only repeat what another has just said, at the beginning of what somebody says."""
    said = [quote for quote in page.quotes if quote.kind == "speech"]
    for before, quote in pairwise(said):
        if quote.speaker is None or before.speaker in (None, quote.speaker):
            continue
        if (asked := _question(page, quote)) and _repeats(page, before, asked):
            target = before.speaker if len(quote.addressees) == 1 else None
            yield Cue(asked[0], asked[-1], asked[0], "speech", FELT, 0.5, quote.speaker, target, Modality(), SURE)


def _question(page: Page, quote: Quote) -> range | None:
    """The tokens of the question with which somebody begins to speak, where it has few words."""
    inside = [k for k in page.tokens(Span(quote.start, quote.end)) if page.speech[k] >= 0]
    words = [k for k in inside if page.word[k][0].isalnum()]
    if not words:
        return None
    end = next((k for k in inside if page.lower[k] in (".", "!", "?", "…", "—") and k > words[0]), None)
    if end is None or page.lower[end] != "?" or end - words[0] > FEW:
        return None
    return range(words[0], end + 1)


def _repeats(page: Page, before: Quote, asked: range) -> bool:
    """Whether the words asked were said before, and they ask nothing of their own."""
    words = {page.lemma[k] for k in asked if page.pos[k] in CONTENT}
    if not words or not word_set("question_words").isdisjoint(page.lower[k] for k in asked):
        return False
    return words <= {page.lemma[k] for k in page.tokens(Span(before.start, before.end))}
