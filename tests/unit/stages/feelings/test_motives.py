"""What is done out of a feeling."""

from __future__ import annotations

import pytest

from tests.unit.stages.feelings.test_seen import felt
from tests.unit.stages.feelings.told import clause, feelings, told


@pytest.mark.parametrize("words", ["out of love/NOUN", "out of sheer/ADJ love/NOUN"])
def test_who_does_something_out_of_love_loves(words: str) -> None:
    marked = f"{{ann:Ann}} came/VERB/come {words} for {{ben:Ben}}."
    assert [(f.experiencer, f.emotion, f.target) for f in feelings(told(marked))] == [("ann", "love", "ben")]


@pytest.mark.parametrize(("verb", "lemma"), [("fell", "fall"), ("woke", "wake")])
def test_who_leaves_a_feeling_does_nothing_out_of_it(verb: str, lemma: str) -> None:
    text = f"Ann {verb} out of love."
    clauses = [clause(text, text[:-1], verb, subject="Ann", lemma=lemma)]
    assert not feelings(told(f"{{ann:Ann}} {verb}/VERB/{lemma} out of love/NOUN.", clauses=clauses))


def test_a_motive_needs_no_second_opinion() -> None:
    assert felt("{ann:Ann} did/VERB/do it out of spite/NOUN .", {5: 0.12}) == [("spite", "ann")]
    assert felt("{ann:Ann} spoke/VERB/speak of spite/NOUN .", {3: 0.12}) == []
