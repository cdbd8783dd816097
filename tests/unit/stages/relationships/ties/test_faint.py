"""In a work of many, what one doubtful phrase tells of two is not claimed."""

from __future__ import annotations

import pytest

from tests.unit.stages.relationships.tale import tale

ANN = "{ann:Ann} and {ann:Ann} waited. "
CROWD = "{ben:Ben Hale} and {ben:Ben Hale} came with {dot:Dot} and {dot:Dot}. "


def kinds(marked: str, a: str, b: str) -> tuple[str, ...]:
    found = tale(marked).between(a, b)
    return found.kinds if found else ()


@pytest.fixture
def _crowd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unspoken.stages.cast.relations.CROWD", 1)


DOUBTFUL = [
    (
        f"{CROWD}{ANN}{{ben:{{ann:Her}} brother}} was late.",
        "ann",
        "ben",
        "family",
    ),  # whose name is not given
    (f"{CROWD}{{ann:the singer}} knew {{cam:{{ann:her}} aunt}}.", "ann", "cam", "family"),  # nor has she a name
    (f'{CROWD}{ANN}<ben>dot:"I saw {{cam:{{ben:my}} aunt}}.">', "ben", "cam", "family"),  # in talk
    (f"{CROWD}{ANN}She lost {{cam:{{ann:her}} mistress}}.", "ann", "cam", "service"),  # of many senses
]


@pytest.mark.parametrize(("marked", "a", "b", "kind"), DOUBTFUL)
@pytest.mark.usefixtures("_crowd")
def test_one_doubtful_phrase_tells_nothing_in_a_crowd(marked: str, a: str, b: str, kind: str) -> None:
    assert kinds(marked, a, b) == ()


@pytest.mark.parametrize(("marked", "a", "b", "kind"), DOUBTFUL)
def test_where_few_are_about_it_does(marked: str, a: str, b: str, kind: str) -> None:
    assert kinds(marked, a, b)[:1] == (kind,)


@pytest.mark.usefixtures("_crowd")
def test_another_who_was_meant_last_makes_it_doubtful() -> None:
    far = "It rained all day long, and the wind blew from the sea. " * 10
    told = "{cam:{ann:her} aunt} came."
    assert kinds(f"{ANN}{far}{{dot:Dot}} sat down, and {told}", "ann", "cam") == ()
    assert kinds(f"{ANN}{far}{{ben:Ben}} sat down, and {told}", "ann", "cam") == ("family",)
    assert kinds(f"{ANN}{far}{{dot:Dot}} sat down by {{ann:Ann}}, and {told}", "ann", "cam") == ("family",)


@pytest.mark.usefixtures("_crowd")
def test_another_whom_the_phrase_is_joined_to_makes_it_doubtful() -> None:
    told = "{cam:{ann:her} aunt} agreed."
    assert kinds(f"{ANN}{CROWD}After {{ann:Ann}}'s speech {{dot:Dot}} and {told}", "ann", "cam") == ()
    assert kinds(f"{ANN}{CROWD}After {{dot:Dot}}'s speech {{ann:Ann}} and {told}", "ann", "cam") == ("family",)
    assert kinds(f"{ANN}{CROWD}{{ben:Ben}} saw {{dot:Dot}}. Then {told}", "ann", "cam") == ("family",)


@pytest.mark.parametrize(
    "told",
    [
        "{ben:{ann:Her} brother} was late. {ben:{ann:Her} brother} ran.",  # told twice
        "{ben:{ann:Her} brother} {ben:Ben} was late.",  # with the name
        "{ben:{ann:Her} brother}, {ben:Ben}, was late.",
        "{ben:Ben}, {ben:{ann:her} brother}, was late.",
        "{ben:{ann:Ann}'s brother} was late.",  # and with hers
    ],
)
@pytest.mark.usefixtures("_crowd")
def test_a_plain_phrase_tells_it_in_a_crowd_too(told: str) -> None:
    assert kinds(f"{CROWD}{ANN}{told}", "ann", "ben") == ("family",)


@pytest.mark.usefixtures("_crowd")
def test_in_a_crowd_no_kin_are_claimed_that_only_follow() -> None:
    assert kinds(f"{ANN}{{cam:{{ann:Ann}}'s mother}} sat by {{ben:{{ann:Ann}}'s brother}}. {CROWD}", "ben", "cam") == ()
