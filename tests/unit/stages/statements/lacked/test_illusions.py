"""Errors by whole wordings: what has "got into" a head, what was thought for years, what others think of me."""

from __future__ import annotations

import pytest

from tests.unit.stages.made import document_with
from tests.unit.stages.statements.stated import stated
from unspoken.layers.keys import CHARACTERS, GAPS

INTO = "Martha cut the bread. "


def wrong(text: str) -> set[tuple[str, str]]:
    """Who is wrong about whom."""
    document = document_with(text, CHARACTERS, GAPS)
    name = {c.id: c.name for c in document[CHARACTERS]}
    return {(name[g.holder], name[g.about]) for g in document[GAPS] if g.type == "misbelief"}


@pytest.mark.parametrize(
    "text",
    [
        "Amos had got it into his head that Hester was pining.",
        "Amos was under the delusion that Hester was rich.",
        "Amos went on, in the mistaken belief that Hester was rich.",
        "Amos wrongly supposed that Hester was rich.",
        "All those years Amos had believed that Hester was proud.",
        "Amos had spent years believing that Hester had sold the mill.",
        "Amos died believing that Hester had sold the mill.",
        "Amos flattered himself that Hester was not indifferent to him.",
        "“Amos thinks I am at church,” said Hester to Martha.",
    ],
)
def test_errors_are_told_by_the_words(text: str) -> None:
    assert ("Amos", "Hester") in wrong(f"Hester sat by the stove. Amos came in and stood by the door.\n\n{INTO}{text}")


@pytest.mark.parametrize(
    "text",
    [
        "Amos had got it into his head to go to the mill with Hester.",
        "“I have got it into my head that Hester is ill,” said Amos to Martha.",
        "For years Amos had thought of Hester.",
        "“Amos thinks I am in the right,” said Hester to Martha.",
        "Amos thinks I am at the mill.",
        "Amos had never supposed that Hester would come to the mill with Martha.",
    ],
)
def test_what_only_sounds_like_an_error(text: str) -> None:
    assert not wrong(f"Hester sat by the stove. Amos came in and stood by the door.\n\n{INTO}{text}")


def test_what_others_think_of_the_one_who_tells_it() -> None:
    text = "I sat by the stove with Hester. Hester thought I was asleep. I heard Hester go to the door."
    assert any(s.startswith("ignorant Hester + fact") for s in stated(text))


@pytest.mark.parametrize(
    "text",
    [
        "Hester opened her lips to tell Amos, but the words would not come.",
        "Hester wrote Amos a letter. She never sent it.",
        "Hester’s letter never reached Amos.",
        "Amos put Hester’s letter unread into the stove.",
        "Amos did not see the look of pain in Hester’s eyes.",
        "Hester told Amos that she was well, which was not true.",
        "Amos died without knowing that Hester had forgiven him.",
        "Amos never found out who Hester was.",
        "Amos could not make out what Hester wanted.",
        "Amos never guessed the real reason of Hester’s kindness.",
        "Hester, hidden behind the door, heard what Amos said.",
        "Hester kept Amos from knowing that she was ill.",
    ],
)
def test_what_is_kept_back(text: str) -> None:
    assert any(s.startswith("ignorant Amos + fact Hester") for s in stated(INTO + text))


@pytest.mark.parametrize(
    "text",
    [
        "Hester wrote Amos a letter. She sent it by Martha.",
        "Hester wrote Amos a letter. Amos read it and burnt it.",
        "Amos watched Hester from behind the counter.",
        "Hester was going to ask Amos to supper, but then changed her mind.",
        "Amos went home convinced that Hester loved him.",
        "For some days Hester thought that Amos was ill.",
        "To this day Amos believes that Hester saved him.",
        "Amos never knew how long it was before Hester came in.",
        "Hester opened her lips to tell Amos, and told him.",
        "It was natural that Amos should know it, Hester thought.",
        "Hester kissed Amos tenderly and went without a word.",
        "Hester put her hand to her head, which led Amos to believe that she was tired.",
    ],
)
def test_what_keeps_nothing_back(text: str) -> None:
    assert not {s for s in stated(INTO + text) if s.startswith("ignorant")}


def test_who_is_misjudged_is_defended() -> None:
    found = stated(INTO + "“You misjudge Hester, Amos,” said Martha to Amos.")
    assert any(s.startswith("ignorant Amos + fact Hester") for s in found)


@pytest.mark.parametrize(
    ("answer", "error"), [("Perhaps I was", False), ("I was", False), ("I was angry too", False), ("I was not", True)]
)
def test_what_is_granted_was_no_error(answer: str, error: bool) -> None:
    said = "“I thought you were angry with me, Hester,” said Amos to Hester.\n\n"
    found = stated(f"{said}“{answer},” said Hester to Amos.")
    assert any(s.startswith("ignorant Amos") for s in found) is error
