"""Kinship: what words tell, what follows, and what cannot be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspoken.stages.relationships.kin import kinships, of_one_blood
from unspoken.stages.relationships.ties.roles import compositions, kin_inverses, roles
from unspoken.stages.relationships.ties.tie import Tie


def tie(owner: str, word: str, other: str, weight: float = 1.0) -> Tie:
    role = roles()[word]
    return Tie(owner, other, role.kind, role.relation, role.inverse, role.status, 0, 1, weight)


@pytest.mark.parametrize(
    ("told", "pair", "relation"),
    [
        ([("ann", "mother", "cam"), ("cam", "brother", "dan")], ("ann", "dan"), "pibling"),
        ([("ann", "brother", "ben"), ("ben", "son", "dan")], ("ann", "dan"), "nibling"),
        ([("ann", "mother", "cam"), ("ben", "mother", "cam")], ("ann", "ben"), "sibling"),
        ([("ann", "husband", "ben"), ("ben", "father", "dan")], ("ann", "dan"), "parent_in_law"),
        ([("ann", "mother", "cam"), ("cam", "husband", "dan")], ("ann", "dan"), "relative"),
    ],
)
def test_what_follows(told: list[tuple[str, str, str]], pair: tuple[str, str], relation: str) -> None:
    assert kinships(tie(*t) for t in told)[pair].relation == relation


def test_what_is_told_more_often_counts() -> None:
    found = kinships([tie("ann", "sister", "cam"), tie("ann", "sister", "cam"), tie("ann", "mother", "cam")])
    assert found["ann", "cam"].relation == "sibling"


def test_a_mothers_husband_is_not_her_daughters() -> None:
    found = kinships([tie("fay", "mother", "nan"), tie("nan", "husband", "ted"), tie("fay", "husband", "ted")])
    assert found["nan", "ted"].relation == "spouse"
    assert found["fay", "ted"].relation == "relative"


def test_the_spouse_named_far_more_often_is_the_spouse() -> None:
    found = kinships([tie("ann", "husband", "ben", 4.0), tie("cam", "husband", "ben")])
    assert found["ann", "ben"].relation == "spouse"
    assert ("ben", "cam") not in found


def test_inverses_are_inverses_and_compositions_known() -> None:
    inverse = kin_inverses()
    assert all(inverse[inverse[r]] == r for r in inverse)
    assert {r for row in compositions().items() for r in (*row[0], row[1])} <= {*inverse, "relative"}


names = st.sampled_from(["ann", "ben", "cam", "dan", "eve"])
told = st.lists(st.tuples(names, st.sampled_from(["mother", "brother", "son", "wife", "aunt", "cousin"]), names))


@given(told)
def test_nobody_is_kin_to_themselves_and_pairs_are_in_order(words: list[tuple[str, str, str]]) -> None:
    found = kinships(tie(*t) for t in words if t[0] != t[2])
    assert all(a < b and (k.owner, k.other) == (a, b) for (a, b), k in found.items())


@given(told)
def test_the_order_of_telling_does_not_matter(words: list[tuple[str, str, str]]) -> None:
    ties = [tie(*t) for t in words if t[0] != t[2]]
    assert kinships(ties) == kinships(sorted(ties, key=lambda t: (t.relation, t.other, t.owner)))


def test_an_aunt_told_often_is_no_slip_beside_a_mother_told_far_more_often() -> None:
    mother = [tie("ann", "mother", "cam")] * 60
    assert kinships([*mother, *[tie("ann", "aunt", "dot")] * 6])["ann", "dot"].relation == "pibling"
    assert ("ann", "dot") not in kinships([*mother, tie("ann", "aunt", "dot")])


@pytest.mark.parametrize(
    ("told", "near"),
    [
        ([("ann", "brother", "ben")], True),
        ([("ann", "brother", "ben"), ("ann", "lover", "ben")], True),  # and no kin of theirs outweighs it
        ([("ann", "uncle", "ben"), ("ann", "son", "ben")], True),  # whichever he is
        ([("ann", "lover", "ben")], False),
        ([("ann", "husband", "ben"), ("ann", "husband", "ben"), ("ann", "son", "ben")], False),
    ],
)
def test_of_one_blood(told: list[tuple[str, str, str]], near: bool) -> None:
    ties = [tie(*t) for t in told]
    assert (("ann", "ben") in of_one_blood(ties, kinships(ties))) == near


def test_one_word_of_blood_may_be_a_slip_beside_words_of_love() -> None:
    brothers = [tie("ann", "brother", "dan")] * 9
    slip = tie("ann", "brother", "ben")
    for love, near in (([], True), ([tie("ann", "lover", "ben")], False)):
        ties = [*brothers, slip, *love]
        assert (("ann", "ben") in of_one_blood(ties, kinships(ties))) == near
