"""Which annotated character a character of the program is."""

from __future__ import annotations

from tests.unit.evaluation.made import at, character
from unspoken.corpora.gold import Gold
from unspoken.evaluation.answers import Answers
from unspoken.evaluation.speakers import aligned, plain

TEXT = "Miss Ada Moor met Mr. Moor. Ada nodded. I saw them both."


def gold(*characters: dict[str, object]) -> Gold:
    return Gold("moor", TEXT, characters=list(characters))


ADA = {"id": 1, "name": "Ada Moor", "aliases": ["Ada", "Miss Ada Moor"]}
FATHER = {"id": 2, "name": "Mr. Moor", "aliases": ["Moor"]}


def test_names_align_whatever_their_case_and_punctuation() -> None:
    found = (character("c0", "MR MOOR"), character("c1", "Ada"), character("c2", "Bram"))
    assert aligned(gold(ADA, FATHER), Answers(characters=found)).most_like == {"c0": "2", "c1": "1"}


def test_of_a_person_in_two_parts_the_one_more_like_them_is_the_one() -> None:
    found = (character("c0", "Ada Moor"), character("c1", "Ada", (28, 31, "name")))
    alignment = aligned(gold(ADA, FATHER), Answers(characters=found))
    assert alignment.most_like == {"c0": "1", "c1": "1"}
    assert alignment.one_to_one == {"c1": "1"}


def test_a_name_that_two_bear_weighs_half() -> None:
    son = {"id": 3, "name": "Kit Moor", "aliases": ["Moor"]}
    found = (character("c0", "Moor", (5, 13, "name"), (5, 8, "name"), (28, 31, "name")),)
    assert aligned(gold(ADA, FATHER, son), Answers(characters=found)).most_like == {"c0": "1"}


def test_who_tells_the_story_is_who_tells_it() -> None:
    teller = {"id": 4, "name": "Nan", "aliases": ["the narrator", "narrator"]}
    found = (character("c0", "Ada", narrator=True),)
    assert aligned(gold(ADA, teller), Answers(characters=found)).most_like == {"c0": "4"}


def test_without_a_list_names_and_places_of_mentions_align() -> None:
    mentions = [
        {**at(TEXT, "Miss Ada Moor"), "cluster": "ada", "form": "PROP"},
        {**at(TEXT, "I saw")} | {"end": TEXT.index("I saw") + 1, "cluster": "teller", "form": "PRON"},
    ]
    start = TEXT.index("I saw")
    found = (character("c0", "somebody", (start, start + 1, "pronoun")), character("c1", "Miss Ada Moor"))
    alignment = aligned(Gold("moor", TEXT, mentions=mentions), Answers(characters=found))
    assert alignment.most_like == {"c0": "teller", "c1": "ada"}


def test_a_plain_name() -> None:
    assert plain(" Mr. O’Hara—") == "mr o hara"
