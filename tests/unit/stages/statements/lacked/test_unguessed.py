"""Ways to tell that somebody knows, guesses or understands nothing of another; each with what tells none."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated

WEPT = "Hester wept in the barn. "


@pytest.mark.parametrize(
    "text",
    [
        "Amos had never suspected this side of Hester’s nature.",
        "Amos did not understand the change in Hester.",
        "Amos never understood the depth of Hester’s love.",
        "Amos had been unconscious of the marks which Hester had seen.",
        "Amos had not heard of Hester’s arrival.",
        "Amos did not perceive that Hester’s intention was humorous.",
        "Amos did not know how much Hester had borne.",
        "Amos could not know how carefully Hester had studied the map.",
        "Amos did not understand what Hester meant.",
        "Amos did not understand Hester.",
        "It had never occurred to Amos that Hester might be lonely.",
        "Little did Amos think that Hester was near.",
        "Amos had been mistaken in Hester.",
        "Amos had misjudged Hester.",
        "Amos was mistaken: Hester came home at ten.",
        "Amos rode on. Had he known that Hester was ill, he would have stayed.",
        "If Amos had known how much Hester suffered, he would have stayed.",
        "“I was wrong about you, Hester,” said Amos to Hester.",
        "“I did not know that you were married,” said Amos to Hester.",
        "“You do not know what I have suffered,” said Hester to Amos.",
        "Hester did not tell Amos where she had been.",
        "“You did not know what I felt for you,” said Hester to Amos.",
        "“I never told you that I had sold the mill,” said Hester to Amos.",
        "“Why did you not tell me that you were ill?” said Amos to Hester.",
        "“You should have told me that you were ill,” said Amos to Hester.",
        "“If you only knew how I waited,” said Hester to Amos.",
        "“Do not tell Amos that I wept,” said Hester to Martha.",
        "He must never know that she had wept. Amos looked at Hester.",
    ],
)
def test_who_knows_nothing_of_another(text: str) -> None:
    found = stated(f"Amos was there, and Martha. {WEPT}{text}")
    assert any(s.startswith("ignorant Amos + ") and " Hester" in s for s in found)


@pytest.mark.parametrize(
    "text",
    [
        "Amos did not know how Hester had come.",
        "Amos did not know how often Hester wrote.",
        "Amos did not know whether Hester was ill.",
        "Amos could not understand what Hester said.",
        "Amos had never seen Hester in tears.",
        "Amos was not mistaken in Hester.",
        "If Amos knew that Hester lied, he gave no sign.",
        "Amos felt as if he had known that Hester was ill.",
        "“You never knew me do wrong,” said Hester to Amos.",
        "“Do you think Amos did not know that I was there?” said Hester to Martha.",
        "Martha did not tell Amos what Bram had said.",
        "“You need not tell Amos that I wept,” said Hester to Martha.",
        "“Tell Amos that I wept,” said Hester to Martha.",
        "“You are wrong about Hester,” said Martha to Amos.",
        "Martha thought that Amos did not know that Hester had gone.",
        "Amos did not notice Hester’s remark.",
        "Amos went on without noticing Hester’s refusal.",
    ],
)
def test_who_may_well_know(text: str) -> None:
    assert not any(s.startswith("ignorant Amos") for s in stated(f"Amos was there, and Martha. {WEPT}{text}"))


def test_what_is_kept_from_somebody_is_about_whom_it_tells_of() -> None:
    assert any(
        s.startswith("ignorant Amos + fact Hester") for s in stated("Martha let Amos believe that Hester was rich.")
    )


def test_what_is_found_with_surprise_to_be_otherwise_was_thought_till_then() -> None:
    assert any(
        s.startswith("retract Amos + fact Hester")
        for s in stated("“Why, I thought you were dead!” said Amos to Hester.")
    )
    assert not any(s.startswith("retract") for s in stated("“I thought you did,” said Amos to Hester."))
