"""Whoever is called "sir" is the one spoken to."""

from __future__ import annotations

import pytest

from unspoken.document import Document
from unspoken.layers.keys import IDENTITIES, TOKENS, TURNS
from unspoken.layers.mentions import Identities
from unspoken.layers.quotations import Quote
from unspoken.layers.spans import Span
from unspoken.sources import document_from_text
from unspoken.stages import tokens
from unspoken.stages.addressed import Addressed
from unspoken.stages.called import Phrase

TEXT = "“Yes, sir, the boat is ready,” said Hester, sir, to Amos. “The captain, and my boy, and his boy.”"
SPEECH = (Span(0, TEXT.index(" said")), Span(TEXT.index("“The"), len(TEXT)))


def document(*addressees: str) -> Document:
    """The text with one quotation in two parts, said to these."""
    text = document_from_text(TEXT)
    turn = Quote("q0", 0, len(TEXT), SPEECH, "speech", "n0", addressees, None, "cue", 1.0)
    who = Identities((), {"n1": "n1", "n2": "n2"}, (), ())
    return text.attach(TOKENS, tokens.STAGE.run(text)).attach(TURNS, (turn,)).attach(IDENTITIES, who)


def called(words: str, *addressees: str, place: int = 0) -> str | None:
    """Whom the first of these words after a place calls."""
    made = document(*addressees)
    start = TEXT.index(words, place)
    first = made[TOKENS].start.tolist().index(start)
    last = made[TOKENS].end.tolist().index(start + len(words))
    phrase = Phrase("PER", "NOM", tuple(words.lower().split()), words.split()[-1])
    return Addressed(made).member(phrase, first, last)


@pytest.mark.parametrize("words", ["sir", "my boy"])
def test_a_call_means_the_one_spoken_to(words: str) -> None:
    assert called(words, "n1") == "n1"


@pytest.mark.parametrize("words", ["The captain", "his boy", "ready"])
def test_what_is_told_of_somebody_calls_nobody(words: str) -> None:
    assert called(words, "n1") is None


def test_of_two_who_are_spoken_to_a_call_means_neither() -> None:
    assert called("sir", "n1", "n2") is None


def test_nobody_is_called_between_the_parts_of_what_is_said() -> None:
    assert called("sir", "n1", place=TEXT.index("Hester")) is None
