"""What is only said, and is held of nobody: moods foretold, rebukes, whose heart somebody has not broken."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("“You’ll never be unhappy with a dairy,” said Hester to Amos.", "feels Amos"),
        ("“You cannot wish to strike me,” said Hester to Amos.", "wants Amos"),
        ("“I have not broken your heart,” said Hester to Amos. “You have.”", "feels Amos"),
    ],
)
def test_what_is_only_said_is_no_belief(text: str, statement: str) -> None:
    assert not any(statement in found for found in stated(text))
