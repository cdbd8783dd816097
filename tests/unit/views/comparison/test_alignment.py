"""Sentences of two drafts are paired by their words, wherever they stand."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.views.comparison.drafts import draft
from unspoken.layers.spans import Span
from unspoken.views.comparison.alignment import Alignment, plain, rising

WORDS = st.lists(
    st.sampled_from(["Ada wept.", "Yes.", "No.", "Rain fell on it.", "Bram went out.", "..."]), max_size=12
)


@given(WORDS, WORDS)
def test_only_what_says_the_same_is_paired_and_each_but_once(old: list[str], new: list[str]) -> None:
    made = Alignment(draft(" ".join(old)), draft(" ".join(new)))
    assert all(made.old.keys[a] == made.new.keys[b] for a, b in made.to_new.items())
    assert len(set(made.to_new.values())) == len(made.to_new) == len(made.to_old)


@given(WORDS)
def test_a_draft_is_paired_with_itself_in_order(words: list[str]) -> None:
    made = Alignment(draft(" ".join(words)), draft(" ".join(words)))
    assert made.to_new == {n: n for n in range(len(made.old.keys))}


def test_a_word_that_comes_often_is_paired_beside_what_is_paired() -> None:
    old = draft("Ada wept. Yes. Bram went out. Yes. Rain fell.")
    new = draft("Yes. Yes. Rain fell. Ada wept. Yes. Bram went out. Yes.")
    assert Alignment(old, new).to_new == {0: 3, 1: 4, 2: 5, 3: 6, 4: 2}


def test_where_words_went() -> None:
    old, new = draft("Ada wept. Bram saw her."), draft("Rain fell. Bram saw her. Ada wept!")
    made = Alignment(old, new)
    there = made.moved(Span(10, 14))
    assert old.text[10:14] == "Bram"
    assert there is not None
    assert new.text[there.start : there.end] == "Bram"
    assert Alignment(old, draft("Bram saw him.")).moved(Span(10, 14)) is None


def test_case_marks_and_new_names_make_no_other_sentence() -> None:
    assert plain("“Go,” said Ada’s  aunt…") == plain("'go' — said Ada's aunt!") == "go said ada's aunt"
    assert plain("Gus's hat", {"gus": "walt"}) == "walt's hat"
    assert plain("August", {"gus": "walt"}) == "august"


@given(st.permutations(range(9)))
def test_a_rising_run_rises_and_none_is_longer(numbers: list[int]) -> None:
    kept = sorted(rising(numbers))
    run = [numbers[place] for place in kept]
    assert run == sorted(run)
    best = [1] * len(numbers)
    for i in range(len(numbers)):
        best[i] = 1 + max((best[j] for j in range(i) if numbers[j] < numbers[i]), default=0)
    assert len(run) == max(best, default=0)


def test_many_short_answers_take_no_long_time() -> None:
    began = time.perf_counter()
    Alignment(draft("Yes. No. " * 20_000), draft("No. Yes. Yes. " * 15_000))
    assert time.perf_counter() - began < 5
