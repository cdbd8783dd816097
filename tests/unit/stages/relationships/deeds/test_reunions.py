"""What follows without a word for it: reunions, who is touched, whose mother died, what was before a quarrel."""

from __future__ import annotations

import pytest

from tests.unit.stages.relationships.tale import Tale, tale

LOVERS = "{ann:Ann} saw {ben:{ann:her} husband}. "


def types(made: Tale, a: str = "ann", b: str = "ben") -> list[str]:
    found = made.between(a, b)
    return [event.type for event in found.events] if found else []


def statuses(made: Tale, a: str = "ann", b: str = "ben") -> list[str]:
    found = made.between(a, b)
    return list(dict.fromkeys(m.status for m in found.timeline if m.status)) if found else []


def kissed_after_a_quarrel(known: str, gap: str) -> Tale:
    made = tale(
        f"{{ann:Ann}} quarrelled with {{ben:{{ann:her}} {known}}}.{gap} At dusk {{ann:she}} embraced {{ben:Ben}}."
    )
    made.clause(f"Ann quarrelled with her {known}", "quarrel", subject="Ann", oblique=("with", f"her {known}"))
    return made.clause("she embraced Ben", "embrace", subject="she", object="Ben")


def test_lovers_who_quarrelled_and_are_tender_in_a_later_scene_are_together_again() -> None:
    assert types(kissed_after_a_quarrel("husband", "|")) == ["quarrel", "reunite"]


def test_neither_friends_nor_lovers_in_one_scene_were_apart() -> None:
    assert types(kissed_after_a_quarrel("friend", "|")) == ["quarrel"]
    assert types(kissed_after_a_quarrel("husband", "")) == ["quarrel"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("I sail for Lisbon on the tide.", ["part", "reunite"]),
        ("Good-bye till supper.", []),
        ("I am going away, Ben, for a few days.", []),
    ],
)
def test_two_who_parted_for_long_and_speak_again_are_together_again(word: str, expected: list[str]) -> None:
    made = tale(f'{{ann:Ann}} {{ben:Ben}} <ann>ben:"{word}">|{{ben:Ben}} sat.|<ann>ben:"You are grey.">')
    assert types(made) == expected


def test_who_is_touched_is_in_talk_with_whoever_touches() -> None:
    made = tale(f'{LOVERS}{{cam:Cam}} stood by. <ben>ann:"I washed it."> {{cam:She}} kissed {{ben:him}}.')
    made.clause("She kissed him", "kiss", subject="She", object="him")
    assert types(made) == ["kiss"]
    assert types(made, "cam", "ben") == []


def test_who_is_named_is_touched_whoever_talks() -> None:
    made = tale(f'{LOVERS}<ben>ann:"I washed it."> {{cam:Cam}} kissed {{ben:him}}.')
    made.clause("Cam kissed him", "kiss", subject="Cam", object="him")
    assert types(made) == []
    assert types(made, "cam", "ben") == ["kiss"]


@pytest.mark.parametrize(("word", "expected"), [("I love you.", ["confess", "couple"]), ("It is late.", [])])
def test_hands_that_are_taken_answer_a_word_of_love(word: str, expected: list[str]) -> None:
    made = tale(f'{{ann:Ann}} {{ben:Ben}} <ben>ann:"{word}"> {{ann:She}} took both {{ben:his}} hands.')
    made.clause("She took both his hands", "take", subject="She", object="both his hands", verb="took")
    assert types(made) == expected
    assert statuses(made) == (["none", "together"] if expected else [])


@pytest.mark.parametrize(("known", "expected"), [("brother", ["close", "strained"]), ("master", ["strained"])])
def test_friends_and_kin_who_talked_in_peace_were_close_before_they_quarrelled(known: str, expected: list[str]) -> None:
    made = tale(
        f'{{ann:Ann}} saw {{ben:{{ann:her}} {known}}}. <ann>ben:"Tea?"> <ben>ann:"Two sugars.">'
        "|{ann:Ann} quarrelled with {ben:Ben}."
    )
    made.clause("Ann quarrelled with Ben", "quarrel", subject="Ann", oblique=("with", "Ben"))
    assert statuses(made) == expected


def test_the_mother_who_died_is_the_fathers_wife() -> None:
    made = tale(
        "{ann:Ann} saw {ben:{ann:her} father}. {dot:{ben:His} wife} sang.|{x:{ann:Her} mother} had died in May."
    )
    made.unlinked.add("x")
    made.clause("Her mother had died in May", "die", subject="Her mother", tense="pluperfect")
    assert types(made, "ben", "dot") == ["die"]


@pytest.mark.parametrize(("gap", "expected"), [("", ["die"]), (" The lamp burned low." * 12, [])])
def test_last_words_do_not_undo_a_death_that_is_told_just_before(gap: str, expected: list[str]) -> None:
    made = tale(f'{{ann:Ann}} sat by {{ben:{{ann:her}} friend}}. {{ben:Ben}} died.{gap} <ben>ann:"The door.">')
    assert types(made.clause("Ben died", "die", subject="Ben")) == expected


@pytest.mark.parametrize(("rest", "expected"), [("dead", ["die"]), ("in Rome", [])])
def test_who_writes_to_be_read_when_dead_has_died(rest: str, expected: list[str]) -> None:
    made = tale(f"{{ann:Ann}} had a note from {{ben:{{ann:her}} friend}}. When you read this I shall be {rest}.")
    made.letter(f"When you read this I shall be {rest}.", "ben", "ann", True)
    assert types(made) == expected


def test_a_letter_that_stands_where_its_addressee_is_and_its_author_is_not_is_read() -> None:
    made = tale("{ben:Ben} left.|{ann:Ann} sat down. Dear Ann, I love you. Yours, Ben")
    made.letter("Dear Ann, I love you. Yours, Ben", "ben", "ann", False)
    assert types(made) == ["confess"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ('"I was rude to you. I apologise."> <ben>ann:"That\'s all right."', ["strained", "close"]),
        ('"I apologise."> <ben>ann:"That\'s all right."', ["close"]),
    ],
)
def test_an_apology_of_a_deed_shows_that_there_was_a_strain(said: str, expected: list[str]) -> None:
    assert statuses(tale(f"{{ann:Ann}} {{ben:{{ann:her}} master}} <ann>ben:{said}>")) == expected
