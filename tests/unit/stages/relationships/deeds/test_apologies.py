"""What becomes of an apology, and what only sounds like one."""

from __future__ import annotations

import pytest

from tests.unit.stages.relationships.tale import Tale, tale


def quarrelled(said: str) -> Tale:
    made = tale(f"{{ann:Ann}} quarrelled with {{ben:{{ann:her}} brother}}. {said}")
    return made.clause("Ann quarrelled with her brother", "quarrel", subject="Ann", oblique=("with", "her brother"))


def statuses(made: Tale) -> list[str]:
    found = made.between("ann", "ben")
    seen = [moment.status for moment in found.timeline if moment.status] if found else []
    return list(dict.fromkeys(seen))


def types(made: Tale) -> list[str]:
    found = made.between("ann", "ben")
    return [event.type for event in found.events] if found else []


def test_an_apology_that_is_not_turned_away_mends() -> None:
    assert statuses(quarrelled('<ann>ben:"I am sorry for what I said."> <ben>ann:"Sit down.">')) == [
        "strained",
        "close",
    ]


@pytest.mark.parametrize("answer", ["It is too late.", "Don't tell me. Tell him.", "Get out."])
def test_an_apology_that_is_turned_away_does_not(answer: str) -> None:
    assert statuses(quarrelled(f'<ann>ben:"I am sorry for what I said."> <ben>ann:"{answer}">')) == ["strained"]


def test_who_is_asked_to_forgive_may_answer_in_few_words() -> None:
    made = quarrelled('<ann>ben:"Can you forgive me?"> <ben>ann:"I did, long since.">')
    assert types(made) == ["quarrel", "apologise", "forgive"]
    made = quarrelled('<ann>ben:"Can you forgive me?"> <ben>ann:"I can do nothing.">')
    assert types(made) == ["quarrel", "apologise"]


@pytest.mark.parametrize(
    "talk",
    [
        '<ann>ben:"I am sorry, I cannot take it.">',
        '<ann>ben:"I\'m sorry. There is no room.">',
        '<ben>ann:"My uncle died."> <ann>ben:"I\'m sorry.">',
        '<ben>ann:"It hurts."> <ann>ben:"I\'m sorry. How did it happen?">',
    ],
)
def test_regret_is_no_apology(talk: str) -> None:
    assert types(tale(f"{{ben:{{ann:Her}} brother}} saw {{ann:Ann}}. {talk}")) == []


@pytest.mark.parametrize(
    ("deed", "lemma", "expected"),
    [("Ann slammed the door", "slam", ["quarrel"]), ("Ann closed the door", "close", [])],
)
def test_what_is_slammed_shows_a_quarrel_though_the_other_is_cool(deed: str, lemma: str, expected: list[str]) -> None:
    talk = '<ann>ben:"You never think!"> <ben>ann:"It rains.">'
    made = tale(f"{{ben:Ben}} came. {talk} {deed.replace('Ann', '{ann:Ann}')}.")
    assert types(made.clause(deed, lemma, subject="Ann")) == expected


def test_who_was_left_says_so_and_what_was_broken_is_whole_when_it_is_forgiven() -> None:
    made = tale('{ann:Ann} {ben:Ben} <ann>ben:"You jilted me."> <ben>ann:"Forgive me."> <ann>ben:"I forgive you.">')
    assert statuses(made) == ["together", "broken_up"]
    assert types(made) == ["apologise", "forgive", "reunite"]
