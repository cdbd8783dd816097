"""What somebody is thought to be about to do, or to want, and what is only held for possible."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“I thought you were going to marry him,” said Hester to Amos.", "retract Hester + wants Amos > Amos"),
        ("“I thought you weren’t going to come,” said Hester to Amos.", "retract Hester - wants Amos > Amos"),
        ("“I thought it was you who wanted to go,” said Hester to Amos.", "retract Hester + wants Amos > Amos"),
        ("“You thought I meant to leave you?” said Amos to Hester.", "retract Hester + wants Amos > Hester"),
        ("“I thought you wanted out,” said Hester to Amos.", "think Hester + wants Amos > Amos"),
        ("“You’d sooner it had been anyone but me,” said Hester to Amos.", "say Hester + wants Amos > Amos"),
        ("“I know that you would rather I went,” said Hester to Amos.", "think Hester + wants Amos > Amos"),
        ("Hester knew that Amos would rather be alone.", "think Hester + wants Amos"),
        ("“Amos would like to be left in peace,” said Hester.", "say Hester + wants Amos > Amos"),
        ("Hester believed that Amos was waiting to be sure of her.", "think Hester + wants Amos"),
        ("Hester knew that it was Amos who loved her.", "think Hester + feels Amos Hester"),
        ("It crossed Hester’s mind that Amos might want to buy it.", "stance Hester + wants Amos"),
        ("Hester thought that Amos might care for her a little.", "stance Hester + feels Amos Hester"),
    ],
)
def test_what_is_thought_of_an_aim(text: str, found: str) -> None:
    assert found in stated(text)


def test_as_what_somebody_is_set_down() -> None:
    assert "think Hester + feels Amos > Amos" in stated("“I never had you down as jealous,” said Hester to Amos.")
    assert "think Hester + feels Amos" in stated("Hester had put Amos down as jealous.")
    assert not any(s.startswith("think") for s in stated("Hester had never put Amos down as jealous."))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("“I thought you were going to faint,” said Hester to Amos.", "retract Hester + wants Amos > Amos"),
        ("“If you would rather be alone, say so,” said Hester to Amos.", "say Hester + wants Amos > Amos"),
        ("“Would you rather be alone?” said Hester to Amos.", "stance Hester + wants Amos"),
        ("“You said you would rather stay,” said Hester to Amos.", "say Hester + wants Amos > Amos"),
        ("It never crossed Hester’s mind that Amos might want to buy it.", "stance Hester + wants Amos"),
        ("Hester did not think that Amos might care for her.", "stance Hester + feels Amos Hester"),
        ("Hester believed that Amos tried to be kind.", "think Hester + wants Amos"),
    ],
)
def test_words_that_tell_of_no_aim(text: str, wrong: str) -> None:
    assert wrong not in stated(text)
