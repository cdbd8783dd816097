"""What is only guessed is wondered, and what holds for whenever it may be so is held by nobody."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("“Hester hates you,” said Ralph to Amos.", "say Ralph + attitude Hester Amos > Amos"),
        ("“Perhaps Hester hates you,” said Ralph to Amos.", "stance Ralph + attitude Hester Amos > Amos"),
        ("“Maybe Hester hates you,” said Ralph to Amos.", "stance Ralph + attitude Hester Amos > Amos"),
        ("“Hester hates you, perhaps,” said Ralph to Amos.", "stance Ralph + attitude Hester Amos > Amos"),
    ],
)
def test_who_only_guesses_wonders(text: str, what: str) -> None:
    assert stated("Ralph was there. " + text) == {what}


@pytest.mark.parametrize(
    "text",
    [
        "“You can come any time you want Hester,” said Ralph to Amos.",
        "“I will wait until she despises you,” said Ralph to Amos.",
        "“She will come whenever she wants you,” said Ralph to Amos.",
        "Amos would have learned to understand how Hester loved him.",
        "“You bet I hate Hester,” said Ralph to Amos.",
    ],
)
def test_what_may_come_to_be_nobody_holds(text: str) -> None:
    assert not {s for s in stated("Ralph was there. " + text) if s.split()[0] in ("think", "say")}


def test_what_was_only_imagined_of_the_own_heart_is_not_told_as_so() -> None:
    assert any(s.startswith("own") for s in stated("“I loved Hester,” said Amos to Ralph."))
    assert not any(s.startswith("own") for s in stated("“I imagined I loved Hester,” said Amos to Ralph."))
