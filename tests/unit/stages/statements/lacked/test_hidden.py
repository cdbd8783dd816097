"""What is kept from somebody, or passes them by, is ignorance of the other; each with a counterpart that is none."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated

IGNORANT = "ignorant Amos + fact Hester"


@pytest.mark.parametrize(
    "text",
    [
        "Hester had deceived Amos about the money.",
        "Amos had been deceived by Hester.",
        "Hester lied to Amos.",
        "Hester told a lie to Amos.",
        "Hester kept the secret from Amos.",
        "Hester concealed from Amos that she was married.",
        "Hester hid from Amos the fact that she had sold the mill.",
        "Hester never told Amos of her engagement.",
        "Hester said nothing to Amos about her illness.",
        "Hester could not bring herself to tell Amos that she had sold the mill.",
        "Hester would not let Amos see that she was hurt.",
        "Hester let Amos believe that she was rich.",
        "Hester pretended not to love Amos.",
        "It had never occurred to Amos that Hester was lonely.",
        "It never crossed Amos’s mind that Hester was lonely.",
        "Amos did not recognise Hester.",
        "Unknown to Amos, Hester had paid the rent.",
        "Amos knew nothing of Hester’s journey.",
        "Amos did not know of Hester’s presence.",
        "Amos took Hester for the doctor.",
    ],
)
def test_who_is_kept_in_the_dark_or_does_not_see(text: str) -> None:
    assert any(s.startswith(IGNORANT) for s in stated(text))


@pytest.mark.parametrize(
    "text",
    [
        "Hester had not deceived Amos about the money.",
        "Hester pretended not to see Amos.",
        "Hester pretended to leave Amos.",
        "Amos did not at once notice Hester’s distress.",
        "Amos knew nothing of Hester Brown.",
        "Hester hid her face from Amos.",
        "Hester kept the dog from Amos.",
        "Hester told Amos of her engagement.",
        "Hester let Amos see that she was hurt.",
        "Amos took Hester for a walk.",
        "It occurred to Amos that Hester was lonely.",
        "Amos knew of Hester’s journey.",
        "Amos scarcely knew of Hester’s presence.",
        "Perhaps Hester had deceived Amos.",
        "Amos feared that Hester had deceived Amos.",
        "Amos did not know what to do.",
        "Amos had never seen Hester angry.",
        "“You have deceived me,” said the clerk to Amos.",
        "Hester hid Martha from Amos.",
        "Hester had cheated Amos at cards.",
        "Hester told Amos no news.",
        "Amos would have been easy, did Amos not see that Hester was pale.",
    ],
)
def test_what_keeps_nobody_in_the_dark(text: str) -> None:
    assert not any(s.startswith("ignorant Amos") for s in stated(text))


def test_who_owns_up_to_it_ends_it() -> None:
    assert any(
        s.startswith("ignorant Amos + fact Hester > Amos") for s in stated("“I deceived you,” said Hester to Amos.")
    )


@pytest.mark.parametrize(
    "text",
    [
        "Hester was going to tell Amos that she was ill; but he left.",
        "Hester had meant to tell Amos that she was ill, but he left.",
        "Hester opened her mouth to tell Amos that she was ill; then she shut it.",
    ],
)
def test_who_is_all_but_told_does_not_know(text: str) -> None:
    assert any(s.startswith(IGNORANT) for s in stated(text))


@pytest.mark.parametrize(
    "text",
    [
        "Hester was going to tell Amos that she was ill, and she did.",
        "Hester told Amos that she was ill, but he left.",
    ],
)
def test_who_is_told_after_all_knows(text: str) -> None:
    assert not any(s.startswith(IGNORANT) for s in stated(text))
