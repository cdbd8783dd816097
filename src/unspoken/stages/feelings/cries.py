"""Raised voices: what somebody cries out at another, in a text that is sparing with exclamation marks."""

from __future__ import annotations

from collections.abc import Iterator

from unspoken.layers.feelings import Emotion
from unspoken.layers.quotations import Quote
from unspoken.stages.feelings.cues import Cue
from unspoken.stages.feelings.lexicon import Word, find, valences
from unspoken.stages.feelings.modality import Modality
from unspoken.stages.feelings.page import Page, word_set

SPARING = 0.15  # the share of quotations with an exclamation mark up to which one means a raised voice
ENOUGH = 8  # quotations needed to say so
FELT: tuple[Emotion, ...] = ("anger", "sadness", "surprise", "fear")
SURE = 0.4


def cry_cues(page: Page) -> Iterator[Cue]:
    """Sentences cried out at somebody: no greetings, no bare calls, nothing that names something good."""
    said = [quote for quote in page.quotes if quote.kind == "speech"]
    loud = [quote for quote in said if "!" in page.text[quote.start : quote.end]]
    if len(said) < ENOUGH or len(loud) > SPARING * len(said):
        return
    for quote in loud:
        if quote.speaker is not None:
            for first, last in _sentences(page, quote):
                if page.lower[last] == "!" and _at_somebody(page, first, last):
                    target = quote.addressees[0] if len(quote.addressees) == 1 else None
                    yield Cue(first, last, first, "speech", FELT, 0.6, quote.speaker, target, Modality(), SURE)


def _sentences(page: Page, quote: Quote) -> Iterator[tuple[int, int]]:
    """First and last token of each sentence of a quotation, its mark included."""
    for part in quote.parts:
        inside = page.tokens(part)
        first = None
        for k in inside:
            if first is None and page.word[k][0].isalnum():
                first = k
            if page.lower[k] in (".", "!", "?", "…") and first is not None:
                yield first, k
                first = None


def _at_somebody(page: Page, first: int, last: int) -> bool:
    words = page.lower[first:last]
    if len(words) < 4 or words[0] in word_set("glad_cries"):
        return False
    if not {"thank", "thanks", "please"}.isdisjoint(words):
        return False
    if words[0] == "i" and not word_set("learning").isdisjoint(page.lemma[first : first + 5]):
        return False  # "I had not heard of it!": nobody is reproached
    named = (find(page.lower[k], page.lemma[k], page.pos[k]) for k in range(first, last))
    if any(isinstance(word, Word) and valences()[word.emotion] > 0 for word in named):
        return False
    aimed = not {"you", "your"}.isdisjoint(words) or page.lower[last - 2] == ","
    return aimed or not word_set("negations").isdisjoint(words)
