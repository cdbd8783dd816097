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
        ("“Bram would never forgive me,” said Hester to Amos.", "“Bram hates me,” said Hester to Amos.", "attitude"),
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
        "You never knew me tell a lie",
        "He had never known her so cheerful before",
        "It was a joy that she had not known for years",
        "She had never known a mother’s care",
        "What I meant to tell you was only this",
        "You knew I should come, did you not?",
        "I didn’t know that you knew each other.",
        "He knew nothing of Hester’s whereabouts",
        "She doesn’t know my name",
        "he saw nothing, heard nothing, and knew nothing",
        "He thought I was a ghost",
        "It had never struck him that his sister was a beautiful woman",
        "Perhaps you think I have forgotten that morning",
        "Amos was unaware of his own rudeness to her",
        "Amos could not see Hester suffer without a wish to help",
        "I am not telling you that I love you",
    ],
)
def test_what_is_no_ignorance_is_none(words: str) -> None:
    assert any(rule.of in ("ignorance", "any") and rule.pattern.search(words) for rule in _rules())


@pytest.mark.parametrize(
    "words",
    [
        "He had never known that she loved him",
        "He did not know her secret",
        "I did not know that you knew him for a thief",
        "She knew nothing of his troubles",
        "You knew what I felt, and did not say it",
        "It had never struck him that his sister was unhappy",
    ],
)
def test_ignorance_of_a_heart_is_one(words: str) -> None:
    assert not any(rule.of in ("ignorance", "any") and rule.pattern.search(words) for rule in _rules())


@pytest.mark.parametrize(
    ("of", "words"),
    [
        ("any", "Do you think I’d have refused him?"),
        ("belief", "Did you think she would refuse him?"),
        ("belief", "You won’t be angry with me?"),
        ("belief", "After all, had she not spoken to him?"),
        ("heart", "I scarcely took my eyes off you"),
        ("heart", "I shall never forget you"),
        ("heart", "you want to be careful"),
        ("heart", "you want to hold on to that farm"),
        ("heart", "you want to see my father before you settle it"),
        ("heart", "I have a misery in my left side"),
        ("heart", "He showed no sign of great sorrow"),
        ("knowledge", "I’ll have you know that I can pay"),
        ("knowledge", "Come, do you hear what I say?"),
    ],
)
def test_what_is_no_belief_is_none(of: str, words: str) -> None:
    assert any(rule.of == of and rule.pattern.search(words) for rule in _rules())


@pytest.mark.parametrize(
    "words", ["you want to sell the farm", "Do you want to be careful?", "Do you hear that she loves him?"]
)
def test_what_somebody_wants_is_a_wish(words: str) -> None:
    new = (rule for rule in _rules() if "want to" in rule.pattern.pattern or rule.of == "knowledge")
    assert not any(rule.pattern.search(words) for rule in new)


@pytest.mark.parametrize("words", ["I have nothing but my gratitude", "He would love me all the more"])
def test_what_affirms_by_a_word_of_denial_is_not_denied(words: str) -> None:
    assert any(rule.denied and rule.pattern.search(words) for rule in _rules())


def test_what_is_said_in_what_another_tells_is_said_by_none_of_those_who_talk() -> None:
    inner = "“He looked at me and asked, ‘And you love him, Hester?’” said Hester to Amos."
    assert _about(inner, "feels", CROWD) == set()
