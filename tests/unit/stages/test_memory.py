"""Whom words before a mention mean, as far as it may mean the same."""

from __future__ import annotations

from unspoken.layers.antecedents import Antecedents
from unspoken.stages.cast.memory import Memory

THREE = Antecedents(span=(0, 1, 2), mention=(0, None, 1), before=((), ((0, 0.5),), ((1, 0.8), (0, 0.1))))


def test_votes_go_through_words_that_nobody_settled() -> None:
    memory = Memory(THREE)
    memory.settle(0, "anne")
    assert abs(memory.votes(1)["anne"] - (0.8 * 0.5 + 0.1)) < 1e-9


def test_whom_a_pronoun_might_mean_too_counts_on() -> None:
    memory = Memory(THREE)
    memory.settle(0, "anne", {"anne": 0.6, "mary": 0.3})
    votes = memory.votes(1)
    assert votes["anne"] > votes["mary"] > 0
    settled = Memory(THREE)
    settled.settle(0, "anne")
    assert settled.votes(1)["anne"] > votes["anne"]


def test_a_mention_that_no_span_has_gets_no_votes() -> None:
    assert Memory(THREE).votes(7) == {}


def test_the_likeliest_cluster_must_be_likelier_than_a_new_one() -> None:
    memory = Memory(THREE)
    memory.mean(0, "anne")
    memory.mean(1, "mary")
    assert memory.likeliest(2) == ("mary", 0.8)
    lone = Memory(Antecedents((0, 1), (None, None), ((), ((0, 0.3),))))
    lone.mean(0, "anne")
    assert lone.likeliest(1)[0] is None
