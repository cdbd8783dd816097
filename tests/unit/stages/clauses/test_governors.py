"""What a "that"-clause hangs on, where the parser takes another clause than the one right before it."""

from __future__ import annotations

import pytest

from tests.unit.stages.feelings.told import clause
from unspoken.layers.clauses import Clause
from unspoken.stages.clauses.governors import with_idioms


def governor(text: str, before: Clause, that: str, after: Clause | None, parsed: int | None) -> int | None:
    """The governor of the "that"-clause, the second of the text, which the parser gave that one."""
    below = clause(text, that, "gone", lemma="go", marker="that", governor=parsed)
    return with_idioms(text, [before, below, *([after] if after is not None else [])])[1].governor


@pytest.mark.parametrize(
    ("first", "verb", "lemma", "fields", "found"),
    [
        ("Hester knew", "knew", "know", {}, 0),
        ("Hester was sure", "was", "be", {"complement": "sure"}, 0),
        ("It struck Hester", "struck", "strike", {"subject": "It", "object": "Hester"}, 0),
        ("Hester was so tired", "was", "be", {"complement": "so tired"}, 2),
    ],
)
def test_of_two_clauses_beside_it_the_one_before_governs_if_it_tells_of_a_mind(
    first: str, verb: str, lemma: str, fields: dict[str, str], found: int
) -> None:
    text = f"{first} that the boat was gone, Amos said."
    before = clause(text, first, verb, lemma=lemma, **fields)
    said = clause(text, "Amos said", "said", subject="Amos", lemma="say")
    assert governor(text, before, "that the boat was gone", said, parsed=2) == found


def test_a_clause_that_hangs_on_one_further_ahead_stays_there() -> None:
    text = "Amos said, and Hester knew, that the boat was gone."
    said = clause(text, "Amos said", "said", subject="Amos", lemma="say")
    knew = clause(text, "Hester knew", "knew", subject="Hester", lemma="know")
    below = clause(text, "that the boat was gone", "gone", lemma="go", marker="that", governor=0)
    assert with_idioms(text, [said, knew, below])[2].governor == 0


def test_what_follows_a_verb_of_thinking_and_is_the_subject_of_what_is_thought_is_no_object() -> None:
    text = "Hester reckoned the boy was scared."
    knew = clause(text, "Hester reckoned the boy", "reckoned", subject="Hester", object="the boy", lemma="reckon")
    below = clause(text, "was scared", "was", subject=None, lemma="be", complement="scared", governor=0)
    above, told = with_idioms(text, [knew, below])
    assert above.object is None
    assert told.subject is not None
    assert text[told.subject.start : told.subject.end] == "the boy"
