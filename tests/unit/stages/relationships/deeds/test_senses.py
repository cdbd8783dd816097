"""Words that tell of a deed in one sense, and of none in another."""

from __future__ import annotations

import pytest

from tests.unit.stages.relationships.tale import Tale, tale
from unspoken.stages.relationships.deeds.told import imagined, real
from unspoken.stages.relationships.people import People

BOTH = "{ann:Ann} and {ann:Ann} saw {ben:Ben} and {ben:Ben}. "
KISSES = [
    ("kissed Ben", 1, ()),
    ("kissed Ben", 20, ("romance",)),
    ("kissed Ben on the lips", 1, ("romance",)),
]
FAR = "It rained on. " * 40


def types(made: Tale) -> list[str]:
    found = made.between("ann", "ben")
    return [e.type for e in found.events] if found else []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ben, I love you.", ["confess"]),
        ("Ben, I love you not.", []),
        ("I've loved you, Ben.", ["confess"]),
        ("I've loved you as if you were mine.", []),
        ("Forgive me.", ["apologise"]),
        ("Forgive me for troubling you.", []),
        ("Happy to make you acquainted.", ["meet"]),
        ("She is happy to make yours a home.", []),
    ],
)
def test_what_is_said(said: str, expected: list[str]) -> None:
    assert types(tale(f'{BOTH}<ann>ben:"{said}">')) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ('Then she went to him. <ann>ben:"I am sorry.">', ["apologise"]),
        ('She thought that she would go and say: <ann>ben:"I am sorry.">', []),
        ('She wanted to say, <ann>ben:"I am sorry.">', []),
        ('<ann>ben:"I am sorry,"> she said at last. <ann>ben:"But it is late.">', []),
        ('<ann>ben:"I am sorry, my dear,"> she said, <ann>ben:"to be late.">', []),
    ],
)
def test_an_apology_is_made_in_so_many_words(told: str, expected: list[str]) -> None:
    assert types(tale(BOTH + told)) == expected


@pytest.mark.parametrize(("between", "forgiven"), [("", True), (FAR, False)])
def test_a_short_yes_forgives_who_has_just_asked(between: str, forgiven: bool) -> None:
    made = tale(f'{BOTH}<ann>ben:"Forgive me."> {between}<ben>ann:"Yes.">')
    assert ("forgive" in types(made)) is forgiven


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Ann and Ben were engaged in May.", ["couple"]),
        ("Ann and Ben were engaged in a lively talk.", []),
    ],
)
def test_two_are_engaged_to_each_other_or_in_something(told: str, expected: list[str]) -> None:
    made = tale(told.replace("Ann", "{ann:Ann}").replace("Ben", "{ben:Ben}"))
    made.clause("Ann and Ben were engaged", "engage", "Ann and Ben", verb="engaged", passive=True)
    assert types(made) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("rowed with Ben about money", ["quarrel"]), ("rowed with Ben on the river", [])],
)
def test_to_row_is_to_quarrel_or_to_go_by_boat(words: str, expected: list[str]) -> None:
    made = tale(f"{{ann:Ann}} {words.replace('Ben', '{ben:Ben}')}.")
    made.clause(f"Ann {words}", "row", "Ann", oblique=("with", "Ben"), verb="rowed")
    assert types(made) == expected


@pytest.mark.parametrize(("opening", "only"), [("was bent", True), ("came, intent", True), ("insisted", False)])
def test_what_somebody_is_bent_upon_is_not_done(opening: str, only: bool) -> None:
    made = tale(f"{{ann:Ann}} {opening} upon quarrelling with {{ben:Ben}}.").clause("upon quarrelling", "quarrel")
    assert imagined(People(made.document()), made.clauses[0]) is only


def test_what_is_done_to_several_is_done_to_nobody_in_particular() -> None:
    made = tale("{ann:Ann} and {ben:Ben} and {cam:Cam} met. {ann:Ann} kissed them.")
    made.clause("Ann kissed them", "kiss", "Ann", "them", verb="kissed")
    assert types(made) == []


@pytest.mark.parametrize(("words", "crowd", "expected"), KISSES)
def test_a_kiss_tells_less_in_a_crowd(
    words: str, crowd: int, expected: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unspoken.stages.cast.relations.CROWD", crowd)
    marked = f"{{ann:Ann}} {words.replace('Ben', '{ben:Ben}')}"
    made = tale(f"{BOTH}{marked}.|{marked} again.")
    for told in (f"Ann {words}", f"Ann {words} again"):
        made.clause(told, "kiss", "Ann", "Ben", verb="kissed")
    found = made.between("ann", "ben")
    assert (found.kinds if found else ()) == expected


def test_who_is_cut_short_to_her_is_not_she() -> None:
    made = tale("{ann:Ann} stood by. {ben:Ben} was introduced to {ann:her} husband.")
    span = made.span("her")
    assert People(made.document()).meant(span) == ()
    made.clause("Ben was introduced to her husband", "introduce", "Ben", verb="introduced", passive=True)
    assert types(made) == []


@pytest.mark.parametrize(("tense", "told"), [("imperative", False), ("past", True)])
def test_what_is_asked_for_is_not_done(tense: str, told: bool) -> None:
    made = tale("{ann:Ann}: make known that {ben:Ben} forgave {ann:her}.")
    made.clause("make known", "make", tense=tense).clause("that Ben forgave her", "forgive", "Ben", "her", governor=0)
    assert real(1, made.clauses) is told


@pytest.mark.parametrize(("name", "kinds"), [("Aunt Ann", ()), ("Ann Vale", ("romance",))])
def test_who_is_known_as_an_aunt_is_no_beloved(
    name: str, kinds: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unspoken.stages.cast.relations.CROWD", 1)
    made = tale(f"{BOTH}{{ann:Ann}} kissed {{ben:Ben}} on the lips.|{{ann:Ann}} kissed {{ben:Ben}} on the mouth.")
    made.called = {"ann": name}
    for told in ("Ann kissed Ben on the lips", "Ann kissed Ben on the mouth"):
        made.clause(told, "kiss", "Ann", "Ben", verb="kissed")
    found = made.between("ann", "ben")
    assert (found.kinds if found else ()) == kinds
