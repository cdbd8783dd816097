"""Answers that the narration gives in short to what somebody asked."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("“Does he love me?” Hester asked the wall. Amos had carried her books. He did.", "+ feels Amos Hester"),
        ("“Does he love me?” Hester asked the wall. Amos had carried her books. He did not.", "- feels Amos Hester"),
        ("Hester wondered whether Amos hated her. He didn’t, she decided.", "- attitude Amos Hester"),
        ("“Does Amos hate me?” said Hester to the wall. He did, of course.", "+ attitude Amos Hester"),
    ],
)
def test_who_asked_holds_what_the_narration_answers(text: str, what: str) -> None:
    assert f"think Hester {what}" in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "“Does he love me?” Hester asked the wall. Amos had carried her books. He did it every day.",
        "“Does he love me?” Hester asked the wall. Amos had carried her books. He might.",
        "“Does he love me?” Hester asked the wall. Amos had carried her books. He was.",
        "Amos loved Hester’s goose. He did.",
    ],
)
def test_what_is_no_answer_says_nothing(text: str) -> None:
    assert not any(s.startswith("think Hester") for s in stated(text))
