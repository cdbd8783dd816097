"""The gender of names, by what their pronouns may mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from unspoken.layers.antecedents import Antecedents
from unspoken.layers.mentions import Mention
from unspoken.stages.cast.genders import Genders, ending, prior
from unspoken.stages.mentions.given import listed

Before = Sequence[tuple[int, float]]
GENDER = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}


def told(words: Sequence[tuple[str, Before]], apart: Mapping[int, frozenset[int]] | None = None) -> Genders:
    """Genders of names and pronouns in order, each with the earlier ones that it may mean."""
    mentions = [
        Mention(
            10 * i, 10 * i + len(word), "pronoun" if word in GENDER else "name", 10 * i, 10 * i + len(word),
            GENDER.get(word), False, 3, None, None, None, False,
        )
        for i, (word, _) in enumerate(words)
    ]  # type: ignore[arg-type]  # fmt: skip
    names = {i: word for i, (word, _) in enumerate(words) if word not in GENDER}
    numbers = tuple(range(len(words)))
    antecedents = Antecedents(numbers, numbers, tuple(tuple(before) for _, before in words))
    return Genders(mentions, names, antecedents, apart or {})


def test_names_share_out_the_pronouns() -> None:
    found = told(
        [
            ("Xil", ()), ("Vorn", ((0, 0.3),)),
            ("her", ((1, 0.6), (0, 0.4))), ("she", ((0, 0.75), (1, 0.2))),
            ("him", ((1, 0.6), (0, 0.4))), ("his", ((1, 0.8), (0, 0.2))), ("he", ((1, 0.8), (0, 0.2))),
        ]
    )  # fmt: skip
    assert found.feminine("Xil") > 0.8
    assert found.feminine("Vorn") < 0.2


def test_a_pronoun_does_not_mean_the_subject_of_its_clause() -> None:
    words = [("Vorn", ()), ("her", ((0, 0.95),)), ("he", ((0, 0.9),))]
    assert told(words).feminine("Vorn") > told(words, apart={1: frozenset({0})}).feminine("Vorn")
    assert told(words, apart={1: frozenset({0})}).feminine("Vorn") < 0.5


def test_a_pronoun_does_not_mean_who_is_named_below_its_verb() -> None:
    words = [("Vorn", ()), ("Xil", ()), ("she", ((0, 0.6), (1, 0.3))), ("Vorn", ((0, 0.99),))]
    free, bound = told(words), told(words, apart={2: frozenset({3})})
    assert free.feminine("Vorn") > bound.feminine("Vorn")


def test_votes_are_of_one_pronoun_for_each_time_that_a_name_stands_there() -> None:
    found = told(
        [("Vorn", ()), ("he", ((0, 0.95),)), ("his", ((1, 0.95),)), ("Vorn", ((1, 0.9),)), ("he", ((3, 0.9),))]
    )
    assert dict(found.told().votes["Vorn"]) == {"m": 2}


@pytest.mark.parametrize(("name", "woman"), [("Mrs. Vorn", True), ("Mr. Vorn", False), ("Mary", True), ("John", False)])
def test_titles_and_lists_tell_before_the_text_does(name: str, woman: bool) -> None:
    assert (prior(name) > 3) is woman
    assert (prior(name) < -3) is not woman


def test_an_ending_tells_little() -> None:
    assert ending("orvelia") > 0 > ending("witold")
    assert abs(prior("Orvelia")) < 1.5


@pytest.mark.parametrize(("short", "gender"), [("len", "m"), ("biddy", "f"), ("pat", None)])
def test_a_short_form_has_the_gender_of_the_names_that_it_stands_for(short: str, gender: str | None) -> None:
    assert listed(short) == gender


def test_a_short_form_is_a_hint_where_a_whole_name_tells() -> None:
    short, whole = prior("Len"), prior("Leonard")
    assert whole < short < 0.0
