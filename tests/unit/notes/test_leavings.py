"""Who leaves without a trace."""

from __future__ import annotations

from tests.unit.notes.made import BREAK, notes, story
from unspoken.layers.relationships import Relationship, RelationshipEvent

SPEAKING = "Bram came in. “It rains,” said Bram.\n\n“So it does,” said Ada. Bram sat down with Bram’s hat."
QUIET = "Ada walked by the water and thought of nothing at all, since the day was warm and long. Ada sat down."
SPEAKERS = ["Bram", "Ada", "Bram", "Ada", "Bram", "Ada", "Bram", "Ada", "Bram"]


def told(last: str = "Bram took the tea.", after: str = QUIET, scenes: int = 4) -> str:
    return BREAK.join([SPEAKING] * scenes + [f"“Well,” said Bram. {last}"] + [after] * 6)


def test_somebody_who_speaks_and_is_named_no_more_is_told_of() -> None:
    text = told()
    (note,) = notes(story(text, speakers=SPEAKERS), "U101")
    assert note.people == ("Bram",)
    assert "after scene 5" in note.message
    (last,) = note.passages
    assert text[last.start : last.end] == "Bram"
    assert "Bram" not in text[last.end :]


def test_a_farewell_is_a_trace() -> None:
    assert not notes(story(told("Bram said goodbye."), speakers=SPEAKERS), "U101")
    assert not notes(story(told("They buried Bram."), speakers=SPEAKERS), "U101")


def test_who_dies_or_parts_is_known_to_be_gone() -> None:
    text = told()
    death = RelationshipEvent("die", "s4", text.rindex("tea"), text.rindex("tea") + 3, "Bram", 0.8)
    pair = Relationship("r0", ("Ada", "Bram"), ("friendship",), None, (), (death,), 0.8)
    assert not notes(story(text, speakers=SPEAKERS, relationships=(pair,)), "U101")


def test_a_name_that_comes_again_whoever_is_meant_is_a_trace() -> None:
    assert not notes(story(told(after=QUIET + " Nobody spoke of Bram’s boat."), speakers=SPEAKERS), "U101")


def test_a_pet_form_is_the_same_name() -> None:
    text = told(after=QUIET + " Tom was a name like others.").replace("Bram", "Thomas")
    people = [name if name != "Bram" else "Thomas" for name in SPEAKERS]
    assert not notes(story(text, {"Ada": "she", "Thomas": "he"}, people), "U101")


def test_who_is_there_to_the_end_or_speaks_in_few_scenes_is_not_told_of() -> None:
    assert not notes(story(BREAK.join([SPEAKING] * 5 + [QUIET]), speakers=SPEAKERS), "U101")
    assert not notes(story(told(scenes=1), speakers=["Bram", "Ada", "Bram"]), "U101")
