"""Claims of people of whom it is not well enough known who they are, are not made."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from unspoken.layers.beliefs import Proposition
from unspoken.layers.characters import Character, CharacterMention, Form
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.scenes.people import Whom
from unspoken.stages.statements.linked import linked
from unspoken.stages.statements.reader import Reader

TEXT = "Amos saw Bram. He sighed."
NAMES = ("Amos", "Bram", "Carl", "Dirk", "Emil", "Finn")


def mention(word: str, form: Form, confidence: float) -> CharacterMention:
    return CharacterMention(TEXT.index(word), TEXT.index(word) + len(word), form, confidence)


def person(name: str, *mentions: CharacterMention) -> Character:
    return Character(name, name, (), "person", "he", False, mentions, 0, len(TEXT))


@pytest.mark.parametrize(
    ("confidence", "men", "sure"),
    [(0.7, 6, False), (0.9, 6, True), (0.7, 3, True)],
)
def test_a_pronoun_that_may_mean_another_in_a_work_of_many_is_not_enough(
    confidence: float, men: int, sure: bool
) -> None:
    he = mention("He", "pronoun", confidence)
    whom = Whom([person("Amos", mention("Amos", "name", 0.9), he), person("Bram", mention("Bram", "name", 0.9))])
    called = {"he": frozenset(NAMES[:men]), "she": frozenset[str]()}
    reader = cast(Reader, SimpleNamespace(text=TEXT, called=called, claims=SimpleNamespace(whom=whom)))
    claim = Claim(Proposition("feels", "Amos", None, "sadness"), True, Atom("feels sadness", "Amos"), True, 15, 24)
    assert linked(reader, Statement("think", "Carl", claim, "believes", (), None, 15, 24, 0.7)) is sure


@pytest.mark.parametrize(("confidence", "men", "sure"), [(0.7, 6, False), (0.8, 6, True), (0.7, 3, True)])
def test_no_pronoun_of_a_claim_may_be_too_unsure_in_a_work_of_many(confidence: float, men: int, sure: bool) -> None:
    he = mention("He", "pronoun", confidence)
    whom = Whom([person("Amos", mention("Amos", "name", 0.9), he)])
    called = {"he": frozenset(NAMES[:men]), "she": frozenset[str]()}
    reader = cast(Reader, SimpleNamespace(text=TEXT, called=called, people=NAMES, claims=SimpleNamespace(whom=whom)))
    claim = Claim(Proposition("feels", "Amos", None, "sadness"), True, Atom("feels sadness", "Amos"), True, 0, 24)
    assert linked(reader, Statement("think", "Carl", claim, "believes", (), None, 0, 24, 0.7)) is sure
