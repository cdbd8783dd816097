"""Kin who are somebody known: a relation told one way round holds the other way round too."""

from __future__ import annotations

from tests.unit.stages.made import people, words_for

TAIL = "\n\nThe clock struck, and the rain went on against the glass until the evening."


def test_who_is_called_by_name_beside_the_words_for_kin_is_meant_by_them() -> None:
    text = (
        "Leopold came down late. Hester and Josie were in the hall. When he saw his elder daughter he stopped.\n\n"
        f"“Hester, love. I had kept you some dinner.”{TAIL}"
    )
    assert "his elder daughter" in words_for(text, people(text)["Hester"])


def test_a_daughters_father_is_the_one_whose_daughter_she_is() -> None:
    text = (
        "Leopold came down late. Hester was in the hall. When he saw his daughter he stopped.\n\n“Hester, love. You "
        f"are early.”\n\nHester put down her bag, and her father took it up again without a word.{TAIL}"
    )
    assert "her father" in words_for(text, people(text)["Leopold"])


def test_a_call_far_from_the_words_for_kin_names_nobody() -> None:
    text = (
        "Leopold had a bread crock just like the one on the shelf above his sister’s bed, and he put his face down to "
        f"it and could not see it for tears.\n\n“He will do,” said the baker. “Hester! Fetch him a key.”{TAIL}"
    )
    assert "his sister" not in words_for(text, people(text)["Hester"])


def test_two_who_stand_in_for_each_other_are_each_others_kin() -> None:
    text = (
        "For years my grandmother and her brother lived in one house and did not speak. I carried the soup. My "
        "grandmother had the ground floor. I had the stairs, and Uncle Fergus had the attic. Uncle Fergus never came "
        "down. At last Uncle Fergus put his arms round his sister, and I went out and shut the door behind me."
    )
    said = [set(words_for(text, c)) for c in people(text).values()]
    assert any({"my grandmother", "his sister"} <= words for words in said)
    assert any({"Uncle Fergus", "her brother"} <= words for words in said)


def test_of_two_sisters_neither_is_taken_for_the_other() -> None:
    text = (
        "Hester wrote to her sister Ruth. Her sister Nell came by the afternoon train. Ruth never answered, and Nell "
        f"stayed a week. “Come again,” said Hester to Nell.{TAIL}"
    )
    assert {"Hester", "Ruth", "Nell"} <= set(people(text))


def test_who_is_said_to_be_kin_is_nobody_else() -> None:
    text = (
        "Hanna came in with the wood. Nell was at the stove. Hanna was Nell’s grandmother, and Marta, who was a "
        f"neighbour’s wife, had brought the bread. “Sit down,” said Hanna to Nell.{TAIL}"
    )
    assert "Nell’s grandmother" in words_for(text, people(text)["Hanna"])


def test_a_wife_whose_name_is_told_is_no_sister_too() -> None:
    text = (
        "Dorrun sat on the bed and let his wife oil his hands. Sael did it well. She did not look up, and Dorrun did "
        "not look at Sael. When it was over he would go to his sister’s. Sael put the oil away. “Drink,” said Sael to "
        f"Dorrun.{TAIL}"
    )
    assert "his sister" not in words_for(text, people(text)["Sael"])


def test_who_does_something_to_anothers_kin_is_not_that_kin() -> None:
    text = (
        "Joe was back in the town. Joe had killed Tom’s brother, and Tom watched Joe across the square. Joe did not "
        f"look round, and Tom put the knife away.{TAIL}"
    )
    assert "Tom’s brother" not in words_for(text, people(text)["Joe"])
