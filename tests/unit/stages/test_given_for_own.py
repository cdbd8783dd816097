"""A name that somebody gives for theirs is theirs, and of nobody who is in view."""

from __future__ import annotations

from tests.unit.stages.made import people, words_for

PEN = (
    "“You write, then,” said Mrs. Orfield. She put down the tray.\n\n“I am Violet Amory,” said Mr. Tull, going pink. "
    "“I ought to have told you.”\n\nMrs. Orfield looked at him.\n\n“I have taken it for years,” said Mrs. Orfield.\n\n"
    "“Violet, I mean? You don’t mind her?” said Mr. Tull. Mrs. Orfield shook her head."
)


def test_a_name_that_somebody_gives_for_theirs_is_theirs() -> None:
    found = next(c for c in people(PEN).values() if "Mr. Tull" in (c.name, *c.aliases))
    assert "Violet Amory" in words_for(PEN, found)


def test_it_is_not_that_of_whoever_is_in_view_when_it_is_said_again() -> None:
    found = next(c for c in people(PEN).values() if "Mrs. Orfield" in (c.name, *c.aliases))
    assert not {"Violet", "Violet Amory"} & {*words_for(PEN, found)}


def test_a_role_on_the_stage_is_not_one_who_has_a_name_of_his_own() -> None:
    text = PEN.replace("Mr. Tull", "Edwin Tull")
    found = next(c for c in people(text).values() if "Edwin Tull" in (c.name, *c.aliases))
    assert "Violet Amory" not in words_for(text, found)


def test_who_goes_by_another_name_once_keeps_his_own() -> None:
    seen = " ".join(f"Mr. Tull looked at the {thing}." for thing in ("tray", "fire", "rug", "clock", "door", "cat"))
    found = next(c for c in people(f"{PEN}\n\n{seen}").values() if "Violet Amory" in (c.name, *c.aliases))
    assert found.name == "Mr. Tull"


WED = (
    "Mrs Amble came at two with the paper, and her husband, Mr Amble, lay with his face to the wall. She sat by "
    "her husband.\n\n“Capital of Peru, Des. We’ll come back to it,” said Mrs Amble.\n\nMr Amble looked at the wall."
)


def test_a_given_name_that_a_wife_calls_is_her_husbands() -> None:
    assert "Des" in words_for(WED, next(c for c in people(WED).values() if "Mr Amble" in (c.name, *c.aliases)))
