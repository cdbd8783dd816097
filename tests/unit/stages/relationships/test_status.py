"""The automaton of statuses: what each signal changes, and what it cannot."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspoken.layers.relationships import EventType
from unspoken.stages.relationships.status import Signal, changes

ROMANCE = {"none", "together", "broken_up", "married", "widowed"}
OTHER = {"close", "strained", "estranged"}
TYPES = (*get_args(EventType), "estranged", "married", "together", "broken_up", "widowed", "feeling")


def course(kind: str, *types: str) -> list[str]:
    return [c.status for c in changes(kind, [Signal(t, "ann", i, i) for i, t in enumerate(types)])]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("signals", "expected"),
    [
        (("kiss", "marry", "die"), ["together", "married", "widowed"]),
        (("break_up", "kiss"), ["together", "broken_up", "together"]),
        (("break_up", "together"), ["together", "broken_up"]),  # "her boyfriend" may still be said of an old one
        (("break_up", "reunite"), ["together", "broken_up", "together"]),
        (("confess",), []),
        (("married", "divorce"), ["married", "broken_up"]),
        (("quarrel", "apologise"), []),
        (("married", "break_up", "reunite"), ["married", "broken_up", "married"]),
        (("kiss", "married"), ["married"]),  # who kisses his wife was married before
        (("break_up", "married"), ["married", "broken_up"]),
        (("kiss", "marry", "married"), ["together", "married"]),
        (("married", "divorce", "kiss"), ["married", "broken_up", "together"]),
        (("married", "die", "kiss"), ["married", "widowed"]),
        (("peace", "couple"), ["none", "together"]),
        (("peace", "kiss"), ["together"]),  # lovers of old may kiss after they have talked
    ],
)
def test_romance(signals: tuple[str, ...], expected: list[str]) -> None:
    assert course("romance", *signals) == expected


def test_love_told_by_both_is_love() -> None:
    signals = [Signal("confess", "ann", 1, 2), Signal("confess", "ben", 3, 4)]
    assert [c.status for c in changes("romance", signals)] == ["together"]


@pytest.mark.parametrize(
    ("signals", "expected"),
    [
        (("quarrel", "apologise"), ["strained"]),
        (("quarrel", "apologise", "forgive"), ["strained", "close"]),
        (("estranged", "quarrel", "forgive"), ["estranged", "close"]),
        (("befriend", "betray"), ["close", "strained"]),
        (("kiss",), []),
    ],
)
def test_other_kinds(signals: tuple[str, ...], expected: list[str]) -> None:
    assert course("friendship", *signals) == expected


@pytest.mark.parametrize(("sure", "expected"), [(0.8, ["strained", "close"]), (0.65, ["close"])])
def test_what_is_forgiven_outright_was_a_strain(sure: float, expected: list[str]) -> None:
    assert [c.status for c in changes("friendship", [Signal("forgive", "ann", 1, 2, sure)])] == expected


def test_one_angry_moment_does_not_undo_a_friendship() -> None:
    signals = [Signal("befriend", None, 0, 1), Signal("feeling", "ann", 2, 3, -1.0)]
    assert [c.status for c in changes("friendship", signals)] == ["close"]


def test_many_angry_moments_do() -> None:
    signals = [Signal("befriend", None, 0, 1), *(Signal("feeling", "ann", i, i + 1, -1.0) for i in range(2, 6))]
    assert [c.status for c in changes("friendship", signals)] == ["close", "strained"]


signals = st.lists(
    st.builds(
        Signal,
        type=st.sampled_from(TYPES),
        actor=st.sampled_from(["ann", "ben", None]),
        start=st.integers(0, 99),
        end=st.just(100),
        weight=st.floats(-1, 1),
    ),
    max_size=30,
)


@given(signals, st.sampled_from(["romance", "family", "friendship", "work"]))
def test_a_course_speaks_its_own_language_and_never_repeats_itself(found: list[Signal], kind: str) -> None:
    statuses = [c.status for c in changes(kind, found)]  # type: ignore[arg-type]
    assert set(statuses) <= (ROMANCE if kind == "romance" else OTHER)
    assert all(a != b for a, b in pairwise(statuses))


@given(signals)
def test_what_is_estranged_is_mended_or_stays(found: list[Signal]) -> None:
    statuses = [c.status for c in changes("family", found)]
    assert ("estranged", "strained") not in set(pairwise(statuses))
