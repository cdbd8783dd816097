"""Who is dead, and does not speak."""

from __future__ import annotations

import pytest

from tests.unit.stages.made import document_with, who_says
from unspoken.layers.keys import CAST, MENTIONS
from unspoken.stages.mentions.words import words_of
from unspoken.stages.turns.dead import dead

END = "\n\nThe clock struck."
TALK = "“Somebody has to plough it,” said Nora.\n\n“I will not.”"


def dead_in(text: str) -> list[str]:
    document = document_with(text + END, CAST)
    found = dead(words_of(document), document[MENTIONS], document[CAST])
    return [member.names[0] for member in document[CAST].members if member.id in found]


@pytest.mark.parametrize(
    "told",
    [
        "When Silas died, the house went to Nora.",
        "Silas was dead, and Nora had the bees.",
        "He had died in May, and Nora sold them.",
        "After Silas’s funeral Nora sold the bees.",
        "Since Silas Orme’s death Nora had kept them.",
    ],
)
def test_who_is_told_to_be_dead_is(told: str) -> None:
    assert dead_in(f"Silas Orme kept bees. {told}") == ["Silas Orme"]


@pytest.mark.parametrize(
    "told",
    [
        "Silas had nearly died, and Nora had the bees.",
        "If Silas died, Nora would sell the bees.",
        "Nora thought that Silas was dead.",
        "Nora feared Silas’s death.",
        "Silas would have died there.",
        "Silas was not dead.",
        "“Silas died,” said Nora.",
    ],
)
def test_who_only_might_be_is_not(told: str) -> None:
    assert dead_in(f"Silas Orme kept bees. {told}") == []


def test_the_dead_do_not_answer() -> None:
    loved = "Amos had loved it. Amos had ploughed it every spring with the grey horse, and Amos had planted the limes."
    text = f"When Amos Orme {{}}, the field went to Ned and Nora. {loved}\n\n{TALK}{END}"
    assert [speaker for speaker, *_ in who_says(text.format("died"))] == ["Nora", "Ned"]
    assert [speaker for speaker, *_ in who_says(text.format("sailed"))] == ["Nora", "Amos Orme"]


def test_a_ghost_speaks_by_a_cue() -> None:
    text = f"When Amos Orme died, the field went to Nora.\n\n{TALK[:-1]}” said Amos Orme.{END}"
    assert [speaker for speaker, *_ in who_says(text)] == ["Nora", "Amos Orme"]
