"""Whom "himself" and "his own" mean, by the syntax."""

from __future__ import annotations

from collections.abc import Sequence

from tests.unit.stages.cast.test_binding import Row, words
from tests.unit.stages.made import people, words_for
from unspoken.layers.mentions import Mention
from unspoken.stages.cast.reflexives import bound

PRONOUNS = frozenset(("he", "himself", "she", "herself", "his", "her"))


def meant(rows: Sequence[Row]) -> dict[str, list[str]]:
    """Whom the reflexives of a sentence may mean, whose people are its pronouns and its capitals."""
    read = words(rows)
    who = [k for k, row in enumerate(rows) if row[0] in PRONOUNS or row[0][0].isupper()]
    mentions = [
        Mention(
            read.start[k], read.end[k], "pronoun" if rows[k][0] in PRONOUNS else "name", read.start[k], read.end[k],
            None, False, 3, None, None, None, False,
        )
        for k in who
    ]  # fmt: skip
    found = bound(read, mentions, {offset: k for k, offset in enumerate(read.start)})
    return {rows[who[i]][0]: [rows[who[j]][0] for j in others] for i, others in found.items()}


def test_a_reflexive_is_the_subject_of_its_clause() -> None:
    rows = [("Wade", "PROPN", 1, "nsubj"), ("hurt", "VERB", -1, "root"), ("himself", "PRON", 1, "obj")]
    assert meant(rows) == {"himself": ["Wade"]}


def test_of_a_verb_without_a_subject_it_is_the_object_above_or_the_subject() -> None:
    rows = [
        ("Wade", "PROPN", 1, "nsubj"), ("let", "VERB", -1, "root"), ("Nora", "PROPN", 1, "obj"),
        ("wash", "VERB", 1, "xcomp"), ("herself", "PRON", 3, "obj"),
    ]  # fmt: skip
    assert meant(rows) == {"herself": ["Nora", "Wade"]}


def test_one_compared_with_himself_may_be_anybody() -> None:
    rows = [
        ("Wade", "PROPN", 1, "nsubj"), ("ran", "VERB", -1, "root"), ("better", "ADV", 1, "advmod"),
        ("than", "ADP", 4, "case"), ("himself", "PRON", 1, "obl"),
    ]  # fmt: skip
    assert meant(rows) == {}


def test_a_reflexive_right_behind_a_name_is_its_bearer() -> None:
    rows = [
        ("Nora", "PROPN", 1, "nsubj"), ("heard", "VERB", -1, "root"), ("from", "ADP", 3, "case"),
        ("Ann", "PROPN", 1, "obl"), ("herself", "PRON", 3, "nmod"),
    ]  # fmt: skip
    assert meant(rows) == {"herself": ["Ann", "Nora"]}


def test_what_is_given_to_somebody_the_subject_may_give_herself() -> None:
    rows = [
        ("Nora", "PROPN", 1, "nsubj"), ("spoke", "VERB", -1, "root"), ("to", "ADP", 3, "case"),
        ("Ann", "PROPN", 1, "obl"), ("herself", "PRON", 3, "nmod:unmarked"),
    ]  # fmt: skip
    assert "Ann" not in meant(rows).get("herself", [])


def test_what_is_ones_own_is_the_subjects() -> None:
    rows = [
        ("Wade", "PROPN", 1, "nsubj"), ("sold", "VERB", -1, "root"), ("his", "PRON", 4, "nmod:poss"),
        ("own", "ADJ", 4, "amod"), ("horse", "NOUN", 1, "obj"),
    ]  # fmt: skip
    assert meant(rows) == {"his": ["Wade"]}
    rows[3] = ("old", "ADJ", 4, "amod")
    assert meant(rows) == {}


def test_the_pass_takes_whom_the_syntax_binds() -> None:
    text = (
        "Edwin came into the kitchen. He was cold. He had walked from the mill, and he was hungry. "
        "He saw that Martin had cut himself.\n\nThe clock struck."
    )
    assert "himself" in words_for(text, people(text)["Martin"])


def test_whose_sister_is_joined_to_a_name_is_of_that_name() -> None:
    rows = [
        ("Ned", "PROPN", 1, "nsubj"), ("saw", "VERB", -1, "root"), ("Wade", "PROPN", 1, "obj"),
        ("and", "CCONJ", 5, "cc"), ("his", "PRON", 5, "nmod:poss"), ("sister", "NOUN", 2, "conj"),
    ]  # fmt: skip
    assert meant(rows) == {"his": ["Wade"]}
    assert meant([*rows[:3], ("with", "ADP", 5, "case"), *rows[4:]]) == {}
