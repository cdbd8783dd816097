"""Who is in a scene, whose eyes it has, its tense and place."""

from __future__ import annotations

import pytest

from tests.unit.stages.made import document_with
from unspoken.layers.keys import CHARACTERS, LETTERS, SCENES
from unspoken.layers.scenes import Scene


def scenes(text: str) -> tuple[list[Scene], dict[str, str]]:
    """The scenes, and the names of characters by id."""
    document = document_with(text, CHARACTERS, SCENES, LETTERS)
    return list(document[SCENES]), {c.id: c.name for c in document[CHARACTERS]}


def there(text: str, number: int = 0) -> set[str]:
    found, name = scenes(text)
    return {name[who] for who in found[number].present}


def eyes(text: str, number: int = 0) -> str | None:
    found, name = scenes(text)
    return name.get(found[number].focal or "")


TALK = "“You came,” said Anna. She put down the kettle. “Yes,” said Tom. He sat down at the table. “Where is Ruth?”"


def test_who_speaks_and_who_acts_is_there_and_who_is_spoken_of_is_not() -> None:
    text = f"{TALK}\n\n***\n\nRuth opened the letter. She laughed and put it in the fire. “Well,” said Ruth."
    assert there(text) == {"Anna", "Tom"}
    assert there(text, 1) == {"Ruth"}


def test_who_is_remembered_in_a_scene_in_the_present_is_not_there() -> None:
    text = (
        "Anna stands at the window. She opens it and looks at the sea. Tom took the boat in March. He left no word. "
        "She shuts the window and sits down. “No,” says Anna. She goes out and locks the door."
    )
    assert "Tom" not in there(text)
    assert scenes(text)[0][0].tense == "present"


def test_a_letter_brings_nobody_into_the_room() -> None:
    text = (
        "Anna opened the letter and read it.\n\nDear Anna,\n\nI sold the boat. I sat down .\n\nYours,\n\nTom\n\n"
        "Anna folded it up. She put it in the drawer and sat down. “Well,” said Anna."
    )
    assert there(text) == {"Anna"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Anna came in. She thought of the boat, and wondered who had it. Tom sat by the fire.", "Anna"),
        ("Tom rowed. Anna watched him. She wished that he would stop, and she was afraid of the water.", "Anna"),
        (
            "Tom came in. He sat down. It had never entered Anna's head to go. It occurred to Anna now.",
            "Anna",
        ),
        (
            "Tom rowed hard. It occurred to Anna that he was ill. Anna's heart stopped. It seemed so to Anna.",
            "Anna",
        ),
        ("Tom sat by the fire and stirred it. Anna was sure of him. She beheld the house without him.", "Anna"),
        (
            "Anna could not tell why he had come. Tom sat down. Tom took up the poker and stirred the fire with it.",
            "Anna",
        ),
        ("Anna knew that Tom wanted the boat, that Tom thought of the sea, and that Tom loved it.", "Anna"),
        ("I came in and thought of the boat. Anna sat by the fire. I sat down, and I laughed.", "I"),
    ],
)
def test_the_eyes_are_of_whom_the_narration_lets_think_and_feel(text: str, who: str) -> None:
    found, name = scenes(text)
    focal = found[0].focal
    assert focal is not None
    if who != "I":
        assert name[focal] == who
    assert found[0].person == ("first" if who == "I" else "third")


def test_whose_mind_the_scenes_around_tell_has_the_eyes_where_little_shows() -> None:
    told = "Anna wondered at it. She knew that it was late, and she wished for rain."
    shown = "Tom came in and sat by the fire. Tom stirred it. Anna put down the lamp."
    assert eyes(f"{told}\n\n* * *\n\n{shown}\n\n* * *\n\n{told}", 1) == "Anna"


def test_a_scene_of_nothing_but_speech_has_nobodys_eyes() -> None:
    text = "“You came,” said Anna.\n\n“Yes.”\n\n“You never said that you would.”\n\n“I came for the boat,” said Tom."
    assert eyes(text) is None


def test_a_story_in_the_past_is_told_in_the_past() -> None:
    assert scenes(TALK)[0][0].tense == "past"


def test_the_present_are_characters_and_the_eyes_are_among_characters() -> None:
    found, name = scenes(f"{TALK}\n\n***\n\nAnna slept. The next day Tom wept. He was sorry.")
    for scene in found:
        assert set(scene.present) <= set(name)
        assert scene.focal is None or scene.focal in name


@pytest.mark.parametrize(
    "told",
    [
        "Tom was miles away, in a train with no lamps.",
        "Tom sat in his own kitchen and read the paper.",
        "Tom lay asleep on the other side of the town.",
        "Tom was over the hill at his mother’s, and fast asleep.",
        "Tom was at home with a cold.",
    ],
)
def test_who_is_said_to_be_elsewhere_is_not_there(told: str) -> None:
    talk = "Anna sat by the fire with Joan and picked at the wool. “He is late,” said Joan. "
    assert there(talk + told) == {"Anna", "Joan"}
    assert there(talk + told + " Then Tom came in and kissed Joan.") == {"Anna", "Joan", "Tom"}


NOW = "Anna stands at the window. She opens it and looks at the sea. “No,” says Tom, and he shuts it."
THEN = "Tom came in the rain, and Anna let him in. She gave him a towel. He sat down by the stove and said nothing."


def test_a_scene_in_the_past_of_a_story_in_the_present_goes_back() -> None:
    assert [s.mode for s in scenes(f"{NOW}\n\n***\n\n{THEN}\n\n***\n\n{NOW}")[0]] == ["linear", "analepsis", "linear"]


def test_tense_that_drifts_does_not_go_back() -> None:
    assert {s.mode for s in scenes(f"{THEN}\n\n***\n\n{NOW}\n\n***\n\n{NOW}")[0]} == {"linear"}
    assert {s.mode for s in scenes(f"{NOW}\n\n***\n\n{THEN}\n\n***\n\n{THEN}")[0]} == {"linear"}
