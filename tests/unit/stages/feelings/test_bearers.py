"""Whose a feeling is where its clause does not plainly say so."""

from __future__ import annotations

import pytest

from tests.unit.stages.feelings.told import clause, feelings, told


@pytest.mark.parametrize(("verb", "who"), [("told", "ann"), ("found", "eve")])
def test_who_tells_somebody_that_she_was_sorry_was_sorry(verb: str, who: str) -> None:
    text = f"Ann {verb} Eve that she was sorry."
    clauses = [
        clause(text, text[:-1], verb, subject="Ann", object="Eve", lemma="tell" if verb == "told" else "find"),
        clause(text, "that she was sorry", "was", subject="she", marker="that", governor=0, lemma="be"),
    ]
    marked = f"{{ann:Ann}} {verb}/VERB {{eve:Eve}} that {{eve:she}} was sorry/ADJ."
    assert [f.experiencer for f in feelings(told(marked, clauses=clauses))] == [who]


def test_the_shame_of_that_is_of_whose_body_it_goes_through() -> None:
    text = "The shame of that went up her neck."
    clauses = [clause(text, text[:-1], "went", subject="The shame", lemma="go", obliques=(("up", "her neck"),))]
    marked = "The shame/NOUN of that/PRON went/VERB/go up/ADP {ann:her} neck/NOUN."
    assert [(f.experiencer, f.emotion) for f in feelings(told(marked, clauses=clauses))] == [("ann", "shame")]


def test_who_opens_a_clause_without_a_subject_is_its_subject() -> None:
    text = "He was that scared."
    clauses = [clause(text, text[:-1], "scared", subject=None, lemma="scare")]
    marked = "{ben:He} was that/PRON scared/VERB/scare."
    assert [f.experiencer for f in feelings(told(marked, clauses=clauses))] == ["ben"]
