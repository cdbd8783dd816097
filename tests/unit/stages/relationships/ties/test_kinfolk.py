"""Kin that titles, shared parents and shared names tell, where few people are about."""

from __future__ import annotations

import pytest

from tests.unit.stages.relationships.tale import tale


def kinds(marked: str, a: str = "ann", b: str = "ben") -> tuple[str, ...]:
    found = tale(marked).between(a, b)
    return found.kinds if found is not None else ()


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{cam:Aunt Cam} came in, and {ben:Ben} took her hat.", ("family",)),
        ("{cam:Sister Cam} came in, and {ben:Ben} took her hat.", ()),
        ("{cam:Aunt Cam} came in, and {ben:Ben} and {ann:Ann} rose.", ()),  # whose aunt, nobody tells
    ],
)
def test_who_is_called_by_a_kin_word_and_a_name_is_kin(marked: str, expected: tuple[str, ...]) -> None:
    assert kinds(f"{marked} {{cam:Cam}} sat. {{ben:Ben}} sat.", "cam", "ben") == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{ann:Ann} and {ben:Ben} ate. Their mother was out.", ("family",)),
        ("{ann:Ann} and {ben:Ben} ate. Their motherland was far.", ()),
        ("{ann:Ann} and {ben:Ben} ate. <ann>ben:“Our father sold it.”>", ("family",)),
        ("{ann:Ann} and {ben:Ben} ate. <ann>ben:“Our Father, who art in heaven.”>", ()),
        ("{ann:Ann} and {dot:Dot} rose. <ann>dot:“Where is our {ben:Ben}?”> {ben:Ben} ran.", ("family",)),
        ("{ann:Ann} and {dot:Dot} rose. <ann>dot:“Where is {ben:Ben}?”> {ben:Ben} ran.", ()),
        ("{ann:Ann} and {ben:Ben Vale} took the house. {ann:Ann} and {ben:Ben} slept.", ("family",)),
        ("{ann:Ann} and {dot:Dot} rose. <ann>dot:“How is your {ben:Aunt Ben}?”> {ben:Ben} ran.", ()),
        ("{ann:Ann} and {ben:Ben} took the house. {ann:Ann} and {ben:Ben} slept.", ()),
    ],
)
def test_what_two_share_tells_what_they_are(marked: str, expected: tuple[str, ...]) -> None:
    assert kinds(marked) == expected


def test_mr_and_mrs_of_one_name_are_wed_though_each_is_named_but_once() -> None:
    made = tale("{ben:Mr Vale} laid down his spoon, and {ann:Mrs Vale} rose.")
    made.called = {"ben": "Mr Vale", "ann": "Mrs Vale"}
    found = made.between("ann", "ben")
    assert found is not None
    assert found.kinds[0] == "romance"


def test_a_husband_to_be_is_none() -> None:
    assert kinds("{ann:Ann} sat. {ben:{ann:Her} affianced husband} came. {ann:Ann} and {ben:Ben} ate.") == ()


def test_they_who_open_a_story_are_the_two_whom_it_names_next() -> None:
    made = tale("They did everything together. {cam:the clerk} saw {ann:Ann} and {ben:Ben}.")
    made.clause("They did everything together", "do", "They", object="everything", verb="did")
    found = made.between("ann", "ben")
    assert found is not None
    assert found.timeline[-1].status == "close"
