"""Pairs of spans: what is read off the words, and that only earlier spans are antecedents."""

from __future__ import annotations

import numpy as np

from unspoken.models.coreference import KINDS, antecedents, features, quotation_of, written
from unspoken.models.labels import SPANS
from unspoken.models.store import model

WORDS = ["The", "old", "man", "saw", "Anne", ".", "She", "saw", "the", "old", "man", "."]
NOUN, NAME, PRONOUN = (SPANS.index(("PER", form)) for form in ("NOM", "PROP", "PRON"))
LINES = written(WORDS, [0, 4, 6, 8], [2, 4, 6, 10], [NOUN, NAME, PRONOUN, NOUN], [-1] * len(WORDS))


def test_equal_words_are_equal_without_their_article() -> None:
    found = features(LINES, np.array([3, 3], np.int32), np.array([0, 1], np.int32))
    assert found["same"].tolist() == [1, 0]
    assert found["shared"].tolist() == [2, 0]


def test_every_feature_is_within_its_table() -> None:
    now, before = np.tril_indices(4, -1)
    found = features(LINES, now.astype(np.int32), before.astype(np.int32))
    assert set(found) == set(KINDS)
    assert all(values.min() >= 0 and values.max() < KINDS[kind] for kind, values in found.items())


def test_antecedents_lie_before_and_leave_room_for_a_new_one() -> None:
    vector = np.random.default_rng(3).random((4, 128), dtype=np.float32)
    found = antecedents(model("coreference").heads("upper"), vector, LINES)
    assert len(found) == 4
    assert found[0] == []
    for entry, pairs in enumerate(found):
        assert all(before < entry for before, _ in pairs)
        assert sum(sure for _, sure in pairs) <= 1.001


def test_a_token_is_of_the_quotation_that_holds_it() -> None:
    assert quotation_of([0, 5, 9, 12], [(4, 8), (9, 11)]) == [-1, 0, 1, -1]
