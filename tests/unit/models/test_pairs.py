"""Pairs of spans: what is read off the words and the syntax."""

from __future__ import annotations

import numpy as np
import pytest

from tests.unit.models.lines import LINES
from unspoken.models.labels import ROLES
from unspoken.models.pairs import KINDS, features, head_of, number_of, quotation_of, role_of


def of(now: int, before: int) -> dict[str, int]:
    found = features(LINES, np.array([now], np.int32), np.array([before], np.int32))
    return {kind: int(values[0]) for kind, values in found.items()}


def test_equal_words_are_equal_without_their_article() -> None:
    assert (of(3, 0)["same"], of(3, 1)["same"]) == (1, 0)
    assert (of(3, 0)["shared"], of(3, 1)["shared"]) == (2, 0)


def test_what_one_verb_has_is_told_apart() -> None:
    assert of(1, 0)["governors"] == 2
    assert of(2, 1)["governors"] == 0


def test_roles_sentences_and_paragraphs_count() -> None:
    assert of(2, 0)["roles"] == ROLES.index("nsubj") * (len(ROLES) + 1)
    assert of(2, 1)["roles"] == ROLES.index("nsubj") * len(ROLES) + ROLES.index("obj")
    assert (of(1, 0)["sentences"], of(2, 1)["sentences"]) == (0, 1)
    assert (of(1, 0)["paragraphs"], of(2, 1)["paragraphs"]) == (0, 1)


def test_how_often_the_words_stood_before_is_counted() -> None:
    assert LINES.seen.tolist() == [0, 0, 0, 1]


def test_every_feature_is_within_its_table() -> None:
    now, before = np.tril_indices(4, -1)
    found = features(LINES, now.astype(np.int32), before.astype(np.int32))
    assert set(found) == set(KINDS)
    assert all(values.min() >= 0 and values.max() < KINDS[kind] for kind, values in found.items())


def test_a_token_is_of_the_quotation_that_holds_it() -> None:
    assert quotation_of([0, 5, 9, 12], [(4, 8), (9, 11)]) == [-1, 0, 1, -1]


def test_a_token_is_of_the_last_range_that_began() -> None:
    assert number_of([0, 5, 9], [0, 9]) == [1, 1, 2]
    assert number_of([0, 5], []) == [0, 0]


def test_a_span_hangs_on_the_word_whose_head_lies_outside() -> None:
    assert head_of([2, 2, 3, -1], 0, 2) == 2
    assert head_of([1, 0], 0, 1) == 1  # a knot that nothing holds: the last


@pytest.mark.parametrize(
    ("relation", "role"), [("nmod:poss", "nmod:poss"), ("obl:unmarked", "obl"), ("punct", "other")]
)
def test_a_relation_is_known_by_itself_or_by_its_kind(relation: str, role: str) -> None:
    assert ROLES[role_of(relation)] == role
