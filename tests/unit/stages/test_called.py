"""What is called the same is the same; a bare noun goes back to what was described."""

from __future__ import annotations

import pytest

from unspoken.layers.entities import EntityForm, EntityType
from unspoken.stages.called import Called, Phrase


def phrase(words: str, head: str, form: EntityForm = "NOM", kind: EntityType = "FAC") -> Phrase:
    return Phrase(kind, form, tuple(words.split()), head)


@pytest.mark.parametrize(
    ("words", "form", "kind", "tells"),
    [
        ("the captain", "NOM", "PER", True),
        ("his uncle", "NOM", "PER", True),
        ("anne", "PROP", "PER", True),
        ("downstairs", "NOM", "FAC", True),
        ("sir", "NOM", "PER", False),
        ("a captain", "NOM", "PER", False),
        ("a house", "NOM", "FAC", False),
        ("there", "NOM", "FAC", False),
        ("it", "PRON", "FAC", False),
    ],
)
def test_words_tell_what_is_meant_unless_they_point_or_bring_in(
    words: str, form: EntityForm, kind: EntityType, tells: bool
) -> None:
    assert phrase(words, words.split()[-1], form, kind).tells is tells


def test_the_same_words_are_of_one_cluster_whatever_their_type() -> None:
    called = Called()
    called.settle(phrase("vevey", "vevey", "PROP", "PER"), "first")
    assert called.cluster(phrase("vevey", "vevey", "PROP", "GPE")) == "first"
    assert called.cluster(phrase("geneva", "geneva", "PROP", "GPE")) is None


def test_a_bare_noun_means_what_was_described_with_it_and_not_the_reverse() -> None:
    called = Called()
    called.settle(phrase("a large house by the river", "house"), "first")
    assert called.cluster(phrase("the house", "house")) == "first"
    assert called.cluster(phrase("the other house", "house")) is None
    assert called.cluster(phrase("a house", "house")) is None
    assert called.cluster(phrase("the river", "river")) is None


def test_a_bare_noun_for_somebody_means_nobody_who_was_described_with_it() -> None:
    called = Called()
    called.settle(phrase("the old captain", "captain", kind="PER"), "first")
    assert called.cluster(phrase("the captain", "captain", kind="PER")) is None
    assert called.cluster(phrase("the old captain", "captain", kind="PER")) == "first"
