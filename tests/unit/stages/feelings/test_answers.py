"""Feelings told by an answer that leaves the word out, and feelings of more than one."""

from __future__ import annotations

import pytest

from tests.unit.stages.feelings.told import clause, feelings, told


@pytest.mark.parametrize(
    ("marked", "negated"),
    [
        ("<ann>ben:“{ben:You} were angry/ADJ.”> <ben>ann:“{ben:I} was not.”>", True),
        ("<ann>ben:“{ben:You} were not angry/ADJ.”> <ben>ann:“{ben:I} was, though/ADV.”>", False),
        ("<ann>ben:“{ann:I} was angry/ADJ.”> <ben>ann:“So was {ben:I}.”>", False),
    ],
)
def test_an_answer_takes_up_the_feeling_that_it_leaves_out(marked: str, negated: bool) -> None:
    text = told(marked).text
    said = text[1 : text.index("”")]
    be = clause(text, said, "were" if "were" in said else "was", subject=said.split()[0], lemma="be")
    last = feelings(told(marked, clauses=[be]))[-1]
    assert (last.experiencer, last.emotion, last.negated) == ("ben", "anger", negated)


def test_an_answer_that_goes_on_with_something_else_takes_up_nothing() -> None:
    marked = "<ann>ben:“{ben:You} were angry/ADJ.”> <ben>ann:“{ben:I} was going/VERB/go home/NOUN.”>"
    text = told(marked).text
    be = clause(text, "You were angry.", "were", subject="You", lemma="be")
    assert [f.source[-1] for f in feelings(told(marked, clauses=[be]))] == ["ann"]


def test_two_who_are_named_together_feel_it_both() -> None:
    marked = "{ann:Ann} and {ben:Ben} wept/VERB/weep."
    text = told(marked).text
    both = clause(text, text, "wept", subject="Ann")
    assert {f.experiencer for f in feelings(told(marked, clauses=[both]))} == {"ann", "ben"}


def test_they_are_the_two_of_whom_the_paragraph_tells() -> None:
    marked = "{ann:Ann} met/VERB/meet {ben:Ben}. They wept/VERB/weep."
    text = told(marked).text
    both = clause(text, "They wept.", "wept", subject="They")
    assert {f.experiencer for f in feelings(told(marked, clauses=[both]))} == {"ann", "ben"}


@pytest.mark.parametrize(
    ("marked", "negated"),
    [
        ("{ann:Ann} had never been so happy/ADJ.", False),
        ("{ann:Ann} had not been so happy/ADJ since/ADP May/PROPN.", False),
        ("{ann:Ann} was not so happy/ADJ now/ADV.", True),
        ("{ann:Ann} had lost/VERB/lose all/DET faith/NOUN.", True),
    ],
)
def test_a_denial_may_say_the_most(marked: str, negated: bool) -> None:
    assert [f.negated for f in feelings(told(marked))] == [negated]


def test_adjectives_are_compared() -> None:
    assert [
        f.emotion for f in feelings(told("{ann:Ann} was happier/ADJ than/SCONJ {ann:she} had known/VERB/know."))
    ] == ["joy"]


def test_a_hair_of_a_sister_is_not_the_own() -> None:
    found = feelings(told("{ann:Ann} stroked/VERB/stroke {ben:her brother/NOUN}'s hair/NOUN."))
    assert [(f.experiencer, f.target) for f in found] == [("ann", "ben")]
