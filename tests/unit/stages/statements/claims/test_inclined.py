"""What else is held of others: what they are after, moods that an adjective alone names, whom nobody has told, wishes
that deny, what one is forbidden to think, and what is asked inwardly."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Hester thought that Amos was after her money.", "think Hester + wants Amos"),
        ("Hester knew that Amos meant to cheat her.", "think Hester + wants Amos"),
        ("Hester believed that Amos was bent on revenge.", "think Hester + wants Amos"),
        ("Hester was certain that Amos was determined to leave.", "think Hester + wants Amos"),
        ("It was no secret to Hester that Amos wanted to go.", "think Hester + wants Amos"),
        ("Hester knew that nobody had told Amos about the will.", "think Hester - knows Amos"),
        ("Hester thought that Amos was not frightened.", "think Hester - feels Amos"),
        ("Hester reckoned Amos was jealous.", "think Hester + feels Amos"),
        ("“I wish you hated me,” said Hester to Amos.", "think Hester - attitude Amos Hester"),
        ("Hester wished that Amos loved her.", "think Hester - feels Amos Hester"),
        ("“Don’t think I despise you,” said Amos to Hester.", "own Amos - attitude Amos Hester > Hester"),
        ("“You mustn’t think that I hate you,” said Amos to Hester.", "own Amos - attitude Amos Hester > Hester"),
        ("Hester was convinced that Amos admired her poems.", "think Hester + attitude Amos Hester"),
        ("Hester thought about Amos. Did he mind?", "stance Hester + feels Amos"),
        ("Hester looked at Amos. Had he ever loved her?", "stance Hester + feels Amos Hester"),
        ("“He has lost his heart,” said Hester. Amos laughed.", "say Hester + feels Amos"),
    ],
)
def test_what_is_held_of_others_in_other_words(text: str, statement: str) -> None:
    assert any(found.startswith(statement) for found in stated(text))


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Hester thought that Amos came after dinner.", "wants Amos"),
        ("“Amos is in love with the sea,” said Hester.", "feels Amos"),
        ("Hester wished that Amos would love her.", "think Hester - feels Amos"),
        ("He needn’t think that she loved him, thought Hester of Amos.", "think Amos"),
        ("“You don’t mind,” said Hester to Amos.", "feels Amos"),
        ("“Why did he mind?” said Hester to Amos.", "stance Hester"),
    ],
)
def test_what_only_looks_like_it_is_not_held(text: str, statement: str) -> None:
    assert not any(statement in found for found in stated(text))
