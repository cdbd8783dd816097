"""What is begged, asked, feigned or said in another sense is not held; each beside what is meant so."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import CROWD, stated
from unspoken.stages.statements.unmeant import _rules


def _about(text: str, predicate: str, before: str = "") -> set[str]:
    return {s for s in stated(text, before) if f" {predicate} " in s}


@pytest.mark.parametrize(
    ("unmeant", "meant", "predicate"),
    [
        ("“Say, then, that you pity me,” said Hester to Amos.", "“You pity me, Amos,” said Hester to Amos.", "feels"),
        ("“I like you when you are quiet,” said Amos to Hester.", "“I like you,” said Amos to Hester.", "attitude"),
        ("“Bram likes me to sing,” said Hester to Amos.", "“Bram likes me,” said Hester to Amos.", "attitude"),
        ("Amos protested that he did not know that Hester was ill.", "Amos did not know that Hester was ill.", "fact"),
        ("Amos said that he did not see that Hester was ill.", "Amos did not see that Hester was ill.", "fact"),
        ("Bram hid so that Amos should not see that Hester was ill.", "Amos did not see that Hester was ill.", "fact"),
        ("“I was only going to say that Hester was ill,” said Amos.", "Amos did not know that Hester was ill.", "fact"),
        ("Bram fought the notion that Amos did not know who Hester was.", "Amos did not know who Hester was.", "fact"),
    ],
)  # fmt: skip
def test_what_is_not_meant_so_is_not_stated(unmeant: str, meant: str, predicate: str) -> None:
    before = "Bram nodded.\n\n"
    assert _about(unmeant, predicate, before) == set()
    assert _about(meant, predicate, before) != set()


@pytest.mark.parametrize(
    "words",
    [
        "He saw nothing more of Hester",
        "what I was going to say of Hester",
        "had Amos not recognised Hester",
        "were I ignorant of it",
        "I should not have known you but for your voice",
        "would that I could remain in ignorance of it",
        "I didn’t know you were so rich you could throw it away",
        "I didn’t know you wished me to starve",
        "I thought you did not know me, or you would have spoken",
    ],
)
def test_what_is_no_ignorance_is_none(words: str) -> None:
    assert any(rule.of == "ignorance" and rule.pattern.search(words) for rule in _rules())


@pytest.mark.parametrize("words", ["I have nothing but my gratitude", "He would love me all the more"])
def test_what_affirms_by_a_word_of_denial_is_not_denied(words: str) -> None:
    assert any(rule.denied and rule.pattern.search(words) for rule in _rules())


def test_what_is_said_in_what_another_tells_is_said_by_none_of_those_who_talk() -> None:
    inner = "“He looked at me and asked, ‘And you love him, Hester?’” said Hester to Amos."
    assert _about(inner, "feels", CROWD) == set()
