"""Whom pronouns cannot mean, by the syntax."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from unspoken.layers.characters import Form
from unspoken.layers.mentions import Mention
from unspoken.stages.cast.binding import apart
from unspoken.stages.mentions.words import Words

PRONOUNS = frozenset(("he", "him", "she", "her"))
Row = tuple[str, str, int, str]  # word, part of speech, head, relation


def words(rows: Sequence[Row]) -> Words:
    many, text = len(rows), [row[0] for row in rows]
    start = [sum(len(w) + 1 for w in text[:k]) for k in range(many)]
    end = [a + len(w) for a, w in zip(start, text, strict=True)]
    return Words(
        text, start, end, [row[1] for row in rows], [False] * many, [None] * many, [None] * many, [False] * many,
        [row[2] for row in rows], [row[3] for row in rows],
    )  # fmt: skip


def form(word: str) -> Form:
    return "pronoun" if word in PRONOUNS else "nominal" if word == "boy" else "name"


def parted(rows: Sequence[Row]) -> dict[str, set[str]]:
    """The words that cannot mean the same, of a sentence whose people are its pronouns and its capitals."""
    read = words(rows)
    people = [k for k, row in enumerate(rows) if row[0] in (*PRONOUNS, "boy") or row[0][0].isupper()]
    mentions = [
        Mention(
            read.start[k], read.end[k], form(rows[k][0]), read.start[k], read.end[k],
            None, False, 3, None, None, None, False,
        )
        for k in people
    ]  # fmt: skip
    found = apart(read, mentions, {offset: k for k, offset in enumerate(read.start)})
    return {rows[people[i]][0]: {rows[people[j]][0] for j in others} for i, others in found.items()}


def test_an_object_is_not_the_subject() -> None:
    told = [("Wade", "PROPN", 1, "nsubj"), ("told", "VERB", -1, "root"), ("her", "PRON", 1, "obj")]
    assert parted(told) == {"her": {"Wade"}}


def test_who_of_a_relative_clause_is_whom_it_is_said_of() -> None:
    rows = [
        ("Wade", "PROPN", 5, "nsubj"), ("who", "PRON", 2, "nsubj"), ("met", "VERB", 0, "acl:relcl"),
        ("him", "PRON", 2, "obj"), ("had", "AUX", 5, "aux"), ("left", "VERB", -1, "root"),
    ]  # fmt: skip
    assert parted(rows) == {"him": {"Wade"}}


@pytest.mark.parametrize(
    ("case", "adjective", "bound"), [("with", True, True), ("at", False, True), ("with", False, False)]
)
def test_what_an_adjective_or_some_prepositions_lead_to_is_not_the_subject(
    case: str, adjective: bool, bound: bool
) -> None:
    head = "ADJ" if adjective else "VERB"
    rows = [("Ann", "PROPN", 1, "nsubj"), ("x", head, -1, "root"), (case, "ADP", 3, "case"), ("her", "PRON", 1, "obl")]
    assert parted(rows) == ({"her": {"Ann"}} if bound else {})


def test_a_subject_is_nobody_who_is_named_below_its_verb() -> None:
    rows = [
        ("he", "PRON", 1, "nsubj"), ("knew", "VERB", -1, "root"), ("Wade", "PROPN", 3, "nsubj"),
        ("lied", "VERB", 1, "ccomp"),
    ]  # fmt: skip
    assert parted(rows) == {"he": {"Wade"}}


def test_a_noun_is_not_the_subject_above_it() -> None:
    rows = [
        ("Wade", "PROPN", 1, "nsubj"), ("knew", "VERB", -1, "root"), ("boy", "NOUN", 3, "nsubj"),
        ("lied", "VERB", 1, "ccomp"),
    ]  # fmt: skip
    assert parted(rows) == {"boy": {"Wade"}}
    rows[0] = ("Wade", "PROPN", 3, "obl")
    assert parted(rows) == {}


def test_a_name_in_apposition_to_the_subject_is_the_subject() -> None:
    rows = [("he", "PRON", 2, "nsubj"), ("Wade", "PROPN", 0, "appos"), ("knew", "VERB", -1, "root")]
    assert parted(rows) == {}


def test_a_subject_may_be_named_in_the_clause_that_goes_on() -> None:
    rows = [
        ("he", "PRON", 1, "nsubj"), ("smiled", "VERB", -1, "root"), ("Wade", "PROPN", 3, "nsubj"),
        ("lied", "VERB", 1, "conj"),
    ]  # fmt: skip
    assert parted(rows) == {}


@pytest.mark.parametrize(("when", "apart_"), [("when", {"she": {"Nora"}}), ("because", {})])
def test_a_subject_is_nobody_named_in_what_happens_meanwhile(when: str, apart_: dict[str, set[str]]) -> None:
    told = [
        ("she", "PRON", 1, "nsubj"), ("spoke", "VERB", -1, "root"), (when, "SCONJ", 4, "mark"),
        ("Nora", "PROPN", 4, "nsubj"), ("came", "VERB", 1, "advcl"),
    ]  # fmt: skip
    assert parted(told) == apart_


@pytest.mark.parametrize(("mark", "bound"), [(",", {}), ("now", {"him": {"Wade"}})])
def test_a_verb_after_a_comma_may_go_on_from_above_the_clause(mark: str, bound: dict[str, set[str]]) -> None:
    told = [
        ("she", "PRON", 1, "nsubj"), ("thought", "VERB", -1, "root"), ("that", "SCONJ", 4, "mark"),
        ("Wade", "PROPN", 4, "nsubj"), ("left", "VERB", 1, "ccomp"), (mark, "PUNCT", 4, "punct"),
        ("and", "CCONJ", 7, "cc"), ("told", "VERB", 4, "conj"), ("him", "PRON", 7, "obj"),
    ]  # fmt: skip
    found = parted(told)
    assert found.get("him", set()) == bound.get("him", set())
