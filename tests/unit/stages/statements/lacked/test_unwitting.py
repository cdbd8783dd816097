"""Who does not know of another by a whole wording; each kind of wording with counterparts that tell no such thing."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated
from unspoken.stages.statements.lacked.unwitting import _concerned
from unspoken.stages.statements.marked import Marked

IGNORANT = "ignorant Amos + fact Hester"
INTO = "Martha cut the bread. "


@pytest.mark.parametrize(
    "text",
    [
        "Amos need never know what Hester had sold.",
        "Amos did not see how pale Hester had become.",
        "Little did Amos think that Hester was listening.",
        "Amos never knew that the basket was from Hester.",
        "If Amos could have read Hester’s thoughts, he would have gone home.",
        "Had Amos turned round, he would have seen that Hester was weeping.",
        "Amos supposed that Hester was asleep. But he was mistaken.",
        "That Hester had paid the rent Amos never suspected.",
        "Amos was the only one who did not know that Hester was married.",
        "Amos went on with his work, quite unconscious of Hester’s gaze.",
        "Not knowing that Hester was in the room, Amos began to sing.",
        "Amos, ignorant of what Hester had done, thanked Martha.",
        "Hester kept Amos in the dark about her debts.",
        "Hester took care that Amos should not see her face.",
        "Hester gave Amos no hint of it.",
        "Hester dared not tell Amos that she was ruined.",
        "Hester’s illness had been kept from Amos.",
        "Nobody had told Amos that Hester was ill.",
        "Amos took Hester’s silence for consent.",
        "Amos had not an idea that Hester was in the house.",
        "Amos was far from suspecting that Hester was ill.",
        "Hester had sold the mill behind Amos’s back.",
        "Hester had watched Amos, unseen, from the loft.",
        "“I thought you had gone, Hester,” said Amos to Hester.",
        "“You thought I was asleep, Amos,” said Hester to Amos.",
        "Amos, on his part, had no idea why Hester should be cross.",
        "Amos himself never suspected that Hester was ill.",
        "Hester kept Amos in ignorance.",
    ],
)
def test_who_does_not_know(text: str) -> None:
    assert any(s.startswith(IGNORANT) for s in stated(INTO + text))


@pytest.mark.parametrize(
    "text",
    [
        "Amos never knew how he had come to Hester’s door.",
        "Amos did not know how to answer Hester.",
        "Amos did not know how long it was before Hester came in.",
        "If Amos guessed Hester’s secret, he did not say so.",
        "Amos was not unconscious of Hester’s gaze.",
        "Perhaps Amos never knew that Hester was married.",
        "Did Amos never know that Hester was married?",
        "Amos had no idea of giving Hester the money.",
        "Amos had not failed to notice that Hester was pale.",
        "Amos took Hester’s hand for a moment.",
        "Amos took Hester for a walk.",
        "“I thought you looked tired, Hester,” said Amos to Hester.",
        "“I thought you had been crying, Hester,” said Amos to Hester.",
        "“I should not dream of writing to Hester,” said Amos to Martha.",
        "Amos took Hester for an airing.",
    ],
)
def test_what_tells_of_no_ignorance(text: str) -> None:
    assert not {s for s in stated(INTO + text) if s.startswith("ignorant")}


def test_who_is_approached_is_not_the_one_who_is_unaware() -> None:
    found = stated("Ralph came in. The dog that stood behind him was unaware of Hester’s trouble.")
    assert not {s for s in found if s.startswith("ignorant Ralph")}


@pytest.mark.parametrize(("holder", "told"), [("Amos", True), ("Ralph", False)])
def test_an_announcement_is_for_the_one_it_is_made_to(holder: str, told: bool) -> None:
    found = stated(f"Ralph was away. “I ought to have told {'you' if told else 'Ralph'},” said Hester to Amos.")
    assert (f"ignorant {holder} + fact Hester" in found) is told


@pytest.mark.parametrize(
    ("tail", "at"),
    [
        ("she was at \ue001's, in the hall", False),
        ("she was at \ue001's wedding", True),
        ("\ue002's love for \ue001", False),
    ],
)
def test_whose_house_it_is_and_for_whom_one_feels_is_not_concerned(tail: str, at: bool) -> None:
    here = Marked(tail, tuple(range(len(tail) + 1)), {"\ue001": "Ann", "\ue002": "Amos"})
    found = [here.who[here.text[k]] for k in _concerned(here, (0, len(tail)), "Amos")]
    assert ("Ann" in found) is at


def test_who_tells_another_whom_they_keep_in_ignorance_is_not_the_ignorant_one() -> None:
    found = stated(INTO + "Amos spoke to Martha of keeping Hester in ignorance of the sale.")
    assert not any(s.startswith(("ignorant Amos", "ignorant Martha")) for s in found)
