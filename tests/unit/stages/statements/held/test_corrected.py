"""What one says one thought of another till now: plans and conduct, which are no hearts; and what tells no error."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated


@pytest.mark.parametrize(
    ("text", "holder", "what"),
    [
        ("“I thought you were leaving,” said Amos to Hester.", "Amos", "fact Hester"),
        ("“I thought you were going to marry Bram,” said Amos to Hester.", "Amos", "wants Hester"),
        ("“I thought you’d chosen Bram,” said Amos to Hester.", "Amos", "fact Hester"),
        ("“I believed you had told Bram,” said Amos to Hester.", "Amos", "fact Hester"),
        ("“I thought you would laugh,” said Amos to Hester.", "Amos", "fact Hester"),
        ("“You thought I meant to leave you?” said Amos to Hester.", "Hester", "wants Amos"),
        ("“Did you think I would leave?” said Amos to Hester.", "Hester", "fact Amos"),
    ],
)
def test_what_somebody_was_thought_to_plan_or_to_have_done_was_not_so(text: str, holder: str, what: str) -> None:
    assert any(s.startswith(f"retract {holder} + {what}") for s in stated(f"Bram was there. {text}"))


@pytest.mark.parametrize(
    "text",
    [
        "“I thought you said four,” said Amos to Hester.",
        "“I thought you might like it,” said Amos to Hester.",
        "“I thought you would come,” said Amos to Hester.",
        "“I thought you had better go,” said Amos to Hester.",
        "“I thought I would leave,” said Amos to Hester.",
        "“I thought you should leave,” said Amos to Hester.",
        "“I never thought you would leave me,” said Amos to Hester.",
        "“I always thought you would marry Bram,” said Amos to Hester.",
    ],
)
def test_what_may_have_been_so_is_no_error(text: str) -> None:
    assert not any(s.startswith("retract") for s in stated(f"Bram was there. {text}"))
