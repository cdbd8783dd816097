"""Feelings told by the way in which somebody says something."""

from __future__ import annotations

import pytest

from tests.unit.stages.feelings.told import clause, feelings, told
from unspoken.stages.feelings.lexicon import find


@pytest.mark.parametrize(
    ("words", "emotion"),
    [
        ("sharply/ADV", "anger"),
        ("coldly/ADV", "contempt"),
        ("imploringly/ADV", "fear"),
        ("wearily/ADV", "sadness"),
        ("lamely/ADV", "shame"),
        ("soothingly/ADV", "love"),
    ],
)
def test_how_something_is_said_tells_a_feeling(words: str, emotion: str) -> None:
    document = told(
        f"{{ann:Ann}} replied/VERB/reply {words}.",
        clauses=[
            clause(f"Ann replied {words[:-4]}", f"Ann replied {words[:-4]}", "replied", subject="Ann", lemma="reply")
        ],
    )
    assert [(f.experiencer, f.emotion) for f in feelings(document)] == [("ann", emotion)]


@pytest.mark.parametrize(("verb", "lemma"), [("turned", "turn"), ("laughed", "laugh"), ("returned", "return")])
def test_the_same_word_of_what_is_done_tells_none(verb: str, lemma: str) -> None:
    plain = f"Ann {verb} sharply"
    document = told(
        f"{{ann:Ann}} {verb}/VERB/{lemma} sharply/ADV.",
        clauses=[clause(plain, plain, verb, subject="Ann", lemma=lemma)],
    )
    assert "anger" not in [f.emotion for f in feelings(document)]


def test_an_adjective_with_a_hyphen_is_one_also_where_it_is_taken_for_a_noun() -> None:
    found = find("self-conscious", "self-conscious", "NOUN")
    assert found is not None
    assert found.emotion == "shame"
    assert find("mournful", "mournful", "NOUN") is None
